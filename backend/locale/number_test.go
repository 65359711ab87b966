package locale

import (
	"testing"

	"pgregory.net/rapid"

	"khabar/backend/newsroom"
)

func TestDigits(t *testing.T) {
	for _, c := range []struct {
		lang    newsroom.Lang
		in, out string
	}{
		{"fa", "سال 2025 و ٤٥٦", "سال ۲۰۲۵ و ۴۵۶"},
		{"ar", "۴۵۶ 789", "٤٥٦ ٧٨٩"},
		{"tg", "соли ۱۴۰۴", "соли 1404"},
		{"en", "", ""},
	} {
		if got := Digits(c.lang, c.in); got != c.out {
			t.Errorf("%s %q: got %q, want %q", c.lang, c.in, got, c.out)
		}
	}
}

func TestDigitsComeBackFromEveryLanguage(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := rapid.SampledFrom(newsroom.Languages).Draw(t, "lang")
		s := rapid.StringOf(rapid.RuneFrom([]rune("0123456789 aбج.,"))).Draw(t, "text")
		if back := Digits(newsroom.English, Digits(l, s)); back != s {
			t.Fatalf("%q became %q", s, back)
		}
	})
}

func TestDecimal(t *testing.T) {
	for _, c := range []struct {
		lang newsroom.Lang
		x    float64
		want string
	}{
		{"en", 1.5, "1.5"}, {"fr", 1.5, "1,5"}, {"fa", 12345.25, "۱۲٬۳۴۵٫۲۵"}, {"de", 2, "2"}, {"en", -0.5, "-0.5"}, {"en", 0.001, "0"},
	} {
		if got := Decimal(c.lang, c.x, 2); got != c.want {
			t.Errorf("%s %v: got %q, want %q", c.lang, c.x, got, c.want)
		}
	}
}

type numberCase struct {
	Lang newsroom.Lang `json:"lang"`
	N    int           `json:"n"`
	Text string        `json:"text"`
}

func TestNumbersForBothSides(t *testing.T) {
	var cases []numberCase
	for _, l := range newsroom.Languages {
		for _, n := range []int{0, 7, 42, 999, 1404, 2025, 9999, 10_000, 12_345, 100_000, 1_234_567, -3, -12_345} {
			cases = append(cases, numberCase{l, n, Number(l, n)})
		}
	}
	golden(t, "numbers.json", cases)
}
