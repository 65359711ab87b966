package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
)

// arrangement prepares a parsed document for the renderers: everything that depends on
// Options or on a node's surroundings is settled in the tree, so that a renderer only
// writes what it is given.
type arrangement struct {
	source  []byte
	options Options
}

// arrange changes doc as the package comment says. The order matters: links and images
// first, since whether a block is empty depends on what is left of them.
func arrange(doc *ast.Document, source []byte, o Options) {
	a := &arrangement{source, o}
	a.prune(doc)
	a.eachBlock(doc, a.figures)
	a.eachBlock(doc, func(n ast.Node) { a.inlines(n, false) })
	a.eachBlock(doc, a.dropEmpty)
	shiftHeadings(doc)
	a.numberNotes(doc)
	for c := doc.FirstChild(); c != nil; c = c.NextSibling() {
		c.SetAttributeString("dir", "auto")
	}
}

// eachBlock calls f for n and every block below it, from the inside out.
func (a *arrangement) eachBlock(n ast.Node, f func(ast.Node)) {
	for _, c := range children(n) {
		if c.Type() == ast.TypeBlock {
			a.eachBlock(c, f)
		}
	}
	f(n)
}

// prune removes what is never shown, so that it does not part two figures, and turns
// raw HTML into its text.
func (a *arrangement) prune(n ast.Node) {
	for _, c := range children(n) {
		switch c := c.(type) {
		case *ast.LinkReferenceDefinition, *footnotePlace:
			n.RemoveChild(n, c)
		case *ast.HTMLBlock:
			if shown := a.markup(c); shown != nil {
				n.InsertBefore(n, c, shown)
			}
			n.RemoveChild(n, c)
		default:
			if c.Type() == ast.TypeBlock {
				a.prune(c)
			}
		}
	}
}

// inlines settles the pieces of a line below n. inLink says that n stands in a link,
// which may hold no other.
func (a *arrangement) inlines(n ast.Node, inLink bool) {
	for _, c := range children(n) {
		switch c := c.(type) {
		case *ast.AutoLink:
			replace(c, a.autoLink(c, inLink))
		case *ast.Image:
			replace(c, a.inlineImage(c, inLink))
		case *ast.RawHTML:
			replace(c, a.rawInline(c))
		case *ast.Link:
			a.inlines(c, true)
			a.link(c)
		case *extast.FootnoteLink:
			if inLink {
				replace(c, a.plainNote(c))
			}
		case *extast.FootnoteBacklink:
			c.Parent().RemoveChild(c.Parent(), c) // numberNotes knows which references are left
		case *extast.TaskCheckBox:
			labelTask(c)
		default:
			if c.Type() == ast.TypeInline {
				a.inlines(c, inLink)
			}
		}
	}
}

// link gives l the address that may be linked, and words where it has none; where the
// address may not be linked, its words take its place.
func (a *arrangement) link(l *ast.Link) {
	href, ok := address(unescape(l.Destination))
	if !ok {
		for _, c := range children(l) {
			l.Parent().InsertBefore(l.Parent(), l, c)
		}
		l.Parent().RemoveChild(l.Parent(), l)
		return
	}
	l.Destination = []byte(href)
	if a.blank(l) {
		l.AppendChild(l, literal(href))
	}
}

func (a *arrangement) autoLink(n *ast.AutoLink, inLink bool) ast.Node {
	label, target := string(n.Label(a.source)), string(n.URL(a.source))
	if n.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(strings.ToLower(target), "mailto:") {
		target = "mailto:" + target
	}
	href, ok := address(target)
	if !ok || inLink {
		return literal(label)
	}
	link := ast.NewLink()
	link.Destination = []byte(href)
	link.AppendChild(link, literal(label))
	return link
}

// dropEmpty removes the paragraphs and headings below n in which nothing is left to
// read: a heading without words would be announced as one.
func (a *arrangement) dropEmpty(n ast.Node) {
	for _, c := range children(n) {
		switch c.(type) {
		case *ast.Paragraph, *ast.Heading:
			if a.blank(c) {
				n.RemoveChild(n, c)
			}
		}
	}
}

// blank reports whether n shows and says nothing.
func (a *arrangement) blank(n ast.Node) bool {
	return textOf(n, a.source) == "" && !holds(n)
}

// holds reports whether something below n can be seen or heard without being text.
func holds(n ast.Node) bool {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *picture:
			_, heading := n.(*ast.Heading)
			if !heading && n.Kind() != ast.KindLink || c.alt != "" {
				return true
			}
		case *extast.FootnoteLink, *taskLabel:
			return true
		}
		if holds(c) {
			return true
		}
	}
	return false
}

// shiftHeadings numbers headings by their depth, from 2: the first is an h2, and one
// below another is one deeper, at most 6, whatever levels the writer skipped.
func shiftHeadings(doc *ast.Document) {
	var open []int                                                          // levels, as written, of the headings that the next one stands below
	ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) { // no error to return
		h, ok := n.(*ast.Heading)
		if !ok || !entering {
			return ast.WalkContinue, nil
		}
		for len(open) > 0 && open[len(open)-1] >= h.Level {
			open = open[:len(open)-1]
		}
		open = append(open, h.Level)
		h.Level = min(len(open)+1, 6)
		return ast.WalkContinue, nil
	})
}

// literal is text that stands as it is, to be escaped and not read as Markdown.
func literal(s string) *ast.String {
	n := ast.NewString([]byte(s))
	n.SetRaw(true)
	return n
}

func replace(old, with ast.Node) {
	parent := old.Parent()
	parent.InsertBefore(parent, old, with)
	parent.RemoveChild(parent, old)
}
