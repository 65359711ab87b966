package desk

import (
	"context"
	"time"

	"khabar/backend/archive"
	"khabar/backend/journal"
	"khabar/backend/newsroom"
	"khabar/backend/sqlite"
)

// Edition is an edition as it is opened for work.
type Edition struct {
	newsroom.Edition                       // Text is the working copy where there is one
	Base             []newsroom.RevisionID // the revisions that Text stands on
	Working          bool                  // there are words that are no revision yet
	Kept             time.Time             // when the text was last put on disk
	Changed          bool                  // live, and the text is not the one that readers see
	LiveSlug         string                // of the live or scheduled text
}

// Edition opens edition id; NotFound.
func (d *Desk) Edition(ctx context.Context, id newsroom.EditionID) (Edition, error) {
	var e Edition
	err := d.archive.DB().View(ctx, func(tx *sqlite.Tx) (err error) {
		e, err = openEdition(tx, id)
		return err
	})
	return e, err
}

func openEdition(tx *sqlite.Tx, id newsroom.EditionID) (Edition, error) {
	e, err := openSaved(tx, id)
	if err != nil {
		return e, err
	}
	w, ok, err := tx.WorkingCopy(id)
	if ok && w.Text != e.Text {
		e.Text, e.Base, e.Working, e.Kept = w.Text, w.Base, true, w.Updated
		e.Changed = e.Live.State != newsroom.NotLive
	}
	return e, err
}

// openSaved opens an edition without what is being typed in it.
func openSaved(tx *sqlite.Tx, id newsroom.EditionID) (Edition, error) {
	row, err := tx.Edition(id)
	if err != nil {
		return Edition{}, err
	}
	e := Edition{Edition: row.Edition, Changed: row.Changed, Kept: row.Updated, LiveSlug: row.LiveText.Slug}
	e.Text, e.Heads, e.Unclear, err = archive.View(tx, id)
	e.Base = e.Heads
	return e, err
}

// Resolve settles a conflict: t becomes a revision that builds on base, the heads whose
// common view the person had before her; none = all there are.
func (d *Desk) Resolve(ctx context.Context, id newsroom.EditionID, base []newsroom.RevisionID, t newsroom.Text) error {
	if err := t.Validate(); err != nil {
		return err
	}
	if journal.Marked(t.Body) {
		return newsroom.Errorf(newsroom.Conflict, "edition.marked")
	}
	return d.edition(ctx, id, func(r *archive.Recorder, e sqlite.Edition) error {
		if len(base) == 0 {
			base = e.Heads
		}
		_, err := revise(r, id, t, base)
		return err
	})
}

// Restore makes the text of an earlier revision of the edition the newest. What is being
// typed becomes a revision first, so nothing is lost. A conflict must be settled before.
func (d *Desk) Restore(ctx context.Context, id newsroom.EditionID, revision newsroom.RevisionID) error {
	return d.edition(ctx, id, func(r *archive.Recorder, e sqlite.Edition) error {
		if err := d.saveTyped(r, &e); err != nil {
			return err
		}
		if len(e.Unclear) > 0 {
			return newsroom.Errorf(newsroom.Conflict, "edition.unclear")
		}
		old, err := archive.TextOf(r.Tx, id, revision)
		if err != nil {
			return err
		}
		shown, heads, _, err := archive.View(r.Tx, id)
		if err != nil || old == shown {
			return err
		}
		_, err = revise(r, id, old, heads)
		return err
	})
}

// SaveLeft makes revisions of the working copies that a kill left behind, so that the list
// and search know their words. Words that cannot become a revision stay a working copy:
// the writing table says why when the edition is opened.
func (d *Desk) SaveLeft(ctx context.Context) error {
	var left []newsroom.EditionID
	err := d.archive.DB().View(ctx, func(tx *sqlite.Tx) (err error) {
		left, err = tx.WorkingCopies()
		return err
	})
	for _, id := range left {
		saved := d.edition(ctx, id, func(r *archive.Recorder, e sqlite.Edition) error { return d.saveTyped(r, &e) })
		if newsroom.CodeOf(saved) == newsroom.Storage {
			return saved
		}
	}
	return err
}
