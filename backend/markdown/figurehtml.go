package markdown

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"
)

// figureRenderer writes figures, videos and galleries.
type figureRenderer struct{}

// RegisterFuncs implements renderer.NodeRenderer.
func (figureRenderer) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(kindFigure, leaf(writeFigure))
	r.Register(kindGallery, func(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			write(w, "</div>\n")
			return ast.WalkContinue, nil
		}
		write(w, `<div class="gallery"`)
		writeDir(w, n)
		write(w, ">\n")
		return ast.WalkContinue, nil
	})
}

func writeFigure(w util.BufWriter, f *figure) {
	write(w, "<figure")
	if f.video {
		write(w, ` class="video"`)
	}
	writeDir(w, f)
	write(w, ">\n")
	switch {
	case f.picture != nil:
		writeImage(w, f.picture, false)
		write(w, "\n")
	case f.href != "":
		writeFigureLink(w, f)
	case f.alt != "":
		write(w, `<p class="missing">`, f.alt, "</p>\n")
	}
	if f.caption+f.credit != "" {
		write(w, "<figcaption>", f.caption, "")
		if f.credit != "" {
			if f.caption != "" {
				write(w, " ")
			}
			write(w, `<small class="credit">© `, f.credit, "</small>")
		}
		write(w, "</figcaption>\n")
	}
	write(w, "</figure>\n")
}

// writeFigureLink writes the link that stands for a video or a picture of another site:
// its title, and for a video where it leads.
func writeFigureLink(w util.BufWriter, f *figure) {
	write(w, `<a href="`, f.href, `" rel="noopener noreferrer external">`)
	switch {
	case f.alt != "":
		write(w, `<span class="title">`, f.alt, "</span>")
	case !f.video:
		write(w, "", f.href)
	}
	if f.video {
		if f.alt != "" {
			write(w, " ")
		}
		write(w, `<span class="service">`, f.label, "</span>")
	}
	write(w, "</a>\n")
}
