package markdown

import (
	"bytes"
	"strconv"
	"strings"
)

// Options say what a page knows and a body does not. The zero value is good for a
// preview without pictures.
type Options struct {
	// Picture finds the picture that a reference names; ok is false where the site does
	// not have it. Where the function is nil, relative references are taken as they are.
	Picture func(ref string) (Picture, bool)

	// Sizes is the sizes attribute of pictures with a srcset; "" takes one for a column
	// of text.
	Sizes string

	// VideoLabel words the link to a video: "Watch on YouTube". It gets the name of the
	// service, or the site or name of a video file; never "". Where it is nil, the link
	// is worded by that name.
	VideoLabel func(service string) string

	// Number writes the number of a footnote in the page's digits; nil writes 1, 2, 3.
	Number func(n int) string

	// NoteLabel and BackLabel name the list of footnotes and the link from a footnote
	// back to the text, for those who hear the page. They may be empty.
	NoteLabel string
	BackLabel string

	// IDPrefix opens every id, so that several bodies fit in one page.
	IDPrefix string
}

// number writes n as the page does.
func (o Options) number(n int) string {
	if o.Number == nil {
		return strconv.Itoa(n)
	}
	return o.Number(n)
}

// HTML renders body. What it returns is balanced HTML5 for the inside of an article,
// or "" where body shows nothing.
func HTML(body string, o Options) string {
	doc, source := parse(body)
	arrange(doc, source, o)
	var b bytes.Buffer
	b.Grow(len(source) * 3 / 2)
	if err := engine.Renderer().Render(&b, source, doc); err != nil {
		panic("markdown: render: " + err.Error()) // only a failing writer gives one, and memory does not fail
	}
	return strings.Map(allowed, strings.ReplaceAll(b.String(), "\r\n", "\n"))
}

// allowed drops what HTML forbids in text: controls and noncharacters. A carriage
// return is a line feed by then.
func allowed(r rune) rune {
	switch {
	case r == '\r':
		return '\n'
	case r == '\n', r == '\t':
		return r
	case r < 0x20, r >= 0x7F && r <= 0x9F, r >= 0xFDD0 && r <= 0xFDEF, r&0xFFFE == 0xFFFE:
		return -1
	}
	return r
}
