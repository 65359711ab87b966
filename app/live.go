package app

import (
	"cmp"
	"context"
	"slices"
	"sync"
	"time"

	"khabar/backend/archive"
	"khabar/backend/journal"
	"khabar/backend/newsroom"
	"khabar/backend/site"
	"khabar/backend/sqlite"
)

// liveStories remembers what the site is made from, and reads again what a commit
// changed and no more: a preview after every pause must not read the whole archive.
type liveStories struct {
	mu    sync.Mutex
	n     site.Newsroom // its stories by id
	made  bool
	until time.Time // when the next scheduled edition goes live; zero = none waits
	dirty map[newsroom.StoryID]bool
	words bool // settings, sections or tags changed
}

// note takes up what a commit changed.
func (l *liveStories) note(changed []journal.Subject) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, s := range changed {
		switch noun, name := s.Split(); noun {
		case "story":
			l.dirty[newsroom.StoryID(name)] = true
		case "edition":
			l.dirty[newsroom.EditionID(name).Story()] = true
		default:
			l.words = true
		}
	}
}

// get returns what the site is made from; the caller must not change it.
func (l *liveStories) get(ctx context.Context, r *Room) (site.Newsroom, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if !l.until.IsZero() && !r.clock.Now().Before(l.until) {
		l.made = false
	}
	n := l.n
	err := r.view(ctx, func(tx *sqlite.Tx) (err error) {
		if !l.made || l.words {
			if err = readWords(tx, &n); err != nil {
				return err
			}
		}
		if !l.made {
			n.Stories, l.until, err = r.allStories(tx)
			return err
		}
		n.Stories, err = r.freshStories(tx, n.Stories, l.dirty)
		return err
	})
	if err != nil {
		return n, err
	}
	l.n, l.made, l.words, l.dirty = n, true, false, map[newsroom.StoryID]bool{}
	return n, nil
}

// Site returns the site as it is to be published now.
func (r *Room) Site(ctx context.Context) (*site.Site, error) {
	n, err := r.live.get(ctx, r)
	if err != nil {
		return nil, err
	}
	return site.New(n, r.text, pictures{r.Media}, r.fonts, r.clock.Now())
}

// readWords reads the settings, sections and tags.
func readWords(tx *sqlite.Tx, n *site.Newsroom) (err error) {
	if n.Settings, err = tx.Settings(); err != nil {
		return err
	}
	terms, err := tx.Terms(false)
	n.Sections, n.Tags = nil, nil
	for _, t := range terms {
		if t.Kind == newsroom.Section {
			n.Sections = append(n.Sections, t)
		} else {
			n.Tags = append(n.Tags, t)
		}
	}
	return err
}

// allStories reads every story that readers see something of, by id, and when the next
// scheduled edition goes live.
func (r *Room) allStories(tx *sqlite.Tx) (stories []site.Story, next time.Time, err error) {
	editions, err := tx.LiveEditions()
	if err != nil {
		return nil, next, err
	}
	byID, err := tx.StoriesNotRemoved()
	if err != nil {
		return nil, next, err
	}
	now := r.clock.Now()
	for _, row := range editions {
		if row.Live.At(now) == newsroom.Scheduled && (next.IsZero() || row.Live.Published.Before(next)) {
			next = row.Live.Published
		}
		s := byID[row.ID.Story()]
		if s == nil || !onSite(row.Live.At(now)) {
			continue
		}
		if last := len(stories) - 1; last < 0 || stories[last].ID != s.ID {
			stories = append(stories, site.Story{Story: *s})
		}
		e, err := r.siteEdition(tx, row, row.Live.At(now))
		if err != nil {
			return nil, next, err
		}
		last := &stories[len(stories)-1]
		last.Editions = append(last.Editions, e)
	}
	return stories, next, nil
}

// freshStories returns stories, by id, with those that are dirty read anew.
func (r *Room) freshStories(tx *sqlite.Tx, stories []site.Story, dirty map[newsroom.StoryID]bool) ([]site.Story, error) {
	if len(dirty) == 0 {
		return stories, nil
	}
	stories = slices.DeleteFunc(slices.Clone(stories), func(s site.Story) bool { return dirty[s.ID] })
	for id := range dirty {
		s, err := r.readStory(tx, id)
		if err != nil {
			return nil, err
		}
		if len(s.Editions) > 0 {
			at, _ := slices.BinarySearchFunc(stories, id, func(s site.Story, id newsroom.StoryID) int { return cmp.Compare(s.ID, id) })
			stories = slices.Insert(stories, at, s)
		}
	}
	return stories, nil
}

// readStory reads what readers see of one story: without editions where that is nothing.
func (r *Room) readStory(tx *sqlite.Tx, id newsroom.StoryID) (site.Story, error) {
	s, err := tx.Story(id)
	if newsroom.CodeOf(err) == newsroom.NotFound || s.Removed {
		return site.Story{}, nil
	}
	if err != nil {
		return site.Story{}, err
	}
	rows, err := tx.EditionsOf(id)
	if err != nil {
		return site.Story{}, err
	}
	shown := site.Story{Story: s}
	for _, row := range rows {
		state := row.Live.At(r.clock.Now())
		if !onSite(state) {
			continue
		}
		e, err := r.siteEdition(tx, row, state)
		if err != nil {
			return site.Story{}, err
		}
		shown.Editions = append(shown.Editions, e)
	}
	return shown, nil
}

// onSite reports whether an edition in a live state has a page: its text, or the notice
// that it was withdrawn.
func onSite(s newsroom.LiveState) bool { return s.Shown() || s == newsroom.Withdrawn }

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
