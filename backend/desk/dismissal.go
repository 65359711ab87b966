package desk

import (
	"context"
	"encoding/json"
	"slices"
	"strings"
	"unicode/utf8"

	"khabar/backend/archive"
	"khabar/backend/journal"
	"khabar/backend/newsroom"
	"khabar/backend/sqlite"
)

// dismissed is the set of newsroom.Dismissal of an edition.
const dismissed = "dismissed"

// Bounds of what is said about a finding, in characters.
const (
	maxReason = 500
	maxDetail = 2000
)

// Dismissal is one with the name of who made it.
type Dismissal struct {
	newsroom.Dismissal
	Name string
}

// Dismissals returns the objections to an edition that somebody dismissed, the oldest first.
func (d *Desk) Dismissals(ctx context.Context, id newsroom.EditionID) (all []Dismissal, err error) {
	err = d.archive.DB().View(ctx, func(tx *sqlite.Tx) error {
		fields, err := archive.FieldsOf(tx, journal.EditionSubject(id))
		if err != nil {
			return err
		}
		names, err := memberNames(tx)
		for _, held := range dismissals(fields) {
			all = append(all, Dismissal{held.Dismissal, names[held.Member]})
		}
		return err
	})
	slices.SortStableFunc(all, func(a, b Dismissal) int { return a.Time.Compare(b.Time) })
	return all, err
}

// Dismiss says of an objection that it is none, and why. Invalid without a reason.
func (d *Desk) Dismiss(ctx context.Context, id newsroom.EditionID, o newsroom.Objection, reason string) error {
	reason = strings.TrimSpace(reason)
	if reason == "" {
		return newsroom.Errorf(newsroom.Invalid, "check.noReason")
	}
	if utf8.RuneCountInString(reason) > maxReason || utf8.RuneCountInString(o.Detail) > maxDetail || len(o.Check) > newsroom.MaxSlug {
		return newsroom.Errorf(newsroom.Invalid, "check.tooLong")
	}
	return d.edition(ctx, id, func(r *archive.Recorder, _ sqlite.Edition) error {
		value := newsroom.Dismissal{Objection: o, Reason: reason, Member: r.Me().ID, Time: d.archive.Clock().Now().UTC()}
		return add(r, journal.Entry{Kind: journal.Set, Subject: journal.EditionSubject(id), Changes: []journal.Change{
			{Field: dismissed, Op: journal.Add, Value: journal.Value(value)},
		}})
	})
}

// RestoreObjection takes back that an objection was dismissed, whoever did it.
func (d *Desk) RestoreObjection(ctx context.Context, id newsroom.EditionID, o newsroom.Objection) error {
	return d.edition(ctx, id, func(r *archive.Recorder, _ sqlite.Edition) error {
		fields, err := r.Fields(journal.EditionSubject(id))
		if err != nil {
			return err
		}
		e := journal.Entry{Kind: journal.Set, Subject: journal.EditionSubject(id)}
		for _, held := range dismissals(fields) {
			if held.Objection == o {
				e.Changes = append(e.Changes, journal.Change{Field: dismissed, Op: journal.Remove, Value: held.member.Value, Over: held.member.By})
			}
		}
		return add(r, e)
	})
}

type heldDismissal struct {
	newsroom.Dismissal
	member journal.Member
}

func dismissals(fields archive.Fields) (all []heldDismissal) {
	for _, m := range fields.Members(dismissed) {
		held := heldDismissal{member: m}
		if json.Unmarshal(m.Value, &held.Dismissal) == nil {
			all = append(all, held)
		}
	}
	return all
}
