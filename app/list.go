package app

import (
	"context"
	"strings"
	"time"

	"khabar/backend/locale"
	"khabar/backend/newsroom"
	"khabar/backend/sqlite"
)

// pageSize is how many rows the window asks for at a time.
const pageSize = 100

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
	Sort       string `json:"sort"`
	Descending bool   `json:"descending"`
}

// EditionIndex is the shape of a filtered list.
type EditionIndex struct {
	Total int      `json:"total"`
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
	Changed   bool     `json:"changed"`
	Working   bool     `json:"working"`
	Languages []string `json:"languages"`
}

func (w EditionFilter) filter(me newsroom.MemberID, now time.Time) sqlite.Filter {
	f := sqlite.Filter{
		Words: matchAll(w.Query), Lang: newsroom.Lang(w.Lang), Work: newsroom.WorkState(w.Work), Live: newsroom.LiveState(w.Live), Now: now,
		Section: newsroom.TermID(w.Section), Tag: newsroom.TermID(w.Tag), Removed: w.Removed, Sort: sqlite.Sort(w.Sort), Descending: w.Descending,
	}
	if w.Mine {
		f.Member = me
	}
	return f
}

// joiner is the zero-width non-joiner.
const joiner = "\u200c"

// matchAll makes an FTS5 expression of what somebody typed: all the words, the last one
// perhaps not typed to its end. A word with a joiner in it is also found where somebody
// wrote it closed up or apart.
func matchAll(query string) string {
	closed := allOf(locale.Tokens(strings.ReplaceAll(query, joiner, "")))
	apart := allOf(locale.Tokens(strings.ReplaceAll(query, joiner, " ")))
	if closed == apart {
		return closed
	}
	return "(" + closed + ") OR (" + apart + ")"
}

func allOf(words []string) string {
	for i, w := range words {
		words[i] = `"` + w + `"` // a token holds letters, marks and digits
	}
	if len(words) > 0 {
		words[len(words)-1] += "*"
	}
	return strings.Join(words, " ")
}

// EditionIndex returns how long a list is and where its pages begin.
func (a *App) EditionIndex(w EditionFilter) (EditionIndex, error) {
	room, err := a.open()
	if err != nil {
		return EditionIndex{}, err
	}
	var index sqlite.Index
	err = room.view(context.Background(), func(tx *sqlite.Tx) error {
		index, err = tx.IndexEditions(w.filter(room.Archive.Me(), a.clock.Now()), pageSize)
		return err
	})
	return EditionIndex{Total: index.Total, Page: pageSize, Keys: list(index.Keys)}, err
}

// Editions returns the page of a list that begins at key.
func (a *App) Editions(w EditionFilter, key string) ([]EditionRow, error) {
	room, err := a.open()
	if err != nil {
		return nil, err
	}
	var rows []sqlite.Row
	err = room.view(context.Background(), func(tx *sqlite.Tx) error {
		rows, err = tx.ListEditions(w.filter(room.Archive.Me(), a.clock.Now()), key, pageSize)
		return err
	})
	now := a.clock.Now()
	out := make([]EditionRow, len(rows))
	for i, r := range rows {
		updated := r.Updated
		if r.Working.After(updated) {
			updated = r.Working
		}
		out[i] = EditionRow{
			ID: string(r.ID), Story: string(r.ID.Story()), Lang: string(r.ID.Lang()), Headline: r.Text.Headline, Excerpt: r.Excerpt,
			Sections: texts(r.Sections), Place: r.Place, Updated: stamp(updated), Words: r.Words, Work: string(r.Work.State),
			Live: string(r.Live.At(now)), Changed: r.Changed, Working: !r.Working.IsZero(), Languages: texts(r.Languages),
		}
	}
	return out, err
}
