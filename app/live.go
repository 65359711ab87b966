package app

import (
	"context"
	"sync"
	"time"

	"khabar/backend/archive"
	"khabar/backend/newsroom"
	"khabar/backend/site"
	"khabar/backend/sqlite"
)

// liveStories remembers what the site is made from until something changes, so that a
// preview after every pause does not read the whole archive each time.
type liveStories struct {
	mu   sync.Mutex
	n    site.Newsroom
	made time.Time // zero = nothing remembered
}

// remembered is for how long at most: what is scheduled goes live by itself.
const remembered = time.Minute

func (l *liveStories) forget() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.made = time.Time{}
}

// get returns what the site is made from; the caller must not change it.
func (l *liveStories) get(ctx context.Context, r *Room) (site.Newsroom, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	now := r.clock.Now()
	if !l.made.IsZero() && now.Sub(l.made).Abs() < remembered {
		return l.n, nil
	}
	n, err := r.snapshot(ctx)
	if err == nil {
		l.n, l.made = n, now
	}
	return n, err
}

// Site returns the site as it is to be published now.
func (r *Room) Site(ctx context.Context) (*site.Site, error) {
	n, err := r.live.get(ctx, r)
	if err != nil {
		return nil, err
	}
	return site.New(n, r.text, pictures{r.Media}, r.fonts, r.clock.Now())
}

// snapshot gathers what the site shows. Bodies are read when a page needs them.
func (r *Room) snapshot(ctx context.Context) (site.Newsroom, error) {
	var n site.Newsroom
	err := r.view(ctx, func(tx *sqlite.Tx) error {
		var err error
		if n.Settings, err = tx.Settings(); err != nil {
			return err
		}
		terms, err := tx.Terms(false)
		if err != nil {
			return err
		}
		for _, t := range terms {
			if t.Kind == newsroom.Section {
				n.Sections = append(n.Sections, t)
			} else {
				n.Tags = append(n.Tags, t)
			}
		}
		n.Stories, err = r.stories(tx)
		return err
	})
	return n, err
}

func (r *Room) stories(tx *sqlite.Tx) ([]site.Story, error) {
	editions, err := tx.LiveEditions()
	if err != nil {
		return nil, err
	}
	byID, err := tx.StoriesNotRemoved()
	if err != nil {
		return nil, err
	}
	var stories []site.Story
	at := map[newsroom.StoryID]int{}
	now := r.clock.Now()
	for _, row := range editions {
		state := row.Live.At(now)
		s := byID[row.ID.Story()]
		if s == nil || !state.Shown() && state != newsroom.Withdrawn {
			continue
		}
		i, ok := at[s.ID]
		if !ok {
			i = len(stories)
			at[s.ID] = i
			stories = append(stories, site.Story{Story: *s})
		}
		e, err := r.siteEdition(tx, row, state)
		if err != nil {
			return nil, err
		}
		stories[i].Editions = append(stories[i].Editions, e)
	}
	return stories, nil
}

// siteEdition gives the site an edition; its body is read when a page needs it.
func (r *Room) siteEdition(tx *sqlite.Tx, row sqlite.Edition, state newsroom.LiveState) (site.Edition, error) {
	live := row.Live
	live.State = state
	e := site.Edition{
		ID: row.ID, Lang: row.ID.Lang(), Text: row.LiveText, Live: live, Words: row.Words,
		Body: func() (string, error) { return r.body(live.Revision) },
	}
	if !row.Changed {
		return e, nil
	}
	var err error
	e.Words, err = tx.RevisionWords(live.Revision) // those of the row are of the newest text
	return e, err
}

func (r *Room) body(id newsroom.RevisionID) (body string, err error) {
	err = r.view(context.Background(), func(tx *sqlite.Tx) error {
		t, err := archive.Text(tx, id)
		body = t.Body
		return err
	})
	return body, err
}
