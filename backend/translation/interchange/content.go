package interchange

import (
	"strings"

	"khabar/backend/markdown"
	"khabar/backend/newsroom"
)

// content turns what is in the sources and targets of a unit into runs. What a mark is in
// Markdown comes from where the file says it, which other programs may have done only once:
// mostly in the source.
type content struct {
	unit     string
	data     map[string]string // original data by id, in version 2
	begin    map[string]string // Markdown of marks by their ids
	end      map[string]string
	alone    map[string]string
	problems []error
	pairs    int
	open     map[string][]int // places in out of marks that wait for their end
	out      []markdown.Run
}

func newContent(unit element) *content {
	c := &content{unit: unit.attrs["id"], data: map[string]string{}, begin: map[string]string{}, end: map[string]string{}, alone: map[string]string{}}
	if all, ok := unit.first("originalData"); ok {
		for _, d := range all.children {
			if d.name == "data" {
				c.data[d.attrs["id"]] = d.all()
			}
		}
	}
	return c
}

// runs reads the content of elements, one after another. define says that it is the source.
func (c *content) runs(parts []element, define bool) []markdown.Run {
	c.out, c.open = []markdown.Run{}, map[string][]int{}
	for _, p := range parts {
		c.below(p)
	}
	for _, places := range c.open {
		for _, at := range places {
			c.broken(c.out[at].Source)
			c.out[at].Source = ""
		}
	}
	kept := c.out[:0]
	for _, r := range c.out {
		if r.Kind == markdown.Wording || r.Source != "" {
			kept = append(kept, r)
		}
	}
	if define {
		c.problems = nil // nobody translates it
	}
	return kept
}

func (c *content) broken(mark string) {
	c.problems = append(c.problems, newsroom.Errorf(newsroom.Invalid, "interchange.markBroken", "unit", c.unit, "mark", strings.TrimSpace(mark)))
}

func (c *content) below(e element) {
	for _, child := range e.children {
		c.piece(child)
	}
}

func (c *content) piece(e element) {
	id := e.attrs["id"]
	switch e.name {
	case "":
		c.words(e.text)
	case "bpt", "bx", "sc":
		c.begins(pairName(e), known(c.begin, pairName(e), e.all(), c.data[e.attrs["dataRef"]]))
	case "ept", "ex", "ec":
		c.ends(pairName(e), known(c.end, pairName(e), e.all(), c.data[e.attrs["dataRef"]]))
	case "ph", "x", "it":
		if e.attrs["pos"] == "open" || e.attrs["pos"] == "close" {
			c.broken(e.all())
			return
		}
		if id == "" { // in TMX a mark is what it says
			c.stands(e.all(), "ph")
			return
		}
		c.stands(known(c.alone, id, e.all(), c.data[e.attrs["dataRef"]]), id)
	case "pc":
		c.begins(id, known(c.begin, id, c.data[e.attrs["dataRefStart"]]))
		c.below(e)
		c.ends(id, known(c.end, id, c.data[e.attrs["dataRefEnd"]]))
	case "g":
		c.begins(id, known(c.begin, id))
		c.below(e)
		c.ends(id, known(c.end, id))
	case "mrk", "sm", "em", "sub":
		c.below(e)
	}
}

// pairName is what the two marks of a pair have in common.
func pairName(e element) string {
	for _, name := range []string{"rid", "startRef", "id", "i"} {
		if v := e.attrs[name]; v != "" {
			return v
		}
	}
	return ""
}

// known returns what a mark is: what the file said first, where it stands in the source.
func known(all map[string]string, id string, said ...string) string {
	if s, ok := all[id]; ok {
		return s
	}
	for _, s := range said {
		if s != "" {
			all[id] = s
			return s
		}
	}
	return ""
}

func (c *content) words(s string) {
	if last := len(c.out) - 1; last >= 0 && c.out[last].Kind == markdown.Wording {
		c.out[last].Text += s
		return
	}
	c.out = append(c.out, markdown.Run{Kind: markdown.Wording, Text: s})
}

func (c *content) begins(name, mark string) {
	if mark == "" {
		c.broken(name)
		return
	}
	c.pairs++
	c.open[name] = append(c.open[name], len(c.out))
	c.out = append(c.out, markdown.Run{Kind: markdown.Open, Source: mark, Pair: c.pairs})
}

func (c *content) ends(name, mark string) {
	places := c.open[name]
	if len(places) == 0 || mark == "" {
		c.broken(mark)
		return
	}
	at := places[len(places)-1]
	c.open[name] = places[:len(places)-1]
	c.out = append(c.out, markdown.Run{Kind: markdown.Close, Source: mark, Pair: c.out[at].Pair})
}

func (c *content) stands(mark, id string) {
	if mark == "" {
		c.broken(id)
		return
	}
	c.out = append(c.out, markdown.Run{Kind: markdown.Alone, Source: mark})
}
