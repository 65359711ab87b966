package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/renderer"
	goldhtml "github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/util"
)

// write writes parts, of which every second one is a value to be escaped and the others
// are markup: write(w, `<a href="`, href, `">`).
func write(w util.BufWriter, parts ...string) {
	for i, part := range parts {
		if i%2 == 1 {
			part = escaper.Replace(part)
		}
		w.WriteString(part) // goes to memory
	}
}

var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")

// leaf makes a renderer of a function that writes the whole of a node.
func leaf[N ast.Node](f func(util.BufWriter, N)) renderer.NodeRendererFunc {
	return func(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering {
			f(w, n.(N))
		}
		return ast.WalkSkipChildren, nil
	}
}

func skip(util.BufWriter, []byte, ast.Node, bool) (ast.WalkStatus, error) {
	return ast.WalkSkipChildren, nil
}

// attribute returns what arrange left at n, "" where there is none.
func attribute(n ast.Node, name string) string {
	v, _ := n.AttributeString(name)
	s, _ := v.(string)
	return s
}

// inlineRenderer writes links, pictures within a line, and tasks. What arrange replaced
// is written as nothing, should it ever come here.
type inlineRenderer struct{}

// RegisterFuncs implements renderer.NodeRenderer.
func (inlineRenderer) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	for _, kind := range []ast.NodeKind{ast.KindImage, ast.KindAutoLink, ast.KindRawHTML, ast.KindHTMLBlock,
		extast.KindFootnoteLink, extast.KindFootnoteBacklink, extast.KindTaskCheckBox} {
		r.Register(kind, skip)
	}
	r.Register(kindPicture, leaf(func(w util.BufWriter, n *picture) { writeImage(w, n, true) }))
	r.Register(ast.KindLink, renderLink)
	r.Register(kindTaskLabel, renderTask)
}

func renderLink(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		write(w, "</a>")
		return ast.WalkContinue, nil
	}
	n := node.(*ast.Link)
	write(w, `<a href="`, string(n.Destination), `"`)
	if n.Title != nil {
		write(w, ` title="`)
		goldhtml.DefaultWriter.Write(w, n.Title)
		write(w, `"`)
	}
	write(w, ">")
	return ast.WalkContinue, nil
}

func renderTask(w util.BufWriter, source []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		write(w, "</label>")
		return ast.WalkContinue, nil
	}
	n, name := node.(*taskLabel), "☐"
	write(w, `<label><input type="checkbox" disabled`)
	if n.done {
		write(w, " checked")
		name = "☑"
	}
	if textOf(n, source) == "" {
		write(w, ` aria-label="`, name, `"`)
	}
	write(w, "> ")
	return ast.WalkContinue, nil
}

// codeRenderer writes code and shown HTML. The box can be scrolled, so it can be reached
// with the keyboard.
type codeRenderer struct{}

// RegisterFuncs implements renderer.NodeRenderer.
func (codeRenderer) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(ast.KindCodeBlock, renderCode)
	r.Register(ast.KindFencedCodeBlock, renderCode)
	r.Register(kindMarkup, func(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering {
			openPre(w, n, "")
			write(w, "", n.(*markup).text, "</code></pre>\n")
		}
		return ast.WalkSkipChildren, nil
	})
}

func renderCode(w util.BufWriter, source []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	language := ""
	if fenced, ok := n.(*ast.FencedCodeBlock); ok {
		language = unescape(fenced.Language(source))
	}
	openPre(w, n, language)
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		write(w, "", string(line.Value(source)))
	}
	write(w, "</code></pre>\n")
	return ast.WalkSkipChildren, nil
}

func openPre(w util.BufWriter, n ast.Node, language string) {
	write(w, "<pre")
	writeDir(w, n)
	write(w, ` tabindex="0"><code`)
	if language != "" {
		write(w, ` class="language-`, language, `"`)
	}
	write(w, ">")
}

// writeDir writes the direction that arrange gave to a top-level block.
func writeDir(w util.BufWriter, n ast.Node) {
	if dir := attribute(n, "dir"); dir != "" {
		write(w, ` dir="`, dir, `"`)
	}
}
