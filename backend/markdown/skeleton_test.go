package markdown

import (
	"slices"
	"testing"
)

func TestSkeleton(t *testing.T) {
	for source, want := range map[string]string{
		"Words and [a link](https://example.org).": "",
		"## Heading":               "",
		"[^1]: the note\nNote[^1]": "",
		"- a list":                 "",
		`![A well](media/a.jpg "Dug in May © RASC \"News\"")`: `![](media/a.jpg "© RASC \"News\"")`,
		`![A well](media/a.jpg "Dug in May")`:                 `![](media/a.jpg)`,
		"![x](https://youtu.be/abc \"Three minutes © RASC\")": `![](https://youtu.be/abc "© RASC")`,
		"![a](<a b.jpg>)\n![b](b.jpg)":                        "![](<a b.jpg>)\n![](b.jpg)",
		"| a | b |\n| :-- | --: |\n| 1 | 2 |\n| 3 | 4 |":      "|  |  |\n| :-- | --: |\n|  |  |\n|  |  |",
		"```\ncode\n```":             "```\ncode\n```",
		"***":                        "***",
		"[ref]: https://example.org": "[ref]: https://example.org",
	} {
		got := Skeleton(source)
		if got != want {
			t.Errorf("%s\ngot  %s\nwant %s", source, got, want)
		}
		if got == "" {
			continue
		}
		before, after := Blocks(source), Blocks(got)
		if len(after) != 1 || before[0].Kind != after[0].Kind {
			t.Errorf("%s became %+v", source, after)
		}
	}
}

func TestTokens(t *testing.T) {
	got := Tokens("See [the *report*](https://example.org/a_b) and https://example.org, [again](<x y>).\n\n![A](a.jpg \"c © R\") [the *report*](https://example.org/a_b)")
	want := []string{"[the report](https://example.org/a_b)", "<https://example.org>", "[again](<x y>)", `![](a.jpg "© R")`}
	if !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	if got := Captions("![A well](a.jpg \"Dug in May © R\")\n![](b.jpg)"); !slices.Equal(got, []string{"A well", "Dug in May"}) {
		t.Errorf("%q", got)
	}
}
