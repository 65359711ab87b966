package interchange

import (
	"bufio"
	"bytes"
	"io"
	"regexp"
	"strconv"
	"strings"

	"khabar/backend/markdown"
	"khabar/backend/newsroom"
)

// Passage is what belongs together, by language.
type Passage map[newsroom.Lang][]markdown.Run

// TMX writes a translation memory as TMX 1.4b, passage by passage.
type TMX struct {
	b    *bufio.Writer
	Left int // wordings left out: XML does not have all of their characters
}

// NewTMX begins a file. End ends it; an error of the disk comes from there.
func NewTMX(w io.Writer) *TMX {
	t := &TMX{b: bufio.NewWriterSize(w, 1<<16)}
	t.b.WriteString(`<?xml version="1.0" encoding="UTF-8"?>` + "\n" + `<!DOCTYPE tmx SYSTEM "tmx14.dtd">` + "\n" + `<tmx version="1.4">` + "\n" +
		`  <header creationtool="Khabar" creationtoolversion="1" segtype="paragraph" o-tmf="khabar" adminlang="en" srclang="*all*" datatype="plaintext"/>` +
		"\n  <body>\n")
	return t
}

// Add writes a passage, of a story where it is of one. One that is left in a single language
// is not written.
func (t *TMX) Add(story string, p Passage) {
	var b strings.Builder
	count := 0
	for _, l := range newsroom.Languages {
		runs, here := p[l]
		if !here {
			continue
		}
		seg, ok := segment(runs)
		if !ok {
			t.Left++
			continue
		}
		count++
		b.WriteString(`      <tuv xml:lang="` + string(l) + `"><seg>` + seg + "</seg></tuv>\n")
	}
	if count < 2 {
		return
	}
	t.b.WriteString("    <tu>\n")
	if story != "" {
		t.b.WriteString(`      <prop type="x-story">` + escaped(story) + "</prop>\n")
	}
	t.b.WriteString(b.String() + "    </tu>\n")
}

// End ends the file.
func (t *TMX) End() error {
	t.b.WriteString("  </body>\n</tmx>\n")
	return t.b.Flush()
}

func segment(runs []markdown.Run) (string, bool) {
	var b strings.Builder
	for _, r := range runs {
		if !representable(r.Source + r.Text) {
			return "", false
		}
		i := strconv.Itoa(r.Pair)
		switch r.Kind {
		case markdown.Wording:
			b.WriteString(escaped(r.Text))
		case markdown.Open:
			b.WriteString(`<bpt i="` + i + `">` + escaped(r.Source) + "</bpt>")
		case markdown.Close:
			b.WriteString(`<ept i="` + i + `">` + escaped(r.Source) + "</ept>")
		case markdown.Alone:
			b.WriteString("<ph>" + escaped(r.Source) + "</ph>")
		}
	}
	return b.String(), true
}

// ReadTMX reads a file of TMX 1.x and calls take with its passages in the newsroom's
// languages; of two wordings in one language, the first. What cannot be used is a Problem
// with its line. Errors are Invalid: the file is no TMX, or what take returns.
func ReadTMX(r io.Reader, take func(Passage) error) (problems []Problem, err error) {
	data, err := io.ReadAll(io.LimitReader(r, maxFile))
	if err != nil || !tmxRoot.Match(data) || bytes.Contains(data[:min(len(data), 200)], []byte{0}) {
		return nil, newsroom.Errorf(newsroom.Invalid, "interchange.tmx", err)
	}
	line, at := 1, 0
	starts := tuStart.FindAllIndex(data, -1)
	for i, s := range starts {
		line += bytes.Count(data[at:s[0]], []byte("\n"))
		at = s[0]
		end := len(data)
		if i+1 < len(starts) {
			end = starts[i+1][0]
		}
		e, err := readElement(string(data[s[0]:end]), line)
		if err != nil {
			problems = append(problems, Problem{line, err})
			continue
		}
		p := passageOf(e)
		if len(p) < 2 {
			continue
		}
		if err := take(p); err != nil {
			return problems, err
		}
	}
	return problems, nil
}

var (
	tmxRoot = regexp.MustCompile(`<(?:[\w.-]+:)?tmx\b`)
	tuStart = regexp.MustCompile(`<(?:[\w.-]+:)?tu[\s>]`)
)

func passageOf(tu element) Passage {
	p := Passage{}
	for _, v := range tu.children {
		if v.name != "tuv" {
			continue
		}
		l := langOf(v.attrs["lang"])
		seg, ok := v.first("seg")
		if _, known := p[l]; l == "" || !ok || known {
			continue
		}
		if runs := newContent(seg).runs([]element{seg}, true); strings.TrimSpace(Words(runs)) != "" {
			p[l] = runs
		}
	}
	return p
}
