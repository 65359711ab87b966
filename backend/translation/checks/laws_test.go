package checks_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"pgregory.net/rapid"

	"khabar/backend/newsroom"
	"khabar/backend/translation/checks"
)

// pieces are what texts are put together of: everything that a check looks for, and what
// it could take for it.
var pieces = []string{
	"a", "И", "ی", "ي", "ك", "ګ", "ў", "ӯ", "می", "رود", "ها", "\u200c", "\u0301", "1", "٢", "۳", "000", "2025", "1404", "14:30", ",", ".", "٬", "٫", "/",
	" ", "  ", "\n", "\n\n", "\u00a0", "\u202f", "«", "»", "\"", "“", "„", "?", "؟", "،", ";", "!", ":", "%", "$", "km", "April", "ثور", "апреля", "21 ", " of ",
	"[x](https://example.org/a)", "![y](media/b.jpg \"z\")", "`c  d`", "```\n", "# ", "- ", "> ", "| e | f |\n|---|---|\n", "[^1]", "**", "_", "\\", "<b>", "😀", "\xff",
}

var text = rapid.Map(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 30), func(all []string) string { return strings.Join(all, "") })

func jobOf(from, to newsroom.Lang, source, target string) checks.Job {
	return checks.Job{From: from, To: to, Headline: target, Rows: []checks.Row{{Source: blocksOf(source), Target: blocksOf(target)}}}
}

// inRange fails where a finding is not where it says.
func inRange(t interface{ Fatalf(string, ...any) }, job checks.Job) {
	for _, f := range checks.Run(job) {
		text := job.Headline
		if f.Field == "" && f.Row >= 0 && f.Block >= 0 && f.Block < len(job.Rows[f.Row].Target) {
			text = job.Rows[f.Row].Target[f.Block].Source
		}
		n := len(utf16.Encode([]rune(text)))
		if !slices.Contains(checks.All, f.Check) || f.Start < 0 || f.End < f.Start || f.End > n || f.Row >= len(job.Rows) {
			t.Fatalf("%+v of %d units: %q", f, n, text)
		}
	}
}

func TestFindingsAreWhereTheySay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lang := rapid.SampledFrom(newsroom.Languages)
		inRange(t, jobOf(lang.Draw(t, "from"), lang.Draw(t, "to"), text.Draw(t, "source"), text.Draw(t, "target")))
	})
}

// A text beside itself lacks nothing.
func TestATextAgreesWithItself(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		lang, s := rapid.SampledFrom(newsroom.Languages).Draw(t, "lang"), text.Draw(t, "text")
		for _, f := range checks.Run(jobOf(lang, lang, s, s)) {
			if slices.Contains([]string{checks.Number, checks.Date, checks.Unit, checks.Link, checks.Figure}, f.Check) {
				t.Fatalf("%+v", f)
			}
		}
	})
}

// What can be written in the place of a finding settles it.
func TestReplacementsSettle(t *testing.T) {
	settled := []string{checks.Word, checks.Space, checks.Quote, checks.Joiner, checks.Letter}
	rapid.Check(t, func(t *rapid.T) {
		lang, s := rapid.SampledFrom(newsroom.Languages).Draw(t, "lang"), text.Draw(t, "text")
		job := checks.Job{To: lang, Headline: s}
		before := 0
		for i := 0; ; i++ {
			found := slices.DeleteFunc(checks.Run(job), func(f checks.Finding) bool { return !slices.Contains(settled, f.Check) || len(f.Replace) == 0 })
			if len(found) == 0 {
				return
			}
			if before = max(before, len(found)); i > 4*before+len(s) {
				t.Fatalf("%q is never settled: %+v", job.Headline, found)
			}
			units := utf16.Encode([]rune(job.Headline))
			job.Headline = string(utf16.Decode(slices.Concat(units[:found[0].Start], utf16.Encode([]rune(found[0].Replace[0])), units[found[0].End:])))
		}
	})
}

func FuzzRun(f *testing.F) {
	files, err := filepath.Glob("testdata/cases/*.txt")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		for line := range strings.Lines(string(data)) {
			f.Add(uint8(len(line)), line, line)
		}
	}
	f.Fuzz(func(t *testing.T, lang uint8, source, target string) {
		n := len(newsroom.Languages)
		inRange(t, jobOf(newsroom.Languages[int(lang)%n], newsroom.Languages[int(lang)/n%n], source, target))
	})
}

func BenchmarkRun(b *testing.B) {
	for _, l := range []newsroom.Lang{"fa", "de"} {
		source, target := edition(b, "../../alignment/testdata/declaration/en.md"), edition(b, "../../alignment/testdata/declaration/"+string(l)+".md")
		job := checks.Job{From: "en", To: l, Rows: rowsOf(source, target)}
		b.Run(string(l), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				checks.Run(job)
			}
		})
	}
}
