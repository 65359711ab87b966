package publish_test

import (
	"fmt"
	"strings"
	"testing"

	"khabar/backend/publish"
)

// large is a site of n pages of about the size of an article's.
func large(n, edition int) pages {
	p := pages{}
	for i := range n {
		p[fmt.Sprintf("en/story-%d.html", i)] = strings.Repeat(fmt.Sprintf("story %d in edition %d. ", i, edition), 700)
	}
	return p
}

// BenchmarkFolder measures a folder's first publication, one in which nothing has
// changed, and one in which one page has.
func BenchmarkFolder(b *testing.B) {
	for _, n := range []int{1_000, 10_000} {
		site := large(n, 1)
		b.Run(fmt.Sprint("first/", n), func(b *testing.B) {
			for b.Loop() {
				publishTo(b, b.TempDir(), site)
			}
		})
		dir := b.TempDir()
		publishTo(b, dir, site)
		b.Run(fmt.Sprint("unchanged/", n), func(b *testing.B) {
			for b.Loop() {
				publishTo(b, dir, site)
			}
		})
		b.Run(fmt.Sprint("one/", n), func(b *testing.B) {
			for i := 0; b.Loop(); i++ {
				site["en/story-7.html"] = fmt.Sprint("changed for the ", i, ". time")
				publishTo(b, dir, site)
			}
		})
	}
}

func publishTo(b *testing.B, dir string, site pages) {
	b.Helper()
	if report, err := publish.Folder(dir).Publish(b.Context(), site, nil); err != nil || report.Failed > 0 {
		b.Fatal(report.Failed, err)
	}
}
