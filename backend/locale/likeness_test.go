package locale

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"khabar/backend/newsroom"
)

func TestOneJoinsPlurals(t *testing.T) {
	for l, pair := range map[newsroom.Lang][2]string{
		newsroom.English: {"Market price", "market prices"}, newsroom.French: {"journal", "journaux"}, newsroom.German: {"Lehrerin", "Lehrerinnen"},
		newsroom.Spanish: {"lápiz", "lápices"}, newsroom.Russian: {"закон", "законы"}, newsroom.Tajik: {"мактаб", "мактабҳо"},
		newsroom.Persian: {"کتاب", "کتاب\u200cها"}, newsroom.Pashto: {"کتاب", "کتابونه"}, newsroom.Arabic: {"انتخابة", "انتخابات"},
	} {
		if one, many := One(l, pair[0]), One(l, pair[1]); one != many && Fold(pair[0]) != many {
			t.Errorf("%s: %q and %q", l, one, many)
		}
	}
	if One(newsroom.English, "bus") != "bus" {
		t.Error("a short word lost its end")
	}
}

func TestNear(t *testing.T) {
	for pair, want := range map[[2]string]bool{
		{"Kandahar", "Qandahar"}: true, {"Kandahar", "Kandhaar"}: true, {"Kandahar", "Kandaharr"}: true, {"Herat", "Heart"}: true,
		{"Kandahar", "Kandahar"}: false, {"2024 vote", "2025 vote"}: false, {"iran", "iraq"}: false, {"school", "schools"}: true,
		{"Kandahar", "Kondohar"}: false, {"افغانستان", "افغانستن"}: true,
	} {
		if Near(pair[0], pair[1]) != want || Near(pair[1], pair[0]) != want {
			t.Errorf("%q: near is %t", pair, !want)
		}
	}
}

// Whatever is near has a key in common, so that nobody has to compare all with all.
func TestNearTextsShareAKey(t *testing.T) {
	word := rapid.StringOfN(rapid.SampledFrom([]rune("abcдңې")), 4, 9, -1)
	rapid.Check(t, func(t *rapid.T) {
		a, b := word.Draw(t, "a"), word.Draw(t, "b")
		shared := slices.ContainsFunc(NearKeys(a), func(k string) bool { return slices.Contains(NearKeys(b), k) })
		if min(len([]rune(a)), len([]rune(b))) >= shortestLike && Near(a, b) && !shared {
			t.Fatalf("%q and %q are near and share no key", a, b)
		}
	})
}
