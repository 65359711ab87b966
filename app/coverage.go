package app

import (
	"context"
	"time"

	"khabar/backend/newsroom"
	"khabar/backend/sqlite"
)

// CoverageFilter chooses the stories of the grid; empty fields do not filter.
type CoverageFilter struct {
	Section string `json:"section"`
	From    string `json:"from"` // RFC 3339: made then or later
	To      string `json:"to"`   // and before then
	Lang    string `json:"lang"`
	Cell    string `json:"cell"` // what the story is in lang, or in any language
}

// Cell is a story in one language.
type Cell struct {
	Lang      string `json:"lang"`
	Edition   string `json:"edition"` // "" where there is none
	State     string `json:"state"`   // missing, or the live state where readers see or saw it, else the work state
	Work      string `json:"work"`    // "" where there is no edition
	Changed   bool   `json:"changed"`
	Stale     int    `json:"stale"`     // blocks whose source has changed
	Missing   int    `json:"missing"`   // blocks of the source that are not translated
	Published string `json:"published"` // when it went live, or will
	GoesLive  string `json:"goesLive"`  // when what is scheduled, a correction among it, goes live; "" = nothing is
	Claim     *Claim `json:"claim"`
	Asked     *Asked `json:"asked"` // only of an edition that is missing
}

// CoverageRow is a story in all languages.
type CoverageRow struct {
	Story    string   `json:"story"`
	Source   string   `json:"source"`
	Created  string   `json:"created"`
	Sections []string `json:"sections"`
	Headline string   `json:"headline"`
	Lang     string   `json:"lang"`    // of the headline
	Embargo  string   `json:"embargo"` // until when nothing of it goes live; "" = none holds
	Cells    []Cell   `json:"cells"`   // in the order of the nine languages
}

// LiveCount is how many editions went live in a language on one day (UTC).
type LiveCount struct {
	Lang  string `json:"lang"`
	Day   string `json:"day"` // 2006-01-02
	Count int    `json:"count"`
}

const coveragePage = 50

func (w CoverageFilter) filter(now time.Time) (sqlite.CoverageFilter, error) {
	f := sqlite.CoverageFilter{Section: newsroom.TermID(w.Section), Lang: newsroom.Lang(w.Lang), Cell: sqlite.Cell(w.Cell), Now: now}
	for text, t := range map[string]*time.Time{w.From: &f.From, w.To: &f.To} {
		if text == "" {
			continue
		}
		at, err := time.Parse(time.RFC3339, text)
		if err != nil {
			return f, newsroom.Errorf(newsroom.Invalid, "list.date", "date", text, err)
		}
		*t = at
	}
	return f, nil
}

// CoverageIndex returns how many stories the grid has and where its pages begin.
func (a *App) CoverageIndex(w CoverageFilter) (EditionIndex, error) {
	room, err := a.open()
	if err != nil {
		return EditionIndex{}, err
	}
	f, err := w.filter(a.clock.Now())
	if err != nil {
		return EditionIndex{}, err
	}
	var index sqlite.Index
	err = room.view(context.Background(), func(tx *sqlite.Tx) error {
		index, err = tx.IndexCoverage(f, coveragePage)
		return err
	})
	return EditionIndex{Total: index.Total, Page: coveragePage, Keys: list(index.Keys)}, err
}

// Coverage returns the page of the grid that begins at key; headlines are in lang where
// there is one.
func (a *App) Coverage(w CoverageFilter, key, lang string) ([]CoverageRow, error) {
	room, err := a.open()
	if err != nil {
		return nil, err
	}
	f, err := w.filter(a.clock.Now())
	if err != nil {
		return nil, err
	}
	return room.Coverage(context.Background(), f, key, newsroom.Lang(lang), coveragePage)
}

// Grid returns the newest stories of the grid, limit at most, and how many there are.
func (r *Room) Grid(ctx context.Context, w CoverageFilter, lang newsroom.Lang, limit int) (rows []CoverageRow, total int, err error) {
	f, err := w.filter(r.clock.Now())
	if err != nil {
		return nil, 0, err
	}
	var index sqlite.Index
	err = r.view(ctx, func(tx *sqlite.Tx) error {
		index, err = tx.IndexCoverage(f, limit)
		return err
	})
	if err != nil || index.Total == 0 {
		return []CoverageRow{}, 0, err
	}
	rows, err = r.Coverage(ctx, f, index.Keys[0], lang, limit)
	return rows, index.Total, err
}

// Coverage returns at most size rows of the grid, beginning at key.
func (r *Room) Coverage(ctx context.Context, f sqlite.CoverageFilter, key string, lang newsroom.Lang, size int) ([]CoverageRow, error) {
	out := []CoverageRow{}
	err := r.view(ctx, func(tx *sqlite.Tx) error {
		rows, err := tx.ListCoverage(f, key, size)
		if err != nil {
			return err
		}
		who, err := r.people(tx, f.Now)
		for _, row := range rows {
			out = append(out, who.coverage(row, lang))
		}
		return err
	})
	return out, err
}

// coverage makes a row of the grid; its headline is in lang where there is one, else in the
// story's source language.
func (p people) coverage(row sqlite.CoverageRow, lang newsroom.Lang) CoverageRow {
	w := CoverageRow{
		Story: string(row.Story.ID), Source: string(row.Story.Source), Created: stamp(row.Story.Created),
		Embargo:  embargo(row.Story.Embargo, p.now),
		Sections: texts(row.Story.Sections), Cells: make([]Cell, len(newsroom.Languages)),
	}
	at := map[newsroom.Lang]*Cell{}
	for i, l := range newsroom.Languages {
		w.Cells[i] = Cell{Lang: string(l), State: string(sqlite.CellMissing)}
		at[l] = &w.Cells[i]
	}
	for _, e := range row.Editions {
		l := e.ID.Lang()
		if e.Text.Headline != "" && (w.Headline == "" || l == lang || l == row.Story.Source && w.Lang != string(lang)) {
			w.Headline, w.Lang = e.Text.Headline, string(l)
		}
		*at[l] = p.cell(e)
	}
	for _, c := range row.Claims {
		at[c.Edition.Lang()].Claim = p.claim(c)
	}
	for _, q := range row.Requests {
		if c := at[q.Edition.Lang()]; c.Edition == "" {
			c.Asked = p.asked(q)
		}
	}
	return w
}

func (p people) cell(e sqlite.Edition) Cell {
	c := Cell{
		Lang: string(e.ID.Lang()), Edition: string(e.ID), State: string(e.Work.State), Work: string(e.Work.State),
		Changed: e.Changed, Stale: e.Stale, Missing: e.Missing, Published: stamp(e.Live.Published),
		GoesLive: goesLive(e.Live, p.now),
	}
	if live := e.Live.At(p.now); live != newsroom.NotLive {
		c.State = string(live)
	}
	return c
}

// LiveCounts returns how many editions went live in each language on each day since from,
// RFC 3339.
func (a *App) LiveCounts(from string) ([]LiveCount, error) {
	room, err := a.open()
	if err != nil {
		return nil, err
	}
	at, err := time.Parse(time.RFC3339, from)
	if err != nil {
		return nil, newsroom.Errorf(newsroom.Invalid, "list.date", "date", from, err)
	}
	out := []LiveCount{}
	err = room.view(context.Background(), func(tx *sqlite.Tx) error {
		counts, err := tx.LiveByDay(at, a.clock.Now())
		for _, c := range counts {
			out = append(out, LiveCount{Lang: string(c.Lang), Day: c.Day, Count: c.Count})
		}
		return err
	})
	return out, err
}
