package markdown

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// swapAll finds every place of old.
func swapAll(old, now string) func(string) []Swap {
	return func(piece string) (all []Swap) {
		for at := 0; ; {
			i := strings.Index(piece[at:], old)
			if i < 0 {
				return all
			}
			all = append(all, Swap{at + i, at + i + len(old), now})
			at += i + len(old)
		}
	}
}

func TestRespell(t *testing.T) {
	for _, c := range []struct{ name, body, want string }{
		{"words", "Karim came. Then Karim left.", "a man came. Then a man left."},
		{"emphasis", "**Karim** came", "**a man** came"},
		{"over a line", "said Ali\nKarim today", "said Ali\na man today"},
		{"an address stays", "[Karim](https://example.org/Karim \"Karim\")", "[a man](https://example.org/Karim \"a man\")"},
		{"a figure", "![Karim at work](media/Karim.jpg \"Karim in Balkh © Karim\")", "![a man at work](media/Karim.jpg \"a man in Balkh © a man\")"},
		{"a table", "| Karim | b |\n|---|---|\n| c | Karim |", "| a man | b |\n|---|---|\n| c | a man |"},
		{"code stays", "```\nKarim\n```\n\n<https://e.org/Karim>", "```\nKarim\n```\n\n<https://e.org/Karim>"},
		{"a note", "Text[^1]\n\n[^1]: Karim says so", "Text[^1]\n\n[^1]: a man says so"},
		{"a quote", "> Karim\n> and Karim", "> a man\n> and a man"},
	} {
		if got := Respell(c.body, swapAll("Karim", "a man")); got != c.want {
			t.Errorf("%s:\n got %q\nwant %q", c.name, got, c.want)
		}
	}
	if got := Respell("Karim [x](y \"Karim\")", swapAll("Karim", `*"a"_`)); Plain(got) != `*"a"_ x` {
		t.Errorf("%q is read as %q", got, Plain(got))
	}
}

func TestRespellChangesNothingElse(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		body := rapid.StringOf(rapid.SampledFrom([]rune("ab *_[]()!<>`#-\n|\"\\ك"))).Draw(t, "body")
		if got := Respell(body, func(string) []Swap { return nil }); got != body {
			t.Fatalf("%q became %q", body, got)
		}
		if got := WithoutPictures(body, func(string) bool { return false }); got != body {
			t.Fatalf("%q became %q", body, got)
		}
	})
}

func TestWithoutPictures(t *testing.T) {
	gone := func(ref string) bool { return ref == "media/a.jpg" }
	for _, c := range []struct{ name, body, want string }{
		{"a figure", "One.\n\n![alt](media/a.jpg \"Caption © P\")\n\nTwo.", "One.\n\nTwo."},
		{"of a gallery", "![a](media/a.jpg)\n![b](media/b.jpg)\n\nTwo.", "![b](media/b.jpg)\n\nTwo."},
		{"the second of a gallery", "![b](media/b.jpg)\n![a](media/a.jpg \"x (y)\")\n\nTwo.", "![b](media/b.jpg)\n\nTwo."},
		{"in a line", "See ![a](media/a.jpg) here.", "See here."},
		{"at the end of a line", "See ![a](<media/a.jpg>)", "See"},
		{"another", "![b](media/b.jpg)", "![b](media/b.jpg)"},
		{"twice", "![a](media/a.jpg)\n\nText.\n\n![a](media/a.jpg)", "Text."},
		{"by a definition", "![a][p]\n\n[p]: media/a.jpg", "![a][p]\n\n[p]: media/a.jpg"},
	} {
		if got := WithoutPictures(c.body, gone); got != c.want {
			t.Errorf("%s:\n got %q\nwant %q", c.name, got, c.want)
		}
	}
}
