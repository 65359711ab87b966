package locale

import (
	"strings"
	"unicode"
)

const zwnj = '\u200c'

// Tokens returns the words of s, folded, in the order of the text, for a full-text
// index and for what is typed into a search field. A word is a run of letters, marks
// and digits; hyphens and apostrophes end it, so that "eau" finds "l'eau".
//
// A word that is held together by ZWNJ comes first as its parts and then as a whole:
// «می‌روم» gives «می», «روم», «میروم», and is found by whoever types it with a space,
// without one, or properly. The same word therefore has the same tokens in the text and in
// the query; a query should ask for any of them.
func Tokens(s string) []string {
	var tokens []string
	for word := range strings.FieldsFuncSeq(s, breaksWord) {
		parts := strings.FieldsFunc(word, func(r rune) bool { return r == zwnj })
		for _, part := range parts {
			tokens = appendToken(tokens, part)
		}
		if len(parts) > 1 {
			tokens = appendToken(tokens, word)
		}
	}
	return tokens
}

func appendToken(tokens []string, word string) []string {
	if key := Fold(word); key != "" {
		return append(tokens, key)
	}
	return tokens
}

// breaksWord reports whether r stands between words. Invisible characters, tatweel
// among them, stand within.
func breaksWord(r rune) bool {
	if r < steadyEnd {
		return !inWord()[r]
	}
	return !unicode.In(r, wordRanges...)
}
