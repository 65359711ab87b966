package desk

import (
	"context"
	"slices"
	"time"

	"khabar/backend/archive"
	"khabar/backend/journal"
	"khabar/backend/newsroom"
	"khabar/backend/sqlite"
)

// Edition is an edition as it is opened for work.
type Edition struct {
	newsroom.Edition           // Text is the working copy where there is one
	Working          bool      // there are words that are no revision yet
	Kept             time.Time // when the text was last put on disk
	Changed          bool      // live, and the text is not the one that readers see
}

// Edition opens edition id; NotFound.
func (d *Desk) Edition(ctx context.Context, id newsroom.EditionID) (Edition, error) {
	var e Edition
	err := d.archive.DB().View(ctx, func(tx *sqlite.Tx) error {
		row, err := tx.Edition(id)
		if err != nil {
			return err
		}
		e = Edition{Edition: row.Edition, Changed: row.Changed, Kept: row.Updated}
		if e.Text, e.Heads, e.Unclear, err = archive.View(tx, id); err != nil {
			return err
		}
		w, ok, err := tx.WorkingCopy(id)
		if ok && w.Text != e.Text {
			e.Text, e.Working, e.Kept, e.Changed = w.Text, true, w.Updated, e.Live.State != newsroom.NotLive
		}
		return err
	})
	return e, err
}

// Keep puts the text being typed on disk and returns when. It makes no entry.
func (d *Desk) Keep(ctx context.Context, id newsroom.EditionID, t newsroom.Text) (time.Time, error) {
	if err := t.Validate(); err != nil {
		return time.Time{}, err
	}
	now := d.archive.Clock().Now()
	err := d.archive.DB().Update(ctx, func(tx *sqlite.Tx) error {
		row, err := tx.Edition(id)
		if err != nil {
			return err
		}
		w, ok, err := tx.WorkingCopy(id)
		if err != nil {
			return err
		}
		if !ok {
			w = sqlite.WorkingCopy{Edition: id, Base: row.Heads}
		}
		w.Text, w.Updated = t, now
		return tx.PutWorkingCopy(w)
	})
	return now, err
}

// Save makes a revision of t where it says anything that the newest does not, and drops
// the working copy. Its parents are the heads that the text was typed on.
func (d *Desk) Save(ctx context.Context, id newsroom.EditionID, t newsroom.Text) error {
	return d.edition(ctx, id, func(r *archive.Recorder, e sqlite.Edition) error {
		_, err := d.save(r, e, t)
		return err
	})
}

func (d *Desk) save(r *archive.Recorder, e sqlite.Edition, t newsroom.Text) (newsroom.RevisionID, error) {
	if err := t.Validate(); err != nil {
		return "", err
	}
	if t.Slug == "" && t.Headline != "" {
		var err error
		if t.Slug, err = freeSlug(r.Tx, e.ID, t.Headline); err != nil {
			return "", err
		}
	}
	shown, heads, _, err := archive.View(r.Tx, e.ID)
	if err != nil {
		return "", err
	}
	w, typed, err := r.Tx.WorkingCopy(e.ID)
	if err != nil {
		return "", err
	}
	if t == shown && (!typed || slices.Equal(w.Base, heads)) {
		return "", r.Tx.DropWorkingCopy(e.ID)
	}
	parents := heads
	if typed {
		parents = w.Base
	}
	if parents, err = clear(r.Tx, parents, e.ID); err != nil {
		return "", err
	}
	return revise(r, e.ID, t, parents)
}

func revise(r *archive.Recorder, id newsroom.EditionID, t newsroom.Text, parents []newsroom.RevisionID) (newsroom.RevisionID, error) {
	rev, err := r.Add(journal.Entry{Kind: journal.Revise, Subject: journal.EditionSubject(id), Text: &t, Parents: parents})
	if err != nil {
		return "", err
	}
	return rev, r.Tx.DropWorkingCopy(id)
}

// clear returns those of heads that merge without conflict: a save that named the
// others would settle a conflict that nobody has looked at.
func clear(tx *sqlite.Tx, heads []newsroom.RevisionID, id newsroom.EditionID) ([]newsroom.RevisionID, error) {
	if len(heads) < 2 {
		return heads, nil
	}
	revisions, err := tx.Revisions(id)
	if err != nil {
		return nil, err
	}
	nodes := make([]journal.Node, len(revisions))
	for i, r := range revisions {
		nodes[i] = journal.Node{ID: r.ID, Parents: r.Parents, Time: r.Stamp}
	}
	var texts = map[newsroom.RevisionID]newsroom.Text{}
	for _, h := range append(slices.Clone(heads), journal.Ancestors(nodes, heads)...) {
		if texts[h], err = archive.Text(tx, h); err != nil {
			return nil, err
		}
	}
	kept := heads[:1:1]
	for _, h := range heads[1:] {
		text := func(id newsroom.RevisionID) newsroom.Text { return texts[id] }
		if _, unclear := journal.View(nodes, append(slices.Clone(kept), h), text); len(unclear) == 0 {
			kept = append(kept, h)
		}
	}
	return kept, nil
}

// Resolve settles a conflict: t becomes a revision that builds on every head.
func (d *Desk) Resolve(ctx context.Context, id newsroom.EditionID, t newsroom.Text) error {
	if err := t.Validate(); err != nil {
		return err
	}
	if journal.Marked(t.Body) {
		return newsroom.Errorf(newsroom.Conflict, "edition.marked")
	}
	return d.edition(ctx, id, func(r *archive.Recorder, e sqlite.Edition) error {
		_, err := revise(r, id, t, e.Heads)
		return err
	})
}

// Restore makes the text of an earlier revision the newest. What is being typed becomes
// a revision first, so nothing is lost.
func (d *Desk) Restore(ctx context.Context, id newsroom.EditionID, revision newsroom.RevisionID) error {
	return d.edition(ctx, id, func(r *archive.Recorder, e sqlite.Edition) error {
		if err := d.saveTyped(r, &e); err != nil {
			return err
		}
		old, err := archive.Text(r.Tx, revision)
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

// saveTyped makes a revision of the working copy, if there is one, and reads e anew.
func (d *Desk) saveTyped(r *archive.Recorder, e *sqlite.Edition) error {
	w, ok, err := r.Tx.WorkingCopy(e.ID)
	if err != nil || !ok {
		return err
	}
	if _, err := d.save(r, *e, w.Text); err != nil {
		return err
	}
	if err := r.Project(); err != nil {
		return err
	}
	*e, err = r.Tx.Edition(e.ID)
	return err
}
