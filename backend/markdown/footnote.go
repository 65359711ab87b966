package markdown

import (
	"strconv"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// footnotes is goldmark's footnote extension, except that the place of a note in the
// source is kept and that numbering and rendering are ours.
type footnotes struct{}

// Extend adds the parsers to m with the priorities of the original.
func (footnotes) Extend(m goldmark.Markdown) {
	m.Parser().AddOptions(
		parser.WithBlockParsers(util.Prioritized(noteParser{extension.NewFootnoteBlockParser()}, 999)),
		parser.WithInlineParsers(util.Prioritized(extension.NewFootnoteParser(), 101)),
		parser.WithASTTransformers(util.Prioritized(extension.NewFootnoteASTTransformer(), 999)),
	)
}

// footnotePlace stands where a note was written: the extension moves the note itself to
// the end of the document, or drops it where nothing refers to it.
type footnotePlace struct {
	ast.BaseBlock
	note *extast.Footnote
}

var kindFootnotePlace = ast.NewNodeKind("FootnotePlace")

func (*footnotePlace) Kind() ast.NodeKind          { return kindFootnotePlace }
func (n *footnotePlace) Dump(source []byte, l int) { ast.DumpHelper(n, source, l, nil, nil) }

type noteParser struct{ parser.BlockParser }

// Close leaves the place of a top-level note behind before the extension moves it.
func (p noteParser) Close(node ast.Node, reader text.Reader, pc parser.Context) {
	if parent := node.Parent(); parent.Kind() == ast.KindDocument {
		place := &footnotePlace{note: node.(*extast.Footnote)}
		place.SetPos(node.Pos())
		parent.InsertBefore(parent, node, place)
	}
	p.BlockParser.Close(node, reader, pc)
}

// noteReference is a reference that is shown, and what leads back to it.
type noteReference struct {
	ast.BaseInline
	id, target, number string
}

// noteBack leads from a note back to one of its references.
type noteBack struct {
	ast.BaseInline
	target, label string
}

var (
	kindNoteReference = ast.NewNodeKind("NoteReference")
	kindNoteBack      = ast.NewNodeKind("NoteBack")
)

func (*noteReference) Kind() ast.NodeKind          { return kindNoteReference }
func (n *noteReference) Dump(source []byte, l int) { ast.DumpHelper(n, source, l, nil, nil) }
func (*noteBack) Kind() ast.NodeKind               { return kindNoteBack }
func (n *noteBack) Dump(source []byte, l int)      { ast.DumpHelper(n, source, l, nil, nil) }

// plainNote is the number of a note in a place that may hold no link.
func (a *arrangement) plainNote(n *extast.FootnoteLink) ast.Node {
	return literal(a.options.number(n.Index))
}

// numberNotes gives every reference that is still in the document its id, and every
// note the links back to them.
func (a *arrangement) numberNotes(doc *ast.Document) {
	uses := map[int][]string{}
	var list *extast.FootnoteList
	ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) { // no error to return
		switch n := n.(type) {
		case *extast.FootnoteLink:
			if entering {
				return ast.WalkContinue, nil
			}
			id := a.options.IDPrefix + "fnref" + strconv.Itoa(n.Index)
			if used := len(uses[n.Index]); used > 0 {
				id += "-" + strconv.Itoa(used+1)
			}
			uses[n.Index] = append(uses[n.Index], id)
			n.SetAttributeString("id", id)
		case *extast.FootnoteList:
			list = n
		}
		return ast.WalkContinue, nil
	})
	a.replaceReferences(doc)
	if list == nil {
		return
	}
	list.SetAttributeString("aria-label", a.options.NoteLabel)
	for n := list.FirstChild(); n != nil; n = n.NextSibling() {
		note := n.(*extast.Footnote)
		note.SetAttributeString("id", a.noteID(note.Index))
		a.linkBack(note, uses[note.Index])
	}
}

func (a *arrangement) noteID(index int) string {
	return a.options.IDPrefix + "fn" + strconv.Itoa(index)
}

func (a *arrangement) replaceReferences(n ast.Node) {
	for _, c := range children(n) {
		link, ok := c.(*extast.FootnoteLink)
		if !ok {
			a.replaceReferences(c)
			continue
		}
		id, _ := link.AttributeString("id")
		replace(c, &noteReference{id: id.(string), target: a.noteID(link.Index), number: a.options.number(link.Index)})
	}
}

// linkBack appends the links to the references ids to the last paragraph of note, so
// that they stand in its last line.
func (a *arrangement) linkBack(note *extast.Footnote, ids []string) {
	var place ast.Node = note
	if last := note.LastChild(); last != nil && last.Kind() == ast.KindParagraph {
		place = last
	}
	for i, id := range ids {
		label := a.options.BackLabel
		if label != "" && len(ids) > 1 {
			label += " " + a.options.number(i+1)
		}
		place.AppendChild(place, &noteBack{target: id, label: label})
	}
}

// footnoteRenderer writes references, notes and the list of notes.
type footnoteRenderer struct{}

// RegisterFuncs implements renderer.NodeRenderer.
func (footnoteRenderer) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(kindFootnotePlace, skip)
	r.Register(kindNoteReference, leaf(func(w util.BufWriter, n *noteReference) {
		write(w, `<sup><a id="`, n.id, `" href="#`, n.target, `" role="doc-noteref">`, n.number, `</a></sup>`)
	}))
	r.Register(kindNoteBack, leaf(func(w util.BufWriter, n *noteBack) {
		write(w, ` <a class="footnote-back" href="#`, n.target, `" role="doc-backlink"`)
		if n.label != "" {
			write(w, ` aria-label="`, n.label, `"`)
		}
		write(w, `>↑</a>`)
	}))
	r.Register(extast.KindFootnote, func(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering {
			write(w, `<li id="`, attribute(n, "id"), `">`, "\n")
		} else {
			write(w, "</li>\n")
		}
		return ast.WalkContinue, nil
	})
	r.Register(extast.KindFootnoteList, func(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			write(w, "</ol>\n</div>\n")
			return ast.WalkContinue, nil
		}
		write(w, `<div class="footnotes" dir="auto" role="doc-endnotes"`)
		if label := attribute(n, "aria-label"); label != "" {
			write(w, ` aria-label="`, label, `"`)
		}
		write(w, ">\n<ol>\n")
		return ast.WalkContinue, nil
	})
}
