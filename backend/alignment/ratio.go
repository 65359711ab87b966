package alignment

import (
	"cmp"
	"math"
	"slices"
	"unicode"
)

// How many characters of the target one of the source becomes is not known beforehand, and
// the lengths of the two texts do not tell it: the target may be half a translation. The
// writing is a first hint, what is paired with it a better one.
const (
	unvowelled  = 0.74 // characters in Arabic writing for one with its vowels
	mostPasses  = 4
	closeEnough = 0.02
	prior       = 300 // characters of source that the ratio so far counts for
)

func firstRatio(source, target []Block) float64 {
	switch a, b := inArabic(source), inArabic(target); {
	case a && !b:
		return 1 / unvowelled
	case b && !a:
		return unvowelled
	}
	return 1
}

// inArabic reports whether most letters of blocks are Arabic ones.
func inArabic(blocks []Block) bool {
	arabic, others := 0, 0
	for _, b := range blocks {
		for _, r := range b.Text {
			switch {
			case unicode.Is(unicode.Arabic, r):
				arabic++
			case unicode.IsLetter(r):
				others++
			}
		}
	}
	return arabic > others
}

// ratioOf is the ratio that pairs show: the middle one, weighed by length, of blocks that are
// paired one to one.
func ratioOf(pairs []Pair, s, t []trait, before float64) float64 {
	type sample struct{ ratio, weight float64 }
	samples := []sample{{before, prior}}
	sum := float64(prior)
	for _, p := range pairs {
		x, y := s[p.Source[0]], t[p.Target[0]]
		if len(p.Source)+len(p.Target) == 2 && x.length > 0 && y.length > 0 && x.kind == y.kind {
			samples = append(samples, sample{y.length / x.length, x.length})
			sum += x.length
		}
	}
	slices.SortFunc(samples, func(a, b sample) int { return cmp.Compare(a.ratio, b.ratio) })
	for at, half := 0, sum/2; ; at++ {
		if half -= samples[at].weight; half <= 0 || at == len(samples)-1 {
			return math.Max(samples[at].ratio, 1e-3)
		}
	}
}
