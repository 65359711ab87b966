package markdown

import (
	"net/url"
	"path"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"
)

// figure is a picture or a video in a paragraph of its own.
type figure struct {
	ast.BaseBlock
	picture *picture // nil where there is nothing to show in place
	href    string   // of the video, or of a picture of another site; "" = no link
	label   string   // of the link: "Watch on YouTube"
	alt     string
	caption string
	credit  string
	video   bool
}

// gallery holds two or more figures in a row.
type gallery struct{ ast.BaseBlock }

var (
	kindFigure  = ast.NewNodeKind("Figure")
	kindGallery = ast.NewNodeKind("Gallery")
)

func (*figure) Kind() ast.NodeKind           { return kindFigure }
func (n *figure) Dump(source []byte, l int)  { ast.DumpHelper(n, source, l, nil, nil) }
func (*gallery) Kind() ast.NodeKind          { return kindGallery }
func (n *gallery) Dump(source []byte, l int) { ast.DumpHelper(n, source, l, nil, nil) }

// imagesAlone returns the images of a paragraph that holds nothing else, nil of any
// other.
func imagesAlone(n *ast.Paragraph, source []byte) []*ast.Image {
	var images []*ast.Image
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Image:
			images = append(images, c)
		case *ast.Text:
			if !util.IsBlank(c.Value(source)) {
				return nil
			}
		default:
			return nil
		}
	}
	return images
}

// captionOf parts a title at its last " © ".
func captionOf(title string) (caption, credit string) {
	title = strings.Join(strings.Fields(title), " ")
	if c, ok := strings.CutPrefix(title, "© "); ok && !strings.Contains(c, " © ") {
		return "", c
	}
	if i := strings.LastIndex(title, " © "); i >= 0 {
		return title[:i], title[i+len(" © "):]
	}
	return title, ""
}

// services maps the domain of a video service to the name that readers know.
var services = map[string]string{
	"youtube.com": "YouTube", "youtube-nocookie.com": "YouTube", "youtu.be": "YouTube",
	"vimeo.com": "Vimeo", "aparat.com": "Aparat", "facebook.com": "Facebook", "fb.watch": "Facebook",
	"t.me": "Telegram", "telegram.me": "Telegram",
}

// service returns the name of the video service that an address leads to; for a video
// file the site that it lies on, or its name where it is relative; "" for an address
// that is no video.
func service(address string) string {
	u, err := url.Parse(percentEncode(strings.TrimSpace(address)))
	if err != nil {
		return ""
	}
	host := strings.ToLower(u.Hostname())
	for domain := host; domain != ""; {
		if name := services[domain]; name != "" {
			return name
		}
		_, domain, _ = strings.Cut(domain, ".")
	}
	switch strings.ToLower(path.Ext(u.Path)) {
	case ".mp4", ".webm":
		if host != "" {
			return host
		}
		return path.Base(u.Path)
	}
	return ""
}

// figures replaces the paragraphs below parent that hold images alone by figures, and
// runs of two or more figures with a picture by galleries.
func (a *arrangement) figures(parent ast.Node) {
	for _, c := range children(parent) {
		p, ok := c.(*ast.Paragraph)
		if !ok {
			continue
		}
		images := imagesAlone(p, a.source)
		for _, image := range images {
			if f := a.figure(image); f != nil {
				parent.InsertBefore(parent, p, f)
			}
		}
		if images != nil {
			parent.RemoveChild(parent, p)
		}
	}
	a.galleries(parent)
}

func (a *arrangement) galleries(parent ast.Node) {
	var run []ast.Node
	end := func() {
		if len(run) > 1 {
			g := &gallery{}
			parent.InsertBefore(parent, run[0], g)
			for _, f := range run {
				parent.RemoveChild(parent, f)
				g.AppendChild(g, f)
			}
		}
		run = nil
	}
	for _, c := range children(parent) {
		if f, ok := c.(*figure); ok && f.picture != nil {
			run = append(run, f)
			continue
		}
		end()
	}
	end()
}

// figure returns the figure that image stands for, nil where nothing of it can be
// shown: no picture, no address, no words.
func (a *arrangement) figure(image *ast.Image) *figure {
	f := &figure{alt: altOf(image, a.source)}
	f.caption, f.credit = captionOf(unescape(image.Title))
	destination := unescape(image.Destination)
	if name := service(destination); name != "" {
		f.video, f.label = true, name
		f.href, _ = address(destination)
		if a.options.VideoLabel != nil {
			f.label = a.options.VideoLabel(name)
		}
	} else if f.picture = a.picture(image); f.picture == nil {
		if href, ok := address(destination); ok && remote(href) {
			f.href = href
		}
	}
	if f.picture == nil && f.href == "" && f.alt+f.caption+f.credit == "" {
		return nil
	}
	return f
}
