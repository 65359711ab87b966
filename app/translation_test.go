package app

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"khabar/backend/newsroom"
)

// declaration takes in the Universal Declaration of Human Rights in the nine languages, a
// story that nobody has aligned, and returns it.
func declaration(t testing.TB, a *App) (story newsroom.StoryID) {
	t.Helper()
	report, err := a.room.Import(t.Context(), []string{"../backend/alignment/testdata/declaration"}, ImportOptions{Live: true})
	if err != nil || len(report.Problems) > 0 || report.Files != len(newsroom.Languages) {
		t.Fatal(report, err)
	}
	return storyID("universal-declaration")
}

func edition(story newsroom.StoryID, l newsroom.Lang) string {
	return string(newsroom.NewEditionID(story, l))
}

// replaceIn saves an edition with some words of its body replaced.
func replaceIn(t testing.TB, a *App, id string, words ...string) {
	t.Helper()
	text := must(a.Edition(id))(t).Text
	before := text.Body
	if text.Body = strings.NewReplacer(words...).Replace(before); text.Body == before {
		t.Fatalf("%q is not there", words)
	}
	must(a.Save(id, nil, text))(t)
}

// Articles of a text that was never aligned are known in eight languages once its source
// changes, and exactly the one that changed is stale.
func TestTheDeclarationInNineLanguages(t *testing.T) {
	s := newStage(t)
	story := declaration(t, s.App)
	en := edition(story, newsroom.English)
	if w := must(s.Translation(edition(story, newsroom.Pashto), ""))(t); !w.Guessed || w.From != "en" || w.Stale+w.Missing > 2 {
		t.Fatalf("%v from %s, %d stale, %d missing", w.Guessed, w.From, w.Stale, w.Missing)
	}
	s.host.taken()
	replaceIn(t, s.App, en, "No one shall be subjected to torture", "No person shall be subjected to torture", "## Article 5", "##  Article\u00205")
	told := s.host.taken()
	for _, l := range newsroom.Languages {
		id := edition(story, l)
		if l == newsroom.English {
			continue
		}
		if !slices.Contains(told, event{eventEdition, editionEvent{ID: id, Story: string(story)}}) {
			t.Errorf("%s: the window is not told", l)
		}
		w := must(s.Translation(id, ""))(t)
		if w.Guessed || w.Stale != 1 {
			t.Errorf("%s: %d stale", l, w.Stale)
		}
		for i, row := range w.Rows {
			if row.State == "stale" && (!strings.Contains(w.Rows[i-1].Sources[0].Source, "Article 5") || len(row.Diff) != 4 ||
				row.Diff[1] != DiffPart{"del", "one"} || row.Diff[2] != DiffPart{"add", "person"}) {
				t.Errorf("%s: stale is %+v", l, row)
			}
		}
	}
	ps := must(s.Translation(edition(story, newsroom.Pashto), ""))(t)
	i := slices.IndexFunc(ps.Rows, func(row TranslationRow) bool { return row.State == "stale" })
	if !ps.MayMarkSame {
		t.Fatal("the editor may not say that it is of no effect")
	}
	if err := s.MarkSame(en, ps.Rows[i].Links, []string{ps.Rows[i].Sources[0].Digest}); err != nil {
		t.Fatal(err)
	}
	for _, l := range newsroom.Languages {
		if w := must(s.Translation(edition(story, l), map[bool]string{true: "fa"}[l == newsroom.English]))(t); l != newsroom.English && w.Stale > 0 {
			t.Errorf("%s: %d stale after it was said to be of no effect", l, w.Stale)
		}
	}
}

// Taking the same files in again changes nothing, linked or not.
func TestImportingTranslationsAgain(t *testing.T) {
	s := newStage(t)
	story := declaration(t, s.App)
	again := func(changed int) {
		t.Helper()
		report, err := s.room.Import(t.Context(), []string{"../backend/alignment/testdata/declaration"}, ImportOptions{Live: true})
		if err != nil || report.Changed != changed {
			t.Fatalf("%+v %v", report, err)
		}
	}
	again(0)
	replaceIn(t, s.App, edition(story, newsroom.English), "No one shall be held in slavery", "Nobody shall be held in slavery")
	if w := must(s.Translation(edition(story, newsroom.Tajik), ""))(t); w.Stale != 1 {
		t.Fatalf("%d stale", w.Stale)
	}
	again(1)
	if w := must(s.Translation(edition(story, newsroom.Tajik), ""))(t); w.Stale != 0 {
		t.Fatalf("%d stale although the source is as it was", w.Stale)
	}
	again(0)
}

