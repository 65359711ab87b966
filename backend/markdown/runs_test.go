package markdown_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"khabar/backend/markdown"
)

// show writes runs on one line: words as they are, marks in braces.
func show(runs []markdown.Run) string {
	var b strings.Builder
	for _, r := range runs {
		switch r.Kind {
		case markdown.Wording:
			b.WriteString(r.Text)
		case markdown.Alone:
			fmt.Fprintf(&b, "{%s}", r.Source)
		case markdown.Open:
			fmt.Fprintf(&b, "{%d:%s}", r.Pair, r.Source)
		case markdown.Close:
			fmt.Fprintf(&b, "{/%d:%s}", r.Pair, r.Source)
		}
	}
	return b.String()
}

func TestRuns(t *testing.T) {
	rest := "[^1]: note\n\n[ref]: https://example.org"
	for source, want := range map[string]string{
		"plain words":                         "plain words",
		"a **b** c":                           "a {1:**}b{/1:**} c",
		"a **b [c](u \"t\")** d":              "a {1:**}b {2:[}c{/2:](u \"t\")}{/1:**} d",
		"***x*** and ~~y~~":                   "{1:*}{2:**}x{/2:**}{/1:*} and {3:~~}y{/3:~~}",
		"see `x*y` and[^1] [r][ref]":          "see {`x*y`} and{[^1]} {1:[}r{/1:][ref]}",
		"two\nlines":                          "two\nlines",
		"hard  \nbreak":                       "hard{  \n}break",
		"# Heading *x*":                       "{# }Heading {1:*}x{/1:*}",
		"- one\n- two **x**\n  more":          "{- }one{\n- }two {1:**}x{/1:**}{\n  }more",
		"> said\n> she":                       "{> }said{\n> }she",
		"| a | b |\n|---|---|\n| c \\| d |":   "{| }a{ | }b{ |\n|---|---|\n| }c | d{ |}",
		"![alt](media/x.jpg \"Caption © X\")": "{![}alt{](media/x.jpg \"}Caption © X{\")}",
		"![](media/x.jpg \"Caption\")":        "{![](media/x.jpg \"}Caption{\")}",
		"![](media/x.jpg)":                    "{![](media/x.jpg)}",
		"```\ncode\n```":                      "{```\ncode\n```}",
		"---":                                 "{---}",
		"[^1]: the *note*":                    "{[^1]: }the {1:*}note{/1:*}",
		"1\\. no list \\* \\[x\\](y)":         "1. no list {\\*} {\\[}x](y)",
		"snake_case @khabar_tj 5 * 3":         "snake_case @khabar_tj 5 * 3",
		"AT&amp;T":                            "AT{&amp;}T",
		"https://example.org/a_b here":        "{https://example.org/a_b} here",
		"می‌روم **به** خانه":                  "می‌روم {1:**}به{/1:**} خانه",
	} {
		if got := show(markdown.Runs(source, rest)); got != want {
			t.Errorf("%q:\n got %s\nwant %s", source, got, want)
		}
	}
}

// Whatever the block, its runs are all of it, and joining them is it again.
func TestRunsJoin(t *testing.T) {
	pieces := []string{"a", "word", "خبر", "می‌روم", " ", "\n", "*", "**", "_", "`", "[", "](u)", "![", "\\", "\\*", "&amp;", "<b>", "1. ", "- ", "# ", "> ", "|", "|--|\n", "~~", "[^1]", "https://e.org ", "  \n", "\t", "(", "]", ":", "\""}
	rapid.Check(t, func(t *rapid.T) {
		source := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 1, 25).Draw(t, "source"), "")
		for _, b := range markdown.Blocks(source) {
			runs := markdown.Runs(b.Source, "[^1]: x")
			var all strings.Builder
			for _, r := range runs {
				all.WriteString(r.Source)
			}
			if all.String() != b.Source {
				t.Fatalf("%q came apart as %s", b.Source, show(runs))
			}
			if got := markdown.Join(runs); got != b.Source {
				t.Fatalf("%q joined is %q", b.Source, got)
			}
		}
	})
}

// Words that somebody types are read as they were typed, whatever is in them.
func TestJoinEscapes(t *testing.T) {
	pieces := []string{"a", "خبر", " ", "*", "**", "_", "`", "[x]", "](u)", "![", "\\", "&amp;", "<b>", "1. ", "- ", "+ ", "# ", "> ", "|", "~~", "[^1]", "===", "--", "\"", "'", "!", "&"}
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 1, 12).Draw(t, "text"), "")
		text = strings.Join(strings.Fields(text), " ")
		if text == "" {
			return
		}
		for _, frame := range [][2]string{{"", ""}, {"- ", ""}, {"## ", ""}, {"> ", ""}, {"see ", " end"}} {
			runs := []markdown.Run{{Kind: markdown.Wording, Text: text + frame[1]}}
			if strings.TrimSpace(frame[0]) == "see" {
				runs[0].Text = frame[0] + runs[0].Text
			} else if frame[0] != "" {
				runs = append([]markdown.Run{{Kind: markdown.Alone, Source: frame[0]}}, runs...)
			}
			joined := markdown.Join(runs)
			want := runs[len(runs)-1].Text
			if got := markdown.Plain(joined); got != strings.TrimSpace(want) {
				t.Fatalf("%q is written %q and read %q", want, joined, got)
			}
			if n := len(markdown.Blocks(joined)); n != 1 {
				t.Fatalf("%q makes %d blocks", joined, n)
			}
		}
	})
}
