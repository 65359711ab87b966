package app

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"khabar/backend/archive"
	"khabar/backend/journal"
	"khabar/backend/newsroom"
	"khabar/backend/newsroomtest"
)

func TestAnEditorJudges(t *testing.T) {
	s := newStage(t)
	e := s.edition(t, "", "fa", "باران", "یک *کج*.\n\n![](media/x.jpg)\n\nسه [^1].\n\n[^1]: یادداشت <b>")
	must(s.Submit(e.ID))(t)
	rows := must(s.ReviewQueue())(t)
	if len(rows) != 1 || rows[0].Step != "submitted" || rows[0].News != "new" || rows[0].Member != "Desk" || rows[0].Words == 0 {
		t.Fatalf("%+v", rows)
	}
	v := must(s.ReviewOf(e.ID))(t)
	if len(v.Blocks) != 4 || !strings.Contains(v.Blocks[0].HTML, "<em>کج</em>") || !strings.Contains(v.Blocks[1].HTML, `src="/media/x.jpg"`) ||
		v.Blocks[3].HTML != "" || v.Revision != v.Work.Revision || len(v.Bases) != 0 {
		t.Fatalf("%+v", v)
	}
	threads := must(s.AddComment(e.ID, Remark{At: 0, Quote: v.Blocks[0].Source, Suggests: true, Suggestion: "یک راست."}))(t)
	if len(threads) != 1 || !threads[0].Suggests || !threads[0].Mine || threads[0].Place != "here" || len(threads[0].Diff) == 0 {
		t.Fatalf("%+v", threads)
	}
	if rows := must(s.ReviewQueue())(t); rows[0].Comments != 1 {
		t.Fatalf("%+v", rows)
	}
	if _, err := s.Approve(e.ID, v.Revision); newsroom.CodeOf(err) != newsroom.Conflict {
		t.Fatal("approved over an open comment")
	}
	s.host.taken()
	must(s.AcceptSuggestion(e.ID, threads[0].ID, threads[0].Now))(t)
	if got := namesOf(s.host.taken()); !slices.Equal(got, []string{eventComments, eventEdition}) {
		t.Fatalf("told %v", got)
	}
	v = must(s.ReviewOf(e.ID))(t)
	must(s.Approve(e.ID, v.Revision))(t)
	at := s.clock.Now().Add(time.Hour)
	if got := must(s.Schedule(e.ID, stamp(at), ""))(t); got.Live.State != "scheduled" || got.Live.Published != stamp(at) {
		t.Fatalf("%+v", got.Live)
	}
	if story := must(s.Story(e.Story))(t); story.Editions[0].GoesLive != stamp(at) {
		t.Fatalf("%+v", story.Editions)
	}
	if got := must(s.Unschedule(e.ID))(t); got.Live.State != "notLive" {
		t.Fatalf("%+v", got.Live)
	}
	blocking := must(s.ChangeBlocking([]string{"summary"}))(t)
	if !slices.Equal(blocking.Chosen, []string{"summary"}) || !slices.Contains(blocking.Always, "headline") {
		t.Fatalf("%+v", blocking)
	}
}

// What is scheduled is told to the window when its time has come, once.
func TestWhatComesDueIsTold(t *testing.T) {
	s := newStage(t)
	e := s.edition(t, "", "en", "Head", "Body.")
	s.approve(t, e.ID)
	must(s.Schedule(e.ID, stamp(s.clock.Now().Add(time.Minute)), ""))(t)
	s.host.taken()
	if wait := s.due.come(t.Context(), s.room); wait != time.Minute {
		t.Fatalf("waits %v", wait)
	}
	s.clock.Advance(time.Minute)
	s.due.come(t.Context(), s.room)
	s.due.come(t.Context(), s.room)
	if got := namesOf(s.host.taken()); !slices.Equal(got, []string{eventEdition, eventDue}) {
		t.Fatalf("told %v", got)
	}
}

func TestWhatADestinationLacks(t *testing.T) {
	s := newStage(t)
	d := must(s.SaveDestination(Destination{Kind: "folder", Name: "Site", Path: t.TempDir()}))(t)
	must(s.PublishSite(d.ID))(t)
	e := s.edition(t, "", "en", "Head", "Body.")
	s.approve(t, e.ID)
	must(s.Schedule(e.ID, stamp(s.clock.Now().Add(time.Minute)), ""))(t)
	if w := must(s.Waiting())(t); len(w) != 0 {
		t.Fatalf("%+v", w)
	}
	s.clock.Advance(time.Hour)
	if w := must(s.Waiting())(t); len(w) != 1 || w[0].Total != 1 || w[0].Editions[0].ID != e.ID || w[0].Editions[0].Live != "live" {
		t.Fatalf("%+v", w)
	}
	must(s.PublishSite(d.ID))(t)
	s.clock.Advance(time.Hour)
	must(s.Withdraw(e.ID, "Gone."))(t)
	if w := must(s.Waiting())(t); len(w) != 1 || w[0].Editions[0].Live != "withdrawn" {
		t.Fatalf("%+v", w)
	}
}

