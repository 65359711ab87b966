package interchange

import (
	"encoding/xml"
	"strings"
)

// martif is a TBX file as it is written; reading goes entry by entry.
type martif struct {
	XMLName xml.Name `xml:"martif"`
	Type    string   `xml:"type,attr"`
	Lang    string   `xml:"http://www.w3.org/XML/1998/namespace lang,attr"`
	Header  struct {
		Title       string `xml:"fileDesc>titleStmt>title"`
		Source      string `xml:"fileDesc>sourceDesc>p"`
		Constraints struct {
			Type string `xml:"type,attr"`
			File string `xml:",chardata"`
		} `xml:"encodingDesc>p"`
	} `xml:"martifHeader"`
	Entries []concept `xml:"text>body>termEntry"`
}

// concept is a termEntry, or a conceptEntry of the later form.
type concept struct {
	ID       string      `xml:"id,attr"`
	Descrips []described `xml:"descrip"`
	Admins   []described `xml:"admin"`
	Note     string      `xml:"note,omitempty"`
	Sets     []termSet   `xml:"langSet"`
	Sections []termSet   `xml:"langSec"`
}

// described is a descrip, an admin or a termNote: a data category and its value.
type described struct {
	Type string `xml:"type,attr"`
	Text string `xml:",chardata"`
}

// termSet is what a concept is called in one language. What is no term in it has no text.
type termSet struct {
	Lang  string `xml:"http://www.w3.org/XML/1998/namespace lang,attr"`
	Terms []term `xml:",any"`
}

// term is a tig, an ntig or a termSec: a term with what is said of it.
type term struct {
	XMLName xml.Name
	Term    string      `xml:"term"`
	Notes   []described `xml:"termNote"`
	Nested  *term       `xml:"termGrp"` // of an ntig
}

func newTerm(s, state string) term {
	return term{XMLName: xml.Name{Local: "tig"}, Term: s, Notes: []described{{status, state}}}
}

func (t term) text() string { return strings.Join(strings.Fields(t.Term), " ") }

// unaccepted reports whether the file says that the term should not be used, or only may be.
func (t term) unaccepted() bool {
	for _, n := range t.Notes {
		state := strings.TrimSpace(n.Text)
		if n.Type == status && (strings.HasPrefix(state, "deprecated") || strings.HasPrefix(state, "superseded") || strings.HasPrefix(state, "admitted")) {
			return true
		}
		if n.Type == "termType" && state == "variant" {
			return true
		}
	}
	return false
}
