package desk

import (
	"context"
	"time"

	"khabar/backend/archive"
	"khabar/backend/journal"
	"khabar/backend/newsroom"
	"khabar/backend/sqlite"
)

// SetEmbargo keeps everything of a story from going live before until; the zero time lifts
// the embargo. Editions that are scheduled earlier are moved to its end: moved says which.
// Errors: Invalid where until has passed; Conflict where readers see an edition of the story
// already; Forbidden to those who may not publish.
func (d *Desk) SetEmbargo(ctx context.Context, id newsroom.StoryID, until time.Time) (moved []newsroom.EditionID, err error) {
	now := d.archive.Clock().Now()
	if !until.IsZero() && !until.After(now) {
		return nil, newsroom.Errorf(newsroom.Invalid, "live.past")
	}
	err = d.archive.Record(ctx, func(r *archive.Recorder) error {
		if _, err := r.Tx.Story(id); err != nil {
			return err
		}
		editions, err := r.Tx.EditionsOf(id)
		if err != nil {
			return err
		}
		var ms int64
		if !until.IsZero() {
			ms = until.UnixMilli()
		}
		if err := set(r, journal.StorySubject(id), write{archive.EmbargoField, ms}); err != nil || ms == 0 {
			return err
		}
		for _, e := range editions {
			switch state := e.Live.At(now); {
			case state.Shown():
				return newsroom.Errorf(newsroom.Conflict, "embargo.live", "language", e.ID.Lang().NativeName())
			case state == newsroom.Scheduled && e.Live.Published.Before(until):
				if err := move(r, e, until); err != nil {
					return err
				}
				moved = append(moved, e.ID)
			}
		}
		return nil
	})
	return moved, err
}

// move gives a scheduled edition another time; the revision stays the one it is.
func move(r *archive.Recorder, e sqlite.Edition, to time.Time) error {
	t, err := archive.TextOf(r.Tx, e.ID, e.Live.Revision)
	if err != nil {
		return err
	}
	return act(r, e.ID, journal.Entry{
		Kind: journal.Publish, Revision: e.Live.Revision, Digest: journal.Digest(t), From: to.UnixMilli(), Note: e.Live.Notice,
	})
}

// notEmbargoed returns a Conflict error where nothing of the story may go live at time at.
func notEmbargoed(r *archive.Recorder, id newsroom.EditionID, at time.Time) error {
	s, err := r.Tx.Story(id.Story())
	if err == nil && s.Embargoed(at) {
		err = newsroom.Errorf(newsroom.Conflict, "live.embargoed")
	}
	return err
}
