package markdown_test

import (
	"regexp"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
	"khabar/backend/markdown"
	"pgregory.net/rapid"
)

func TestBlocks(t *testing.T) {
	body := "# Title\n\nText with[^1] a note\nand [ref].\n- a\n- b\n\n> quote\n\n![alt](media/a.jpg \"C © D\")\n\n" +
		"![v](https://youtu.be/1)\n\n![a](media/a.jpg) ![b](media/b.jpg)\n\n| A |\n|---|\n| 1 |\n\n```\ncode\n\n```\n***\n" +
		"[^1]: The note.\n\n    More.\n\n[ref]: https://example.org\n<!-- c -->\n"
	want := []markdown.Block{
		{markdown.Heading, "# Title", "Title"},
		{markdown.Paragraph, "Text with[^1] a note\nand [ref].", "Text with a note and ref."},
		{markdown.List, "- a\n- b", "a\nb"},
		{markdown.Quote, "> quote", "quote"},
		{markdown.Figure, "![alt](media/a.jpg \"C © D\")", "C © D"},
		{markdown.Video, "![v](https://youtu.be/1)", "v"},
		{markdown.Gallery, "![a](media/a.jpg) ![b](media/b.jpg)", ""},
		{markdown.Table, "| A |\n|---|\n| 1 |", "A\n1"},
		{markdown.Code, "```\ncode\n\n```", "code"},
		{markdown.Rule, "***", ""},
		{markdown.Footnote, "[^1]: The note.\n\n    More.", "The note.\nMore."},
		{markdown.Definition, "[ref]: https://example.org", ""},
		{markdown.Markup, "<!-- c -->", ""},
	}
	if diff := cmp.Diff(want, markdown.Blocks(body)); diff != "" {
		t.Errorf("blocks (-want +got):\n%s", diff)
	}
}

func TestBlocksOfNothing(t *testing.T) {
	for _, body := range []string{"", "\n", "  \n\t\n"} {
		if got := markdown.Blocks(body); len(got) != 0 {
			t.Errorf("Blocks(%q) = %v, want none", body, got)
		}
	}
}

// A line that is text only because of the definition above it stays with it.
func TestBlocksKeepWhatBlankLinesWouldChange(t *testing.T) {
	for _, body := range []string{"[a]: b\n2. not a list", "[a]: b\n    not code", "text\n7. x | y\n---|---"} {
		blocks := markdown.Blocks(body)
		if got, want := markdown.HTML(join(blocks), markdown.Options{}), markdown.HTML(body, markdown.Options{}); got != want {
			t.Errorf("%q: joined blocks render %q, the body %q", body, got, want)
		}
	}
}

func TestBlocksLoseNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { checkBlocks(t, body().Draw(t, "body")) })
}

func FuzzBlocks(f *testing.F) {
	for i, fragment := range fragments {
		next := fragments[(i+7)%len(fragments)]
		f.Add(fragment + "\n" + next)
		f.Add(fragment + "\n\n" + next)
	}
	f.Add("*\r")
	f.Fuzz(func(t *testing.T, body string) {
		if strings.ToValidUTF8(body, "") == body {
			checkBlocks(t, body)
		}
	})
}

// endOfCode is where a code block that nobody closed may lose blank lines.
var endOfCode = regexp.MustCompile(`\s*</code></pre>`)

func checkBlocks(t interface{ Fatalf(string, ...any) }, body string) {
	blocks := markdown.Blocks(body)
	joined := join(blocks)
	if got, want := bare(joined), bare(body); got != want {
		t.Fatalf("joined blocks hold %q, the body %q", got, want)
	}
	render := func(s string) string {
		return endOfCode.ReplaceAllString(markdown.HTML(s, markdown.Options{}), "</code></pre>")
	}
	if got, want := render(joined), render(body); got != want {
		t.Fatalf("body %q\nblocks %q\nrender %s\nwant   %s", body, blocks, got, want)
	}
	for _, b := range blocks {
		if b.Source == "" {
			t.Fatalf("a block without a source in %q: %q", body, blocks)
		}
	}
	if again := markdown.Blocks(joined); !cmp.Equal(again, blocks) {
		t.Fatalf("blocks of joined blocks differ in %q:\n%q\n%q", body, blocks, again)
	}
}

func join(blocks []markdown.Block) string {
	sources := make([]string, len(blocks))
	for i, b := range blocks {
		sources[i] = b.Source
	}
	return strings.Join(sources, "\n\n")
}

// bare is s without white space: what must never be lost.
func bare(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

// However a file ends its lines, it is the same document.
func TestLineEndsSayNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		body := strings.ReplaceAll(strings.Join(rapid.SliceOfN(rapid.SampledFrom(fragments), 1, 6).Draw(t, "body"), "\n"), "\r", "")
		for _, end := range []string{"\r", "\r\n"} {
			other := strings.ReplaceAll(body, "\n", end)
			if got, want := markdown.HTML(other, markdown.Options{}), markdown.HTML(body, markdown.Options{}); got != want {
				t.Fatalf("%q\n%s\nwant\n%s", other, got, want)
			}
			checkBlocks(t, other)
		}
	})
}
