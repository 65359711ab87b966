package find

import (
	"strings"
	"unicode/utf8"

	"khabar/backend/locale"
)

// What Persian joins to a word with ZWNJ, folded: the signs of verbs before it, those of
// plurals, comparison and the copula after it; the longer ones first.
var (
	before = []string{"نمی", "می"}
	after  = []string{"هایشان", "هایمان", "هایی", "هایم", "هایش", "های", "ها", "ترین", "تر", "اند", "ایم", "اید"}
)

const shortestRest = 2 // letters of a word without what is joined to it

// apart returns p with the words that were typed closed up taken apart. A word that only looks like one («میدان», a square) is taken apart
// too, which in a phrase finds nothing that is not there.
func (p phrase) apart() phrase {
	parted := phrase{open: p.open}
	for i := 0; i < len(p.tokens); i++ {
		t := p.tokens[i]
		if t.Parts > 0 {
			parted.tokens = append(parted.tokens, p.tokens[i:i+t.Parts]...)
			i += t.Parts - 1
			continue
		}
		first, second, found := cutWord(t.Key)
		if !found {
			parted.tokens = append(parted.tokens, t)
			continue
		}
		parted.tokens = append(parted.tokens,
			locale.Token{Key: first, Start: t.Start, End: t.End, Joined: t.Key, Parts: 2},
			locale.Token{Key: second, Start: t.Start, End: t.End})
	}
	return parted
}

func cutWord(key string) (first, second string, ok bool) {
	for _, sign := range before {
		if rest, ok := strings.CutPrefix(key, sign); ok && utf8.RuneCountInString(rest) >= shortestRest {
			return sign, rest, true
		}
	}
	for _, sign := range after {
		if rest, ok := strings.CutSuffix(key, sign); ok && utf8.RuneCountInString(rest) >= shortestRest {
			return rest, sign, true
		}
	}
	return "", "", false
}
