package alignment

import "slices"

// pieces gives blocks without counterpart to what they are a piece of: the parts of a
// block that was split, and the blocks that were joined into one. Words that a counterpart
// explains already do not count, so a new paragraph beside an edited one is not a piece of
// it for the common words in it.
func (f *following) pieces() {
	as, bs := f.open(gap{0, len(f.before), 0, len(f.after)})
	wholesB, wholesA := inexact(f.exactly), inexact(f.exact)
	if len(bs)*len(wholesA) <= maxPairs {
		for _, j := range bs {
			i := best(f.bagB(j), wholesA, f.restOfA, func(i int) bool { return beside(f.to[i], j) })
			if i >= 0 {
				f.pair(i, j)
			}
		}
	}
	if len(as)*len(wholesB) <= maxPairs {
		for _, i := range as {
			if len(f.to[i]) > 0 {
				continue // the first step split it
			}
			j := best(f.bagA(i), wholesB, f.restOfB, func(j int) bool { return beside(f.from[j], i) })
			if j >= 0 {
				f.pair(i, j)
			}
		}
	}
}

func inexact(exact []bool) (wholes []int) {
	for i, is := range exact {
		if !is {
			wholes = append(wholes, i)
		}
	}
	return wholes
}

// restOfA is the words of block i of before that none of its counterparts has.
func (f *following) restOfA(i int) bag {
	rest := f.bagA(i)
	for _, j := range f.to[i] {
		rest = rest.without(f.bagB(j))
	}
	return rest
}

func (f *following) restOfB(j int) bag {
	rest := f.bagB(j)
	for _, i := range f.from[j] {
		rest = rest.without(f.bagA(i))
	}
	return rest
}

// best returns the whole that has the largest part of the piece's words, -1 where none has
// enough of them.
func best(piece bag, wholes []int, rest func(int) bag, near func(int) bool) int {
	found, most := -1, 0.0
	for _, w := range wholes {
		part := within(piece, rest(w))
		if part >= pieceOf && part > most && (len(piece) >= fewWords || near(w)) {
			found, most = w, part
		}
	}
	return found
}

// beside reports whether one of places is next to at.
func beside(places []int, at int) bool {
	return slices.ContainsFunc(places, func(p int) bool { return p == at-1 || p == at+1 })
}
