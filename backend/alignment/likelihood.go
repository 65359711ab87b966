package alignment

import (
	"math"
	"slices"
	"unicode"
)

// Prices are −100 times the logarithm of a chance: what is dear is unlikely.
const (
	oneToOne   = 12  // Gale and Church's table 5
	twoToOne   = 450 // dearer than theirs: it has to be shown by lengths, numbers or names
	otherKind  = 300 // a heading is not a paragraph
	whole      = 500 // a heading, a picture, a table is seldom split or joined
	sameTarget = 400 // they show the same picture, or lead to the same place
	sameNumber = 200 // of blocks whose numbers are all the same
	sameName   = 250 // for each name that few other blocks have
	mostNames  = 2   // that count
	elsewhere  = 500 // not between what its neighbours translate
	unlikely   = 650 // at most: a block may be just begun, and is no other one for that
	variance   = 6.8 // of the length of a translation per character, the same
)

// price is how unlikely it is that x, one block or two, becomes y.
func (p *programme) price(x, y trait, b bead) float64 {
	cost := b.cost + lengths(x.length, y.length, p.ratio)
	if x.kind != y.kind || x.kind == mixed {
		cost += otherKind
	}
	if b.s+b.t > 2 && (x.kind != prose[0] || y.kind != prose[0]) {
		cost += whole
	}
	if x.place < y.limit.after || y.limit.before > 0 && x.place > y.limit.before {
		cost += elsewhere
	}
	cost -= sameTarget * alike(x.shown, y.shown)
	cost -= sameNumber * alike(x.numbers, y.numbers)
	return cost - sameName*min(mostNames, float64(inBoth(x.names, y.names)))
}

// lengths is the price of a text of a characters that becomes one of b, where one becomes
// ratio as a rule.
func lengths(a, b, ratio float64) float64 {
	middle := (a + b/ratio) / 2
	if middle == 0 {
		return 0
	}
	delta := math.Abs(b-a*ratio) / math.Sqrt(variance*middle*ratio)
	return min(-100*math.Log(math.Max(math.Erfc(delta/math.Sqrt2), 1e-11)), unlikely)
}

// alike is 1 where two sets are equal, −1 where they have nothing in common, 0 where both
// are empty. One of two that is empty counts half: what is said in digits in one language
// may be said in a word in another.
func alike(a, b []string) float64 {
	switch {
	case len(a)+len(b) == 0:
		return 0
	case len(a) == 0 || len(b) == 0:
		return -0.5
	}
	n := inBoth(a, b)
	if n == 0 {
		return -1
	}
	return 2 * float64(n) / float64(len(a)+len(b))
}

func inBoth(a, b []string) (n int) {
	for _, v := range a {
		if slices.Contains(b, v) {
			n++
		}
	}
	return n
}

// letters counts what a text's length is measured in.
func letters(s string) (n float64) {
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			n++
		}
	}
	return n
}
