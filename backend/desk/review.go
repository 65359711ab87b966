package desk

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"

	"khabar/backend/archive"
	"khabar/backend/journal"
	"khabar/backend/markdown"
	"khabar/backend/newsroom"
	"khabar/backend/sqlite"
)

// Step says what an edition on an editor's table waits for.
type Step string

// The steps.
const (
	ToJudge   Step = "submitted" // to be approved or returned
	ToPublish Step = "approved"  // to be published, scheduled, or to replace what is live
	ToWait    Step = "scheduled" // for its time
)

// News says what sort of news an edition is to an editor.
type News string

// The sorts.
const (
	Fresh       News = "new"
	Translation News = "translation" // of the story's source
	Correction  News = "correction"  // of what readers see
	Revival     News = "again"       // of what was withdrawn
)

// Queued is a row of the review queue.
type Queued struct {
	sqlite.Queued
	Step Step
	News News
	Name string    // of who brought it to this step
	Time time.Time // when; of a scheduled one, when it goes live
}

// Queue returns what is on the editors' table: step by step, the longest waiting first.
func (d *Desk) Queue(ctx context.Context) ([]Queued, error) {
	now := d.archive.Clock().Now()
	var all []Queued
	err := d.archive.DB().View(ctx, func(tx *sqlite.Tx) error {
		rows, err := tx.Queue(now)
		if err != nil {
			return err
		}
		names, err := memberNames(tx)
		for _, row := range rows {
			if q, ok := queued(row, now); ok {
				q.Name = names[row.Work.Member]
				all = append(all, q)
			}
		}
		return err
	})
	order := []Step{ToJudge, ToPublish, ToWait}
	slices.SortFunc(all, func(a, b Queued) int {
		return cmp.Or(slices.Index(order, a.Step)-slices.Index(order, b.Step), a.Time.Compare(b.Time), cmp.Compare(a.ID, b.ID))
	})
	return all, err
}

func queued(row sqlite.Queued, now time.Time) (Queued, bool) {
	q := Queued{Queued: row, News: newsOf(row.Edition, row.Source, now), Time: row.Work.Time}
	switch state := row.Live.At(now); {
	case row.Work.State == newsroom.Submitted:
		q.Step = ToJudge
	case row.Live.Next != nil && (row.Work.State != newsroom.Approved || row.Work.Revision == row.Live.Next.Revision):
		q.Step, q.Time = ToWait, row.Live.Next.From
	case state == newsroom.Scheduled && (!row.Changed || row.Work.State != newsroom.Approved):
		q.Step, q.Time = ToWait, row.Live.Published
	case row.Work.State == newsroom.Approved && (row.Changed || state == newsroom.NotLive):
		q.Step = ToPublish
	default:
		return q, false // its time has come since it was scheduled
	}
	return q, true
}

func newsOf(e sqlite.Edition, source newsroom.Lang, now time.Time) News {
	switch state := e.Live.At(now); {
	case state.Shown():
		return Correction
	case state == newsroom.Withdrawn:
		return Revival
	case source != "" && e.ID.Lang() != source:
		return Translation
	}
	return Fresh
}

// Base is an earlier revision that an editor compares a text with.
type Base struct {
	Kind     string // "live", "approved" or "returned"
	Revision newsroom.RevisionID
	Time     time.Time
}

// Review is an edition as an editor judges it.
type Review struct {
	Edition  sqlite.Edition
	Revision newsroom.RevisionID // that an approval would be of; "" where two devices disagree
	Text     newsroom.Text
	Typed    bool // there are words on this device that are in no revision
	News     News
	Source   newsroom.Lang
	Embargo  time.Time
	Name     string // of who submitted it, or acted last
	Bases    []Base // what it can be compared with, the most telling first
	Items    []Item
	Findings []Finding // of the checkers
}

