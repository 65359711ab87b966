package archive

import (
	"bytes"
	"context"
	"crypto/ed25519"
	"slices"

	"khabar/backend/journal"
	"khabar/backend/newsroom"
	"khabar/backend/sqlite"
)

// Foreign is an entry that another device made: an entry of a segment, and the key with
// which that segment was verified.
type Foreign struct {
	journal.Sealed
	Device ed25519.PublicKey
}

// Apply takes entries of other devices, in any order and as often as one likes: what is
// here already changes nothing.
//
// What proves nothing, a line that is no entry or one without its signature, is damage on
// the way and is not kept, so that the genuine one can still come; rejected says which, as
// Damaged errors. The rest goes in all the same.
func (a *Archive) Apply(ctx context.Context, entries []Foreign) (rejected []error, err error) {
	err = a.transact(ctx, func(r *Recorder) error {
		for _, f := range entries {
			damage, err := r.take(f)
			if err != nil {
				return err
			}
			if damage != nil {
				rejected = append(rejected, damage)
			}
		}
		return nil
	})
	return rejected, err
}

func (r *Recorder) take(f Foreign) (damage, err error) {
	e, damage := journal.Decode(f.Line)
	if damage != nil {
		return damage, nil
	}
	row := rowOf(e, f.Line)
	row.Proof = sqlite.Proof{Device: f.Device, Key: f.Key, Sig: f.Sig}
	if !proves(e.Kind, row.ID, row.Proof) {
		return newsroom.Errorf(newsroom.Damaged, "verify.signature", "id", string(row.ID)), nil
	}
	here, known, err := r.Tx.FindEntry(row.ID)
	switch {
	case err != nil || here.State == sqlite.OK:
		return nil, err
	case known:
		return nil, r.proveAgain(e, here, row.Proof)
	}
	if err := r.roster.add(row); err != nil {
		return nil, err
	}
	row.State, row.Reason = r.roster.judge(e, row)
	r.archive.clock.Saw(e.Time)
	if err := r.apply(e, row); err != nil {
		return nil, err
	}
	if e.Kind == journal.Roster && row.State == sqlite.OK {
		return nil, r.retry()
	}
	return nil, nil
}

// proves reports whether p can prove that anybody made the entry: a weighty one by its own
// signature, another by the segment that it came in. Whose the key is, the roster says.
func proves(k journal.Kind, id newsroom.EntryID, p sqlite.Proof) bool {
	if k.Weighty() {
		return journal.EntrySigned(id, p.Key, p.Sig)
	}
	return len(p.Device) == ed25519.PublicKeySize
}

// proveAgain judges an entry that stands aside once more, now that it came under another
// key: somebody may have sent it in his own name first.
func (r *Recorder) proveAgain(e journal.Entry, row sqlite.Entry, p sqlite.Proof) error {
	same := func(o sqlite.Proof) bool {
		return bytes.Equal(o.Device, p.Device) && bytes.Equal(o.Key, p.Key) && bytes.Equal(o.Sig, p.Sig)
	}
	if same(row.Proof) || slices.ContainsFunc(r.roster.proofs[row.ID], same) {
		return nil
	}
	if err := r.Tx.AddProof(row, p); err != nil {
		return err
	}
	r.roster.prove(row.ID, p)
	applied, err := r.rejudge(e, row)
	if err == nil && applied && e.Kind == journal.Roster {
		err = r.retry()
	}
	return err
}

// apply appends one entry and notes what must be projected anew.
func (r *Recorder) apply(e journal.Entry, row sqlite.Entry) error {
	if err := r.Tx.AddEntry(row); err != nil || row.State != sqlite.OK {
		return err
	}
	if err := r.roster.add(row); err != nil {
		return err
	}
	return r.admit(e, row)
}

// admit brings an applied entry to the tables that grow with it.
func (r *Recorder) admit(e journal.Entry, row sqlite.Entry) error {
	r.touch(e.Subject)
	r.projection.turned(e)
	if e.Kind != journal.Revise {
		return nil
	}
	_, name := e.Subject.Split()
	id := newsroom.EditionID(name)
	r.projection.know(row.ID, id, *e.Text)
	return r.Tx.PutRevision(revisionRow(e, row.ID, r.projection.readings.of(id.Lang(), *e.Text).words))
}

// retry judges the entries that stand aside again: after the roster has grown, and where
// this version knows more kinds than the last.
func (r *Recorder) retry() error {
	rows, err := r.Tx.Aside()
	if err != nil {
		return err
	}
	for _, row := range rows {
		e, err := journal.Decode(row.Line)
		if err != nil {
			continue // Verify names what is damaged; the newsroom opens all the same
		}
		applied, err := r.rejudge(e, row)
		if err != nil {
			return err
		}
		if applied && e.Kind == journal.Roster {
			return r.retry() // it may have given others their right
		}
	}
	return nil
}

// rejudge judges one entry that stands aside; applied says that it no longer does.
func (r *Recorder) rejudge(e journal.Entry, row sqlite.Entry) (applied bool, err error) {
	state, reason := r.roster.judge(e, row)
	if state == row.State && reason == row.Reason {
		return false, nil
	}
	if err := r.Tx.SetEntryState(row.ID, state, reason); err != nil || state != sqlite.OK {
		return false, err
	}
	return true, r.admit(e, row)
}

func (r *Recorder) touch(s journal.Subject) {
	if !r.touched[s] {
		r.touched[s] = true
		r.order = append(r.order, s)
	}
}

// rowOf returns the row of an entry; by whom and whether it is applied is not said yet.
func rowOf(e journal.Entry, line []byte) sqlite.Entry {
	return sqlite.Entry{
		ID: journal.ID(e.Member, line), Kind: string(e.Kind), Member: e.Member, Subject: string(e.Subject),
		Time: min(e.Time, newsroom.LastStamp), Line: line,
	}
}
