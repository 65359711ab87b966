package markdown

import (
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"
)

// markup is a block of raw HTML, shown as the text that it is.
type markup struct {
	ast.BaseBlock
	text string
}

var kindMarkup = ast.NewNodeKind("Markup")

func (*markup) Kind() ast.NodeKind          { return kindMarkup }
func (n *markup) Dump(source []byte, l int) { ast.DumpHelper(n, source, l, nil, nil) }

var (
	comment   = regexp.MustCompile(`(?s)<!--.*?(-->|$)`)
	lineBreak = regexp.MustCompile(`(?i)^<br\s*/?>$`)
)

// markup returns what is shown of a block of raw HTML, nil where it is comments alone.
func (a *arrangement) markup(n *ast.HTMLBlock) ast.Node {
	var b strings.Builder
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		b.Write(line.Value(a.source))
	}
	if n.HasClosure() {
		b.Write(n.ClosureLine.Value(a.source))
	}
	text := strings.TrimSpace(comment.ReplaceAllString(b.String(), ""))
	if text == "" {
		return nil
	}
	return &markup{text: text}
}

// rawInline returns what is shown of raw HTML within a line.
func (a *arrangement) rawInline(n *ast.RawHTML) ast.Node {
	raw := rawHTML(n, a.source)
	if isBreak(raw) {
		br := ast.NewString([]byte("<br>"))
		br.SetCode(true) // written as it is
		return br
	}
	return literal(comment.ReplaceAllString(raw, ""))
}

func rawHTML(n *ast.RawHTML, source []byte) string { return string(n.Segments.Value(source)) }

func isBreak(raw string) bool { return lineBreak.MatchString(raw) }
