package alignment

import (
	"hash/maphash"
	"slices"
	"strings"
	"unicode"
)

// bag is the words of a block as sorted hashes, each as often as it occurs. The order of
// words is left out: a sentence that moved within its paragraph is still the same.
type bag []uint64

var seed = maphash.MakeSeed()

func bagOf(b Block) bag {
	var all bag
	inside := func(r rune) bool {
		return unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r) || r == '\u200c' || r == '\u200d'
	}
	for w := range strings.FieldsFuncSeq(b.Source, func(r rune) bool { return !inside(r) }) {
		all = append(all, maphash.String(seed, w))
	}
	slices.Sort(all)
	return all
}

// shared counts the words that a and b have in common.
func shared(a, b bag) (n int) {
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			n, i, j = n+1, i+1, j+1
		}
	}
	return n
}

// without returns the words of a that are not in b.
func (a bag) without(b bag) bag {
	var rest bag
	j := 0
	for _, w := range a {
		for j < len(b) && b[j] < w {
			j++
		}
		if j < len(b) && b[j] == w {
			j++
			continue
		}
		rest = append(rest, w)
	}
	return rest
}

// likeness is the coefficient of Sørensen and Dice: 1 = the same words, 0 = none in common.
func likeness(a, b bag) float64 {
	if len(a)+len(b) == 0 {
		return 0
	}
	return 2 * float64(shared(a, b)) / float64(len(a)+len(b))
}

// within is the part of a's words that b has, too.
func within(a, b bag) float64 {
	if len(a) == 0 {
		return 0
	}
	return float64(shared(a, b)) / float64(len(a))
}
