package markdown_test

import (
	"slices"
	"testing"

	"khabar/backend/markdown"
	"pgregory.net/rapid"
)

func TestReplace(t *testing.T) {
	for _, c := range []struct {
		body   string
		i      int
		source string
		want   string
	}{
		{"یک\n\n\nدو\n\nسه\n", 1, "می‌روم", "یک\n\n\nمی‌روم\n\nسه\n"},
		{"one\n\ntwo\n\nthree", 1, "", "one\n\nthree"},
		{"one\n\ntwo", 0, "", "two"},
		{"one\n\ntwo", 1, "", "one"},
		{"one\n\ntwo", 1, "two\n\nand a half\n", "one\n\ntwo\n\nand a half"},
		{"# Title\ntext", 1, "- a", "# Title\n- a"},
		{"# Title\ntext", 0, "words", "words\n\ntext"},
		{"one", 4, "x", "one"},
	} {
		if got := markdown.Replace(c.body, c.i, c.source); got != c.want {
			t.Errorf("%q, %d, %q: %q, want %q", c.body, c.i, c.source, got, c.want)
		}
	}
}

// Whatever stands in its place, every other block is what it was.
func TestReplaceLeavesTheOtherBlocks(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := body().Draw(t, "body")
		before := markdown.Blocks(text)
		if len(before) == 0 {
			return
		}
		i := rapid.IntRange(0, len(before)-1).Draw(t, "i")
		after := markdown.Blocks(markdown.Replace(text, i, "A plain *paragraph*."))
		want := slices.Clone(before)
		want[i] = markdown.Block{Kind: markdown.Paragraph, Source: "A plain *paragraph*.", Text: "A plain paragraph."}
		for n := range want {
			if n >= len(after) || after[n].Source != want[n].Source {
				t.Fatalf("%q: block %d of %q became %q", text, n, sourcesOf(before), sourcesOf(after))
			}
		}
	})
}

func sourcesOf(blocks []markdown.Block) (all []string) {
	for _, b := range blocks {
		all = append(all, b.Source)
	}
	return all
}

func TestAt(t *testing.T) {
	body := "\nیک\n\nدو دو\n\nسه"
	for offset, want := range map[int]int{0: -1, 1: 0, 4: 0, 6: 0, 7: 1, len(body) - 1: 2} {
		if got := markdown.At(body, offset); got != want {
			t.Errorf("%d: %d, want %d", offset, got, want)
		}
	}
}
