package spelling

import (
	"slices"
	"unicode/utf8"

	"khabar/backend/newsroom"
)

// A short word is one slip from too many others, and a name may be rare.
const (
	leastLetters = 5 // of a word that is doubted by its likeness to another
	leastUse     = 3 // editions that have the other word
	suggested    = 6
)

// Doubt returns those of some unknown words that are more likely mistakes than words that
// nobody has written yet: all of them where the vocabulary is ample.
func (v *Vocabulary) Doubt(all []string) (doubted []string) {
	for _, w := range all {
		if !v.Known(w) && (v.known >= Ample || v.slipped(Key(w))) {
			doubted = append(doubted, w)
		}
	}
	return doubted
}

func (v *Vocabulary) slipped(key string) bool {
	if utf8.RuneCountInString(key) < leastLetters {
		return false
	}
	return slices.ContainsFunc(v.near(key), func(n uint32) bool {
		return v.words[n].editions >= leastUse && v.inside(key, v.words[n].key)
	})
}

// inside reports whether two words differ elsewhere than where endings and prefixes are.
func (v *Vocabulary) inside(a, b string) bool {
	head, tail := alike(a, b)
	first := 1
	if v.lang == newsroom.Arabic {
		first = 3 // و, ف, ب, ك, ل and the article
	}
	return utf8.RuneCountInString(a[:head]) >= first && utf8.RuneCountInString(a[len(a)-tail:]) >= 2
}

// alike returns how many bytes of whole letters two words have in common at the beginning,
// and how many of the rest at the end.
func alike(a, b string) (head, tail int) {
	for head < min(len(a), len(b)) && a[head] == b[head] {
		head++
	}
	for head > 0 && (splits(a, head) || splits(b, head)) {
		head--
	}
	for tail < min(len(a), len(b))-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	for tail > 0 && (splits(a, len(a)-tail) || splits(b, len(b)-tail)) {
		tail--
	}
	return head, tail
}

// splits reports whether place i of s is within a letter.
func splits(s string, i int) bool { return i < len(s) && !utf8.RuneStart(s[i]) }

// Suggest returns known words that are one slip from a word, the most used first.
func (v *Vocabulary) Suggest(w string) (all []string) {
	near := v.near(Key(w))
	v.byUse(near)
	for _, n := range near {
		if len(all) == suggested {
			break
		}
		all = append(all, v.words[n].text)
	}
	return all
}

// near returns the known words that are one slip from key. It compares with every word of
// about the same length: half a millisecond among 60,000, without an index that would
// take more memory than the words.
func (v *Vocabulary) near(key string) (all []uint32) {
	letters := utf8.RuneCountInString(key)
	for length := letters - 1; length <= letters+1; length++ {
		for _, n := range v.lengths[length] {
			if w := &v.words[n]; w.editions >= enough && slip(key, w.key) {
				all = append(all, n)
			}
		}
	}
	return all
}

// slip reports whether one letter left out, put in, exchanged for another or with its
// neighbour makes b of a.
func slip(a, b string) bool {
	head, tail := alike(a, b)
	a, b = a[head:len(a)-tail], b[head:len(b)-tail]
	switch utf8.RuneCountInString(a) + utf8.RuneCountInString(b) {
	case 1:
		return true
	case 2:
		return a != "" && b != ""
	case 4:
		_, first := utf8.DecodeRuneInString(a)
		return a[first:]+a[:first] == b
	}
	return false
}
