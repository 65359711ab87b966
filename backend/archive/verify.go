package archive

import (
	"bytes"
	"context"
	"maps"
	"slices"

	"khabar/backend/journal"
	"khabar/backend/markdown"
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

// Verify checks the file itself; of every entry its id, its row, who vouches for it and what
// became of it; every segment's hash, signature and place in its log; and that tables made
// again from the entries equal the ones in use. It changes nothing. A fault is listed, not
// returned; the error is for what kept it from looking.
func (a *Archive) Verify(ctx context.Context) (Report, error) {
	var r Report
	if err := a.db.Check(ctx); err != nil {
		if newsroom.CodeOf(err) != newsroom.Damaged {
			return r, err
		}
		r.Faults = append(r.Faults, err)
	}
	err := a.db.Try(ctx, func(tx *sqlite.Tx) error {
		if err := r.entries(tx, a.root); err != nil {
			return err
		}
		if err := r.segments(tx, a); err != nil {
			return err
		}
		return r.tables(tx)
	})
	return r, err
}

func (r *Report) fault(message string, args ...any) {
	r.Faults = append(r.Faults, newsroom.Errorf(newsroom.Damaged, message, args...))
}

func (r *Report) entries(tx *sqlite.Tx, root newsroom.EntryID) error {
	people, err := loadRoster(tx, root)
	if newsroom.CodeOf(err) == newsroom.Damaged {
		r.Faults = append(r.Faults, err)
		return nil
	}
	if err != nil {
		return err
	}
	misjudged := false
	err = tx.EachEntry(func(row sqlite.Entry) error {
		r.count(row.State)
		e, err := journal.Decode(row.Line)
		if err != nil || !sameRow(rowOf(e, row.Line), row) {
			r.fault("verify.entry", "id", string(row.ID))
			return nil
		}
		if row.State == sqlite.OK && e.Kind.Weighty() && !people.signed(row) {
			r.fault("verify.signature", "id", string(row.ID))
			return nil
		}
		state, reason := people.judge(e, row)
		misjudged = misjudged || state != row.State || reason != row.Reason
		return nil
	})
	if misjudged {
		r.fault("verify.table", "table", "entry")
	}
	return err
}

func (r *Report) count(state string) {
	r.Entries++
	switch state {
	case sqlite.Parked:
		r.Parked++
	case sqlite.Refused:
		r.Refused++
	}
}

// sameRow compares what a row repeats of its line.
func sameRow(a, b sqlite.Entry) bool {
	return a.ID == b.ID && a.Kind == b.Kind && a.Member == b.Member && a.Subject == b.Subject && a.Time == b.Time
}

func (r *Report) segments(tx *sqlite.Tx, a *Archive) error {
	rows, err := tx.Segments()
	if err != nil {
		return err
	}
	headers := map[journal.Hash]journal.Header{}
	for _, row := range rows {
		r.Segments++
		entries, err := tx.SegmentEntries(row.Hash)
		if err != nil {
			return err
		}
		h, err := journal.ParseHeader(row.Header)
		if err != nil {
			r.Faults = append(r.Faults, err)
			continue
		}
		s := journal.Segment{Header: h, Entries: sealed(entries), Key: row.Key, Signature: row.Signature}
		sum := s.Hash()
		if !bytes.Equal(sum[:], row.Hash) || !bytes.Equal(h.Log[:], row.Log) || h.Seq != row.Seq {
			r.fault("segment.signature", "number", row.Seq)
		} else if err := s.Verify(); err != nil {
			r.Faults = append(r.Faults, err)
		}
		headers[sum] = h
		r.chain(h, headers, a)
	}
	dangling, err := tx.Dangling()
	for _, id := range dangling {
		r.fault("verify.entry", "id", string(id))
	}
	if err == nil {
		r.Unsealed, err = tx.CountUnsealed()
	}
	return err
}

// chain checks the place of a segment. Segments come in the order of their numbers, so the
// one before is here already, unless it is of another device and has not arrived.
func (r *Report) chain(h journal.Header, headers map[journal.Hash]journal.Header, a *Archive) {
	prev, here := headers[h.Prev]
	missing := !here && h.Log == a.log && h.Seq > 1
	if h.Newsroom != a.newsroomID() || here && !h.Follows(prev) || missing {
		r.fault("segment.chain", "number", h.Seq)
	}
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

// Rebuild judges all entries again and makes all tables again from them.
func (a *Archive) Rebuild(ctx context.Context) error {
	return a.db.Update(ctx, func(tx *sqlite.Tx) error {
		if err := judgeAll(tx, a.root); err != nil {
			return err
		}
		return rebuild(tx)
	})
}

func judgeAll(tx *sqlite.Tx, root newsroom.EntryID) error {
	people, err := loadRoster(tx, root)
	if err != nil {
		return err
	}
	type verdict struct{ state, reason string }
	changed := map[newsroom.EntryID]verdict{}
	err = tx.EachEntry(func(row sqlite.Entry) error {
		e, err := journal.Decode(row.Line)
		if err != nil {
			return err
		}
		if state, reason := people.judge(e, row); state != row.State || reason != row.Reason {
			changed[row.ID] = verdict{state, reason}
		}
		return nil
	})
	for id, v := range changed {
		if err == nil {
			err = tx.SetEntryState(id, v.state, v.reason)
		}
	}
	return err
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
		return tx.PutRevision(revisionRow(e, row.ID, markdown.Words(markdown.Plain(e.Text.Body))))
	})
	if err != nil {
		return err
	}
	subjects, err := tx.Subjects()
	if err != nil {
		return err
	}
	p := newProjection(tx, newMemory())
	for _, s := range subjects {
		if err := p.subject(journal.Subject(s)); err != nil {
			return err
		}
	}
	translations, err := tx.Translations()
	if err != nil {
		return err
	}
	for _, id := range translations {
		if _, err := p.count(id, map[newsroom.EditionID]*SourceText{}); err != nil {
			return err
		}
	}
	return p.founder()
}

// founder projects the first member, whose entry's subject is the newsroom.
func (p *projection) founder() error {
	founding, err := decoded(p.tx, journal.TheNewsroom, journal.Set)
	if err != nil {
		return err
	}
	for _, e := range founding {
		if e.Person != nil {
			if err := p.subject(journal.MemberSubject(e.Person.ID)); err != nil {
				return err
			}
		}
	}
	return nil
}