// Review opens an edition for judging.
func (d *Desk) Review(ctx context.Context, id newsroom.EditionID) (v Review, err error) {
	err = d.archive.DB().View(ctx, func(tx *sqlite.Tx) error {
		if v.Edition, err = tx.Edition(id); err != nil {
			return err
		}
		if err := v.read(tx); err != nil {
			return err
		}
		s, err := tx.Story(id.Story())
		if err != nil {
			return err
		}
		v.Source, v.Embargo, v.News = s.Source, s.Embargo, newsOf(v.Edition, s.Source, d.archive.Clock().Now())
		names, err := memberNames(tx)
		if err != nil {
			return err
		}
		v.Name = names[v.Edition.Work.Member]
		if v.Bases, err = bases(tx, v.Edition); err != nil {
			return err
		}
		v.Items, err = checklist(tx, v.Edition, v.Text)
		return err
	})
	if err == nil {
		v.Findings, err = d.found(ctx, id)
	}
	return v, err
}

// read fills in the text of v.Edition: what its revisions say, without what is being typed.
func (v *Review) read(tx *sqlite.Tx) error {
	id := v.Edition.ID
	text, heads, unclear, err := archive.View(tx, id)
	if err != nil {
		return err
	}
	v.Text, v.Edition.Text, v.Edition.Heads, v.Edition.Unclear = text, text, heads, unclear
	if len(heads) == 1 {
		v.Revision = heads[0]
	}
	w, typed, err := tx.WorkingCopy(id)
	v.Typed = typed && w.Text != text
	return err
}

// bases returns what the newest text can be compared with: what readers see, what was
// approved last, what was returned last. The newest text itself is none.
func bases(tx *sqlite.Tx, e sqlite.Edition) ([]Base, error) {
	acts, err := archive.ActsOf(tx, e.ID)
	if err != nil {
		return nil, err
	}
	var all []Base
	add := func(kind string, rev newsroom.RevisionID, at time.Time) {
		known := slices.ContainsFunc(all, func(b Base) bool { return b.Revision == rev })
		if rev != "" && !known && !slices.Contains(e.Heads, rev) {
			all = append(all, Base{kind, rev, at})
		}
	}
	if e.Live.State.Shown() {
		add("live", e.Live.Revision, e.Live.Published)
	}
	for _, kind := range []journal.Kind{journal.Approve, journal.Return} {
		rev, at := acts.Last(kind, e.Heads)
		add(map[journal.Kind]string{journal.Approve: "approved", journal.Return: "returned"}[kind], rev, at)
	}
	return all, nil
}

// Changed is a piece of a comparison and the block of the newer body that it is part of, -1
// where it is of another field or is gone.
type Changed struct {
	journal.Compared
	Block int
}

// Changes compares a revision with the newest text of an edition.
func (d *Desk) Changes(ctx context.Context, id newsroom.EditionID, base newsroom.RevisionID) (all []Changed, err error) {
	err = d.archive.DB().View(ctx, func(tx *sqlite.Tx) error {
		older, err := archive.TextOf(tx, id, base)
		if err != nil {
			return err
		}
		newer, _, _, err := archive.View(tx, id)
		all = placed(journal.Compare(older, newer), newer.Body)
		return err
	})
	return all, err
}

// placed says of each piece of a comparison which block of body it belongs to.
func placed(parts []journal.Compared, body string) []Changed {
	all, from := make([]Changed, len(parts)), 0
	for i, c := range parts {
		all[i] = Changed{c, -1}
		if c.Field != "body" || c.Op == journal.Deleted {
			continue
		}
		if at, end := findAfter(body, newerOf(c), from); at >= 0 {
			all[i].Block, from = markdown.At(body, at), end
		}
	}
	return all
}

// newerOf returns what the newer text says in a piece of a comparison.
func newerOf(c journal.Compared) string {
	var b strings.Builder
	for _, p := range c.Parts {
		if p.Op != journal.Deleted {
			b.WriteString(p.Text)
		}
	}
	return b.String()
}

// findAfter returns where words begin and end in body, at or after from; -1 where they are not.
func findAfter(body, words string, from int) (at, end int) {
	at = strings.Index(body[from:], words)
	if at < 0 || words == "" {
		return -1, from
	}
	return from + at, from + at + len(words)
}
