package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// Limits of what is read as Markdown. A parser of Markdown takes time with the square of
// brackets that are never closed and of quotes inside quotes: two megabytes of either
// would hold up a newsroom for many minutes. No text that a person writes comes near.
const (
	maxMarks = 20_000 // brackets and emphasis marks in one run of lines without a blank one
	maxNotes = 20_000 // footnotes and references to them in a body
	maxNest  = 200    // quotes and lists inside one another
)

// excessive reports whether source is over a limit, and so is text and not Markdown.
func excessive(source []byte) bool {
	if bytes.Count(source, []byte("[^")) > maxNotes {
		return true
	}
	marks := 0
	for line := range bytes.Lines(source) {
		if util.IsBlank(line) {
			marks = 0
			continue
		}
		for _, c := range line {
			if c == '[' || c == '*' || c == '_' {
				marks++
			}
		}
		if marks > maxMarks || nest(line) > maxNest {
			return true
		}
	}
	return false
}

// nest returns how many quote and list markers open line.
func nest(line []byte) int {
	for n := 0; ; n++ {
		line = bytes.TrimLeft(line, " \t")
		switch rest := bytes.TrimLeft(line, "0123456789"); {
		case len(line) > 0 && line[0] == '>':
			line = line[1:]
		case len(line) > 1 && bytes.IndexByte([]byte("-+*"), line[0]) >= 0 && util.IsSpace(line[1]):
			line = line[1:]
		case len(rest) < len(line) && len(rest) > 1 && (rest[0] == '.' || rest[0] == ')') && util.IsSpace(rest[1]):
			line = rest[1:]
		default:
			return n
		}
	}
}

// verbatim is the document of a source that is text: a paragraph for each run of lines.
func verbatim(source []byte) *ast.Document {
	doc := ast.NewDocument()
	var p *ast.Paragraph
	at := 0
	for line := range bytes.Lines(source) {
		whole := text.NewSegment(at, at+len(line))
		segment := whole.TrimRightSpace(source)
		at += len(line)
		if util.IsBlank(line) {
			p = nil
			continue
		}
		if p == nil {
			p = ast.NewParagraph()
			doc.AppendChild(doc, p)
		}
		p.Lines().Append(segment)
		words := ast.NewRawTextSegment(segment)
		words.SetSoftLineBreak(true)
		p.AppendChild(p, words)
	}
	return doc
}
