package desk

import (
	"context"
	"time"
	"unicode/utf8"

	"khabar/backend/archive"
	"khabar/backend/journal"
	"khabar/backend/newsroom"
	"khabar/backend/sqlite"
)

// Keep puts the text being typed on disk and returns when. It makes no entry. base names
// the revisions that the text was typed on; none = the heads there are. No rule but the
// size keeps words from the disk: what a headline may not be is said when it is saved.
func (d *Desk) Keep(ctx context.Context, id newsroom.EditionID, base []newsroom.RevisionID, t newsroom.Text) (time.Time, error) {
	if err := keepable(t); err != nil {
		return time.Time{}, err
	}
	now := d.archive.Clock().Now()
	err := d.archive.DB().Update(ctx, func(tx *sqlite.Tx) error {
		row, err := tx.Edition(id)
		if err != nil {
			return err
		}
		if len(base) == 0 {
			base = row.Heads
		}
		links, err := typedLinks(tx, id, t)
		if err != nil {
			return err
		}
		return tx.PutWorkingCopy(sqlite.WorkingCopy{Edition: id, Text: t, Base: base, Links: links, Updated: now})
	})
	return now, err
}

// keepable returns an Invalid error that names the field where t is no text, or larger
// than any text may be.
func keepable(t newsroom.Text) error {
	lines := t.Headline + t.Slug + t.Byline + t.Translator
	if len(lines) > newsroom.MaxBody || !utf8.ValidString(lines) {
		return t.Validate()
	}
	return newsroom.Text{Summary: t.Summary, Body: t.Body}.Validate()
}

// Save makes a revision of t, typed on the revisions base (none = the heads there are),
// and drops the working copy. It returns "" where t says nothing that base does not. While
// base is in conflict the words stay a working copy: making a revision of them would
// settle, or multiply, what nobody has looked at; Resolve makes it.
func (d *Desk) Save(ctx context.Context, id newsroom.EditionID, base []newsroom.RevisionID, t newsroom.Text) (rev newsroom.RevisionID, err error) {
	err = d.edition(ctx, id, func(r *archive.Recorder, e sqlite.Edition) error {
		if len(base) == 0 {
			base = e.Heads
		}
		rev, err = d.save(r, id, base, t)
		return err
	})
	return rev, err
}

func (d *Desk) save(r *archive.Recorder, id newsroom.EditionID, base []newsroom.RevisionID, t newsroom.Text) (newsroom.RevisionID, error) {
	if err := t.Validate(); err != nil {
		return "", err
	}
	if t.Slug == "" && t.Headline != "" {
		var err error
		if t.Slug, err = freeSlug(r.Tx, id, t.Headline); err != nil {
			return "", err
		}
	}
	before, unclear, err := archive.ViewAt(r.Tx, id, base)
	switch {
	case err != nil:
		return "", err
	case t == before:
		return "", settleCopy(r, id, base, t)
	case len(unclear) > 0:
		links, err := typedLinks(r.Tx, id, t)
		if err != nil {
			return "", err
		}
		now := d.archive.Clock().Now()
		return "", r.Tx.PutWorkingCopy(sqlite.WorkingCopy{Edition: id, Text: t, Base: base, Links: links, Updated: now})
	}
	if err := d.renew(r, id); err != nil {
		return "", err
	}
	return revise(r, id, t, base)
}

// revise makes a revision and drops the working copy, whose words are in it.
func revise(r *archive.Recorder, id newsroom.EditionID, t newsroom.Text, parents []newsroom.RevisionID) (newsroom.RevisionID, error) {
	if err := carry(r, id, parents, t); err != nil {
		return "", err
	}
	rev, err := r.Add(journal.Entry{Kind: journal.Revise, Subject: journal.EditionSubject(id), Text: &t, Parents: parents})
	if err != nil {
		return "", err
	}
	return rev, r.Tx.DropWorkingCopy(id)
}

// settleCopy drops a working copy whose text is a revision already; what it says of its
// blocks is recorded.
func settleCopy(r *archive.Recorder, id newsroom.EditionID, base []newsroom.RevisionID, t newsroom.Text) error {
	if err := carry(r, id, base, t); err != nil {
		return err
	}
	return r.Tx.DropWorkingCopy(id)
}

// saveTyped makes a revision of the working copy, if there is one, joins heads that merge
// without conflict, and reads e anew.
func (d *Desk) saveTyped(r *archive.Recorder, e *sqlite.Edition) error {
	w, ok, err := r.Tx.WorkingCopy(e.ID)
	if err != nil {
		return err
	}
	if ok {
		if _, err := d.save(r, e.ID, w.Base, w.Text); err != nil {
			return err
		}
		if err := r.Project(); err != nil {
			return err
		}
	}
	if err := join(r, e.ID); err != nil {
		return err
	}
	*e, err = r.Tx.Edition(e.ID)
	return err
}

// join makes one head of several that merge without conflict. A person acts on their
// common view when this runs, so it is not a machine's merge.
func join(r *archive.Recorder, id newsroom.EditionID) error {
	text, heads, unclear, err := archive.View(r.Tx, id)
	if err != nil || len(heads) < 2 || len(unclear) > 0 {
		return err
	}
	if _, err := revise(r, id, text, heads); err != nil {
		return err
	}
	return r.Project()
}
