package desk

import (
	"context"
	"strings"
	"time"

	"khabar/backend/archive"
	"khabar/backend/journal"
	"khabar/backend/newsroom"
	"khabar/backend/sqlite"
)

// Publish makes the approved revision of an edition live from a time; the zero time
// is now. Nothing goes live before the end of its story's embargo: a Conflict error.
func (d *Desk) Publish(ctx context.Context, id newsroom.EditionID, from time.Time) error {
	return d.edition(ctx, id, func(r *archive.Recorder, e sqlite.Edition) error {
		now := d.archive.Clock().Now()
		if from.IsZero() {
			from = now
		}
		to := newsroom.IsLive
		if from.After(now) {
			to = newsroom.Scheduled
		}
		return publish(r, e, to, now, journal.Entry{From: from.UnixMilli()})
	})
}

// Schedule makes the approved revision live from a time to come, or moves a schedule there.
// Where readers see a text, that stays until the approved one replaces it as a correction,
// with this notice. Invalid where the time has passed; Conflict as for Publish and Correct.
func (d *Desk) Schedule(ctx context.Context, id newsroom.EditionID, at time.Time, notice string) error {
	return d.edition(ctx, id, func(r *archive.Recorder, e sqlite.Edition) error {
		now := d.archive.Clock().Now()
		if !at.After(now) {
			return newsroom.Errorf(newsroom.Invalid, "live.past")
		}
		entry, to := journal.Entry{From: at.UnixMilli()}, newsroom.Scheduled
		if e.Live.At(now).Shown() {
			if e.Work.Revision == e.Live.Revision {
				return newsroom.Errorf(newsroom.Conflict, "live.nothingNew")
			}
			entry.Note, to = strings.TrimSpace(notice), newsroom.Corrected
		}
		return publish(r, e, to, now, entry)
	})
}

// Unschedule takes a schedule back: what readers see, or do not, stays as it is. Conflict
// where nothing of the edition is scheduled, or its time has come.
func (d *Desk) Unschedule(ctx context.Context, id newsroom.EditionID) error {
	return d.edition(ctx, id, func(r *archive.Recorder, e sqlite.Edition) error {
		if e.Live.Next != nil {
			return unscheduleNext(r, e)
		}
		if e.Live.At(d.archive.Clock().Now()) != newsroom.Scheduled {
			return newsroom.Errorf(newsroom.Conflict, "live.notScheduled")
		}
		return act(r, e.ID, journal.Entry{Kind: journal.Withdraw, Revision: e.Live.Revision})
	})
}

// unscheduleNext takes a scheduled correction back.
func unscheduleNext(r *archive.Recorder, e sqlite.Edition) error {
	return act(r, e.ID, journal.Entry{Kind: journal.Withdraw, Revision: e.Live.Next.Revision})
}

// Correct replaces the live text by the approved revision. notice, which may be empty
// for a change that no reader need know of, stands on the page.
func (d *Desk) Correct(ctx context.Context, id newsroom.EditionID, notice string) error {
	return d.edition(ctx, id, func(r *archive.Recorder, e sqlite.Edition) error {
		now := d.archive.Clock().Now()
		if e.Work.Revision == e.Live.Revision {
			return newsroom.Errorf(newsroom.Conflict, "live.nothingNew")
		}
		return publish(r, e, newsroom.Corrected, now, journal.Entry{From: now.UnixMilli(), Note: strings.TrimSpace(notice)})
	})
}

func publish(r *archive.Recorder, e sqlite.Edition, to newsroom.LiveState, now time.Time, entry journal.Entry) error {
	if state := e.Live.At(now); !state.MayMove(to) {
		return newsroom.Errorf(newsroom.Conflict, "live."+string(to), "state", string(state))
	}
	if err := notRemoved(r, e.ID); err != nil {
		return err
	}
	if err := notEmbargoed(r, e.ID, time.UnixMilli(entry.From)); err != nil {
		return err
	}
	if e.Work.State != newsroom.Approved {
		return newsroom.Errorf(newsroom.Conflict, "live.notApproved")
	}
	t, err := archive.TextOf(r.Tx, e.ID, e.Work.Revision)
	if err != nil {
		return err
	}
	if err := publishable(r.Tx, e.ID, t); err != nil {
		return err
	}
	entry.Kind, entry.Revision, entry.Digest = journal.Publish, e.Work.Revision, journal.Digest(t)
	return act(r, e.ID, entry)
}

// Withdraw takes the live text from the readers; the page becomes the notice.
func (d *Desk) Withdraw(ctx context.Context, id newsroom.EditionID, notice string) error {
	return d.edition(ctx, id, func(r *archive.Recorder, e sqlite.Edition) error {
		if state := e.Live.At(d.archive.Clock().Now()); !state.MayMove(newsroom.Withdrawn) {
			return newsroom.Errorf(newsroom.Conflict, "live.withdrawn", "state", string(state))
		}
		return act(r, e.ID, journal.Entry{Kind: journal.Withdraw, Revision: e.Live.Revision, Note: strings.TrimSpace(notice)})
	})
}
