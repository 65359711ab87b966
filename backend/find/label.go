package find

import (
	"unicode/utf8"

	"khabar/backend/locale"
	"khabar/backend/newsroom"
)

// Label is words that stand for a tag: a label of its own, or a name linked to it.
type Label struct {
	Tag   newsroom.TermID
	Words string
}

// inflected is how long, in letters, the last word of a label must be for a longer word to
// count: «Кабул» finds «Кабуле», "Iran" finds "Iranian". It only suggests.
const inflected = 4

// Labels returns how often each tag is named in text, whole words of it, folded.
func Labels(labels []Label, text string) map[newsroom.TermID]int {
	type candidate struct {
		phrase
		tag newsroom.TermID
	}
	byFirst := map[string][]candidate{}
	for _, l := range labels {
		p := phrase{}
		for t := range locale.Tokens(l.Words) {
			p.tokens = append(p.tokens, t)
		}
		if len(p.tokens) == 0 {
			continue
		}
		p.open = utf8.RuneCountInString(p.tokens[len(p.tokens)-1].Key) >= inflected
		key := head(p.tokens[0].Key)
		byFirst[key] = append(byFirst[key], candidate{p, l.Tag})
	}
	var tokens []locale.Token
	for t := range locale.Tokens(text) {
		tokens = append(tokens, t)
	}
	found := map[newsroom.TermID]int{}
	for i, t := range tokens {
		here := map[newsroom.TermID]bool{}
		for _, c := range byFirst[head(t.Key)] {
			if !here[c.tag] && c.at(tokens[i:]) > 0 {
				here[c.tag] = true
				found[c.tag]++
			}
		}
	}
	return found
}

// head returns the first two letters of a key: those that every spelling of a word, joined,
// parted or with an ending, begins with.
func head(key string) string {
	_, first := utf8.DecodeRuneInString(key)
	_, second := utf8.DecodeRuneInString(key[first:])
	return key[:first+second]
}
