package interchange

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"

	"khabar/backend/newsroom"
)

// What TBX-Basic (ISO 30042:2008, LISA TBX-Basic 2) calls things.
const (
	preferred  = "preferredTerm-admn-sts"
	deprecated = "deprecatedTerm-admn-sts"
	status     = "administrativeStatus"
	subject    = "subjectField"  // of a concept: the kind of name
	subset     = "projectSubset" // of a concept: the tag that speaks of it
	conceptID  = "name-"         // an XML id begins with a letter
)

// WriteTBX writes names as TBX-Basic, the form that other programs read most widely (martif,
// as OmegaT has it): a concept for each name, in each language the accepted spelling as the
// preferred term and the variants as deprecated ones, the kind as subject field.
func WriteTBX(w io.Writer, names []newsroom.Name, title string) error {
	f := martif{Type: "TBX-Basic", Lang: "en"}
	f.Header.Title, f.Header.Source = title, title
	f.Header.Constraints.Type, f.Header.Constraints.File = "XCSURI", "TBXBasicXCSV02.xcs"
	for _, n := range names {
		f.Entries = append(f.Entries, conceptOf(n))
	}
	if _, err := io.WriteString(w, xml.Header+"<!DOCTYPE martif SYSTEM \"TBXBasiccoreStructV02.dtd\">\n"); err != nil {
		return err
	}
	e := xml.NewEncoder(w)
	e.Indent("", "  ")
	if err := e.Encode(f); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}

func conceptOf(n newsroom.Name) concept {
	c := concept{ID: conceptID + string(n.ID), Descrips: []described{{subject, string(n.Kind)}}, Note: n.Note}
	if n.Tag != "" {
		c.Admins = []described{{subset, string(n.Tag)}}
	}
	for _, l := range newsroom.Languages {
		set := termSet{Lang: string(l)}
		if s := n.Labels[l]; s != "" {
			set.Terms = append(set.Terms, newTerm(s, preferred))
		}
		for _, s := range n.Variants[l] {
			set.Terms = append(set.Terms, newTerm(s, deprecated))
		}
		if len(set.Terms) > 0 {
			c.Sets = append(c.Sets, set)
		}
	}
	return c
}

// ReadTBX reads TBX: the form of 2008 (martif, termEntry, langSet, tig or ntig) and that of
// 2019 (tbx, conceptEntry, langSec, termSec), whatever its dialect. The first term of a
// language that is not deprecated, superseded or merely admitted is the accepted spelling,
// the others are variants. "fr-CA" counts as French; languages that the newsroom does not
// have are passed over. Errors are Invalid: the file is no XML, or no TBX.
func ReadTBX(r io.Reader) (entries []Entry, problems []Problem, err error) {
	in := xml.NewDecoder(io.LimitReader(r, maxFile))
	in.Strict = true
	in.CharsetReader = func(string, io.Reader) (io.Reader, error) {
		return nil, newsroom.Errorf(newsroom.Invalid, "interchange.encoding")
	}
	tbx := false
	for {
		token, err := in.Token()
		if errors.Is(err, io.EOF) && tbx {
			return entries, problems, nil
		}
		if err != nil {
			return entries, problems, notXML(in, err)
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		tbx = tbx || start.Name.Local == "martif" || start.Name.Local == "tbx"
		if !tbx {
			return nil, nil, newsroom.Errorf(newsroom.Invalid, "interchange.tbx")
		}
		if start.Name.Local != "termEntry" && start.Name.Local != "conceptEntry" {
			continue
		}
		line, _ := in.InputPos()
		var c concept
		if err := in.DecodeElement(&c, &start); err != nil {
			return entries, problems, notXML(in, err)
		}
		n, err := nameOf(c).Complete()
		if err != nil {
			problems = append(problems, Problem{line, err})
			continue
		}
		entries = append(entries, Entry{n, line})
	}
}

func notXML(in *xml.Decoder, err error) error {
	if newsroom.CodeOf(err) == newsroom.Invalid {
		return err
	}
	line, _ := in.InputPos()
	return newsroom.Errorf(newsroom.Invalid, "interchange.xml", "line", line, err)
}

// nameOf turns a concept into a name.
func nameOf(c concept) newsroom.Name {
	n := newsroom.Name{Note: strings.TrimSpace(c.Note), Labels: map[newsroom.Lang]string{}, Variants: map[newsroom.Lang][]string{}}
	if id, ours := strings.CutPrefix(c.ID, conceptID); ours {
		n.ID = newsroom.NameID(id)
	}
	for _, d := range c.Descrips {
		if kind := newsroom.NameKind(d.Text); d.Type == subject && knownKind(kind) {
			n.Kind = kind
		}
	}
	for _, d := range c.Admins {
		if tag := newsroom.TermID(strings.TrimSpace(d.Text)); d.Type == subset && tag.Valid() {
			n.Tag = tag
		}
	}
	for _, set := range append(c.Sets, c.Sections...) {
		tag, _, _ := strings.Cut(strings.ReplaceAll(strings.ToLower(set.Lang), "_", "-"), "-")
		l := newsroom.Lang(tag)
		if !l.Valid() {
			continue
		}
		for _, t := range set.Terms {
			if t.Nested != nil {
				t = *t.Nested
			}
			switch {
			case strings.TrimSpace(t.text()) == "":
			case n.Labels[l] == "" && !t.unaccepted():
				n.Labels[l] = t.text()
			default:
				n.Variants[l] = append(n.Variants[l], t.text())
			}
		}
	}
	return n
}

func knownKind(k newsroom.NameKind) bool {
	for _, known := range newsroom.NameKinds {
		if k == known {
			return true
		}
	}
	return false
}
