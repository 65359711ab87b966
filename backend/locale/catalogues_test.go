package locale

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"khabar/backend/newsroom"
)

func sampleCatalogues(t *testing.T) *Catalogues {
	t.Helper()
	c, err := load(fstest.MapFS{
		"story.en.json": {Data: []byte(`{
			"story.words": {"one": "{{.count}} word", "other": "{{.count}} words"},
			"story.saved": "Saved {{.name}} at {{.place}}", "story.only": "Only English {{.n}}"}`)},
		"story.ru.json": {Data: []byte(`{
			"story.words": {"one": "{{.count}} слово", "few": "{{.count}} слова", "many": "{{.count}} слов", "other": "{{.count}} слова"}}`)},
		"story.fa.json": {Data: []byte(`{"story.words": {"one": "{{.count}} واژه", "other": "{{.count}} واژه"}, "story.saved": "{{.name}} در {{.place}}"}`)},
		"story.ps.json": {Data: []byte(`{`)},
	})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestT(t *testing.T) {
	c := sampleCatalogues(t)
	for _, k := range []struct {
		lang   newsroom.Lang
		key    string
		params map[string]any
		want   string
	}{
		{"en", "story.words", map[string]any{"count": 1}, "1 word"},
		{"en", "story.words", map[string]any{"count": 12345}, "12,345 words"},
		{"ru", "story.words", map[string]any{"count": int64(3)}, "3 слова"},
		{"ru", "story.words", map[string]any{"count": 5.0}, "5 слов"},
		{"fa", "story.words", map[string]any{"count": 25}, "۲۵ واژه"},
		{"fa", "story.saved", map[string]any{"name": "کابل", "place": "/tmp/x"}, "کابل در \u2068/tmp/x\u2069"},
		{"en", "story.saved", map[string]any{"name": "{{.place}}", "place": "کابل"}, "Saved {{.place}} at \u2068کابل\u2069"},
		{"en", "story.saved", map[string]any{"name": "A"}, "Saved A at {{.place}}"},
		{"fa", "story.only", map[string]any{"n": 1.5}, "Only English 1.5"},
		{"ps", "story.words", map[string]any{"count": 2}, "2 words"},
		{"de", "story.unknown", nil, "story.unknown"},
		{"xx", "story.words", map[string]any{"count": 2}, "2 words"},
	} {
		if got := c.T(k.lang, k.key, k.params); got != k.want {
			t.Errorf("%s %s: got %q, want %q", k.lang, k.key, got, k.want)
		}
	}
	if c.Has("fa", "story.only") || !c.Has("en", "story.only") || c.Has("xx", "story.only") {
		t.Error("Has looks into another language")
	}
}

func TestLoadRefusesDamagedEnglish(t *testing.T) {
	for _, text := range []string{`{`, `[1]`, `"text"`} {
		if _, err := load(fstest.MapFS{"story.en.json": {Data: []byte(text)}}); err == nil || !strings.Contains(err.Error(), "story.en.json") {
			t.Errorf("%s: %v", text, err)
		}
	}
}

func TestLoadReadsTheCataloguesOfTheProgram(t *testing.T) {
	c, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range newsroom.Languages {
		if !c.Has(l, "time.now") {
			t.Errorf("%s has no time.now", l)
		}
	}
}

type fillCase struct {
	Lang   newsroom.Lang  `json:"lang"`
	Text   string         `json:"text"`
	Params map[string]any `json:"params"`
	Want   string         `json:"want"`
}

func TestFillsForBothSides(t *testing.T) {
	var cases []fillCase
	params := map[string]any{
		"whole": 12345, "year": 2025, "part": 1.5, "latin": "C:\\site", "persian": "کابل", "tajik": "Хабар", "digits": "12", "empty": "",
	}
	for _, l := range newsroom.Languages {
		for _, text := range []string{
			"", "plain", "{{.whole}} {{.year}} {{.part}}", "«{{.latin}}»", "«{{.persian}}»!", "{{.tajik}} {{.tajik}}",
			"{{.digits}}{{.empty}}.", "{{.unknown}} {{.whole", "}}{{.whole}}", "{{.{{.year}}}}",
		} {
			cases = append(cases, fillCase{l, text, params, fill(l, text, params)})
		}
	}
	golden(t, "fills.json", cases)
}

func FuzzT(f *testing.F) {
	for _, s := range []string{"{{.a}}", "{{.", "{{.a}", "}}{{.a}}{{.b}}", "{{.{{.a}}}}"} {
		f.Add(s, "value")
	}
	f.Fuzz(func(t *testing.T, text, value string) {
		got := fill(newsroom.English, text, map[string]any{"a": value})
		if !strings.Contains(text, "{{.a}}") && got != text {
			t.Errorf("%q became %q", text, got)
		}
	})
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := Load(); err != nil {
			b.Fatal(err)
		}
	}
}

// The size that the catalogues are expected to reach.
func BenchmarkLoadThousandTexts(b *testing.B) {
	files := fstest.MapFS{}
	for area := range 11 {
		var text strings.Builder
		for key := range 90 {
			fmt.Fprintf(&text, ",\n\"area%d.some.key%d\": \"A sentence of the usual length with {{.name}} in it\"", area, key)
		}
		files[fmt.Sprintf("area%d.en.json", area)] = &fstest.MapFile{Data: []byte("{" + text.String()[1:] + "}")}
	}
	for b.Loop() {
		if _, err := load(files); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkT(b *testing.B) {
	c, err := Load()
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		c.T("fa", "time.minutesAgo", map[string]any{"count": 5})
	}
}
