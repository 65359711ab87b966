package desk

import (
	"context"
	"strings"

	"khabar/backend/archive"
	"khabar/backend/journal"
	"khabar/backend/newsroom"
	"khabar/backend/sqlite"
)

// Submit puts an edition before the desk, what is being typed included.
func (d *Desk) Submit(ctx context.Context, id newsroom.EditionID) error {
	return d.edition(ctx, id, func(r *archive.Recorder, e sqlite.Edition) error {
		if err := d.saveTyped(r, &e); err != nil {
			return err
		}
		if strings.TrimSpace(e.Text.Headline) == "" {
			return newsroom.Errorf(newsroom.Conflict, "edition.noHeadline")
		}
		if err := settled(e); err != nil {
			return err
		}
		if err := linkSettled(r, e); err != nil {
			return err
		}
		if err := letGo(r, id); err != nil {
			return err
		}
		return work(r, e, newsroom.Submitted, journal.Entry{Kind: journal.Submit, Revision: e.Heads[0]})
	})
}

// Return gives an edition back to its writer with a note.
func (d *Desk) Return(ctx context.Context, id newsroom.EditionID, note string) error {
	if strings.TrimSpace(note) == "" {
		return newsroom.Errorf(newsroom.Invalid, "edition.noNote")
	}
	return d.edition(ctx, id, func(r *archive.Recorder, e sqlite.Edition) error {
		return work(r, e, newsroom.Returned, journal.Entry{Kind: journal.Return, Revision: e.Heads[0], Note: note})
	})
}

// Approve approves one exact revision, which must be the newest text: a Conflict error
// says that the text has changed since, what it lacks, or which check of the newsroom keeps
// it back.
func (d *Desk) Approve(ctx context.Context, id newsroom.EditionID, revision newsroom.RevisionID) error {
	if err := d.may(ctx, newsroom.Judge); err != nil {
		return err
	}
	findings, err := d.found(ctx, id)
	if err != nil {
		return err
	}
	if len(findings) > 0 {
		return newsroom.Errorf(newsroom.Conflict, "review.checks", "count", len(findings))
	}
	return d.edition(ctx, id, func(r *archive.Recorder, e sqlite.Edition) error {
		return approve(r, e, revision)
	})
}

func approve(r *archive.Recorder, e sqlite.Edition, revision newsroom.RevisionID) error {
	if err := settled(e); err != nil {
		return err
	}
	if err := notRemoved(r, e.ID); err != nil {
		return err
	}
	w, typed, err := r.Tx.WorkingCopy(e.ID)
	if err != nil {
		return err
	}
	t, err := archive.TextOf(r.Tx, e.ID, e.Heads[0])
	if err != nil {
		return err
	}
	if revision != e.Heads[0] || typed && w.Text != t {
		return newsroom.Errorf(newsroom.Conflict, "edition.changedSince")
	}
	if err := publishable(r.Tx, e.ID, t); err != nil {
		return err
	}
	if err := unblocked(r, e, t); err != nil {
		return err
	}
	return work(r, e, newsroom.Approved, journal.Entry{Kind: journal.Approve, Revision: revision, Digest: journal.Digest(t)})
}

// notRemoved returns a Conflict error where the story is in the bin.
func notRemoved(r *archive.Recorder, id newsroom.EditionID) error {
	s, err := r.Tx.Story(id.Story())
	if err == nil && s.Removed {
		err = newsroom.Errorf(newsroom.Conflict, "story.removed")
	}
	return err
}

// settled returns a Conflict error where two devices disagree about the text.
func settled(e sqlite.Edition) error {
	if len(e.Heads) != 1 {
		return newsroom.Errorf(newsroom.Conflict, "edition.unclear")
	}
	return nil
}

// publishable returns a Conflict error that names what t lacks to be read by anybody.
func publishable(tx *sqlite.Tx, id newsroom.EditionID, t newsroom.Text) error {
	switch {
	case strings.TrimSpace(t.Headline) == "":
		return newsroom.Errorf(newsroom.Conflict, "edition.noHeadline")
	case strings.TrimSpace(t.Body) == "":
		return newsroom.Errorf(newsroom.Conflict, "edition.noBody")
	case journal.Marked(t.Body):
		return newsroom.Errorf(newsroom.Conflict, "edition.marked")
	}
	return slugFit(tx, id, t.Slug)
}

// work makes an act that moves the work state.
func work(r *archive.Recorder, e sqlite.Edition, to newsroom.WorkState, entry journal.Entry) error {
	if !e.Work.State.MayMove(to) {
		return newsroom.Errorf(newsroom.Conflict, "work."+string(to), "state", string(e.Work.State))
	}
	return act(r, e.ID, entry)
}

func act(r *archive.Recorder, id newsroom.EditionID, entry journal.Entry) error {
	acts, err := archive.ActsOf(r.Tx, id)
	if err != nil {
		return err
	}
	entry.Subject = journal.EditionSubject(id)
	entry.Parents = acts.Open(entry.Kind)
	_, err = r.Add(entry)
	return err
}
