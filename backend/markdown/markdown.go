// Package markdown turns the body of an edition into what the rest of Khabar needs:
// blocks to align and merge, safe HTML for the site, plain text for search, a count
// of words, and the pictures that a text names. It is the one owner of goldmark and
// uniseg and keeps nothing on disk.
//
// # What a body may hold
//
// CommonMark, GFM tables, strikethrough, task lists and bare addresses, and
// footnotes. On top of these stand three conventions, all plain image syntax, so that
// every other Markdown program still shows something sensible:
//
//   - Figure: an image alone in its paragraph, ![alt](media/HASH.jpg "Caption © Credit").
//     In the title, what follows the last " © " is the credit.
//   - Gallery: several figures in a row, as paragraphs or in one paragraph.
//   - Video: an image alone in its paragraph whose address is a page of a video
//     service or a video file. It becomes a link; nothing is loaded from there.
//
// # What comes out
//
// HTML is safe whatever went in, because it is built and not filtered:
//
//   - Raw HTML never reaches the page as HTML. It is shown as the text that it is, so
//     that a writer sees in the preview what readers will not get. Two exceptions:
//     comments are dropped, and <br> is a line break, since a table cell has no other.
//   - An address is linked only if it is relative or its scheme is http, https, mailto
//     or tel. Of any other link the text remains.
//   - A picture from another site is not loaded but linked.
//   - Headings begin at h2 and never skip a level, whatever the writer's numbers.
//   - Each top-level block carries dir="auto", and no nested one does.
//   - Characters that HTML forbids (controls, noncharacters) are left out.
//
// Column alignment is given as classes (align-start, align-center, align-end), which
// follow the direction of the table.
//
// A body with tens of thousands of unclosed brackets, or quotes a thousand deep, is no
// Markdown but an attack or an accident: it is shown as the text that it is.
//
// Every function accepts any string, works on its own copy and may be called from
// several goroutines at once.
package markdown

import (
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// engine is goldmark with the dialect and the renderers of this package. The
// renderers carry a higher priority (a lower number) than those of goldmark, whose
// own remain for what needs no change: paragraphs, quotes, lists, emphasis.
var engine = goldmark.New(
	goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.TaskList, extension.Linkify, footnotes{}),
	goldmark.WithRendererOptions(renderer.WithNodeRenderers(
		util.Prioritized(inlineRenderer{}, 100),
		util.Prioritized(figureRenderer{}, 100),
		util.Prioritized(tableRenderer{}, 100),
		util.Prioritized(footnoteRenderer{}, 100),
		util.Prioritized(codeRenderer{}, 100),
	)),
)

var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n")

// unix returns body with every line ended by a line feed. All three ways to end a line are
// one to CommonMark (2.1); goldmark knows no lone carriage return, and takes the marker of
// an empty list before one for a paragraph.
func unix(body string) string { return lineEnds.Replace(body) }

// parse returns the document and the source that its positions refer to: body, made
// valid UTF-8, with the lines ended as unix says, the last one too. goldmark gives slices of the source only for
// lines that end in one, and RewritePictures relies on slices.
func parse(body string) (*ast.Document, []byte) {
	source := []byte(strings.ToValidUTF8(unix(body), "\uFFFD"))
	if n := len(source); n > 0 && source[n-1] != '\n' {
		source = append(source, '\n')
	}
	if excessive(source) {
		return verbatim(source), source
	}
	return engine.Parser().Parse(text.NewReader(source)).(*ast.Document), source
}

// children returns the children of n as they are now, so that a caller may replace
// them while it goes through them.
func children(n ast.Node) []ast.Node {
	list := make([]ast.Node, 0, n.ChildCount())
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		list = append(list, c)
	}
	return list
}
