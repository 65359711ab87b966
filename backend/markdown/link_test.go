package markdown_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"khabar/backend/markdown"
)

func TestLinksAndImages(t *testing.T) {
	body := "[یک *دو*](a.html) <https://b.example> [ref] www.c.example\n\n![](media/a.jpg)\n\n" +
		"![alt &amp;](media/b.jpg \"Caption\") ![v](https://youtu.be/1)\n\n[ref]: ../en/x.html"
	links := []markdown.Link{{"a.html", "یک دو"}, {"https://b.example", "https://b.example"}, {"../en/x.html", "ref"}, {"http://www.c.example", "www.c.example"}}
	if diff := cmp.Diff(links, markdown.Links(body)); diff != "" {
		t.Error(diff)
	}
	images := []markdown.Image{{"media/a.jpg", ""}, {"media/b.jpg", "alt &"}}
	if diff := cmp.Diff(images, markdown.Images(body)); diff != "" {
		t.Error(diff)
	}
}
