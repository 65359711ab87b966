package markdown

import (
	"github.com/yuin/goldmark/ast"
)

// Link is a link of a body.
type Link struct {
	Address string // as it was written
	Text    string // the words that are linked
}

// Image is a use of a picture in a body.
type Image struct {
	Ref string
	Alt string // "" = it has none
}

// Links returns the links of body in order, those to pictures and videos aside.
func Links(body string) []Link {
	doc, source := parse(body)
	var links []Link
	ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) { // no error to return
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Link:
			p := plain{source: source}
			p.inlines(n)
			links = append(links, Link{unescape(n.Destination), p.String()})
		case *ast.AutoLink:
			links = append(links, Link{string(n.URL(source)), string(n.Label(source))})
		}
		return ast.WalkContinue, nil
	})
	return links
}

// Images returns the pictures of body in order, videos aside.
func Images(body string) []Image {
	doc, source := parse(body)
	var all []Image
	for _, image := range images(doc) {
		if ref := unescape(image.Destination); ref != "" && service(ref) == "" {
			all = append(all, Image{ref, altOf(image, source)})
		}
	}
	return all
}
