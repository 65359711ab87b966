package alignment

import (
	"math"
	"slices"
	"unicode"

	"khabar/backend/newsroom"
)

// Pair says that blocks of a source and blocks of a target belong together.
type Pair struct{ Source, Target []int }

// Guess pairs the blocks of two texts of which nobody has said what belongs to what. Blocks
// without counterpart are in no pair.
//
// It is the dynamic programme of Gale and Church ("A program for aligning sentences in
// bilingual corpora", Computational Linguistics 19, 1993), with blocks for sentences: a long
// paragraph becomes a long paragraph, and one becomes one, none or two. What the two texts
// share whatever their languages counts beside length: the kind of block, the pictures and
// addresses in it, the numbers, whichever digits they are written in.
func Guess(source, target []Block) []Pair {
	g := newGuess(source, target)
	g.fill()
	return g.pairs()
}

// LinksOf records pairs as links.
func LinksOf(from newsroom.Lang, source, target []Block, pairs []Pair) newsroom.Links {
	l := newsroom.Links{From: from}
	s, t := Keys(source), Keys(target)
	for _, p := range pairs {
		for _, j := range p.Target {
			link := newsroom.Link{Target: t[j]}
			for _, i := range p.Source {
				link.Sources = append(link.Sources, s[i])
			}
			l.Pairs = append(l.Pairs, link)
		}
	}
	return l
}

// bead is how many blocks of either text go together, and how unlikely that is: the
// logarithms of Gale and Church's table 5, times −100.
type bead struct {
	s, t int
	cost float64
}

var beads = []bead{{1, 1, 12}, {1, 0, 461}, {0, 1, 461}, {2, 1, 311}, {1, 2, 311}, {2, 2, 451}}

const (
	variance   = 6.8 // of the length of a translation per character, the same
	leastBand  = 30  // blocks on either side of the diagonal that are looked at
	mostCells  = 1e6 // of the table, on either side
	otherKind  = 300 // a heading is not a paragraph
	whole      = 500 // a heading, a picture, a table is seldom split or joined
	sameTarget = 400 // they show the same picture, or lead to the same place
	sameNumber = 200 // of a bead whose numbers are all the same
)

type guess struct {
	s, t   []trait
	ratio  float64 // characters of the target for each of the source
	width  int
	cost   [][]float64
	choice [][]int8
}

func newGuess(source, target []Block) *guess {
	g := &guess{s: traits(source), t: traits(target), ratio: 1}
	if a, b := length(g.s), length(g.t); a > 0 && b > 0 {
		g.ratio = b / a
	}
	n, m := max(len(source), 1), len(target)
	g.width = min(leastBand+m/10, mostCells/n) + m/n + 1 // the last keeps the rows in touch
	return g
}

func length(all []trait) (sum float64) {
	for _, t := range all {
		sum += t.length
	}
	return sum
}

// band is the part of row i that is looked at.
func (g *guess) band(i int) (from, to int) {
	middle := 0
	if len(g.s) > 0 {
		middle = i * len(g.t) / len(g.s)
	}
	return max(0, middle-g.width), min(len(g.t), middle+g.width)
}

func (g *guess) fill() {
	for i := range len(g.s) + 1 {
		from, to := g.band(i)
		row, chosen := make([]float64, to+1-from), make([]int8, to+1-from)
		g.cost, g.choice = append(g.cost, row), append(g.choice, chosen)
		for j := from; j <= to; j++ {
			row[j-from], chosen[j-from] = math.Inf(1), -1
			if i == 0 && j == 0 {
				row[0] = 0
				continue
			}
			for n, b := range beads {
				if before := g.at(i-b.s, j-b.t); !math.IsInf(before, 1) {
					if c := before + g.price(i, j, b); c < row[j-from] {
						row[j-from], chosen[j-from] = c, int8(n)
					}
				}
			}
		}
	}
}

func (g *guess) at(i, j int) float64 {
	if i < 0 || j < 0 {
		return math.Inf(1)
	}
	from, to := g.band(i)
	if j < from || j > to {
		return math.Inf(1)
	}
	return g.cost[i][j-from]
}

func (g *guess) pairs() (pairs []Pair) {
	for i, j := len(g.s), len(g.t); i > 0 || j > 0; {
		from, _ := g.band(i)
		b := beads[g.choice[i][j-from]]
		if b.s > 0 && b.t > 0 {
			pairs = append(pairs, Pair{run(i-b.s, i), run(j-b.t, j)})
		}
		i, j = i-b.s, j-b.t
	}
	slices.Reverse(pairs)
	return pairs
}

func run(from, to int) (all []int) {
	for i := from; i < to; i++ {
		all = append(all, i)
	}
	return all
}

// price is how unlikely it is that the blocks before i and j make bead b.
func (g *guess) price(i, j int, b bead) float64 {
	s, t := g.s[i-b.s:i], g.t[j-b.t:j]
	cost := b.cost
	if b.s == 0 || b.t == 0 {
		for _, x := range append(slices.Clip(s), t...) {
			if x.shown != nil {
				cost += sameTarget // a picture is seldom left out
			}
		}
		return cost
	}
	cost += g.lengths(length(s), length(t))
	x, y := together(s), together(t)
	if x.kind != y.kind || x.kind == mixed {
		cost += otherKind
	}
	if b.s+b.t > 2 && (x.kind != prose[0] || y.kind != prose[0]) {
		cost += whole
	}
	cost -= sameTarget * alike(x.shown, y.shown)
	return cost - sameNumber*alike(x.numbers, y.numbers)
}

// lengths is −100 times the logarithm of the chance that a text of a characters becomes one
// of b.
func (g *guess) lengths(a, b float64) float64 {
	middle := (a + b/g.ratio) / 2
	if middle == 0 {
		return 0
	}
	delta := math.Abs(b-a*g.ratio) / math.Sqrt(variance*middle*g.ratio)
	return min(-100*math.Log(math.Max(math.Erfc(delta/math.Sqrt2), 1e-11)), 2500)
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
	n := 0
	for _, v := range a {
		if slices.Contains(b, v) {
			n++
		}
	}
	if n == 0 {
		return -1
	}
	return 2 * float64(n) / float64(len(a)+len(b))
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
