package app

import (
	"context"
	"errors"
	"io/fs"
	"path/filepath"

	"khabar/backend/archive"
	"khabar/backend/desk"
	"khabar/backend/locale"
	"khabar/backend/media"
	"khabar/backend/newsroom"
	"khabar/backend/site"
	"khabar/backend/sqlite"
)

// Room is an open newsroom and everything that works on it.
type Room struct {
	*desk.Desk
	Archive *archive.Archive
	Media   *media.Store

	text  *locale.Catalogues
	fonts fs.FS
	clock newsroom.Clock
}

// OpenRoom opens the newsroom in dir; errors as archive.Open.
func OpenRoom(ctx context.Context, dir string, assets fs.FS, text *locale.Catalogues, clock newsroom.Clock) (*Room, error) {
	a, err := archive.Open(ctx, dir, clock)
	if err != nil {
		return nil, err
	}
	return furnish(a, dir, assets, text, clock)
}

// FoundRoom makes a newsroom in dir with its settings, sections and tags, and opens it.
func FoundRoom(ctx context.Context, dir, member string, s newsroom.Settings, tags []newsroom.Term,
	assets fs.FS, text *locale.Catalogues, clock newsroom.Clock) (*Room, error) {
	a, err := archive.Found(ctx, dir, member, clock)
	if err != nil {
		return nil, err
	}
	r, err := furnish(a, dir, assets, text, clock)
	if err != nil {
		return nil, err
	}
	if err := r.Furnish(ctx, s, tags); err != nil {
		return nil, errors.Join(err, r.Close(ctx))
	}
	return r, nil
}

func furnish(a *archive.Archive, dir string, assets fs.FS, text *locale.Catalogues, clock newsroom.Clock) (*Room, error) {
	pictures, err := media.Open(filepath.Join(dir, "media"))
	if err != nil {
		return nil, errors.Join(err, a.DB().Close())
	}
	fonts, err := fs.Sub(assets, "fonts")
	if err != nil {
		return nil, errors.Join(err, a.DB().Close())
	}
	return &Room{Desk: desk.New(a), Archive: a, Media: pictures, text: text, fonts: fonts, clock: clock}, nil
}

// Close seals the journal and closes the files.
func (r *Room) Close(ctx context.Context) error { return r.Archive.Close(ctx) }

// view reads the tables.
func (r *Room) view(ctx context.Context, f func(*sqlite.Tx) error) error {
	return r.Archive.DB().View(ctx, f)
}

// Site returns the site as it is to be published now.
func (r *Room) Site(ctx context.Context) (*site.Site, error) {
	n, err := r.snapshot(ctx)
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

func (r *Room) siteEdition(tx *sqlite.Tx, row sqlite.Edition, state newsroom.LiveState) (site.Edition, error) {
	text, err := archive.Text(tx, row.Live.Revision)
	if err != nil {
		return site.Edition{}, err
	}
	live := row.Live
	live.State = state
	body := text.Body
	text.Body = ""
	return site.Edition{
		ID: row.ID, Lang: row.ID.Lang(), Text: text, Live: live, Words: row.Words,
		Body: func() (string, error) { return body, nil },
	}, nil
}

// pictures shows the site the archive's pictures.
type pictures struct{ *media.Store }

// Info returns the size of a picture in pixels.
func (p pictures) Info(hash string) (w, h int, ok bool) {
	item, err := p.Store.Info(hash)
	return item.Width, item.Height, err == nil
}
