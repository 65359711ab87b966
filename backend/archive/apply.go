package archive

import (
	"context"

	"khabar/backend/journal"
	"khabar/backend/newsroom"
	"khabar/backend/sqlite"
)

// Foreign is an entry that another device made: its member, its exact line and, for a
// weighty entry, the device's key and signature.
type Foreign struct {
	Member   newsroom.MemberID
	Line     []byte
	Key, Sig []byte
}

// Apply takes entries of other devices, in any order and as often as one likes: what is
// here already changes nothing. A line that is no entry is a Damaged error and nothing
// of the call is kept.
func (a *Archive) Apply(ctx context.Context, entries []Foreign) error {
	var told []journal.Subject
	err := a.db.Update(ctx, func(tx *sqlite.Tx) error {
		r := a.recorder(tx)
		var err error
		if r.roster, err = loadRoster(tx, a.root); err != nil {
			return err
		}
		for _, f := range entries {
			if err := r.take(f); err != nil {
				return err
			}
		}
		if err := r.project(); err != nil {
			return err
		}
		told = r.told
		return nil
	})
	if err == nil && len(told) > 0 {
		a.tell(told)
	}
	return err
}

func (r *Recorder) take(f Foreign) error {
	e, err := journal.Decode(f.Line)
	if err != nil {
		return err
	}
	id := journal.ID(f.Member, f.Line)
	if here, err := r.Tx.HasEntry(id); err != nil || here {
		return err
	}
	row := sqlite.Entry{ID: id, Kind: string(e.Kind), Member: f.Member, Subject: string(e.Subject), Time: e.Time, Line: f.Line, Key: f.Key, Sig: f.Sig}
	if e.Kind == journal.Roster {
		if err := r.roster.add(row); err != nil {
			return err
		}
	}
	row.State, row.Reason = r.roster.judge(e, row)
	if e.Member != f.Member {
		row.State, row.Reason = sqlite.Refused, "member"
	}
	r.archive.clock.Saw(e.Time)
	if err := r.apply(e, row); err != nil {
		return err
	}
	if e.Kind == journal.Roster && row.State == sqlite.OK {
		return r.retry()
	}
	return nil
}

// apply appends one entry and notes what must be projected anew.
func (r *Recorder) apply(e journal.Entry, row sqlite.Entry) error {
	if err := r.Tx.AddEntry(row); err != nil {
		return err
	}
	if row.State != sqlite.OK {
		return nil
	}
	if e.Kind == journal.Roster && r.roster != nil {
		if err := r.roster.add(row); err != nil {
			return err
		}
	}
	return r.admit(e, row)
}

// admit brings an applied entry to the tables that grow with it.
func (r *Recorder) admit(e journal.Entry, row sqlite.Entry) error {
	r.touch(e.Subject)
	if e.Kind == journal.Revise && e.Text != nil {
		return r.Tx.PutRevision(revisionRow(e, row.ID))
	}
	return nil
}

// retry judges the parked entries again after the roster has grown.
func (r *Recorder) retry() error {
	rows, err := r.Tx.EntriesIn(sqlite.Parked)
	if err != nil {
		return err
	}
	for _, row := range rows {
		e, err := journal.Decode(row.Line)
		if err != nil {
			return err
		}
		state, reason := r.roster.judge(e, row)
		if state == row.State {
			continue
		}
		if err := r.Tx.SetEntryState(row.ID, state, reason); err != nil {
			return err
		}
		if state != sqlite.OK {
			continue
		}
		if err := r.admit(e, row); err != nil {
			return err
		}
		if e.Kind == journal.Roster {
			return r.retry() // it may have given others their right
		}
	}
	return nil
}

func (r *Recorder) touch(s journal.Subject) {
	if !r.touched[s] {
		r.touched[s] = true
		r.order = append(r.order, s)
	}
}
