package locale

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"pgregory.net/rapid"

	"khabar/backend/newsroom"
)

func TestSlug(t *testing.T) {
	for _, c := range []struct {
		lang           newsroom.Lang
		headline, slug string
	}{
		{"fa", "ورود معاون نخست\u200cوزیر", "ورود-معاون-نخست-وزیر"},
		{"fa", "«نشست» NATO در سال 2025؟", "نشست-در-سال-۲۰۲۵"},
		{"fa", "CNN", "cnn"},
		{"ar", "وَصَلَ نائبُ رئيسِ الـوزراء ١٢", "وصل-نائب-رئيس-الوزراء-١٢"},
		{"ps", "د قزاقستان د لومړي وزیر مرستیال کابل ته ورسېد", "د-قزاقستان-د-لومړي-وزیر-مرستیال-کابل-ته-ورسېد"},
		{"tg", "Муовини сарвазири Қазоқистон ба Кобул омад", "муовини-сарвазири-қазоқистон-ба-кобул-омад"},
		{"ru", "Вице-премьер прибыл: «Ёлка»", "вице-премьер-прибыл-ёлка"},
		{"en", "Kazakhstan’s Deputy Prime Minister Arrives in Kabul", "kazakhstans-deputy-prime-minister-arrives-in-kabul"},
		{"fr", "L’arrivée de l'émissaire à Kaboul", "l-arrivée-de-l-émissaire-à-kaboul"},
		{"de", "Große Übung", "große-übung"},
		{"es", "¿Qué pasó mañana?", "qué-pasó-mañana"},
		{"en", "… \u200c !", ""},
		{"ru", "2025", "2025"},
	} {
		if got := Slug(c.lang, c.headline); got != c.slug {
			t.Errorf("%s %q: got %q, want %q", c.lang, c.headline, got, c.slug)
		}
	}
}

func TestSlugIsCutAtAWord(t *testing.T) {
	word := strings.Repeat("ب", 9)
	long := strings.TrimSpace(strings.Repeat(word+" ", 30))
	if got, want := Slug("fa", long), strings.TrimSuffix(strings.Repeat(word+"-", 8), "-"); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := Slug("en", strings.Repeat("a", 200)); got != strings.Repeat("a", MaxSlug) {
		t.Errorf("one endless word: %q", got)
	}
}

func TestSlugIsAlwaysSafeAndStable(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := rapid.SampledFrom(newsroom.Languages).Draw(t, "lang")
		slug := Slug(l, rapid.OneOf(letters, rapid.String()).Draw(t, "headline"))
		if again := Slug(l, slug); again != slug {
			t.Fatalf("%q becomes %q", slug, again)
		}
		if slug != "" && !ValidSlug(slug) {
			t.Fatalf("%q is not valid", slug)
		}
		if utf8.RuneCountInString(slug) > MaxSlug || strings.HasPrefix(slug, "-") || strings.HasSuffix(slug, "-") || strings.Contains(slug, "--") {
			t.Fatalf("%q", slug)
		}
		for _, r := range slug {
			if r != '-' && !unicode.IsLetter(r) && !unicode.IsDigit(r) {
				t.Fatalf("%q has %q", slug, r)
			}
		}
	})
}

func TestValidSlug(t *testing.T) {
	for slug, want := range map[string]bool{
		"kabul-2": true, "2025-kabul": true, "ورود-معاون-2": true, "نخست\u200cوزیر": true, "муовини_сарвазир": true, "été": true,
		"": false, "-a": false, "a-": false, "Kabul": false, "a/b": false, "..": false, "a.b": false, "a b": false,
		"e\u0301": false, "a\u202eb": false, "\xff": false, strings.Repeat("a", newsroom.MaxSlug+1): false,
	} {
		if ValidSlug(slug) != want {
			t.Errorf("%q: %v", slug, !want)
		}
	}
}

func TestKeepSlugChangesOnlyWhatIsNotValid(t *testing.T) {
	for slug, want := range map[string]string{"kabul-2": "kabul-2", "Kabul 2": "kabul-2", "نشست: کابل": "نشست-کابل", "": ""} {
		if got := KeepSlug("fa", slug); got != want {
			t.Errorf("%q: got %q, want %q", slug, got, want)
		}
	}
}

func FuzzSlug(f *testing.F) {
	for _, s := range []string{"../../etc/passwd", "a/b\\c", "\x00\xff", "CON", "نخست\u200cوزیر"} {
		f.Add("fa", s)
		f.Add("en", s)
	}
	f.Fuzz(func(t *testing.T, lang, s string) {
		if slug := Slug(newsroom.Lang(lang), s); strings.ContainsAny(slug, "/\\.%?# \x00") || !utf8.ValidString(slug) {
			t.Errorf("%q gives %q", s, slug)
		}
	})
}
