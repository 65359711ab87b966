package archive

import (
	"context"
	"sync"

	"khabar/backend/journal"
	"khabar/backend/sqlite"
)

// beside remembers what other processes had written into the file: the command line may
// import beside an open window.
type beside struct {
	mu      sync.Mutex
	version int64 // of what the others wrote; 0 = not looked at yet
	seen    int64 // number of the last entry that the watchers know of
}

// LookBeside tells the watchers what other processes have written into the newsroom since
// it was called last; the first time it only takes note. Where they wrote nothing it costs a
// tenth of a millisecond.
func (a *Archive) LookBeside(ctx context.Context) error {
	a.beside.mu.Lock()
	defer a.beside.mu.Unlock()
	// Asked before and after, so that what arrives in between is told next time.
	before, err := a.db.Others(ctx)
	if err != nil {
		return err
	}
	subjects, last, err := a.since(ctx, a.beside.seen)
	if err != nil {
		return err
	}
	after, err := a.db.Others(ctx)
	if err != nil {
		return err
	}
	first, wrote := a.beside.version == 0, a.beside.version != after
	a.beside.version, a.beside.seen = before, last
	if !first && wrote && len(subjects) > 0 {
		a.tell(subjects)
	}
	return nil
}

// since returns what entries are about that arrived after entry number n, and the number of
// the last; it has the clock go on after them.
func (a *Archive) since(ctx context.Context, n int64) (subjects []journal.Subject, last int64, err error) {
	err = a.db.View(ctx, func(tx *sqlite.Tx) error {
		names, newest, err := tx.Since(n)
		if err != nil || newest == n {
			last = newest
			return err
		}
		last = newest
		for _, name := range names {
			subjects = append(subjects, journal.Subject(name))
		}
		own, err := tx.LastOwnTime()
		a.clock.Saw(own)
		return err
	})
	return subjects, last, err
}
