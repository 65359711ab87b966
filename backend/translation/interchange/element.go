package interchange

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"

	"khabar/backend/newsroom"
)

// element is a piece of a file of units: an element, or text where name is "".
type element struct {
	name     string // without its namespace
	attrs    map[string]string
	children []element
	text     string
	line     int
}

// deepest is how deep elements may be inside each other: marks in marks in marks.
const deepest = 64

// readElement reads the first element of data, which begins on a line of its file.
func readElement(data string, line int) (element, error) {
	in := xml.NewDecoder(strings.NewReader(data))
	in.CharsetReader = func(string, io.Reader) (io.Reader, error) {
		return nil, newsroom.Errorf(newsroom.Invalid, "interchange.encoding")
	}
	for {
		token, err := in.Token()
		if err != nil {
			return element{}, brokenAt(in, line, err)
		}
		if start, ok := token.(xml.StartElement); ok {
			return readBelow(in, start, line, 0)
		}
	}
}

func readBelow(in *xml.Decoder, start xml.StartElement, line, depth int) (element, error) {
	at, _ := in.InputPos()
	e := element{name: start.Name.Local, attrs: map[string]string{}, line: line + at - 1}
	for _, a := range start.Attr {
		e.attrs[a.Name.Local] = a.Value
	}
	if depth > deepest {
		return e, newsroom.Errorf(newsroom.Invalid, "interchange.xml", "line", e.line)
	}
	for {
		token, err := in.Token()
		if err != nil {
			return e, brokenAt(in, line, err)
		}
		switch t := token.(type) {
		case xml.EndElement:
			return e, nil
		case xml.CharData:
			e.children = append(e.children, element{text: string(t)})
		case xml.StartElement:
			child, err := readBelow(in, t, line, depth+1)
			if err != nil {
				return e, err
			}
			e.children = append(e.children, child)
		}
	}
}

// brokenAt says on which line of the file XML ends to be XML.
func brokenAt(in *xml.Decoder, line int, err error) error {
	if _, coded := errors.AsType[*newsroom.Error](err); coded {
		return err
	}
	at, _ := in.InputPos()
	return newsroom.Errorf(newsroom.Invalid, "interchange.xml", "line", line+at-1, err)
}

// first returns the first child with a name.
func (e element) first(name string) (element, bool) {
	for _, c := range e.children {
		if c.name == name {
			return c, true
		}
	}
	return element{}, false
}

// all is the text in an element and what is in it.
func (e element) all() string {
	if e.name == "" {
		return e.text
	}
	var b strings.Builder
	for _, c := range e.children {
		b.WriteString(c.all())
	}
	return b.String()
}

// escaped is s as XML has it. Whether XML can have it, representable says.
func escaped(s string) string {
	var b strings.Builder
	xml.EscapeText(&b, []byte(s)) // a Builder takes everything
	return strings.ReplaceAll(b.String(), "&#xA;", "\n")
}

// representable reports whether XML has all characters of s.
func representable(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool {
		return r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == 0xFFFE || r == 0xFFFF || r == 0xFFFD
	})
}
