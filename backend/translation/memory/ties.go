package memory

// ties says which blocks of several texts belong together: those that are tied to each
// other, directly or through others. (Union–find, without ranks: the groups are small.)
type ties struct {
	start  []int // number of the first block of each text, and of what follows the last
	parent []int
}

func newTies(texts []text) ties {
	t := ties{start: []int{0}}
	for i, x := range texts {
		t.start = append(t.start, t.start[i]+len(x.blocks))
	}
	for n := range t.start[len(texts)] {
		t.parent = append(t.parent, n)
	}
	return t
}

func (t ties) root(n int) int {
	for t.parent[n] != n {
		t.parent[n] = t.parent[t.parent[n]]
		n = t.parent[n]
	}
	return n
}

// tie ties blocks of text a and of text b, all to each other.
func (t ties) tie(a int, as []int, b int, bs []int) {
	if len(as) == 0 || len(bs) == 0 {
		return
	}
	root := t.root(t.start[a] + as[0])
	for _, n := range as {
		t.parent[t.root(t.start[a]+n)] = root
	}
	for _, n := range bs {
		t.parent[t.root(t.start[b]+n)] = root
	}
}

// groups returns what belongs together, in order: text by text the places of the blocks.
func (t ties) groups() (all [][][]int) {
	at := map[int]int{}
	for i := range len(t.start) - 1 {
		for n := t.start[i]; n < t.start[i+1]; n++ {
			root := t.root(n)
			g, known := at[root]
			if !known {
				g = len(all)
				at[root] = g
				all = append(all, make([][]int, len(t.start)-1))
			}
			all[g][i] = append(all[g][i], n-t.start[i])
		}
	}
	return all
}
