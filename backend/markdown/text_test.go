package markdown_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/rivo/uniseg"
	"khabar/backend/markdown"
	"pgregory.net/rapid"
)

func TestWords(t *testing.T) {
	for text, want := range map[string]int{
		"":                           0,
		"  \n— … «»":                 0,
		"one two":                    2,
		"می\u200cروم به کابل":        3,
		"کتاب\u200cها":               1,
		"\u200fکابل\u200f":           1,
		"l'eau d’ici":                2,
		"well-known -- not":          2,
		"3.5 million, 1,200 and ۳٫۵": 5,
		"النَّصُّ العَرَبِيُّ":             2,
		"Забони тоҷикӣ: ғ ӣ":               4,
		"end.Next":                         1,
		"«نقل قول»،گفت":                    3,
		"a\u2067b\u2069 c":                 2,
		"trailing' 'quote'":                2,
		"ښځه ټول ګڼ ځای ډېر":               5,
		"2025-04-21":                       1,
		"soft\u00adhyphen e\u0301te\u0301": 2,
	} {
		if got := markdown.Words(text); got != want {
			t.Errorf("Words(%q) = %d, want %d", text, got, want)
		}
	}
}

func TestPlain(t *testing.T) {
	body := "# *Title*\n\nA [link](x)[^1], `code` &amp; \\*star\\*<br>line  \nnext.\n\n- one\n- two\n\n| A | B |\n|-|-|\n| 1 | 2 |\n\n" +
		"![alt](media/a.jpg \"Caption © Me\")\n\n<div>raw</div>\n\n[^1]: Note."
	want := "Title\nA link, code & *star*\nline\nnext.\none\ntwo\nA\tB\n1\t2\nCaption © Me\nNote."
	if got := markdown.Plain(body); got != want {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func TestPlainKeepsInvisibleCharacters(t *testing.T) {
	text := "\u200fمی\u200cروم \u2067NATO\u2069 ه\u200d، ټ ډ ړ ښ ځ څ ې ۍ ئ ғ ӣ қ ӯ ҳ ҷ النَّصُّ ـ"
	if got := markdown.Plain(text); got != text {
		t.Errorf("got %q, want %q", got, text)
	}
	if got := markdown.HTML(text, markdown.Options{}); !strings.Contains(got, text) {
		t.Errorf("HTML lost a character: %q", got)
	}
}

func TestExcerpt(t *testing.T) {
	for _, c := range []struct {
		body string
		max  int
		want string
	}{
		{"# Title\n\nFirst words here.", 100, "First words here."},
		{"First words here.", 12, "First words…"},
		{"First words here.", 11, "First…"},
		{"Unbreakable", 5, "Unbr…"},
		{"One, two", 6, "One…"},
		{"# Only a title", 100, "Only a title"},
		{"> quoted\n\nsaid", 100, "quoted said"},
		{"می\u200cروم به کابل", 8, "می\u200cروم…"},
		{"👩‍👩‍👧 👩‍👩‍👧 👩‍👩‍👧", 3, "👩‍👩‍👧…"},
		{"", 10, ""},
		{"text", 0, ""},
	} {
		if got := markdown.Excerpt(c.body, c.max); got != c.want {
			t.Errorf("Excerpt(%q, %d) = %q, want %q", c.body, c.max, got, c.want)
		}
	}
}

func TestExcerptFits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		max := rapid.IntRange(1, 60).Draw(t, "max")
		got := markdown.Excerpt(body().Draw(t, "body"), max)
		if n := uniseg.GraphemeClusterCount(got); n > max || strings.ContainsAny(got, "\n\t") {
			t.Fatalf("%q has %d clusters, %d are allowed", got, n, max)
		}
	})
}

func TestPictures(t *testing.T) {
	body := "![a](media/1.jpg) text\n\n![b][r] ![a](media/1.jpg)\n\n![v](https://vimeo.com/1)\n\n> ![q](<media/a b.jpg>)\n\n[r]: media/2.jpg \"T\""
	want := []string{"media/1.jpg", "media/2.jpg", "media/a b.jpg"}
	if got := markdown.Pictures(body); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestRewritePictures(t *testing.T) {
	names := map[string]string{"img/a.jpg": "media/1.jpg", "img/b c.jpg": "media/2.jpg", "x": "a (b)"}
	for body, want := range map[string]string{
		"![a](img/a.jpg \"img/a.jpg\") img/a.jpg [l](img/a.jpg)": "![a](media/1.jpg \"img/a.jpg\") img/a.jpg [l](img/a.jpg)",
		"![a](<img/b c.jpg>)":                      "![a](<media/2.jpg>)",
		"![a](img/b&#32;c.jpg)":                    "![a](media/2.jpg)",
		"![a][r]\n\n[r]: img/a.jpg 'T'":            "![a][r]\n\n[r]: media/1.jpg 'T'",
		"`![a](img/a.jpg)`":                        "`![a](img/a.jpg)`",
		"> ![a](img/a.jpg)\n> - ![b]( img/a.jpg )": "> ![a](media/1.jpg)\n> - ![b]( media/1.jpg )",
		"![a](x)":             "![a](<a (b)>)",
		"![a](img/other.jpg)": "![a](img/other.jpg)",
		"![a](img/a.jpg)\xff": "![a](img/a.jpg)\xff",
		"![مین](img/a.jpg)\r\n\r\n![b](img/a.jpg)": "![مین](media/1.jpg)\n\n![b](media/1.jpg)",
	} {
		if got := markdown.RewritePictures(body, names); got != want {
			t.Errorf("%q\ngot  %q\nwant %q", body, got, want)
		}
	}
}

// Rewriting every reference there and back gives the body as it was.
func TestRewritePicturesAndBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := body().Draw(t, "body")
		there, back := map[string]string{}, map[string]string{}
		for i, ref := range markdown.Pictures(b) {
			name := "media/" + strings.Repeat("f", i+1) + ".jpg"
			there[ref], back[name] = name, ref
		}
		moved := markdown.RewritePictures(b, there)
		for _, ref := range markdown.Pictures(moved) {
			if back[ref] == "" {
				t.Fatalf("%q was not rewritten in %q", ref, moved)
			}
		}
		if got := markdown.HTML(markdown.RewritePictures(moved, back), page); got != markdown.HTML(b, page) {
			t.Fatalf("%q became %q and renders otherwise", b, moved)
		}
	})
}
