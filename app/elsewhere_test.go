package app

import (
	"path/filepath"
	"slices"
	"testing"
	"time"

	"khabar/backend/desk"
	"khabar/backend/newsroom"
	"khabar/backend/newsroomtest"
)

// onSite returns the stories that the site would show now.
func (s stage) onSite(t *testing.T) []newsroom.StoryID {
	t.Helper()
	n, err := s.room.live.get(t.Context(), s.room)
	if err != nil {
		t.Fatal(err)
	}
	var ids []newsroom.StoryID
	for _, story := range n.Stories {
		ids = append(ids, story.ID)
	}
	return ids
}

func (s stage) take(t *testing.T, in desk.Incoming) {
	t.Helper()
	taken, err := s.room.TakeIn(t.Context(), []desk.Incoming{in})
	if err != nil || taken[0].Err != nil {
		t.Fatal(err, taken)
	}
}

func liveStory(n int, from time.Time) desk.Incoming {
	return desk.Incoming{
		Story: newsroom.Story{ID: newsroomtest.StoryID(n), Source: newsroom.English}, Lang: newsroom.English, Live: true, Date: from,
		Text: newsroom.Text{Headline: "Head", Body: "Body."},
	}
}

// What another process writes beside the window is on the site at the next publication,
// and is not taken for removed.
func TestAnImportBesideTheWindowIsSeen(t *testing.T) {
	s := newStage(t)
	s.take(t, liveStory(1, s.clock.Now()))
	if got := s.onSite(t); len(got) != 1 {
		t.Fatalf("%v", got)
	}
	other, err := OpenRoom(t.Context(), s.dir, s.assets, s.text, s.App.clock)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := other.TakeIn(t.Context(), []desk.Incoming{liveStory(2, s.clock.Now())}); err != nil {
		t.Fatal(err)
	}
	if err := other.Close(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got := s.onSite(t); !slices.Equal(got, []newsroom.StoryID{newsroomtest.StoryID(1), newsroomtest.StoryID(2)}) {
		t.Fatalf("%v", got)
	}
}

// What is scheduled after the site was first made goes live when its time comes.
func TestTheScheduledGoesLiveByItself(t *testing.T) {
	s := newStage(t)
	s.take(t, liveStory(1, s.clock.Now()))
	if got := s.onSite(t); len(got) != 1 {
		t.Fatalf("%v", got)
	}
	s.take(t, liveStory(2, s.clock.Now().Add(time.Hour)))
	if got := s.onSite(t); len(got) != 1 {
		t.Fatalf("shown too early: %v", got)
	}
	s.clock.Advance(2 * time.Hour)
	if got := s.onSite(t); len(got) != 2 {
		t.Fatalf("not shown: %v", got)
	}
	if index := must(s.EditionIndex(EditionFilter{Live: "live"}))(t); index.Total != 2 {
		t.Fatalf("%d of 2 are listed as live", index.Total)
	}
}

// A slug is a name and never a way out of the folder.
func TestExportStaysInItsFolder(t *testing.T) {
	s := newStage(t)
	e := s.edition(t, "", "en", "Head", "Body.")
	text := e.Text
	text.Slug = "x/../../../escaped"
	must(s.Save(e.ID, e.Heads, text))(t)
	dir := filepath.Join(t.TempDir(), "a", "b")
	if _, err := s.room.Export(t.Context(), dir, nil); err != nil {
		t.Fatal(err)
	}
	found, err := filepath.Glob(filepath.Join(dir, "*", "en.md"))
	if err != nil || len(found) != 1 {
		t.Fatalf("%v %v", found, err)
	}
}
