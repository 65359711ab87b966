// Package desk is what people do in a newsroom: draft, translate, save, comment, submit, review,
// return, approve, schedule, publish, correct, withdraw, restore, and look after sections, tags,
// settings and members.
//
// Every act checks the rules of package newsroom against the state inside the writing
// transaction, then makes journal entries through package archive; it never writes a
// table itself. What a member's roles do not allow is refused here with code Forbidden,
// what does not fit the state a thing is in with code Conflict.
//
// Typing is kept apart: Keep puts the text into the working copy, which is this
// device's alone, and Save makes a revision of it.
package desk

import (
	"context"
	"encoding/json"
	"slices"

	"khabar/backend/archive"
	"khabar/backend/journal"
	"khabar/backend/newsroom"
	"khabar/backend/sqlite"
)

// Desk does the acts of this device's member.
type Desk struct {
	archive  *archive.Archive
	checkers []Checker
}

// New returns the desk of an open newsroom.
func New(a *archive.Archive) *Desk { return &Desk{archive: a} }

// may returns a Forbidden error where this device's member may not do a. Making the entry
// says so too; this is for what is looked at before.
func (d *Desk) may(ctx context.Context, a newsroom.Act) error {
	return d.archive.DB().View(ctx, func(tx *sqlite.Tx) error {
		me, _, err := tx.Member(d.archive.Me())
		if err == nil && !newsroom.May(me.Roles, a) {
			err = newsroom.Errorf(newsroom.Forbidden, "forbidden."+string(a))
		}
		return err
	})
}

// write is one register of a change.
type write struct {
	field string
	value any
}

// set makes one Set entry of those writes that change something.
func set(r *archive.Recorder, s journal.Subject, writes ...write) error {
	fields, err := r.Fields(s)
	if err != nil {
		return err
	}
	e := journal.Entry{Kind: journal.Set, Subject: s}
	for _, w := range writes {
		if c, ok := changeOf(fields, w); ok {
			e.Changes = append(e.Changes, c)
		}
	}
	return add(r, e)
}

func changeOf(fields archive.Fields, w write) (journal.Change, bool) {
	value := journal.Value(w.value)
	open := journal.Resolve(fields[w.field])
	if len(open) == 1 && string(open[0].Value) == string(value) || len(open) == 0 && string(value) == `""` {
		return journal.Change{}, false
	}
	return journal.Change{Field: w.field, Value: value, Over: fields.Open(w.field)}, true
}

// itself is what a member of a set is shown as where nothing stands for it.
func itself[T any](v T) T { return v }

// setMembers appends to e what leads a set field from before to after. Both hold members as
// they are shown: several may be shown as one, and go with it.
func setMembers[T ~string](e *journal.Entry, fields archive.Fields, field string, shown func(T) T, before, after []T) {
	var here []T
	for _, m := range fields.Members(field) {
		var v T
		if json.Unmarshal(m.Value, &v) != nil {
			continue
		}
		here = append(here, shown(v))
		if slices.Contains(before, shown(v)) && !slices.Contains(after, shown(v)) {
			e.Changes = append(e.Changes, journal.Change{Field: field, Op: journal.Remove, Value: m.Value, Over: m.By})
		}
	}
	for _, v := range after {
		if !slices.Contains(here, v) && !slices.Contains(before, v) {
			e.Changes = append(e.Changes, journal.Change{Field: field, Op: journal.Add, Value: journal.Value(v)})
		}
	}
}

// add makes a Set entry, unless it changes nothing.
func add(r *archive.Recorder, e journal.Entry) error {
	if len(e.Changes) == 0 {
		return nil
	}
	_, err := r.Add(e)
	return err
}

// edition runs f with the edition's row in the writing transaction.
func (d *Desk) edition(ctx context.Context, id newsroom.EditionID, f func(*archive.Recorder, sqlite.Edition) error) error {
	return d.archive.Record(ctx, func(r *archive.Recorder) error {
		e, err := r.Tx.Edition(id)
		if err != nil {
			return err
		}
		return f(r, e)
	})
}
