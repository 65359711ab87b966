package journal_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"khabar/backend/journal"
	"khabar/backend/newsroom"
)

// branches is a history of an edition whose paragraphs are all different: what each
// revision holds, and which paragraphs somebody on the way to it took out.
type branches struct {
	nodes []journal.Node
	body  map[newsroom.RevisionID][]string
	gone  map[newsroom.RevisionID]map[string]bool
}

func (b *branches) text(id newsroom.RevisionID) newsroom.Text {
	return newsroom.Text{Body: strings.Join(b.body[id], "\n\n")}
}

// grow adds a revision made from what the parents show together, which a person read: the
// history that the desk makes, where only heads that agree are saved over together.
func (b *branches) grow(t *rapid.T, parents []newsroom.RevisionID) {
	id := newsroom.RevisionID(fmt.Sprintf("%02d", len(b.nodes)))
	view, unclear := journal.View(b.nodes, parents, b.text)
	if len(unclear) > 0 {
		parents = parents[:1]
		view = b.text(parents[0])
	}
	gone := map[string]bool{}
	for _, p := range parents {
		for paragraph := range b.gone[p] {
			gone[paragraph] = true
		}
	}
	var body []string
	for i, paragraph := range strings.Split(view.Body, "\n\n") {
		if paragraph == "" {
			continue
		}
		if rapid.IntRange(0, 4).Draw(t, "take out") == 0 {
			gone[paragraph] = true
			continue
		}
		body = append(body, paragraph)
		if rapid.IntRange(0, 5).Draw(t, "put in") == 0 {
			body = append(body, fmt.Sprintf("p%s.%d", id, i))
		}
	}
	b.nodes = append(b.nodes, journal.Node{ID: id, Parents: parents, Time: newsroom.Stamp(rapid.IntRange(0, 3).Draw(t, "time"))})
	b.body[id], b.gone[id] = body, gone
}

// However many heads there are and whoever knew of whom: a paragraph that somebody took
// out does not come back unmarked because somebody else kept it.
func TestWhatWasTakenOutDoesNotComeBackUnmarked(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := &branches{body: map[newsroom.RevisionID][]string{}, gone: map[newsroom.RevisionID]map[string]bool{}}
		b.nodes = []journal.Node{{ID: "00"}}
		b.body["00"], b.gone["00"] = []string{"a", "b", "c", "d"}, map[string]bool{}
		for range rapid.IntRange(1, 9).Draw(t, "revisions") {
			heads := journal.Heads(b.nodes)
			parents := []newsroom.RevisionID{b.nodes[rapid.IntRange(0, len(b.nodes)-1).Draw(t, "parent")].ID}
			if len(heads) > 1 && rapid.Bool().Draw(t, "together") {
				parents = heads[:2]
			}
			b.grow(t, parents)
		}
		heads := journal.Heads(b.nodes)
		view, unclear := journal.View(b.nodes, heads, b.text)
		if len(unclear) > 0 {
			return
		}
		for _, h := range heads {
			for paragraph := range b.gone[h] {
				if slices.Contains(strings.Split(view.Body, "\n\n"), paragraph) {
					t.Fatalf("%q, which %s took out, is in %q\n%v\n%v", paragraph, h, view.Body, b.nodes, b.body)
				}
			}
		}
	})
}

// The case that the property was found by: b took out what x had added, c kept it, and a
// knew of neither.
func TestThreeHeadsShareABase(t *testing.T) {
	body := map[newsroom.RevisionID]string{
		"o": "p\n\nq\n\nr", "a": "p!\n\nq\n\nr", "x": "p\n\nq\n\nr\n\nadded", "b": "p\n\nq\n\nr", "c": "p\n\nq\n\nmore\n\nr\n\nadded",
	}
	nodes := []journal.Node{
		{ID: "o"}, {ID: "a", Parents: []newsroom.EntryID{"o"}, Time: 1}, {ID: "x", Parents: []newsroom.EntryID{"o"}, Time: 2},
		{ID: "b", Parents: []newsroom.EntryID{"x"}, Time: 3}, {ID: "c", Parents: []newsroom.EntryID{"x"}, Time: 4},
	}
	view, unclear := journal.View(nodes, journal.Heads(nodes), func(id newsroom.RevisionID) newsroom.Text {
		return newsroom.Text{Body: body[id]}
	})
	if slices.Contains(strings.Split(view.Body, "\n\n"), "added") && len(unclear) == 0 {
		t.Fatalf("%q", view.Body)
	}
}

// A long history is walked once, not once for each of its revisions.
func BenchmarkView(b *testing.B) {
	var nodes []journal.Node
	for i := range 4000 {
		n := journal.Node{ID: newsroom.EntryID(fmt.Sprint(i)), Time: newsroom.Stamp(i)}
		if i > 0 {
			n.Parents = []newsroom.EntryID{newsroom.EntryID(fmt.Sprint(i - 1))}
		}
		nodes = append(nodes, n)
	}
	for _, id := range []newsroom.EntryID{"a", "b"} {
		nodes = append(nodes, journal.Node{ID: id, Parents: []newsroom.EntryID{"3999"}, Time: 1 << 40})
	}
	text := func(newsroom.RevisionID) newsroom.Text { return newsroom.Text{} }
	for b.Loop() {
		journal.View(nodes, []newsroom.RevisionID{"a", "b"}, text)
	}
}
