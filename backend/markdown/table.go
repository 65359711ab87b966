package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"
)

// tableRenderer writes tables inside a box that can be scrolled, and so be reached with
// the keyboard. The box is named by the table's header, which is in the right language;
// it is a group and no region, since two tables may have the same header and landmarks
// must differ.
type tableRenderer struct{}

// RegisterFuncs implements renderer.NodeRenderer.
func (tableRenderer) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(extast.KindTable, renderTable)
	r.Register(extast.KindTableCell, renderCell)
}

func renderTable(w util.BufWriter, source []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		write(w, "</table>\n</div>\n")
		return ast.WalkContinue, nil
	}
	write(w, `<div class="table"`)
	writeDir(w, n)
	write(w, ` tabindex="0"`)
	if label := tableLabel(n, source); label != "" {
		write(w, ` role="group" aria-label="`, label, `"`)
	}
	write(w, ">\n<table>\n")
	return ast.WalkContinue, nil
}

// tableLabel joins the words of the header row.
func tableLabel(table ast.Node, source []byte) string {
	var words []string
	for c := table.FirstChild().FirstChild(); c != nil; c = c.NextSibling() {
		if text := textOf(c, source); text != "" {
			words = append(words, strings.Join(strings.Fields(text), " "))
		}
	}
	return strings.Join(words, " · ")
}

var alignClass = map[extast.Alignment]string{
	extast.AlignLeft: "align-start", extast.AlignCenter: "align-center", extast.AlignRight: "align-end",
}

// renderCell writes a cell. An empty one of the header is a td: it heads nothing.
func renderCell(w util.BufWriter, source []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	n := node.(*extast.TableCell)
	tag := "td"
	if n.Parent().Kind() == extast.KindTableHeader && textOf(n, source) != "" {
		tag = "th"
	}
	if !entering {
		write(w, "</"+tag+">\n")
		return ast.WalkContinue, nil
	}
	write(w, "<"+tag)
	if tag == "th" {
		write(w, ` scope="col"`)
	}
	if class := alignClass[n.Alignment]; class != "" {
		write(w, ` class="`, class, `"`)
	}
	write(w, ">")
	return ast.WalkContinue, nil
}
