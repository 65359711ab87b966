package app

import (
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"khabar/backend/newsroom"
)

// grid reads all rows that f chooses, page by page, as the window does.
func grid(t testing.TB, s stage, f CoverageFilter) []CoverageRow {
	t.Helper()
	index := must(s.CoverageIndex(f))(t)
	rows := []CoverageRow{}
	for _, key := range index.Keys {
		rows = append(rows, must(s.Coverage(f, key, "en"))(t)...)
	}
	if len(rows) != index.Total {
		t.Fatalf("%d rows, total %d", len(rows), index.Total)
	}
	return rows
}

// shows reports whether the grid is to find a row by a state in a language, or in any.
func shows(row CoverageRow, lang, state string) bool {
	return slices.ContainsFunc(row.Cells, func(c Cell) bool {
		if lang != "" && c.Lang != lang {
			return false
		}
		switch state {
		case "":
			return true
		case "missing":
			return c.Edition == ""
		case "requested":
			return c.Asked != nil
		case "claimed":
			return c.Claim != nil
		case "stale":
			return c.Stale > 0
		case "live":
			return c.State == "live" || c.State == "corrected"
		case "scheduled", "withdrawn":
			return c.State == state
		}
		return c.Work == state
	})
}

func sectionOf(row CoverageRow, section string) bool {
	return section == "" || slices.Contains(row.Sections, section)
}

// The rows of every filter are those of the whole grid in which it finds what it looks for.
func TestGridFindsByStateAndLanguage(t *testing.T) {
	s := newStage(t)
	all := crowd(t, s, 130)
	for i, e := range all {
		story := string(newsroom.EditionID(e.id).Story())
		if e.removed {
			continue
		}
		switch i % 7 {
		case 0:
			must(s.AskFor([]string{story}, []string{"ru", "de"}, "soon"))(t)
		case 1:
			spanish := string(newsroom.NewEditionID(newsroom.StoryID(story), newsroom.Spanish))
			if err := s.Claim(spanish, false); err != nil {
				t.Fatal(err)
			}
		case 2:
			must(s.CreateEdition(story, "fr"))(t)
		}
	}
	whole := grid(t, s, CoverageFilter{})
	if !slices.IsSortedFunc(whole, func(a, b CoverageRow) int { return -compareTimes(a.Created, b.Created) }) {
		t.Error("the newest story does not come first")
	}
	states := []string{"", "missing", "requested", "claimed", "stale", "drafting", "submitted", "returned", "approved", "scheduled", "live", "withdrawn"}
	rapid.Check(t, func(rt *rapid.T) {
		f := CoverageFilter{
			Section: rapid.SampledFrom([]string{"", "", "world", "sport"}).Draw(rt, "section"),
			Lang:    rapid.SampledFrom([]string{"", "fa", "en", "fr", "ru", "es"}).Draw(rt, "lang"),
			Cell:    rapid.SampledFrom(states).Draw(rt, "cell"),
		}
		want := slices.DeleteFunc(slices.Clone(whole), func(row CoverageRow) bool {
			return !sectionOf(row, f.Section) || !shows(row, f.Lang, f.Cell)
		})
		got := grid(t, s, f)
		if !slices.EqualFunc(got, want, func(a, b CoverageRow) bool { return a.Story == b.Story }) {
			rt.Fatalf("%+v finds %d rows, want %d", f, len(got), len(want))
		}
	})
}

func compareTimes(a, b string) int {
	x, _ := time.Parse(time.RFC3339, a)
	y, _ := time.Parse(time.RFC3339, b)
	return x.Compare(y)
}

func TestGridByDate(t *testing.T) {
	s := newStage(t)
	s.edition(t, "", "en", "Early", "Words.")
	s.clock.Advance(48 * time.Hour)
	s.edition(t, "", "en", "Late", "Words.")
	from := s.clock.Now().Add(-time.Hour).Format(time.RFC3339)
	if rows := grid(t, s, CoverageFilter{From: from}); len(rows) != 1 || rows[0].Headline != "Late" {
		t.Errorf("since an hour: %+v", rows)
	}
	if rows := grid(t, s, CoverageFilter{To: from}); len(rows) != 1 || rows[0].Headline != "Early" {
		t.Errorf("before: %+v", rows)
	}
	if _, err := s.CoverageIndex(CoverageFilter{From: "yesterday"}); newsroom.CodeOf(err) != newsroom.Invalid {
		t.Errorf("a date that is none gives %v", err)
	}
}

func TestCountsOfWhatWentLive(t *testing.T) {
	s := newStage(t)
	e := s.edition(t, "", "fa", "خبر", "متن")
	s.approve(t, e.ID)
	must(s.Publish(e.ID))(t)
	counts := must(s.LiveCounts(s.clock.Now().Add(-24 * time.Hour).Format(time.RFC3339)))(t)
	want := LiveCount{Lang: "fa", Day: s.clock.Now().UTC().Format(time.DateOnly), Count: 1}
	if len(counts) != 1 || counts[0] != want {
		t.Errorf("counts are %+v, want %+v", counts, want)
	}
}
