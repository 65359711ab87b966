package journal

import (
	"cmp"
	"fmt"
	"maps"
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

// View returns the text that every device shows for an edition with these heads (in
// the order of Heads), and the fields in which they conflict. text gives the text of a
// revision; it is asked for heads and for ancestors of them.
//
// The heads are merged one after the other. The base of each merge is the lowest common
// ancestor of the new head and of all those merged before it; where there are several, it
// is their own view, as in Git's recursive merge.
func View(nodes []Node, heads []newsroom.RevisionID, text func(newsroom.RevisionID) newsroom.Text) (newsroom.Text, []string) {
	g := graph{nodes: map[newsroom.RevisionID]Node{}, text: text, views: map[string]view{}}
	for _, n := range nodes {
		g.nodes[n.ID] = n
	}
	v := g.view(heads)
	return v.text, v.unclear
}

type graph struct {
	nodes map[newsroom.RevisionID]Node
	text  func(newsroom.RevisionID) newsroom.Text
	views map[string]view // by heads: several merges may share a base
}

type view struct {
	text    newsroom.Text
	unclear []string
}

func (g graph) view(heads []newsroom.RevisionID) view {
	switch len(heads) {
	case 0:
		return view{}
	case 1:
		return view{text: g.text(heads[0])}
	}
	name := fmt.Sprint(heads)
	if v, ok := g.views[name]; ok {
		return v
	}
	v := view{text: g.text(heads[0])}
	merged := g.past(heads[0])
	for _, h := range heads[1:] {
		past := g.past(h)
		base := g.view(g.meet(merged, past)).text
		var fields []string
		v.text, fields = Merge(base, v.text, g.text(h))
		v.unclear = append(v.unclear, fields...)
		maps.Copy(merged, past)
	}
	v.unclear = sorted(v.unclear)
	g.views[name] = v
	return v
}

// past returns id and everything that it was made from.
func (g graph) past(id newsroom.RevisionID) map[newsroom.RevisionID]bool {
	past := map[newsroom.RevisionID]bool{}
	for todo := []newsroom.RevisionID{id}; len(todo) > 0; {
		id := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if n, ok := g.nodes[id]; ok && !past[id] {
			past[id] = true
			todo = append(todo, n.Parents...)
		}
	}
	return past
}

// meet returns the lowest common ancestors of two pasts, in the order of Heads: what both
// have, without what another such revision was made from.
func (g graph) meet(a, b map[newsroom.RevisionID]bool) []newsroom.RevisionID {
	var common []Node
	for id := range a {
		if b[id] {
			common = append(common, g.nodes[id])
		}
	}
	return Heads(common)
}
