package desk

import (
	"context"
	"slices"

	"khabar/backend/archive"
	"khabar/backend/journal"
	"khabar/backend/newsroom"
	"khabar/backend/sqlite"
)

// Past is a revision in an edition's history.
type Past struct {
	sqlite.Revision
	Name                 string // of the member who made it
	Head, Live, Approved bool
}

// Revisions returns the history of an edition, the newest first.
func (d *Desk) Revisions(ctx context.Context, id newsroom.EditionID) ([]Past, error) {
	var all []Past
	err := d.archive.DB().View(ctx, func(tx *sqlite.Tx) error {
		e, err := tx.Edition(id)
		if err != nil {
			return err
		}
		members, err := tx.Members()
		if err != nil {
			return err
		}
		revisions, err := tx.Revisions(id)
		for _, r := range slices.Backward(revisions) {
			p := Past{
				Revision: r, Head: slices.Contains(e.Heads, r.ID), Live: e.Live.Revision == r.ID,
				Approved: e.Work.State == newsroom.Approved && e.Work.Revision == r.ID,
			}
			if i := slices.IndexFunc(members, func(m newsroom.Member) bool { return m.ID == r.Member }); i >= 0 {
				p.Name = members[i].Name
			}
			all = append(all, p)
		}
		return err
	})
	return all, err
}

// Revision returns the text of a revision; NotFound.
func (d *Desk) Revision(ctx context.Context, id newsroom.RevisionID) (t newsroom.Text, err error) {
	err = d.archive.DB().View(ctx, func(tx *sqlite.Tx) error {
		rev, ok, err := tx.Revision(id)
		if err == nil && !ok {
			err = newsroom.Errorf(newsroom.NotFound, "notFound.revision", "id", string(id))
		}
		if err != nil {
			return err
		}
		t, err = archive.TextOf(tx, rev.Edition, id)
		return err
	})
	return t, err
}

// Compare compares two revisions word by word.
func (d *Desk) Compare(ctx context.Context, older, newer newsroom.RevisionID) ([]journal.Compared, error) {
	a, err := d.Revision(ctx, older)
	if err != nil {
		return nil, err
	}
	b, err := d.Revision(ctx, newer)
	return journal.Compare(a, b), err
}
