package alignment

import (
	"cmp"
	"slices"

	"khabar/backend/newsroom"
)

// How alike blocks must be to be taken for one another. A block that stands where the
// other stood needs little, one from elsewhere much.
const (
	alikeInPlace = 0.25
	alikeMoved   = 0.5
	pieceOf      = 0.6 // part of the words of a piece that the whole must have
	fewWords     = 4   // pieces of fewer words must stand beside another piece
)

// maxPairs bounds how many pairs of blocks are compared at once, so that a text of a
// hundred thousand tiny paragraphs costs no more than a long one.
const maxPairs = 250_000

// Follow gives for each block of before its counterparts in after, in order; none where it
// is gone. Several mean that it was split; blocks with the same counterpart were joined.
//
// Equal blocks come first: the longest common subsequence, then those that moved. Between
// them the most alike are paired in order, pieces are given to what they were split from or
// joined into, moved blocks are found by their words, and what is still left in the same
// gap was rewritten.
func Follow(before, after []Block) [][]int {
	return follow(before, after, digests(before), digests(after))
}

func follow(before, after []Block, a, b []newsroom.Digest) [][]int {
	f := newFollowing(before, after)
	f.a, f.b = a, b
	f.equal()
	f.inPlace()
	f.pieces()
	f.moved()
	f.rewritten()
	for i := range f.to {
		slices.Sort(f.to[i])
	}
	return f.to
}

type following struct {
	before, after  []Block
	a, b           []newsroom.Digest
	bags           [2][]bag
	to, from       [][]int
	exact, exactly []bool // blocks of before, of after, that have an equal counterpart
	gaps           []gap
}

// gap is a part of both texts between blocks that are equal and in the same order.
type gap struct{ a, aEnd, b, bEnd int }

func newFollowing(before, after []Block) *following {
	f := &following{
		before: before, after: after,
		to: make([][]int, len(before)), from: make([][]int, len(after)),
		exact: make([]bool, len(before)), exactly: make([]bool, len(after)),
	}
	f.bags[0], f.bags[1] = make([]bag, len(before)), make([]bag, len(after))
	return f
}

func (f *following) pair(i, j int) {
	f.to[i], f.from[j] = append(f.to[i], j), append(f.from[j], i)
}

// bagA and bagB make bags when they are first asked for: most blocks are equal.
func (f *following) bagA(i int) bag { return lazily(f.bags[0], f.before, i) }
func (f *following) bagB(j int) bag { return lazily(f.bags[1], f.after, j) }

func lazily(bags []bag, blocks []Block, i int) bag {
	if bags[i] == nil {
		bags[i] = append(bag{}, bagOf(blocks[i])...)
	}
	return bags[i]
}

// equal pairs blocks with equal digests: in order, then from elsewhere.
func (f *following) equal() {
	f.gaps = common(f.a, f.b, gap{0, len(f.a), 0, len(f.b)}, func(i, j int) {
		f.pair(i, j)
		f.exact[i], f.exactly[j] = true, true
	})
	free := map[newsroom.Digest][]int{}
	for j, d := range f.b {
		if !f.exactly[j] {
			free[d] = append(free[d], j)
		}
	}
	for i, d := range f.a {
		if js := free[d]; !f.exact[i] && len(js) > 0 {
			f.pair(i, js[0])
			f.exact[i], f.exactly[js[0]] = true, true
			free[d] = js[1:]
		}
	}
}

// open lists the blocks of a gap that have no counterpart yet.
func (f *following) open(g gap) (as, bs []int) {
	for i := g.a; i < g.aEnd; i++ {
		if len(f.to[i]) == 0 {
			as = append(as, i)
		}
	}
	for j := g.b; j < g.bEnd; j++ {
		if len(f.from[j]) == 0 {
			bs = append(bs, j)
		}
	}
	return as, bs
}

// inPlace pairs the blocks of each gap so that they are, in order, as alike as can be.
func (f *following) inPlace() {
	for _, g := range f.gaps {
		as, bs := f.open(g)
		if len(as)*len(bs) > maxPairs {
			continue
		}
		chain(len(as), len(bs), func(x, y int) float64 {
			if s := likeness(f.bagA(as[x]), f.bagB(bs[y])); s >= alikeInPlace {
				return s
			}
			return 0
		}, func(x, y int) { f.pair(as[x], bs[y]) })
	}
}

// moved pairs what is left anywhere, the most alike first.
func (f *following) moved() {
	as, bs := f.open(gap{0, len(f.before), 0, len(f.after)})
	if len(as)*len(bs) > maxPairs {
		return
	}
	type candidate struct {
		i, j  int
		alike float64
	}
	var all []candidate
	for _, i := range as {
		for _, j := range bs {
			if s := likeness(f.bagA(i), f.bagB(j)); s >= alikeMoved {
				all = append(all, candidate{i, j, s})
			}
		}
	}
	slices.SortStableFunc(all, func(x, y candidate) int { return cmp.Compare(y.alike, x.alike) })
	for _, c := range all {
		if len(f.to[c.i]) == 0 && len(f.from[c.j]) == 0 {
			f.pair(c.i, c.j)
		}
	}
}

// rewritten pairs what is left in a gap, in order and by kind.
func (f *following) rewritten() {
	for _, g := range f.gaps {
		as, bs := f.open(g)
		for _, i := range as {
			at := slices.IndexFunc(bs, func(j int) bool { return f.after[j].Kind == f.before[i].Kind })
			if at >= 0 {
				f.pair(i, bs[at])
				bs = bs[at+1:]
			}
		}
	}
}
