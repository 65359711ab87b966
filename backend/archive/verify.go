package archive

import (
	"context"
	"crypto/ed25519"
	"maps"
	"slices"

	"khabar/backend/journal"
	"khabar/backend/newsroom"
	"khabar/backend/sqlite"
)

// Report says what Verify looked at and what it found wrong.
type Report struct {
	Entries, Segments int
	Unsealed          int
	Parked, Refused   int
	Faults            []error // nothing = all is well
}

// Verify checks the file itself, every entry's id and signature, every segment's
// signature and place in its chain, and that tables made again from the entries equal
// the ones in use. It changes nothing. A fault is listed, not returned; the error is
// for what kept it from looking.
func (a *Archive) Verify(ctx context.Context) (Report, error) {
	var r Report
	if err := a.db.Check(ctx); err != nil {
		if newsroom.CodeOf(err) != newsroom.Damaged {
			return r, err
		}
		r.Faults = append(r.Faults, err)
	}
	err := a.db.Try(ctx, func(tx *sqlite.Tx) error {
		if err := r.entries(tx); err != nil {
			return err
		}
		if err := r.segments(tx, a.newsroomID()); err != nil {
			return err
		}
		return r.tables(tx)
	})
	return r, err
}

func (r *Report) fault(message string, args ...any) {
	r.Faults = append(r.Faults, newsroom.Errorf(newsroom.Damaged, message, args...))
}

func (r *Report) entries(tx *sqlite.Tx) error {
	return tx.EachEntry(func(row sqlite.Entry) error {
		r.Entries++
		switch row.State {
		case sqlite.Parked:
			r.Parked++
		case sqlite.Refused:
			r.Refused++
		}
		e, err := journal.Decode(row.Line)
		if err != nil || journal.ID(row.Member, row.Line) != row.ID {
			r.fault("verify.entry", "id", string(row.ID))
			return nil
		}
		if e.Kind.Weighty() && row.State == sqlite.OK && !journal.EntrySigned(row.ID, row.Key, row.Sig) {
			r.fault("verify.signature", "id", string(row.ID))
		}
		return nil
	})
}

func (r *Report) segments(tx *sqlite.Tx, room [16]byte) error {
	rows, err := tx.Segments()
	if err != nil {
		return err
	}
	var prev *journal.Segment
	sealed := 0
	for _, row := range rows {
		lines, err := tx.SegmentLines(row.Log, row.Seq)
		if err != nil {
			return err
		}
		r.Segments++
		sealed += len(lines)
		if len(row.Log) != 16 || len(row.Prev) != len(journal.Hash{}) {
			r.fault("segment.chain", "number", row.Seq)
			continue
		}
		s := journal.Segment{
			Header: journal.Header{Newsroom: room, Log: [16]byte(row.Log), Seq: row.Seq, Prev: journal.Hash(row.Prev)},
			Key:    ed25519.PublicKey(row.Key), Lines: lines, Signature: row.Signature,
		}
		if prev != nil && prev.Log != s.Log {
			prev = nil
		}
		if err := s.Verify(prev); err != nil {
			r.Faults = append(r.Faults, err)
		}
		prev = &s
	}
	r.Unsealed = r.Entries - sealed
	return nil
}

func (r *Report) tables(tx *sqlite.Tx) error {
	before, err := tx.ProjectionDigests()
	if err != nil {
		return err
	}
	switch err := rebuild(tx); {
	case newsroom.CodeOf(err) == newsroom.Damaged:
		r.Faults = append(r.Faults, err)
		return nil
	case err != nil:
		return err
	}
	after, err := tx.ProjectionDigests()
	if err != nil {
		return err
	}
	for _, table := range slices.Sorted(maps.Keys(before)) {
		if before[table] != after[table] {
			r.fault("verify.table", "table", table)
		}
	}
	return nil
}

// Rebuild makes all tables again from the entries.
func (a *Archive) Rebuild(ctx context.Context) error {
	return a.db.Update(ctx, rebuild)
}

func rebuild(tx *sqlite.Tx) error {
	if err := tx.ClearProjection(); err != nil {
		return err
	}
	err := tx.EachEntry(func(row sqlite.Entry) error {
		if row.Kind != string(journal.Revise) || row.State != sqlite.OK {
			return nil
		}
		e, err := journal.Decode(row.Line)
		if err != nil || e.Text == nil {
			return err
		}
		return tx.PutRevision(revisionRow(e, row.ID))
	})
	if err != nil {
		return err
	}
	subjects, err := tx.Subjects()
	if err != nil {
		return err
	}
	for _, s := range subjects {
		if err := projectSubject(tx, journal.Subject(s)); err != nil {
			return err
		}
	}
	return rebuildMembers(tx)
}

// rebuildMembers projects the founder, whose entry's subject is the newsroom.
func rebuildMembers(tx *sqlite.Tx) error {
	founding, err := decoded(tx, journal.TheNewsroom, journal.Set)
	if err != nil {
		return err
	}
	for _, e := range founding {
		if e.Person != nil {
			if err := projectSubject(tx, journal.MemberSubject(e.Person.ID)); err != nil {
				return err
			}
		}
	}
	return nil
}