// A translation crosses the bridge and comes back.
func TestTranslationOverTheBridge(t *testing.T) {
	s := newStage(t)
	source := s.edition(t, "", "en", "Head", "One.\n\nTwo.")
	e := must(s.BeginTranslation(source.Story, "de", "en"))(t)
	w := must(s.Translation(e.ID, ""))(t)
	draft := TranslationDraft{From: w.From, Base: w.Edition.Heads, Fields: w.Edition.Text}
	for i, row := range w.Rows {
		draft.Rows = append(draft.Rows, RowDraft{Sources: []string{row.Sources[0].Digest}, Links: row.Links, Target: []string{"Eins.", ""}[i]})
	}
	if at := must(s.KeepTranslation(e.ID, draft))(t); at == "" {
		t.Fatal("not kept")
	}
	if w = must(s.Translation(e.ID, ""))(t); !w.Edition.Working || w.Rows[0].State != "fresh" || w.Rows[1].State != "missing" {
		t.Fatalf("%+v", w.Rows)
	}
	killed := start(t, copyOf(t, s.dir), s.clock, quiet{}) // as the disk is now
	if w = must(killed.Translation(e.ID, ""))(t); w.Rows[0].State != "fresh" || w.Rows[0].Target != "Eins." || w.Rows[1].State != "missing" {
		t.Fatalf("%+v", w.Rows)
	}
	draft.Rows[1].Target = "Zwei."
	if w = must(s.SaveTranslation(e.ID, draft))(t); w.Edition.Made == "" || w.Edition.Text.Body != "Eins.\n\nZwei." || w.Missing > 0 {
		t.Fatalf("%+v", w)
	}
}

// BenchmarkTranslation opens a story of 1,800 words beside its source, of which one block in
// ten is stale, as many revisions ago as a day brings.
func BenchmarkTranslation(b *testing.B) {
	a := start(b, b.TempDir(), newsroom.SystemClock{}, quiet{})
	must(a.Begin(BeginRequest{Language: "en", Name: "Desk", Newsroom: "Test"}))(b)
	story := declaration(b, a)
	en, fa := edition(story, newsroom.English), edition(story, newsroom.Persian)
	for i := range 10 {
		replaceIn(b, a, en, fmt.Sprintf("## Article %d\n\n", i+10), fmt.Sprintf("## Article %d\n\nNew words %d. ", i+10, i))
	}
	for i := range 50 {
		replaceIn(b, a, en, "## Preamble", fmt.Sprintf("## Preamble\n\nAnd %d more.", i))
	}
	b.Run("opened again", func(b *testing.B) {
		for b.Loop() {
			must(a.Translation(fa, ""))(b)
		}
	})
	b.Run("first time", func(b *testing.B) {
		for b.Loop() {
			b.StopTimer()
			must(a.Edition(fa))(b)
			fresh := start(b, copyOf(b, a.dir), newsroom.SystemClock{}, quiet{})
			b.StartTimer()
			must(fresh.Translation(fa, ""))(b)
		}
	})
	w := must(a.Translation(fa, ""))(b)
	draft := TranslationDraft{From: w.From, Base: w.Edition.Heads, Fields: w.Edition.Text}
	for _, row := range w.Rows {
		r := RowDraft{Links: row.Links, Target: row.Target, Done: row.State == "fresh"}
		for _, p := range row.Sources {
			r.Sources = append(r.Sources, p.Digest)
		}
		draft.Rows = append(draft.Rows, r)
	}
	b.Run("keep", func(b *testing.B) {
		for b.Loop() {
			must(a.KeepTranslation(fa, draft))(b)
		}
	})
	b.Run("save", func(b *testing.B) { // synced to the disk
		for i := 0; b.Loop(); i++ {
			draft.Rows[3].Target = fmt.Sprint("سطر ", i)
			w := must(a.SaveTranslation(fa, draft))(b)
			draft.Base = w.Edition.Heads
		}
	})
	b.Run("save the source", func(b *testing.B) { // eight translations are counted anew
		for i := 0; b.Loop(); i++ {
			text := must(a.Edition(en))(b).Text
			text.Body = fmt.Sprintf("And %d more.\n\n", i) + text.Body
			must(a.Save(en, nil, text))(b)
		}
	})
}

func copyOf(t testing.TB, dir string) string {
	t.Helper()
	fresh := t.TempDir()
	if err := os.CopyFS(fresh, os.DirFS(dir)); err != nil {
		t.Fatal(err)
	}
	return fresh
}
