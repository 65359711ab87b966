// Package app is the only Go code that the window can see, and the place where the
// parts of the house are wired together.
//
// Room holds an open newsroom with everything that works on it; the command line and
// the tests use it directly. App is what Wails binds: one method for each thing the
// window asks for, in one file per noun. A method decodes, calls one part, encodes;
// rules live below. What crosses the bridge is the Go side of
// frontend/src/lib/backend/types.ts: plain values, times as RFC 3339 strings, codes and
// never sentences (errors.go).
//
// host.go is the only file that knows Wails.
package app

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"time"

	"khabar/backend/archive"
	"khabar/backend/locale"
	"khabar/backend/newsroom"
)

// Version is the version of this build, set by the linker.
var Version = "0.1.0-dev"

// App is bound to the window. Its methods may be called at any time and at once.
type App struct {
	dir    string
	assets fs.FS
	clock  newsroom.Clock
	text   *locale.Catalogues
	host   Host

	ready   chan struct{} // closed once startup is over
	mu      sync.RWMutex
	room    *Room
	problem error // why the newsroom that is here cannot be opened

	publishing runs
	previews   previews
	serving    serving
	due        dueWatch
	beside     besideWatch
}

// Host is what the app needs of the desktop it runs on.
type Host interface {
	Emit(event string, payload any)
	ChooseFolder(title string) (string, error) // "" = cancelled
	// ChooseFile asks for a file with one of the endings (".jpg"), which are called kind.
	ChooseFile(title, kind string, endings []string) (string, error) // "" = cancelled
	// ChooseNewFile asks where to write a file; name is what it is called unless the user says otherwise.
	ChooseNewFile(title, kind, name string) (string, error) // "" = cancelled
	OpenAddress(address string) error
}

// New returns the app over the data folder dir; assets are the built window, whose
// fonts the site uses too.
func New(dir string, assets fs.FS, clock newsroom.Clock, host Host) (*App, error) {
	text, err := locale.Load()
	if err != nil {
		return nil, err
	}
	return &App{dir: dir, assets: assets, clock: clock, text: text, host: host, ready: make(chan struct{})}, nil
}

// startup opens the newsroom, if there is one. A newsroom that cannot be opened is no
// reason not to show a window: Session tells.
func (a *App) startup(ctx context.Context) {
	defer close(a.ready)
	a.mu.Lock()
	defer a.mu.Unlock()
	a.load(ctx)
}

// load opens the newsroom of the data folder; a.mu is held.
func (a *App) load(ctx context.Context) {
	ok, err := archive.Exists(a.dir)
	if err == nil && ok {
		a.room, err = OpenRoom(ctx, a.dir, a.assets, a.text, a.clock)
	}
	a.problem = err
	a.watch()
	if a.room != nil {
		// On a full disk the words stay where they are, and everything can still be read.
		_ = a.room.SaveLeft(ctx)
	}
}

// reload tries again to open a newsroom that could not be opened: its folder may have
// been put right since.
func (a *App) reload() {
	<-a.ready
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.room == nil && a.problem != nil {
		a.load(context.Background())
	}
}

// watch has changes told to the window; a.mu is held.
func (a *App) watch() {
	if a.room != nil {
		a.room.Archive.Watch(a.tell)
		a.due.start(a.room, a.tellDue)
		a.beside.start(a.room)
		a.room.memory.follow(a.room)
	}
}

// stoppingTime is how long closing waits for the pages in hand of a publication.
const stoppingTime = 3 * time.Second

// shutdown ends what runs and closes the newsroom.
func (a *App) shutdown(ctx context.Context) error {
	a.publishing.stop(stoppingTime)
	a.serving.close()
	a.due.close()
	a.beside.close()
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.room == nil {
		return nil
	}
	room := a.room
	a.room = nil
	return room.Close(ctx)
}

// open returns the newsroom, or why there is none.
func (a *App) open() (*Room, error) {
	<-a.ready
	a.mu.RLock()
	defer a.mu.RUnlock()
	switch {
	case a.room != nil:
		return a.room, nil
	case a.problem != nil:
		return nil, a.problem
	}
	return nil, newsroom.Errorf(newsroom.NotFound, "notFound.newsroom", "path", a.dir)
}

// DefaultDir returns the platform's usual place for the data of programs.
func DefaultDir() (string, error) {
	if dir := os.Getenv("KHABAR_DATA"); dir != "" {
		return dir, nil
	}
	if dir := os.Getenv("XDG_DATA_HOME"); dir != "" {
		return filepath.Join(dir, "khabar"), nil
	}
	if dir := os.Getenv("LOCALAPPDATA"); dir != "" {
		return filepath.Join(dir, "Khabar"), nil
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return "", newsroom.Errorf(newsroom.Storage, "storage.noHome", err)
	}
	return filepath.Join(home, ".local", "share", "khabar"), nil
}

// stamp writes a time for the window: RFC 3339 in UTC, "" for the zero time.
func stamp(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339)
}

// list makes sure that an empty list crosses the bridge as [] and not as null.
func list[T any](s []T) []T {
	if s == nil {
		return []T{}
	}
	return s
}
