package alignment

import (
	"math"
	"slices"
)

// programme finds the cheapest way through two texts by dynamic programming. A way is made
// of beads, blocks that belong together, and of runs of blocks that have no counterpart. As
// with gaps in sequences (Gotoh, Journal of Molecular Biology 162, 1982), a run costs as it
// begins and little as it goes on; it is cheapest at the end, where a translation stops.
type programme struct {
	s, t         []trait
	pairS, pairT []trait // of each block and the next together
	ratio        float64
	width        int
	last         [3]row // the row that is filled, and the two before it
	choice       [][]step
}

// bead is how many blocks of either text belong together.
type bead struct {
	s, t int
	cost float64
}

var beads = []bead{{1, 1, oneToOne}, {2, 1, twoToOne}, {1, 2, twoToOne}}

// What comes last on a way to a cell.
const (
	matched = iota // a bead
	skipped        // a block of the source without counterpart
	added          // a block of the target without counterpart
	ends
)

// row is the price of the cheapest way to each cell by how it ends, from the cell first on.
type row struct {
	first int
	cost  [][ends]float64
}

// step is, by how a way ends, how it ended before and the bead that was added.
type step [ends]struct{ before, bead int8 }

const mostCells = 1e6 // of the table, on either side of the diagonal

func newProgramme(s, t []trait, ratio float64) *programme {
	p := &programme{s: s, t: t, pairS: twos(s), pairT: twos(t), ratio: ratio}
	p.width = min(len(t), mostCells/len(s)) + len(t)/len(s) + 1 // the last keeps the rows in touch
	return p
}

func twos(all []trait) []trait {
	var pairs []trait
	for i := range len(all) - 1 {
		pairs = append(pairs, together(all[i:i+2]))
	}
	return pairs
}

// band is the part of row i that is looked at.
func (p *programme) band(i int) (from, to int) {
	middle := i * len(p.t) / len(p.s)
	return max(0, middle-p.width), min(len(p.t), middle+p.width)
}

func (p *programme) fill() {
	for i := range len(p.s) + 1 {
		from, to := p.band(i)
		p.last = [3]row{{from, make([][ends]float64, to+1-from)}, p.last[0], p.last[1]}
		p.choice = append(p.choice, make([]step, to+1-from))
		for j := from; j <= to; j++ {
			p.cell(i, j)
		}
	}
}

func (p *programme) cell(i, j int) {
	cost, chosen := &p.last[0].cost[j-p.last[0].first], &p.choice[i][j-p.last[0].first]
	*cost = [ends]float64{math.Inf(1), math.Inf(1), math.Inf(1)}
	if i == 0 && j == 0 {
		cost[matched] = 0
		return
	}
	better := func(end int, price float64, before, bead int) {
		if price < cost[end] {
			cost[end], chosen[end].before, chosen[end].bead = price, int8(before), int8(bead)
		}
	}
	for n, b := range beads {
		before, ok := p.at(i, b.s, j-b.t)
		if !ok {
			continue
		}
		end := cheapest(before)
		if math.IsInf(before[end], 1) {
			continue
		}
		x, y := p.blocks(i, j, b)
		better(matched, before[end]+p.price(x, y, b), end, n)
	}
	if before, ok := p.at(i, 1, j); ok {
		for end, price := range before {
			better(skipped, price+leave(p.s[i-1], end == skipped, j == len(p.t), sourceRun), end, 0)
		}
	}
	if before, ok := p.at(i, 0, j-1); ok {
		for end, price := range before {
			better(added, price+leave(p.t[j-1], end == added, i == len(p.s), targetRun), end, 0)
		}
	}
}

// blocks are the two sides of a bead that ends before i and j.
func (p *programme) blocks(i, j int, b bead) (x, y trait) {
	if x = p.s[i-1]; b.s == 2 {
		x = p.pairS[i-2]
	}
	if y = p.t[j-1]; b.t == 2 {
		y = p.pairT[j-2]
	}
	return x, y
}

// at is the price of the ways to the cell up rows above row i, in column j.
func (p *programme) at(i, up, j int) (cost [ends]float64, ok bool) {
	r := p.last[up]
	if i < up || j < r.first || j >= r.first+len(r.cost) {
		return cost, false
	}
	return r.cost[j-r.first], true
}

func cheapest(cost [ends]float64) (end int) {
	for n, c := range cost {
		if c < cost[end] {
			end = n
		}
	}
	return end
}

// run is the price of blocks without counterpart: of the first of them, of each that follows.
type run struct{ first, more, firstAtEnd, moreAtEnd float64 }

// A translator leaves out more than she adds.
var (
	sourceRun = run{220, 45, 150, 8}
	targetRun = run{700, 350, 600, 300}
)

const leftPicture = 300 // a picture is seldom left out

func leave(x trait, goesOn, atEnd bool, r run) float64 {
	cost := r.first
	switch {
	case atEnd && goesOn:
		cost = r.moreAtEnd
	case atEnd:
		cost = r.firstAtEnd
	case goesOn:
		cost = r.more
	}
	if x.shown != nil && !atEnd {
		cost += leftPicture
	}
	return cost
}

// pairs goes the cheapest way back.
func (p *programme) pairs() (pairs []Pair) {
	i, j := len(p.s), len(p.t)
	end := cheapest(p.last[0].cost[j-p.last[0].first])
	for i > 0 || j > 0 {
		from, _ := p.band(i)
		s := p.choice[i][j-from][end]
		switch end {
		case matched:
			b := beads[s.bead]
			pairs = append(pairs, Pair{places(i-b.s, i), places(j-b.t, j)})
			i, j = i-b.s, j-b.t
		case skipped:
			i--
		case added:
			j--
		}
		end = int(s.before)
	}
	slices.Reverse(pairs)
	return pairs
}

func places(from, to int) (all []int) {
	for i := from; i < to; i++ {
		all = append(all, i)
	}
	return all
}
