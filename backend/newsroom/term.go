package newsroom

import "cmp"

// TermKind tells the two controlled vocabularies apart.
type TermKind string

// The kinds of term.
const (
	Section TermKind = "section"
	Tag     TermKind = "tag"
)

// Standing says where a section stands on the site.
type Standing string

// The standings of a section.
const (
	InMenu  Standing = "menu"  // an entry of the navigation with a page of its own
	AsLabel Standing = "label" // shown on articles, with a page, not in the navigation
	AsPage  Standing = "page"  // a fixed page in the navigation: About
)

// Term is a section or a tag: a label and a slug in every language.
type Term struct {
	ID       TermID          `json:"id"`
	Kind     TermKind        `json:"kind"`
	Standing Standing        `json:"standing,omitempty"` // sections only
	Order    int             `json:"order"`              // place in the navigation
	Labels   map[Lang]string `json:"labels"`
	Slugs    map[Lang]string `json:"slugs"`
	Removed  bool            `json:"removed"`
	Merged   TermID          `json:"merged,omitempty"` // tags only: the tag that it went into
}

// Label returns the term's label in l, else in English, else in any language in the
// order of Languages, else its id.
func (t Term) Label(l Lang) string { return pick(t.Labels, l, string(t.ID)) }

// Slug returns the term's slug in l, falling back as Label does.
func (t Term) Slug(l Lang) string { return pick(t.Slugs, l, string(t.ID)) }

func pick(m map[Lang]string, l Lang, last string) string {
	if s := cmp.Or(m[l], m[English]); s != "" {
		return s
	}
	for _, other := range Languages {
		if m[other] != "" {
			return m[other]
		}
	}
	return last
}

// Target returns the term that stands for id once every merge in into is followed, which
// is itself where it went into none. Where terms went into each other (two people merged
// them both ways), the first of them by id stands for all, so that every device says the
// same.
func Target(into map[TermID]TermID, id TermID) TermID {
	seen := map[TermID]bool{}
	for at := id; ; at = into[at] {
		if into[at] == "" {
			return at
		}
		if !seen[at] {
			seen[at] = true
			continue
		}
		first := at
		for next := into[at]; next != at; next = into[next] {
			first = min(first, next)
		}
		return first
	}
}
