package archive

import (
	"context"
	"crypto/ed25519"

	"khabar/backend/journal"
	"khabar/backend/newsroom"
	"khabar/backend/sqlite"
)

// Recorder makes entries inside one transaction.
type Recorder struct {
	Tx *sqlite.Tx // the state before the entries of this recorder, but for what Project brought in

	archive    *Archive
	roster     *roster
	projection projection
	grant      newsroom.EntryID
	me         newsroom.Member
	touched    map[journal.Subject]bool
	order      []journal.Subject
	told       []journal.Subject
}

func (a *Archive) recorder(tx *sqlite.Tx) (*Recorder, error) {
	people, err := loadRoster(tx, a.root)
	return &Recorder{Tx: tx, archive: a, roster: people, projection: newProjection(tx, a.memory), touched: map[journal.Subject]bool{}}, err
}

// transact runs f in the writing transaction, brings the tables up to date with what it
// did, commits all of it, or nothing where there is an error, and then tells the watchers.
func (a *Archive) transact(ctx context.Context, f func(*Recorder) error) error {
	var told []journal.Subject
	err := a.db.Update(ctx, func(tx *sqlite.Tx) error {
		r, err := a.recorder(tx)
		if err != nil {
			return err
		}
		if err := f(r); err != nil {
			return err
		}
		if err := r.Project(); err != nil {
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

// Record runs f, which makes entries of this device's member, applies them and commits
// all of it, or nothing where f returns an error. Watchers are told after the commit.
func (a *Archive) Record(ctx context.Context, f func(*Recorder) error) error {
	return a.transact(ctx, func(r *Recorder) (err error) {
		if r.me, r.grant, err = r.Tx.Member(a.member); err != nil {
			return err
		}
		return f(r)
	})
}

// Me returns the member for whom entries are made.
func (r *Recorder) Me() newsroom.Member { return r.me }

// Add makes an entry and returns its id. Member, time, nonce and grant are filled in.
// Errors: Forbidden where the member's roles do not allow it; Invalid where other devices
// could not apply it.
func (r *Recorder) Add(e journal.Entry) (newsroom.EntryID, error) {
	if act, ok := actOf(e); !ok || !newsroom.May(r.me.Roles, act) {
		return "", newsroom.Errorf(newsroom.Forbidden, "forbidden."+string(act))
	}
	e.Grant = r.grant
	e, row, err := r.write(e)
	if err != nil {
		return "", err
	}
	r.roster.witnessed = row.ID
	if state, _ := r.roster.judge(e, row); state != sqlite.OK {
		return "", newsroom.Errorf(newsroom.Invalid, "journal.encode")
	}
	return row.ID, r.apply(e, row)
}

// write makes the line of an entry, and the row of it. The entry that it returns is what
// every other device will read from the line.
func (r *Recorder) write(e journal.Entry) (journal.Entry, sqlite.Entry, error) {
	e.Member = r.archive.member
	e.Time = r.archive.clock.Next()
	e.Nonce = journal.Nonce()
	line, id, err := journal.Encode(e)
	if err != nil {
		return e, sqlite.Entry{}, err
	}
	if e, err = journal.Decode(line); err != nil {
		return e, sqlite.Entry{}, err
	}
	row := rowOf(e, line)
	row.State, row.Own, row.Device = sqlite.OK, true, r.archive.key.Public().(ed25519.PublicKey)
	if e.Kind.Weighty() {
		row.Key, row.Sig = row.Device, journal.SignEntry(id, r.archive.key)
	}
	return e, row, nil
}

// Know tells the recorder what Read made of a text that it is about to be given.
func (r *Recorder) Know(l newsroom.Lang, t newsroom.Text, reading Reading) {
	r.projection.readings.know(l, t, reading)
}

// Project brings the tables up to date with the entries made so far.
func (r *Recorder) Project() error { return r.project() }
