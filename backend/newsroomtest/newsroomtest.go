// Package newsroomtest is the test kit: a newsroom in a temporary folder over real
// SQLite, a clock that stands still until told, and short builders. Only tests import
// it.
package newsroomtest

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"khabar/backend/archive"
	"khabar/backend/desk"
	"khabar/backend/newsroom"
	"khabar/backend/sqlite"
)

// Clock is a clock that tests set.
type Clock struct {
	mu sync.Mutex
	at time.Time
}

// NewClock returns a clock that shows noon in Kabul on 21 April 2025.
func NewClock() *Clock { return &Clock{at: time.Date(2025, 4, 21, 7, 30, 0, 0, time.UTC)} }

// Now returns the time that the clock shows.
func (c *Clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.at
}

// Advance moves the clock.
func (c *Clock) Advance(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.at = c.at.Add(d)
}

// Room is a newsroom made for a test.
type Room struct {
	*desk.Desk
	Archive *archive.Archive
	Clock   *Clock
	Dir     string
}

// New founds a furnished newsroom whose only member holds every role. It is closed with
// the test.
func New(t testing.TB) *Room {
	t.Helper()
	dir, clock := t.TempDir(), NewClock()
	a, err := archive.Found(t.Context(), dir, "Desk", clock)
	if err != nil {
		t.Fatal(err)
	}
	r := &Room{Desk: desk.New(a), Archive: a, Clock: clock, Dir: dir}
	t.Cleanup(func() {
		if err := a.Close(context.Background()); err != nil {
			t.Error(err)
		}
	})
	settings := newsroom.Settings{Name: "Test News", Agency: "TEST", Languages: newsroom.Languages, TimeZone: "Asia/Kabul"}
	if err := r.Furnish(t.Context(), settings, nil); err != nil {
		t.Fatal(err)
	}
	return r
}

// Edition makes a story with an edition that holds text.
func (r *Room) Edition(t testing.TB, l newsroom.Lang, text newsroom.Text) newsroom.EditionID {
	t.Helper()
	id, err := r.CreateStory(t.Context(), l)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := r.Save(t.Context(), id, nil, text); err != nil {
		t.Fatal(err)
	}
	return id
}

// ApproveNewest submits and approves the newest text of an edition.
func (r *Room) ApproveNewest(t testing.TB, id newsroom.EditionID) {
	t.Helper()
	if err := r.Submit(t.Context(), id); err != nil {
		t.Fatal(err)
	}
	e := r.Open(t, id)
	if err := r.Approve(t.Context(), id, e.Heads[0]); err != nil {
		t.Fatal(err)
	}
}

// Open opens an edition.
func (r *Room) Open(t testing.TB, id newsroom.EditionID) desk.Edition {
	t.Helper()
	e, err := r.Desk.Edition(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// Story reads a story.
func (r *Room) Story(t testing.TB, id newsroom.StoryID) (s newsroom.Story) {
	t.Helper()
	r.read(t, func(tx *sqlite.Tx) (err error) {
		s, err = tx.Story(id)
		return err
	})
	return s
}

// Settings reads the newsroom's settings.
func (r *Room) Settings(t testing.TB) (s newsroom.Settings) {
	t.Helper()
	r.read(t, func(tx *sqlite.Tx) (err error) {
		s, err = tx.Settings()
		return err
	})
	return s
}

func (r *Room) read(t testing.TB, f func(*sqlite.Tx) error) {
	t.Helper()
	if err := r.Archive.DB().View(t.Context(), f); err != nil {
		t.Fatal(err)
	}
}

// StoryID returns a well-formed story id that stands for n; they sort as the numbers do.
func StoryID(n int) newsroom.StoryID {
	return newsroom.StoryID(strings.Map(func(r rune) rune { return r - '0' + 'a' }, fmt.Sprintf("%016d", n)))
}
