package journal

import (
	"cmp"
	"slices"

	"khabar/backend/newsroom"
)

// Node is a revision in the graph, without its text.
type Node struct {
	ID      newsroom.RevisionID
	Parents []newsroom.RevisionID
	Time    newsroom.Stamp
}

// Heads returns the revisions that no other is made from, the oldest first. A parent
// that has not arrived yet is no obstacle.
func Heads(nodes []Node) []newsroom.RevisionID {
	built := map[newsroom.RevisionID]bool{}
	for _, n := range nodes {
		for _, p := range n.Parents {
			if p != n.ID {
				built[p] = true
			}
		}
	}
	var heads []Node
	for _, n := range nodes {
		if !built[n.ID] {
			heads = append(heads, n)
		}
	}
	slices.SortFunc(heads, func(a, b Node) int { return cmp.Or(cmp.Compare(a.Time, b.Time), cmp.Compare(a.ID, b.ID)) })
	ids := make([]newsroom.RevisionID, len(heads))
	for i, n := range heads {
		ids[i] = n.ID
	}
	return slices.Compact(ids)
}

// Ancestor returns a lowest common ancestor of a and b: a revision that both come
// from and from which no other such revision comes. Of several it takes the latest by
// time, then id, so every device takes the same. "" where they share none.
func Ancestor(nodes []Node, a, b newsroom.RevisionID) newsroom.RevisionID {
	graph := map[newsroom.RevisionID]Node{}
	for _, n := range nodes {
		graph[n.ID] = n
	}
	of := func(ids ...newsroom.RevisionID) map[newsroom.RevisionID]bool {
		seen := map[newsroom.RevisionID]bool{}
		for len(ids) > 0 {
			id := ids[len(ids)-1]
			ids = ids[:len(ids)-1]
			if n, ok := graph[id]; ok && !seen[id] {
				seen[id] = true
				ids = append(ids, n.Parents...)
			}
		}
		return seen
	}
	fromA, fromB := of(a), of(b)
	var common []Node
	inner := map[newsroom.RevisionID]bool{} // ancestors of a common ancestor
	for id := range fromA {
		if fromB[id] {
			common = append(common, graph[id])
			for up := range of(graph[id].Parents...) {
				inner[up] = true
			}
		}
	}
	common = slices.DeleteFunc(common, func(n Node) bool { return inner[n.ID] })
	if len(common) == 0 {
		return ""
	}
	return slices.MaxFunc(common, func(x, y Node) int {
		return cmp.Or(cmp.Compare(x.Time, y.Time), cmp.Compare(x.ID, y.ID))
	}).ID
}

// View returns the text that every device shows for an edition with these heads (in
// the order of Heads), and the fields in which they conflict. text gives the text of a
// revision, the empty text for "".
func View(nodes []Node, heads []newsroom.RevisionID, text func(newsroom.RevisionID) newsroom.Text) (newsroom.Text, []string) {
	if len(heads) == 0 {
		return newsroom.Text{}, nil
	}
	view, unclear := text(heads[0]), []string(nil)
	for _, h := range heads[1:] {
		base := Ancestor(nodes, heads[0], h)
		var fields []string
		view, fields = Merge(text(base), view, text(h))
		unclear = append(unclear, fields...)
	}
	return view, sorted(unclear)
}

// Ancestors returns the common ancestors that View of heads may ask for.
func Ancestors(nodes []Node, heads []newsroom.RevisionID) []newsroom.RevisionID {
	var all []newsroom.RevisionID
	for i, h := range heads {
		for _, other := range heads[:i] {
			if a := Ancestor(nodes, other, h); a != "" {
				all = append(all, a)
			}
		}
	}
	return all
}
