package newsroom

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// NameID names a name: letters, digits and hyphens, as a term's id.
type NameID string

// Valid reports whether id can name a name.
func (id NameID) Valid() bool { return TermID(id).Valid() }

// NameKind says what bears a name.
type NameKind string

// The kinds of name.
const (
	Person       NameKind = "person"
	Place        NameKind = "place"
	Organisation NameKind = "organisation"
	Expression   NameKind = "term" // of a trade, an office, a programme; Term is a section or a tag
)

// NameKinds are the kinds in the order in which people are offered them.
var NameKinds = []NameKind{Person, Place, Organisation, Expression}

// Name is a person, a place, an organisation or an expression that the newsroom writes in
// one way in each language.
type Name struct {
	ID       NameID            `json:"id"`
	Kind     NameKind          `json:"kind"`
	Labels   map[Lang]string   `json:"labels"`             // the accepted spelling of each language
	Variants map[Lang][]string `json:"variants,omitempty"` // spellings that people use and the newsroom does not
	Note     string            `json:"note,omitempty"`     // for the members: who it is, why it is spelt so
	Tag      TermID            `json:"tag,omitempty"`      // the tag that speaks of it; "" = none
	Removed  bool              `json:"removed,omitempty"`
}

// Label returns the accepted spelling in l, else in English, else in any language in the
// order of Languages, else the id.
func (n Name) Label(l Lang) string { return pick(n.Labels, l, string(n.ID)) }

// Parting stands between spellings that are written in one cell; no spelling has it.
const Parting = "|"

// Limits of a name. They keep a damaged file from making the search for names slow.
const (
	MaxSpelling = 200 // characters of a spelling
	MaxVariants = 50  // spellings of a name in one language beside the accepted one
)

// Complete returns n trimmed, without empty and repeated spellings, with the kind
// Expression where it has none. Errors are Invalid: name.kind, name.noLabel where it is
// spelt in no language, name.spelling where a spelling or the note cannot be used.
func (n Name) Complete() (Name, error) {
	if n.Kind == "" {
		n.Kind = Expression
	}
	if !slices.Contains(NameKinds, n.Kind) {
		return n, Errorf(Invalid, "name.kind", "kind", string(n.Kind))
	}
	n.Note, n.Tag = strings.TrimSpace(n.Note), TermID(strings.TrimSpace(string(n.Tag)))
	if !utf8.ValidString(n.Note) || utf8.RuneCountInString(n.Note) > MaxLine || n.Tag != "" && !n.Tag.Valid() {
		return n, Errorf(Invalid, "name.note", "name", n.Label(English))
	}
	labels, variants := map[Lang]string{}, map[Lang][]string{}
	for _, l := range Languages {
		own, err := spellings(l, append([]string{n.Labels[l]}, n.Variants[l]...))
		if err != nil {
			return n, err
		}
		if own[0] != "" {
			labels[l] = own[0]
		}
		if len(own) > 1 {
			variants[l] = own[1:]
		}
	}
	if len(labels) == 0 {
		return n, Errorf(Invalid, "name.noLabel")
	}
	n.Labels, n.Variants = labels, variants
	return n, nil
}

// spellings trims all and leaves out empty and repeated ones, the first excepted.
func spellings(l Lang, all []string) ([]string, error) {
	if len(all) > 1+MaxVariants {
		return nil, Errorf(Invalid, "name.variants", "language", l.NativeName(), "max", MaxVariants)
	}
	var own []string
	for i, s := range all {
		s = strings.Join(strings.Fields(s), " ")
		if !utf8.ValidString(s) || utf8.RuneCountInString(s) > MaxSpelling || strings.Contains(s, Parting) {
			return nil, Errorf(Invalid, "name.spelling", "language", l.NativeName())
		}
		if i == 0 || s != "" && !slices.Contains(own, s) {
			own = append(own, s)
		}
	}
	return own, nil
}
