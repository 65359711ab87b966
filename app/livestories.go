package app

import (
	"context"
	"runtime/debug"
	"sync"
	"time"

	"khabar/backend/journal"
	"khabar/backend/newsroom"
	"khabar/backend/site"
	"khabar/backend/sqlite"
)

// liveStories remembers what the site is made from, and reads again what changed since and
// no more: a preview after every pause must not read the whole archive.
type liveStories struct {
	mu    sync.Mutex // held while reading
	n     site.Newsroom
	made  bool
	seen  int64     // number of the last entry that is in n, by this process or another
	until time.Time // when the next scheduled edition goes live; zero = none waits

	noting  sync.Mutex
	changed []journal.Subject // told since n was read: entries may be admitted long after they arrived

	ahead sync.Once
	end   func() // stops the reading ahead and waits for it; nil = there is none
}

// settling is how long an edition that was opened has the machine to itself.
const settling = 500 * time.Millisecond

// readAhead begins to read, once in the life of the newsroom: whoever opens an edition will
// soon look at its page, and the first preview of a large site waits a second otherwise.
func (l *liveStories) readAhead(r *Room) {
	l.ahead.Do(func() {
		ctx, stop := context.WithCancel(context.Background())
		over := make(chan struct{})
		l.end = func() { stop(); <-over }
		go func() {
			defer close(over)
			select {
			case <-ctx.Done():
			case <-time.After(settling):
				l.readFew(ctx, r)
			}
		}()
	})
}

// fewLive is up to how many live editions, of some 800 bytes each, are read ahead. Of
// more, the memory is dearer than the first preview's time.
const fewLive = 25_000

// readFew reads ahead. What goes wrong here, the preview will find and say.
func (l *liveStories) readFew(ctx context.Context, r *Room) {
	var live int
	err := r.view(ctx, func(tx *sqlite.Tx) (err error) {
		live, err = tx.CountLive()
		return err
	})
	if err != nil || live > fewLive {
		return
	}
	_, _ = l.get(ctx, r)
	debug.FreeOSMemory() // reading leaves several times as much behind as it keeps
}

// close ends the reading ahead; from then on there is none.
func (l *liveStories) close() {
	l.ahead.Do(func() {})
	if l.end != nil {
		l.end()
	}
}

// note takes up what a commit changed. It never waits for a reading.
func (l *liveStories) note(changed []journal.Subject) {
	l.noting.Lock()
	defer l.noting.Unlock()
	l.changed = append(l.changed, changed...)
}

func (l *liveStories) noted() []journal.Subject {
	l.noting.Lock()
	defer l.noting.Unlock()
	changed := l.changed
	l.changed = nil
	return changed
}

// get returns what the site is made from; the caller must not change it.
func (l *liveStories) get(ctx context.Context, r *Room) (site.Newsroom, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if !l.until.IsZero() && !r.clock.Now().Before(l.until) {
		l.made = false
	}
	changed := l.noted()
	err := r.view(ctx, func(tx *sqlite.Tx) error {
		arrived, last, err := tx.Since(l.seen)
		if err != nil {
			return err
		}
		for _, s := range arrived {
			changed = append(changed, journal.Subject(s))
		}
		if err := l.read(tx, r, changed); err != nil {
			return err
		}
		l.seen, l.made = last, true
		return nil
	})
	if err != nil {
		l.made = false
	}
	return l.n, err
}

// read brings n up to date with what changed, or reads all of it.
func (l *liveStories) read(tx *sqlite.Tx, r *Room, changed []journal.Subject) (err error) {
	dirty, words := map[newsroom.StoryID]bool{}, !l.made
	for _, s := range changed {
		switch noun, name := s.Split(); noun {
		case "story":
			dirty[newsroom.StoryID(name)] = true
		case "edition":
			dirty[newsroom.EditionID(name).Story()] = true
		case "comment":
		default:
			words = true
		}
	}
	if words {
		merged := l.n.Merged
		if err := readWords(tx, &l.n); err != nil {
			return err
		}
		l.made = l.made && sameMerges(merged, l.n.Merged)
	} else if len(dirty) > 0 && len(l.n.Merged) > 0 {
		if l.n.Merged, err = mergedTags(tx); err != nil { // who carries them may have changed
			return err
		}
	}
	if !l.made {
		l.n.Stories, l.until, err = r.allStories(tx)
		return err
	}
	l.n.Stories, err = r.freshStories(tx, l.n.Stories, dirty, &l.until)
	return err
}
