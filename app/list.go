package app

import (
	"context"
	"fmt"
	"time"

	"khabar/backend/find"
	"khabar/backend/newsroom"
	"khabar/backend/sqlite"
)

// pageSize is how many rows the window asks for at a time; foundSize of a search, whose
// rows show the passage in which the words stand, for which each text is read.
const (
	pageSize  = 100
	foundSize = 20
)

// EditionFilter chooses and orders the list; empty fields do not filter.
type EditionFilter struct {
	Query      string `json:"query"`
	Lang       string `json:"lang"`
	Section    string `json:"section"`
	Tag        string `json:"tag"`
	Work       string `json:"work"`
	Live       string `json:"live"`
	Mine       bool   `json:"mine"`
	Removed    bool   `json:"removed"`
	Since      string `json:"since"` // RFC 3339 or P7D (see bound): the date that the list goes by is not before
	Until      string `json:"until"` // and is before this
	Sort       string `json:"sort"`
	Descending bool   `json:"descending"`
}

// EditionIndex is the shape of a filtered list.
type EditionIndex struct {
	Total int      `json:"total"`
	More  bool     `json:"more"` // a search found more than it lists
	Page  int      `json:"page"`
	Keys  []string `json:"keys"`
}

// EditionRow is a row of the list.
type EditionRow struct {
	ID        string   `json:"id"`
	Story     string   `json:"story"`
	Lang      string   `json:"lang"`
	Headline  string   `json:"headline"`
	Excerpt   string   `json:"excerpt"`
	Sections  []string `json:"sections"`
	Place     string   `json:"place"`
	Updated   string   `json:"updated"`
	Words     int      `json:"words"`
	Work      string   `json:"work"`
	Live      string   `json:"live"`
	GoesLive  string   `json:"goesLive"` // of a scheduled one, or of a scheduled correction
	Embargo   string   `json:"embargo"`  // of its story, while it holds
	Changed   bool     `json:"changed"`
	Working   bool     `json:"working"`
	Languages []string `json:"languages"`
	Found     *Found   `json:"found"` // where the words of a search stand; null without one
}

func (w EditionFilter) filter(me newsroom.MemberID, now time.Time) (sqlite.Filter, error) {
	query := find.Parse(w.Query)
	f := sqlite.Filter{
		Words: query.Words(), Without: query.Without(), Lang: newsroom.Lang(w.Lang), Section: newsroom.TermID(w.Section), Tag: newsroom.TermID(w.Tag),
		Work: newsroom.WorkState(w.Work), Live: newsroom.LiveState(w.Live), Now: now,
		Removed: w.Removed, Sort: sqlite.Sort(w.Sort), Descending: w.Descending,
	}
	if w.Mine {
		f.Member = me
	}
	var err error
	if f.Since, err = bound(w.Since, now); err == nil {
		f.Until, err = bound(w.Until, now)
	}
	return f, err
}

// bound reads a time as moment does, or P7D for the beginning of the seventh day back, today
// being the first (ISO 8601 writes a week so), by this device's own days.
func bound(stamp string, now time.Time) (time.Time, error) {
	var days int
	if n, err := fmt.Sscanf(stamp, "P%dD", &days); err == nil && n == 1 {
		y, m, d := now.Local().Date()
		return time.Date(y, m, d-days+1, 0, 0, 0, 0, time.Local), nil
	}
	return moment(stamp)
}

// moment reads a time of the window, RFC 3339; "" is the zero time.
func moment(stamp string) (time.Time, error) {
	if stamp == "" {
		return time.Time{}, nil
	}
	t, err := time.Parse(time.RFC3339, stamp)
	if err != nil {
		return t, newsroom.Errorf(newsroom.Invalid, "list.date", "date", stamp, err)
	}
	return t, nil
}

func (w EditionFilter) page() int {
	if find.Parse(w.Query).Words() == "" {
		return pageSize
	}
	return foundSize
}

// EditionIndex returns how long a list is and where its pages begin.
func (a *App) EditionIndex(w EditionFilter) (EditionIndex, error) {
	room, err := a.open()
	if err != nil {
		return EditionIndex{}, err
	}
	return room.editionIndex(context.Background(), w)
}

func (r *Room) editionIndex(ctx context.Context, w EditionFilter) (EditionIndex, error) {
	f, err := w.filter(r.Archive.Me(), r.clock.Now())
	if err != nil {
		return EditionIndex{}, err
	}
	var index sqlite.Index
	err = r.view(ctx, func(tx *sqlite.Tx) error {
		index, err = tx.IndexEditions(f, w.page())
		return err
	})
	return EditionIndex{Total: index.Total, More: index.More, Page: w.page(), Keys: list(index.Keys)}, err
}

// Editions returns the page of a list that begins at key.
func (a *App) Editions(w EditionFilter, key string) ([]EditionRow, error) {
	room, err := a.open()
	if err != nil {
		return nil, err
	}
	return room.editions(context.Background(), w, key)
}

func (r *Room) editions(ctx context.Context, w EditionFilter, key string) ([]EditionRow, error) {
	now := r.clock.Now()
	f, err := w.filter(r.Archive.Me(), now)
	if err != nil {
		return nil, err
	}
	spelt, err := r.book.spellings(ctx, r)
	if err != nil {
		return nil, err
	}
	out := []EditionRow{}
	err = r.view(ctx, func(tx *sqlite.Tx) error {
		rows, err := tx.ListEditions(f, key, w.page())
		if err != nil {
			return err
		}
		for _, row := range rows {
			shown := rowOf(row, now)
			shown.Place = spelt.in(row.ID.Lang(), row.Place)
			if f.Words != "" {
				if shown.Found, err = foundIn(tx, row, find.Parse(w.Query)); err != nil {
					return err
				}
			}
			out = append(out, shown)
		}
		return nil
	})
	return out, err
}

func rowOf(r sqlite.Row, now time.Time) EditionRow {
	updated := r.Updated
	if r.Working.After(updated) {
		updated = r.Working
	}
	return EditionRow{
		ID: string(r.ID), Story: string(r.ID.Story()), Lang: string(r.ID.Lang()), Headline: r.Text.Headline, Excerpt: r.Excerpt,
		Sections: texts(r.Sections), Place: r.Place, Updated: stamp(updated), Words: r.Words, Work: string(r.Work.State),
		Live: string(r.Live.At(now)), GoesLive: goesLive(r.Live, now), Embargo: embargo(r.Embargo, now), Changed: r.Changed,
		Working: !r.Working.IsZero(), Languages: texts(r.Languages),
	}
}
