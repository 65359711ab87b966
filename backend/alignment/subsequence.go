package alignment

import (
	"slices"

	"khabar/backend/newsroom"
)

// common tells pair the elements of a longest common subsequence of a and b within g and
// returns the gaps between them. Equal ends are cut off first; what is then too large for
// the table is parted at elements that are unique in both (Bram Cohen's patience diff).
func common(a, b []newsroom.Digest, g gap, pair func(i, j int)) (gaps []gap) {
	for g.a < g.aEnd && g.b < g.bEnd && a[g.a] == b[g.b] {
		pair(g.a, g.b)
		g.a, g.b = g.a+1, g.b+1
	}
	for g.a < g.aEnd && g.b < g.bEnd && a[g.aEnd-1] == b[g.bEnd-1] {
		g.aEnd, g.bEnd = g.aEnd-1, g.bEnd-1
		pair(g.aEnd, g.bEnd)
	}
	n, m := g.aEnd-g.a, g.bEnd-g.b
	if n == 0 || m == 0 {
		return parted(nil, g)
	}
	var anchors [][2]int
	if n <= maxPairs/m {
		chain(n, m, func(x, y int) float64 {
			if a[g.a+x] == b[g.b+y] {
				return 1
			}
			return 0
		}, func(x, y int) { anchors = append(anchors, [2]int{g.a + x, g.b + y}) })
		slices.Reverse(anchors)
		for _, at := range anchors {
			pair(at[0], at[1])
		}
		return between(g, anchors, func(in gap) []gap { return parted(nil, in) })
	}
	anchors = unique(a, b, g)
	if len(anchors) == 0 {
		return []gap{g}
	}
	for _, at := range anchors {
		pair(at[0], at[1])
	}
	return between(g, anchors, func(in gap) []gap { return common(a, b, in, pair) })
}

func parted(gaps []gap, g gap) []gap {
	if g.a == g.aEnd && g.b == g.bEnd {
		return gaps
	}
	return append(gaps, g)
}

// between calls f with the gaps before, between and after anchors.
func between(g gap, anchors [][2]int, f func(gap) []gap) (gaps []gap) {
	for _, at := range anchors {
		gaps = append(gaps, f(gap{g.a, at[0], g.b, at[1]})...)
		g.a, g.b = at[0]+1, at[1]+1
	}
	return append(gaps, f(g)...)
}

// unique returns the longest rising run of pairs of elements that occur once in each.
func unique(a, b []newsroom.Digest, g gap) [][2]int {
	count := map[newsroom.Digest][2]int{}
	at := map[newsroom.Digest]int{}
	for _, d := range a[g.a:g.aEnd] {
		c := count[d]
		count[d] = [2]int{c[0] + 1, c[1]}
	}
	for j := g.b; j < g.bEnd; j++ {
		c := count[b[j]]
		count[b[j]] = [2]int{c[0], c[1] + 1}
		at[b[j]] = j
	}
	var pairs [][2]int
	for i := g.a; i < g.aEnd; i++ {
		if count[a[i]] == [2]int{1, 1} {
			pairs = append(pairs, [2]int{i, at[a[i]]})
		}
	}
	return rising(pairs)
}

// rising returns a longest subsequence of pairs whose second numbers rise.
func rising(pairs [][2]int) [][2]int {
	var tails []int // index of the pair that ends the best run of each length
	back := make([]int, len(pairs))
	for i, p := range pairs {
		n, _ := slices.BinarySearchFunc(tails, p[1], func(t, v int) int { return pairs[t][1] - v })
		back[i] = -1
		if n > 0 {
			back[i] = tails[n-1]
		}
		if n == len(tails) {
			tails = append(tails, i)
		} else {
			tails[n] = i
		}
	}
	var out [][2]int
	if len(tails) > 0 {
		for i := tails[len(tails)-1]; i >= 0; i = back[i] {
			out = append(out, pairs[i])
		}
	}
	slices.Reverse(out)
	return out
}

// chain finds the pairs (x, y), both rising, whose worth adds up to the most, and tells
// them to pair from the last to the first. Worthless pairs are not told.
func chain(n, m int, worth func(x, y int) float64, pair func(x, y int)) {
	if n == 0 || m == 0 {
		return
	}
	best := make([]float64, (n+1)*(m+1))
	value := make([]float64, n*m)
	for x := range n {
		for y := range m {
			v := worth(x, y)
			value[x*m+y] = v
			at := (x+1)*(m+1) + y + 1
			best[at] = max(best[at-1], best[at-m-1])
			if v > 0 {
				best[at] = max(best[at], best[at-m-2]+v)
			}
		}
	}
	for x, y := n, m; x > 0 && y > 0; {
		at := x*(m+1) + y
		switch v := value[(x-1)*m+y-1]; {
		case v > 0 && best[at] == best[at-m-2]+v:
			pair(x-1, y-1)
			x, y = x-1, y-1
		case best[at] == best[at-1]:
			y--
		default:
			x--
		}
	}
}
