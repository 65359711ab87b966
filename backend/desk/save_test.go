package desk_test

import (
	"strings"
	"testing"

	"khabar/backend/newsroom"
	"khabar/backend/newsroomtest"
)

// What was typed on an older text does not undo the newer one that the typist never saw.
func TestASaveStandsOnWhatTheWriterSaw(t *testing.T) {
	r, ctx := newsroomtest.New(t), t.Context()
	id := r.Edition(t, newsroom.Persian, newsroom.Text{Headline: "سر", Body: "یک\n\nدو\n\nسه"})
	seen := r.Open(t, id)
	other, mine := seen.Text, seen.Text
	other.Body = "یک\n\nدو\n\nسه دیگر"
	mine.Body = "یک من\n\nدو\n\nسه"
	if _, err := r.Save(ctx, id, seen.Base, other); err != nil {
		t.Fatal(err)
	}
	if _, err := r.Keep(ctx, id, seen.Base, mine); err != nil {
		t.Fatal(err)
	}
	if _, err := r.Save(ctx, id, seen.Base, mine); err != nil {
		t.Fatal(err)
	}
	e := r.Open(t, id)
	if e.Text.Body != "یک من\n\nدو\n\nسه دیگر" || len(e.Unclear) != 0 {
		t.Fatalf("%q %v", e.Text.Body, e.Unclear)
	}
	// A person who submits the common view makes one text of it.
	if err := r.Submit(ctx, id); err != nil {
		t.Fatal(err)
	}
	if e = r.Open(t, id); len(e.Heads) != 1 || e.Work.State != newsroom.Submitted {
		t.Fatalf("%+v", e)
	}
}

// Typing over an unresolved conflict is kept, settles nothing and never grows by itself.
func TestSavingOverAConflictKeepsTheWords(t *testing.T) {
	r, ctx := newsroomtest.New(t), t.Context()
	id := r.Edition(t, newsroom.English, newsroom.Text{Headline: "Head", Body: "One."})
	base := r.Open(t, id)
	for _, body := range []string{"One mine.", "One theirs."} {
		text := base.Text
		text.Body = body
		if _, err := r.Save(ctx, id, base.Base, text); err != nil {
			t.Fatal(err)
		}
	}
	for range 8 {
		e := r.Open(t, id)
		if len(e.Heads) != 2 || len(e.Unclear) != 1 {
			t.Fatalf("%+v", e)
		}
		text := e.Text
		text.Body += " More."
		if _, err := r.Save(ctx, id, e.Base, text); err != nil {
			t.Fatal(err)
		}
	}
	e := r.Open(t, id)
	if n := strings.Count(e.Text.Body, "⟪⟪⟪"); n != 1 || !strings.HasSuffix(e.Text.Body, strings.Repeat(" More.", 8)) {
		t.Fatalf("%d marks in %q", n, e.Text.Body)
	}
	wantCode(t, r.Restore(ctx, id, base.Heads[0]), newsroom.Conflict)
	wantCode(t, r.Submit(ctx, id), newsroom.Conflict)
	text := e.Text
	text.Body = "One, both."
	if err := r.Resolve(ctx, id, e.Base, text); err != nil {
		t.Fatal(err)
	}
	if e = r.Open(t, id); len(e.Heads) != 1 || e.Text.Body != "One, both." {
		t.Fatalf("%+v", e)
	}
}

// A form that was opened before another member's change leaves that change alone.
func TestAnOldFormUndoesNothing(t *testing.T) {
	r, ctx := newsroomtest.New(t), t.Context()
	id := r.Edition(t, newsroom.English, newsroom.Text{Headline: "Head", Body: "Body."})
	shown := newsroom.Story{ID: id.Story(), Source: newsroom.English}
	theirs, mine := shown, shown
	theirs.Place, theirs.Tags = "Herat", []newsroom.TermID{"water"}
	theirs.Lead = newsroom.Picture{Hash: "abc", Alt: map[newsroom.Lang]string{newsroom.Persian: "کوه"}}
	mine.Sections = []newsroom.TermID{"world"}
	if err := r.ChangeStory(ctx, shown, theirs); err != nil {
		t.Fatal(err)
	}
	if err := r.ChangeStory(ctx, shown, mine); err != nil {
		t.Fatal(err)
	}
	s := r.Story(t, id.Story())
	if s.Place != "Herat" || len(s.Tags) != 1 || len(s.Sections) != 1 || s.Lead.Alt[newsroom.Persian] != "کوه" {
		t.Fatalf("%+v", s)
	}
	settings := newsroom.Settings{Name: "Test News", Agency: "TEST", Languages: newsroom.Languages, TimeZone: "Asia/Kabul"}
	about, owner := settings, settings
	about.About = map[newsroom.Lang]string{newsroom.Tajik: "Дар бораи мо"}
	owner.Owner = "Somebody"
	for _, after := range []newsroom.Settings{about, owner} {
		if err := r.ChangeSettings(ctx, settings, after); err != nil {
			t.Fatal(err)
		}
	}
	if got := r.Settings(t); got.About[newsroom.Tajik] == "" || got.Owner != "Somebody" || got.Name != "Test News" {
		t.Fatalf("%+v", got)
	}
}

// Whatever a headline may not be, the words typed beside it are on disk.
func TestAnOverlongHeadlineKeepsNoWordsFromTheDisk(t *testing.T) {
	r, ctx := newsroomtest.New(t), t.Context()
	id := r.Edition(t, newsroom.English, newsroom.Text{Headline: "Head", Body: "Body."})
	text := newsroom.Text{Headline: strings.Repeat("x", newsroom.MaxLine+1), Body: "Many words."}
	if _, err := r.Keep(ctx, id, nil, text); err != nil {
		t.Fatal(err)
	}
	_, err := r.Save(ctx, id, nil, text)
	wantCode(t, err, newsroom.Invalid)
	if got := r.Open(t, id); got.Text != text || !got.Working {
		t.Fatalf("%+v", got.Text)
	}
}
