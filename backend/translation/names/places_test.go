package names_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf16"

	"pgregory.net/rapid"

	"khabar/backend/newsroom"
	"khabar/backend/translation/names"
)

// check fails where a hit is not a whole stretch of the text.
func check(t interface{ Fatalf(string, ...any) }, text string, hits []names.Hit) {
	whole := utf16.Encode([]rune(text))
	last := 0
	for _, h := range hits {
		if h.Start < last || h.End <= h.Start || h.End > len(whole) {
			t.Fatalf("%q: %+v after %d of %d", text, h, last, len(whole))
		}
		last = h.End
		if used := string(utf16.Decode(whole[h.Start:h.End])); used != h.Used {
			t.Fatalf("%q: %q at %d is not %q", text, used, h.Start, h.Used)
		}
		for _, at := range []int{h.Start, h.End} {
			if at < len(whole) && inside(rune(whole[at])) {
				t.Fatalf("%q: %d is inside a character", text, at)
			}
		}
	}
}

// inside reports whether a character does not begin with r.
func inside(r rune) bool {
	return r >= 0xdc00 && r <= 0xdfff || unicode.IsMark(r) || r == '\u200c' || r == '\u200d'
}

// Whatever the text, hits are whole stretches of it, and an accepted name is left as it is.
func TestPlacesAreOfTheText(t *testing.T) {
	pieces := []string{
		" ", "-", "’", "'", ".", "،", "\n", "\n\n", "\u200c", "\u200d", "\u200f", "\u0640", "\u064e", "\u0301", "🏔", "👩\u200d🌾", "و", "ب", "ال", "لل",
		"ها", "ی", "s", "ом", "а", "\u0600", "ß", "İ", "é", "́",
	}
	for _, n := range known {
		for _, s := range n.Labels {
			pieces = append(pieces, s)
		}
		pieces = append(pieces, n.Variants["en"]...)
	}
	finders := map[newsroom.Lang]*names.Finder{}
	for _, l := range newsroom.Languages {
		finders[l] = names.New(l, known)
	}
	rapid.Check(t, func(t *rapid.T) {
		lang := rapid.SampledFrom(newsroom.Languages).Draw(t, "lang")
		text := strings.Join(rapid.SliceOf(rapid.SampledFrom(pieces)).Draw(t, "pieces"), "")
		hits := finders[lang].Find(text)
		check(t, text, hits)
		for _, h := range hits {
			if h.State == names.Accepted && h.Accepted != h.Used {
				t.Fatalf("%q: %+v", text, h)
			}
		}
		for _, s := range finders[lang].Suggest(text, 3) {
			if s.Typed < 3 || s.Typed > units(text) || s.Accepted == "" {
				t.Fatalf("%q: %+v", text, s)
			}
		}
	})
}

// What the finder puts in place of a variant is accepted when it looks again.
func TestWhatIsPutRightStaysRight(t *testing.T) {
	for _, l := range newsroom.Languages {
		f := names.New(l, known)
		for _, n := range known {
			for _, v := range append(n.Variants["en"], n.Labels["ru"], n.Labels["fa"]) {
				for _, h := range f.Find(v) {
					if h.State != names.Variant || h.Accepted == "" {
						continue
					}
					again := f.Find(h.Accepted)
					if len(again) != 1 || again[0].State != names.Accepted {
						t.Errorf("%s: %s became %s, which is %+v", l, v, h.Accepted, again)
					}
				}
			}
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{"Herat’s", "للقاهرة", "هرات\u200cها", "Мазари-Шарифе", "\u0600Herat", "He\u0301rat", "🏔Herat", "\xffHerat", "Herat\u0301", "ـهرات"} {
		f.Add(s)
	}
	finders := map[newsroom.Lang]*names.Finder{}
	for _, l := range newsroom.Languages {
		finders[l] = names.New(l, known)
	}
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "\ufffd")
		for _, finder := range finders {
			check(t, text, finder.Find(text))
			finder.Suggest(text, 3)
		}
	})
}
