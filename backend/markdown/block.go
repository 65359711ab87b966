package markdown

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"
)

// The kinds of block. A definition is a link reference definition: it shows nothing.
const (
	Paragraph  = "paragraph"
	Heading    = "heading"
	List       = "list"
	Quote      = "quote"
	Figure     = "figure"
	Video      = "video"
	Gallery    = "gallery"
	Table      = "table"
	Code       = "code"
	Rule       = "rule"
	Footnote   = "footnote"
	Markup     = "html"
	Definition = "definition"
)

// Block is a top-level piece of a body.
type Block struct {
	Kind   string // one of the constants above
	Source string // its exact source, without the blank lines around it
	Text   string // what a reader reads in it, as Plain gives it
}

// Blocks parts body into its top-level blocks. Nothing is lost: all that is not a blank
// line is in one Source, in order, and the Sources joined by blank lines are the same
// document, except for blank lines at the end of a code block that nobody closed.
//
// Where a blank line between two blocks would change what the second one is (a
// definition right above a line that only looks like a list), they stay one block of
// the second's kind.
func Blocks(body string) []Block {
	doc, source := parse(body)
	var blocks []Block
	marks := marksOf(doc, source)
	for i, m := range marks {
		end := len(source)
		if i+1 < len(marks) {
			end = marks[i+1].start
		}
		slice := sourceOf(source[m.start:end], m.kind)
		last := len(blocks) - 1
		if i > 0 && glued(source, m.start) && !standsAlone(slice, m.kind) {
			blocks[last].Kind = m.kind
			blocks[last].Source += "\n" + strings.TrimRight(string(source[m.start:end]), "\r\n")
			blocks[last].Text = strings.TrimSpace(blocks[last].Text + "\n" + m.text)
			continue
		}
		blocks = append(blocks, Block{m.kind, slice, m.text})
	}
	return blocks
}

// mark is where a top-level block begins: the start of its first line.
type mark struct {
	start      int
	kind, text string
}

func marksOf(doc *ast.Document, source []byte) []mark {
	var marks []mark
	for n := doc.FirstChild(); n != nil; n = n.NextSibling() {
		if n.Kind() == extast.KindFootnoteList {
			continue // its notes are at their places
		}
		m := mark{lineStart(source, n.Pos()), kindOf(n, source), textOf(n, source)}
		switch n := n.(type) {
		case *footnotePlace:
			m.text = textOf(n.note, source)
		case *extast.Table: // its own position is that of the paragraph that it ended
			m.start = lineStart(source, n.FirstChild().Pos())
		}
		if last := len(marks) - 1; last >= 0 && m.start <= marks[last].start {
			marks[last].kind, marks[last].text = m.kind, strings.TrimSpace(marks[last].text+"\n"+m.text)
			continue
		}
		marks = append(marks, m)
	}
	if len(marks) > 0 {
		marks[0].start = 0
	}
	return marks
}

func lineStart(source []byte, pos int) int {
	if pos < 0 || pos > len(source) {
		return 0
	}
	return bytes.LastIndexByte(source[:pos], '\n') + 1
}

// sourceOf cuts the blank lines around a block. The first line of what began as a
// paragraph also loses its indent, which means nothing but would make it code where it
// begins a block.
func sourceOf(slice []byte, kind string) string {
	for {
		line, rest, more := bytes.Cut(slice, []byte("\n"))
		if !more || !util.IsBlank(line) {
			break
		}
		slice = rest
	}
	for len(slice) > 0 {
		i := bytes.LastIndexByte(slice[:len(slice)-1], '\n') + 1
		if !util.IsBlank(slice[i:]) {
			break
		}
		slice = slice[:i]
	}
	s := strings.TrimRight(string(slice), "\r\n")
	switch kind {
	case Paragraph, Heading, Figure, Video, Gallery, Table, Definition:
		s = strings.TrimLeft(s, " \t")
	}
	return s
}

// glued reports whether no blank line stands before start.
func glued(source []byte, start int) bool {
	return !util.IsBlank(source[lineStart(source, start-1):start])
}

// standsAlone reports whether slice by itself is one block of the kind.
func standsAlone(slice, kind string) bool {
	doc, source := parse(slice)
	marks := marksOf(doc, source)
	return len(marks) == 1 && marks[0].kind == kind
}

func kindOf(n ast.Node, source []byte) string {
	switch n := n.(type) {
	case *ast.Paragraph:
		return paragraphKind(n, source)
	case *ast.Heading:
		return Heading
	case *ast.List:
		return List
	case *ast.Blockquote:
		return Quote
	case *extast.Table:
		return Table
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		return Code
	case *ast.ThematicBreak:
		return Rule
	case *footnotePlace:
		return Footnote
	case *ast.LinkReferenceDefinition:
		return Definition
	}
	return Markup
}

func paragraphKind(n *ast.Paragraph, source []byte) string {
	images := imagesAlone(n, source)
	switch {
	case len(images) > 1:
		return Gallery
	case len(images) == 1 && service(unescape(images[0].Destination)) != "":
		return Video
	case len(images) == 1:
		return Figure
	}
	return Paragraph
}
