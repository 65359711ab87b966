package markdown

import (
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"
)

// Picture says where a page finds a picture and how large it is.
type Picture struct {
	Src    string // address, relative to the page
	Srcset string // other widths, as the attribute takes them; "" = none
	Width  int    // pixels of Src; 0 where unknown
	Height int
}

// defaultSizes is the width that a picture takes in the page: the column of text, or
// the whole of a narrow window.
const defaultSizes = "(min-width: 48em) 44em, 100vw"

// picture is an image whose file is known.
type picture struct {
	ast.BaseInline
	Picture
	alt, title, sizes string
}

var kindPicture = ast.NewNodeKind("Picture")

func (*picture) Kind() ast.NodeKind          { return kindPicture }
func (n *picture) Dump(source []byte, l int) { ast.DumpHelper(n, source, l, nil, nil) }

// picture returns the picture that image names, nil where this site does not have it.
// Without Options.Picture every relative reference is taken as it stands.
func (a *arrangement) picture(image *ast.Image) *picture {
	ref := unescape(image.Destination)
	p := &picture{alt: altOf(image, a.source), title: unescape(image.Title), sizes: a.options.Sizes}
	if p.sizes == "" {
		p.sizes = defaultSizes
	}
	if a.options.Picture != nil {
		found, ok := a.options.Picture(ref)
		if !ok {
			return nil
		}
		p.Picture = found
		return p
	}
	href, ok := address(ref)
	if !ok || remote(href) {
		return nil
	}
	p.Src = href
	return p
}

// inlineImage puts a picture in the place of an image within a line; where the site
// does not have it, a link to it or the words that stand for it.
func (a *arrangement) inlineImage(image *ast.Image, inLink bool) ast.Node {
	if p := a.picture(image); p != nil && service(unescape(image.Destination)) == "" {
		return p
	}
	alt := altOf(image, a.source)
	href, ok := address(unescape(image.Destination))
	if !ok || !remote(href) || inLink {
		return literal(alt)
	}
	if alt == "" {
		alt = href
	}
	link := ast.NewLink()
	link.Destination = []byte(href)
	link.AppendChild(link, literal(alt))
	return link
}

// writeImage writes the img element of p; titled adds the title, which a figure shows
// as its caption instead.
func writeImage(w util.BufWriter, p *picture, titled bool) {
	write(w, `<img src="`, p.Src, `"`)
	if p.Srcset != "" {
		write(w, ` srcset="`, p.Srcset, `"`)
		if strings.HasSuffix(p.Srcset, "w") {
			write(w, ` sizes="`, p.sizes, `"`)
		}
	}
	write(w, ` alt="`, p.alt, `"`)
	if titled && p.title != "" {
		write(w, ` title="`, p.title, `"`)
	}
	if p.Width > 0 && p.Height > 0 {
		write(w, ` width="`, strconv.Itoa(p.Width), `" height="`, strconv.Itoa(p.Height), `"`)
	}
	write(w, ` loading="lazy" decoding="async">`)
}