// An embargo that another device set while this one published holds the story back from
// the site until its end.
func TestTheSiteShowsNothingUnderEmbargo(t *testing.T) {
	s := newStage(t)
	s.take(t, liveStory(1, s.clock.Now()))
	id := newsroomtest.StoryID(1)
	if _, err := s.SetEmbargo(string(id), stamp(s.clock.Now().Add(time.Hour))); newsroom.CodeOf(err) != newsroom.Conflict {
		t.Fatal(err)
	}
	embargoFromElsewhere(t, s, id, s.clock.Now().Add(time.Hour))
	if got := s.onSite(t); len(got) != 0 {
		t.Fatalf("on the site: %v", got)
	}
	if story := must(s.Story(string(id)))(t); story.Embargo == "" {
		t.Fatal("the embargo does not show")
	}
	s.clock.Advance(time.Hour)
	if got := s.onSite(t); len(got) != 1 {
		t.Fatalf("on the site: %v", got)
	}
}

// embargoFromElsewhere sets an embargo past the rules of the desk, as what another device did
// without knowing of this one arrives.
func embargoFromElsewhere(t *testing.T, s stage, id newsroom.StoryID, until time.Time) {
	t.Helper()
	err := s.room.Archive.Record(t.Context(), func(r *archive.Recorder) error {
		_, err := r.Add(journal.Entry{Kind: journal.Set, Subject: journal.StorySubject(id), Changes: []journal.Change{
			{Field: archive.EmbargoField, Value: journal.Value(until.UnixMilli())},
		}})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// A correction that is scheduled reaches the site at its time, and the destination is said
// to lack it from then on.
func TestAScheduledCorrectionReachesTheSite(t *testing.T) {
	s := newStage(t)
	folder := t.TempDir()
	d := must(s.SaveDestination(Destination{Kind: "folder", Name: "Site", Path: folder}))(t)
	e := s.edition(t, "", "en", "Head", "The old words.")
	s.approve(t, e.ID)
	must(s.Publish(e.ID))(t)
	must(s.PublishSite(d.ID))(t)
	page := func() string {
		t.Helper()
		return string(must(os.ReadFile(filepath.Join(folder, filepath.FromSlash(must(s.Edition(e.ID))(t).Live.Path))))(t))
	}
	must(s.Save(e.ID, e.Heads, Text{Headline: "Head", Slug: must(s.Edition(e.ID))(t).Text.Slug, Body: "The new words."}))(t)
	s.approve(t, e.ID)
	at := s.clock.Now().Add(time.Hour)
	got := must(s.Schedule(e.ID, stamp(at), "The words were old."))(t)
	if got.Live.State != "live" || got.Live.Next != stamp(at) || !got.Changed {
		t.Fatalf("%+v", got.Live)
	}
	index := must(s.CoverageIndex(CoverageFilter{Lang: "en", Cell: "scheduled"}))(t)
	if index.Total != 1 {
		t.Fatalf("%+v", index)
	}
	for _, c := range must(s.Coverage(CoverageFilter{}, index.Keys[0], "en"))(t)[0].Cells {
		if c.Lang == "en" && (c.State != "live" || c.GoesLive != stamp(at)) {
			t.Fatalf("%+v", c)
		}
	}
	must(s.PublishSite(d.ID))(t)
	if !strings.Contains(page(), "The old words.") {
		t.Fatal("it did not wait")
	}
	s.clock.Advance(time.Hour)
	if w := must(s.Waiting())(t); len(w) != 1 || w[0].Editions[0].Live != "corrected" {
		t.Fatalf("%+v", w)
	}
	must(s.PublishSite(d.ID))(t)
	if p := page(); !strings.Contains(p, "The new words.") || !strings.Contains(p, "The words were old.") {
		t.Fatal("it did not come")
	}
	if got = must(s.Edition(e.ID))(t); got.Live.State != "corrected" || got.Live.Next != "" || got.Changed {
		t.Fatalf("%+v", got)
	}
}
