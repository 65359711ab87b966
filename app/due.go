package app

import (
	"context"
	"sync"
	"time"

	"khabar/backend/newsroom"
	"khabar/backend/sqlite"
)

// dueWatch tells the window when something goes live by itself: a scheduled edition whose
// time has come, or one that an embargo held back. It publishes nothing.
type dueWatch struct {
	look chan struct{} // what is scheduled may have changed
	end  func()
	tell func([]newsroom.EditionID)

	mu   sync.Mutex
	seen time.Time // what came due until then has been told
}

// lookAgain is the longest wait between two looks: a machine that slept has no sense of it.
const lookAgain = time.Minute

// start watches a newsroom until close.
func (d *dueWatch) start(r *Room, tell func([]newsroom.EditionID)) {
	ctx, cancel := context.WithCancel(context.Background())
	over := make(chan struct{})
	d.look, d.tell, d.seen = make(chan struct{}, 1), tell, r.clock.Now()
	d.end = func() { cancel(); <-over }
	go func() {
		defer close(over)
		for {
			select {
			case <-ctx.Done():
				return
			case <-d.look:
			case <-time.After(d.come(ctx, r)):
			}
		}
	}()
}

// come tells what has come due since the last time and returns how long to wait.
func (d *dueWatch) come(ctx context.Context, r *Room) time.Duration {
	d.mu.Lock()
	defer d.mu.Unlock()
	now := r.clock.Now()
	var due []newsroom.EditionID
	var next time.Time
	err := r.view(ctx, func(tx *sqlite.Tx) (err error) {
		due, next, err = tx.Due(d.seen, now)
		return err
	})
	if err != nil {
		return lookAgain // what is wrong with the newsroom shows wherever it is used
	}
	d.seen = now
	if len(due) > 0 {
		d.tell(due)
	}
	if next.IsZero() {
		return lookAgain
	}
	return min(max(next.Sub(now), 0), lookAgain)
}

// note has the watch look again. It never waits.
func (d *dueWatch) note() {
	select {
	case d.look <- struct{}{}:
	default:
	}
}

func (d *dueWatch) close() {
	if d.end != nil {
		d.end()
	}
}

// tellDue tells the window that editions went live by themselves.
func (a *App) tellDue(due []newsroom.EditionID) {
	for _, id := range due {
		a.host.Emit(eventEdition, editionEvent{ID: string(id), Story: string(id.Story())})
	}
	a.host.Emit(eventDue, nil)
}

// Waiting is what a destination does not have yet.
type Waiting struct {
	Destination string        `json:"destination"`
	Total       int           `json:"total"`
	Editions    []WaitingItem `json:"editions"` // the newest
}

// WaitingItem is an edition that became another for readers since a destination was last
// brought up to date.
type WaitingItem struct {
	ID       string `json:"id"`
	Lang     string `json:"lang"`
	Headline string `json:"headline"`
	Live     string `json:"live"`
	Time     string `json:"time"` // since when
}

const waitingShown = 20

// Waiting says of each destination what is due to be published there.
func (a *App) Waiting() ([]Waiting, error) {
	room, err := a.open()
	if err != nil {
		return nil, err
	}
	w, now := []Waiting{}, a.clock.Now()
	err = room.view(context.Background(), func(tx *sqlite.Tx) error {
		destinations, err := tx.Destinations()
		if err != nil {
			return err
		}
		for _, d := range destinations {
			if d.Published.IsZero() {
				continue // all of it waits, and the destination says so itself
			}
			rows, total, err := tx.Unpublished(d.Published, now, waitingShown)
			if err != nil {
				return err
			}
			if total > 0 {
				w = append(w, Waiting{Destination: d.ID, Total: total, Editions: waitingItems(rows, now)})
			}
		}
		return nil
	})
	return w, err
}

func waitingItems(rows []sqlite.Edition, now time.Time) []WaitingItem {
	w := make([]WaitingItem, len(rows))
	for i, e := range rows {
		at := e.Live.Published
		if e.Live.Changed.After(at) {
			at = e.Live.Changed
		}
		w[i] = WaitingItem{ID: string(e.ID), Lang: string(e.ID.Lang()), Headline: e.LiveText.Headline, Live: string(e.Live.At(now)), Time: stamp(at)}
	}
	return w
}
