package names

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"khabar/backend/newsroom"
)

// node is a place in the trie: the words so far.
type node struct {
	next map[string][]edge // by the stem of the next word
	ends []spelling        // that are complete here
}

// edge leads on by one word of a spelling.
type edge struct {
	gap   gap
	class *class
	whole string // the key of the word as it is spelt
	to    *node
}

// spelling is one way to write a name.
type spelling struct {
	name    *newsroom.Name
	state   State
	capital bool // it begins with a capital, and a word without one is something else
}

// addSpelling enters a spelling word by word, each under every stem that it may have.
func (f *Finder) addSpelling(n *newsroom.Name, s string, state State) {
	words := split(s)
	if len(words) == 0 {
		return
	}
	end := &f.root
	for i, w := range words {
		if i > 0 && w.gap == broken {
			return // no text is searched across such a gap
		}
		end = end.grow(w, f.rules.classesOf(w.key, n.Kind, i == len(words)-1))
	}
	held := spelling{n, state, n.Kind != newsroom.Expression && capital(s[words[0].start:])}
	if !end.knows(n) {
		end.ends = append(end.ends, held)
	}
	f.addOpener(s, words, held)
}

func (n *node) knows(name *newsroom.Name) bool {
	for _, e := range n.ends {
		if e.name == name {
			return true
		}
	}
	return false
}

// grow returns the node that w leads to, whichever of its classes it is met in.
func (n *node) grow(w word, classes []*class) *node {
	if n.next == nil {
		n.next = map[string][]edge{}
	}
	to := n.child(w)
	if to == nil {
		to = &node{}
	}
	for _, c := range classes {
		stem := strings.TrimSuffix(w.key, c.nominative)
		if e := (edge{w.gap, c, w.key, to}); !slices.Contains(n.next[stem], e) {
			n.next[stem] = append(n.next[stem], e)
		}
	}
	return to
}

// child returns where w leads already, nil where nowhere.
func (n *node) child(w word) *node {
	for _, e := range n.next[w.key] {
		if e.whole == w.key && e.gap == w.gap {
			return e.to
		}
	}
	return nil
}

// step is one word of a match: what stands around its stem, in bytes of its key.
type step struct {
	edge    edge
	prefix  string // of the key
	ending  string
	article bool // the article has melted into the prefix: لل
	loose   bool // a hyphen for a space, or the other way round
}

func (s step) around() int {
	if s.ending == s.edge.class.nominative {
		return len(s.prefix)
	}
	return len(s.prefix) + len(s.ending)
}

// match is a name at a place.
type match struct {
	of    spelling
	steps []step
}

func (m match) state() State {
	for _, s := range m.steps {
		if s.loose {
			return Variant
		}
	}
	return m.of.state
}

// better orders two matches that begin at one word.
func (m match) better(o match) bool {
	around := func(m match) (n int) {
		for _, s := range m.steps {
			n += s.around()
		}
		return n
	}
	rank := func(m match) int {
		if m.state() == Accepted {
			return 1
		}
		return 0
	}
	return cmp.Or(cmp.Compare(len(m.steps), len(o.steps)), cmp.Compare(rank(m), rank(o)), cmp.Compare(around(o), around(m)),
		cmp.Compare(o.of.name.ID, m.of.name.ID)) > 0
}

// longest returns the best match that begins at word i.
func (f *Finder) longest(text string, words []word, i int) (best match, ok bool) {
	if words[i].gap == apostrophe && !f.rules.elided[words[i-1].key] {
		return best, false
	}
	var path []step
	var walk func(n *node, j int)
	walk = func(n *node, j int) {
		if len(path) > 0 && f.rules.endsAt(words, j) {
			for _, s := range n.ends {
				m := match{of: s, steps: path}
				if (!s.capital || capital(text[words[i].start:])) && (!ok || m.better(best)) {
					m.steps = append([]step(nil), path...)
					best, ok = m, true
				}
			}
		}
		if n.next == nil || j == len(words) {
			return
		}
		f.rules.forms(words[j].key, len(path) == 0, func(prefix, stem, ending string, article bool) {
			for _, e := range n.next[stem] {
				first := len(path) == 0
				if !first && !e.gap.close(words[j].gap) || !e.class.takes(prefix, stem, ending) {
					continue
				}
				path = append(path, step{e, prefix, ending, article, !first && e.gap != words[j].gap})
				walk(e.to, j+1)
				path = path[:len(path)-1]
			}
		})
	}
	walk(&f.root, i)
	return best, ok
}

func letters(s string) int { return utf8.RuneCountInString(s) }
