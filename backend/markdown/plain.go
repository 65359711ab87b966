package markdown

import (
	"bufio"
	"bytes"
	"html"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	goldhtml "github.com/yuin/goldmark/renderer/html"
)

// Plain returns what a reader reads in body, without markup: a line for each block,
// list item, table row and line break, table cells parted by a tab. A figure
// gives its caption and credit, footnotes come last, raw HTML gives nothing.
func Plain(body string) string {
	doc, source := parse(body)
	p := plain{source: source}
	p.block(doc)
	return p.String()
}

// textOf is Plain of one node.
func textOf(n ast.Node, source []byte) string {
	p := plain{source: source}
	p.block(n)
	return p.String()
}

// altOf is what stands for a picture where it is not seen.
func altOf(image *ast.Image, source []byte) string {
	p := plain{source: source}
	p.inlines(image)
	return p.String()
}

// plain gathers the text of nodes line by line.
type plain struct {
	source []byte
	b      strings.Builder
}

// String returns the text gathered so far without the space around it.
func (p *plain) String() string { return strings.TrimSpace(p.b.String()) }

// block writes the text of n and ends the line where n is more than a piece of one.
func (p *plain) block(n ast.Node) {
	switch n := n.(type) {
	case *ast.FencedCodeBlock, *ast.CodeBlock:
		for i := range n.Lines().Len() {
			line := n.Lines().At(i)
			p.b.Write(line.Value(p.source))
		}
	case *ast.HTMLBlock, *ast.LinkReferenceDefinition:
		return
	case *footnotePlace:
		return
	case *ast.Paragraph:
		if images := imagesAlone(n, p.source); images != nil {
			p.figures(images)
			break
		}
		p.inlines(n)
	default:
		p.inlines(n)
	}
	p.endLine(n)
}

func (p *plain) inlines(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if c.Type() == ast.TypeBlock {
			p.block(c)
		} else {
			p.inline(c)
		}
	}
}

func (p *plain) inline(n ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		p.text(n)
	case *ast.String:
		p.b.Write(n.Value)
	case *ast.AutoLink:
		p.b.Write(n.Label(p.source))
	case *ast.RawHTML:
		if isBreak(rawHTML(n, p.source)) {
			p.b.WriteByte('\n')
		}
	case *ast.CodeSpan:
		for c := n.FirstChild(); c != nil; c = c.NextSibling() {
			p.b.Write(bytes.ReplaceAll(c.(*ast.Text).Value(p.source), []byte("\n"), []byte(" ")))
		}
	default:
		p.inlines(n)
	}
}

func (p *plain) text(n *ast.Text) {
	value := n.Value(p.source)
	if n.IsRaw() {
		p.b.Write(value)
	} else {
		p.b.WriteString(unescape(value))
	}
	switch {
	case n.HardLineBreak():
		p.b.WriteByte('\n')
	case n.SoftLineBreak():
		p.b.WriteByte(' ')
	}
}

// figures writes the words of images that stand alone in their paragraph.
func (p *plain) figures(images []*ast.Image) {
	for i, image := range images {
		if i > 0 {
			p.b.WriteByte('\n')
		}
		caption, credit := captionOf(unescape(image.Title))
		if service(unescape(image.Destination)) != "" {
			caption = strings.TrimSpace(altOf(image, p.source) + " " + caption)
		}
		p.b.WriteString(caption)
		if credit != "" {
			p.b.WriteString(" © " + credit)
		}
	}
}

func (p *plain) endLine(n ast.Node) {
	switch n.(type) {
	case *extast.TableCell:
		if n.NextSibling() != nil {
			p.b.WriteByte('\t')
		}
		return
	case *ast.ListItem, *ast.Document, *ast.List, *ast.Blockquote, *extast.Table, *extast.Footnote, *extast.FootnoteList:
		return
	}
	if n.Type() == ast.TypeBlock {
		p.b.WriteByte('\n')
	}
}

// unescape resolves backslash escapes and character references in one pass, which is
// what a text node, a link title and a destination mean.
func unescape(v []byte) string {
	if bytes.IndexByte(v, '\\') < 0 && bytes.IndexByte(v, '&') < 0 {
		return string(v)
	}
	var b bytes.Buffer
	w := bufio.NewWriter(&b)
	goldhtml.DefaultWriter.Write(w, v)
	w.Flush() // cannot fail: it goes to memory
	return html.UnescapeString(b.String())
}
