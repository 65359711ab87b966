package markdown_test

import (
	"strings"
	"testing"

	"khabar/backend/markdown"
)

// Each of these takes a parser minutes or hours at full length. The test has no limit of
// its own: it would not end.
func TestExcessiveBodies(t *testing.T) {
	for _, piece := range []string{"> ", "1. ", "- ", "[a](", "![a](b", "*a_ ", "[x]\n", "[^1]", "[^a]: b\n", "> 1. - "} {
		b := strings.Repeat(piece, 1_500_000/len(piece)) + "\n\nEnd.\n"
		if f := fault(markdown.HTML(b, page)); f != "" {
			t.Errorf("%q: %s", piece, f)
		}
		if plain := markdown.Plain(b); !strings.HasSuffix(plain, "End.") {
			t.Errorf("%q: the end is lost", piece)
		}
		blocks := markdown.Blocks(b)
		if last := blocks[len(blocks)-1]; last.Source != "End." || bare(join(blocks)) != bare(b) {
			t.Errorf("%q: blocks lose something", piece)
		}
	}
}

// A long table and a long list of links are no attack.
func TestLongBodiesAreMarkdown(t *testing.T) {
	for _, b := range []string{
		"| a | b |\n|---|---|\n" + strings.Repeat("| [one](x) | *two* |\n", 5_000),
		strings.Repeat("- [one](x) and **two**\n", 3_000),
		strings.Repeat("A paragraph with [a link](x) and *marks*.[^1]\n\n", 10_000) + "[^1]: Note.\n",
	} {
		if got := markdown.HTML(b, page); !strings.Contains(got, "<a href=\"x\">") {
			t.Errorf("%.40q is not read as Markdown", b)
		}
	}
}
