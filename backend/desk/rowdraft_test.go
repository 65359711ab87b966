package desk_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"khabar/backend/alignment"
	"khabar/backend/archive"
	"khabar/backend/markdown"
	"khabar/backend/newsroom"
	"khabar/backend/newsroomtest"
	"khabar/backend/sqlite"
)

// aBody is a text of any blocks, equal ones and such as run into one another among them.
var aBody = rapid.Custom(func(t *rapid.T) string {
	block := rapid.SampledFrom([]string{
		"A paragraph.", "A paragraph.", "## Heading", "Heading\n===", "- one\n- two", "- three", "1. first\n2. second", "* * *", "***",
		"> quoted\n> on", "> quoted", "![a](media/a.jpg \"Words © R\")", "![](media/a.jpg)", "![](a.jpg) ![](b.jpg)",
		"![v](https://youtu.be/x \"Film\")", "| a | b |\n|---|---|\n| 1 | 2 |", "```\ncode\n\nmore\n```", "    indented", "[ref]: https://example.org",
		"<div>html</div>", "Note[^1]", "[^1]: the note", "می\u200cرود", "line  \nbreak", "a \\\nb", "Цена 300 сомонӣ",
	})
	gap := rapid.SampledFrom([]string{"\n\n", "\n\n", "\n\n\n", "\n", "\r\n\r\n", "\n \n"})
	var b strings.Builder
	for range rapid.IntRange(0, 8).Draw(t, "blocks") {
		b.WriteString(block.Draw(t, "block") + gap.Draw(t, "gap"))
	}
	return b.String()
})

// Opening a translation and saving it as it was opened changes nothing: no word, and after
// the first time, which records what was guessed, no entry.
func TestSavingAnUntouchedTranslationChangesNothing(t *testing.T) {
	r, ctx := newsroomtest.New(t), t.Context()
	rapid.Check(t, func(rt *rapid.T) {
		source := r.Edition(t, newsroom.French, newsroom.Text{Headline: "Tête", Body: aBody.Draw(rt, "source") + "\n\nFin."})
		id, err := r.CreateEdition(ctx, source.Story(), newsroom.Tajik)
		if err != nil {
			rt.Fatal(err)
		}
		text := newsroom.Text{Headline: "Сар", Body: aBody.Draw(rt, "target")}
		if _, err := r.Save(ctx, id, nil, text); err != nil {
			rt.Fatal(err)
		}
		before := aligned(t, r, id)
		after := save(t, r, id, draftOf(before))
		if after.Edition.Text.Body != before.Edition.Text.Body {
			rt.Fatalf("%q became %q", before.Edition.Text.Body, after.Edition.Text.Body)
		}
		if states(after) != states(before) || after.Stale > 0 {
			rt.Fatalf("%s became %s", states(before), states(after))
		}
		n := entries(t, r)
		again := save(t, r, id, draftOf(after))
		if more := entries(t, r) - n; more != 0 || states(again) != states(after) {
			rt.Fatalf("%d entries; %s became %s", more, states(after), states(again))
		}
		// Every word that a row shows is in the body, and the other way round.
		var all []string
		for _, row := range again.Rows {
			if row.Target != "" {
				all = append(all, row.Target)
			}
		}
		if got, want := archive.BlocksOf(strings.Join(all, "\n\n")), archive.BlocksOf(text.Body); len(got) != len(want) {
			rt.Fatalf("%d blocks became %d", len(want), len(got))
		}
	})
	if report, err := r.Archive.Verify(ctx); err != nil || len(report.Faults) > 0 {
		t.Fatal(report, err)
	}
}

// A skeleton holds what the source shows and none of its words, and every word is missing.
func TestBeginningATranslation(t *testing.T) {
	r, ctx := newsroomtest.New(t), t.Context()
	rapid.Check(t, func(rt *rapid.T) {
		source := r.Edition(t, newsroom.Spanish, newsroom.Text{Headline: "Cabeza", Body: aBody.Draw(rt, "source") + "\n\nFin."})
		id, err := r.BeginTranslation(ctx, source.Story(), newsroom.Arabic, "")
		if err != nil {
			rt.Fatal(err)
		}
		a := aligned(t, r, id)
		for _, row := range a.Rows {
			speaks := false
			for _, p := range row.Sources {
				speaks = speaks || !alignment.Silent(p.Text) && p.Kind != markdown.Code && p.Kind != markdown.Markup
			}
			if speaks && row.State != alignment.Missing || row.State == alignment.Stale || row.State == alignment.Extra || row.State == alignment.Gone {
				rt.Fatalf("%+v", row)
			}
		}
		if a.Edition.Missing != a.Missing || a.Edition.Stale != 0 || a.Guessed {
			rt.Fatalf("the row says %d missing, the rows %d", a.Edition.Missing, a.Missing)
		}
	})
}

func entries(t *testing.T, r *newsroomtest.Room) (n int) {
	t.Helper()
	err := r.Archive.DB().View(t.Context(), func(tx *sqlite.Tx) error {
		return tx.EachEntry(func(sqlite.Entry) error { n++; return nil })
	})
	if err != nil {
		t.Fatal(err)
	}
	return n
}
