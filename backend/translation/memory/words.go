package memory

import (
	"strconv"
	"strings"

	"khabar/backend/locale"
	"khabar/backend/newsroom"
)

// most bounds how many words of a text are compared: a block of ten thousand is a list that
// nobody meets twice.
const most = 2000

// keysOf returns the folded words of a text, in order.
func keysOf(text string) (keys []string) {
	for token := range locale.Tokens(text) {
		if keys = append(keys, token.Key); len(keys) == most {
			break
		}
	}
	return keys
}

// wholeOf is a word that only texts with these words, in this order, have.
func wholeOf(keys []string) string {
	h := uint64(14695981039346656037)
	for _, key := range keys {
		for i := range len(key) {
			h = (h ^ uint64(key[i])) * 1099511628211
		}
		h = (h ^ ' ') * 1099511628211
	}
	return "0q" + strconv.FormatUint(h>>20, 36)
}

// term is a word of a language, as the index has it. Nothing in it has a meaning to the
// index: it is letters, marks and digits.
func term(l newsroom.Lang, key string) string { return string(l) + key }

// termsOf returns what a wording is found by.
func termsOf(l newsroom.Lang, text string) (terms, keys []string) {
	seen := map[string]bool{}
	add := func(key string) {
		if t := term(l, key); !seen[t] {
			seen[t] = true
			terms = append(terms, t)
		}
	}
	for token := range locale.Tokens(text) {
		keys = append(keys, token.Key)
		add(token.Key)
		if token.Parts > 0 {
			add(token.Joined)
		}
	}
	add(wholeOf(keys[:min(len(keys), most)]))
	return terms, keys
}

// quoted is a word in an expression of the index.
func quoted(term string) string { return `"` + strings.ReplaceAll(term, `"`, `""`) + `"` }
