package app

import (
	"context"
	"errors"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"net/url"
	"path"
	"sync"
	"testing"
	"testing/fstest"

	"khabar/backend/newsroom"
	"khabar/backend/newsroomtest"
)

// recorder is a host that remembers what it was told.
type recorder struct {
	mu       sync.Mutex
	events   []event
	hear     func(event)
	file     string
	title    string // of the dialog asked for last
	address  string
	unopened error // that no browser can be opened
}

type event struct {
	name    string
	payload any
}

func (r *recorder) Emit(name string, payload any) {
	e := event{name, payload}
	r.mu.Lock()
	r.events = append(r.events, e)
	hear := r.hear
	r.mu.Unlock()
	if hear != nil {
		hear(e)
	}
}

// taken returns the events since the last time.
func (r *recorder) taken() []event {
	r.mu.Lock()
	defer r.mu.Unlock()
	events := r.events
	r.events = nil
	return events
}

func (r *recorder) ChooseFolder(title string) (string, error) {
	r.title = title
	return "", nil
}

func (r *recorder) ChooseFile(title, _ string, _ []string) (string, error) {
	r.title = title
	return r.file, nil
}

func (r *recorder) ChooseNewFile(title, _, _ string) (string, error) {
	r.title = title
	return r.file, nil
}

func (r *recorder) OpenAddress(address string) error { r.address = address; return r.unopened }

// stage is an app whose clock stands still, with an empty newsroom.
type stage struct {
	*App
	host  *recorder
	clock *newsroomtest.Clock
}

func newStage(t testing.TB) stage {
	t.Helper()
	s := stage{host: &recorder{}, clock: newsroomtest.NewClock()}
	s.App = start(t, t.TempDir(), s.clock, s.host)
	if _, err := s.Begin(BeginRequest{Language: "en", Name: "Desk", Newsroom: "Test News"}); err != nil {
		t.Fatal(err)
	}
	s.host.taken()
	return s
}

// start opens an app over dir and closes it with the test.
func start(t testing.TB, dir string, clock newsroom.Clock, host Host) *App {
	t.Helper()
	a, err := New(dir, fs.FS(fstest.MapFS{"fonts/.keep": {}}), clock, host)
	if err != nil {
		t.Fatal(err)
	}
	a.startup(t.Context())
	t.Cleanup(func() {
		if err := a.shutdown(context.Background()); err != nil {
			t.Error(err)
		}
	})
	return a
}

// edition makes an edition with words, of a new story or of one that is there.
func (s stage) edition(t testing.TB, story, lang, headline, body string) Edition {
	t.Helper()
	e, err := s.CreateStory(lang)
	if story != "" {
		if err := s.RemoveStory(e.Story); err != nil {
			t.Fatal(err)
		}
		e, err = s.CreateEdition(story, lang)
	}
	if err != nil {
		t.Fatal(err)
	}
	if e, err = s.Save(e.ID, nil, Text{Headline: headline, Body: body, Byline: "Desk"}); err != nil {
		t.Fatal(err)
	}
	return e
}

// approve submits and approves the newest text.
func (s stage) approve(t testing.TB, id string) Edition {
	t.Helper()
	e, err := s.Submit(id)
	if err == nil {
		e, err = s.Approve(id, e.Heads[0])
	}
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// page returns what the window gets at an address.
func (s stage) page(t testing.TB, address string) (status int, body, kind string) {
	t.Helper()
	w := httptest.NewRecorder()
	s.serve(w, httptest.NewRequest(http.MethodGet, (&url.URL{Path: address}).String(), nil))
	return w.Code, w.Body.String(), w.Header().Get("Content-Type")
}

func wantError(t testing.TB, err error, code newsroom.Code, message string) {
	t.Helper()
	e, ok := errors.AsType[*newsroom.Error](err)
	if !ok || e.Code != code || message != "" && e.Message != message {
		t.Fatalf("got %v, want %s: %s", err, code, message)
	}
}

func must[T any](v T, err error) func(testing.TB) T {
	return func(t testing.TB) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

// fileOf is the file of the site that a preview's address ends with.
func fileOf(address string) string {
	return path.Join(path.Base(path.Dir(address)), path.Base(address))
}
