package archive_test

import (
	"slices"
	"testing"

	"khabar/backend/archive"
	"khabar/backend/desk"
	"khabar/backend/journal"
	"khabar/backend/newsroom"
	"khabar/backend/newsroomtest"
)

// What another process writes is told once; what this one writes is told as it is written.
func TestWhatIsWrittenBesideIsTold(t *testing.T) {
	here, ctx := newsroomtest.New(t), t.Context()
	before := here.Edition(t, newsroom.English, newsroom.Text{Headline: "Before", Body: "One."})
	look := func() {
		t.Helper()
		if err := here.Archive.LookBeside(ctx); err != nil {
			t.Fatal(err)
		}
	}
	look()
	var told []journal.Subject
	here.Archive.Watch(func(s []journal.Subject) { told = append(told, s...) })
	want := func(subjects ...journal.Subject) {
		t.Helper()
		for _, s := range subjects {
			if !slices.Contains(told, s) {
				t.Errorf("%q was not told, but %q", s, told)
			}
		}
		if len(subjects) == 0 && len(told) > 0 {
			t.Errorf("told %q", told)
		}
		told = nil
	}
	look()
	want()

	beside, err := archive.Open(ctx, here.Dir, here.Clock)
	if err != nil {
		t.Fatal(err)
	}
	there := &newsroomtest.Room{Desk: desk.New(beside), Archive: beside, Clock: here.Clock, Dir: here.Dir}
	after := there.Edition(t, newsroom.Persian, newsroom.Text{Headline: "تازه", Body: "یک."})
	want()
	look()
	want(journal.EditionSubject(after), journal.StorySubject(after.Story()))
	look()
	want()

	mine := here.Open(t, before)
	mine.Text.Body = "One, here."
	if _, err := here.Save(ctx, before, mine.Base, mine.Text); err != nil {
		t.Fatal(err)
	}
	want(journal.EditionSubject(before))
	look()
	want()
	if err := beside.Close(ctx); err != nil {
		t.Fatal(err)
	}
}

// Where nobody wrote anything beside.
func BenchmarkLookBeside(b *testing.B) {
	r := newsroomtest.New(b)
	r.Edition(b, newsroom.English, newsroom.Text{Headline: "Head", Body: "Body."})
	for b.Loop() {
		if err := r.Archive.LookBeside(b.Context()); err != nil {
			b.Fatal(err)
		}
	}
}
