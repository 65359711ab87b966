package spelling

import (
	"slices"

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
	letters := []rune(key)
	if len(letters) < leastLetters {
		return false
	}
	return slices.ContainsFunc(v.near(key), func(n uint32) bool {
		return v.words[n].editions >= leastUse && v.inside(letters, v.words[n].key)
	})
}

// inside reports whether two words differ elsewhere than where endings and prefixes are.
func (v *Vocabulary) inside(a, b []rune) bool {
	head := 0
	for head < min(len(a), len(b)) && a[head] == b[head] {
		head++
	}
	tail := 0
	for tail < min(len(a), len(b))-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	first := 1
	if v.lang == newsroom.Arabic {
		first = 3 // و, ف, ب, ك, ل and the article
	}
	return head >= first && tail >= 2
}

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
	letters := []rune(key)
	for length := len(letters) - 1; length <= len(letters)+1; length++ {
		for _, n := range v.lengths[length] {
			if w := &v.words[n]; w.editions >= enough && slip(letters, w.key) {
				all = append(all, n)
			}
		}
	}
	return all
}

// slip reports whether one letter left out, put in, exchanged for another or with its
// neighbour makes b of a.
func slip(a, b []rune) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	switch len(b) - len(a) {
	case 1:
		return slices.Equal(a[i:], b[i+1:])
	case 0:
		if i == len(a) {
			return false
		}
		swapped := i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && slices.Equal(a[i+2:], b[i+2:])
		return slices.Equal(a[i+1:], b[i+1:]) || swapped
	}
	return false
}
