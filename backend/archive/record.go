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

	archive *Archive
	roster  *roster
	grant   newsroom.EntryID
	me      newsroom.Member
	touched map[journal.Subject]bool
	order   []journal.Subject
	told    []journal.Subject
}

func (a *Archive) recorder(tx *sqlite.Tx) *Recorder {
	return &Recorder{Tx: tx, archive: a, touched: map[journal.Subject]bool{}}
}

// Record runs f, which makes entries of this device's member, applies them and commits
// all of it, or nothing where f returns an error. Watchers are told after the commit.
func (a *Archive) Record(ctx context.Context, f func(*Recorder) error) error {
	var told []journal.Subject
	err := a.db.Update(ctx, func(tx *sqlite.Tx) error {
		r := a.recorder(tx)
		var err error
		if r.roster, err = loadRoster(tx, a.root); err != nil {
			return err
		}
		if r.me, r.grant, err = tx.Member(a.member); err != nil {
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

// Me returns the member for whom entries are made.
func (r *Recorder) Me() newsroom.Member { return r.me }

// Add makes an entry and returns its id. Member, time, nonce and grant are filled in. A
// Forbidden error is returned where the member's roles do not allow it.
func (r *Recorder) Add(e journal.Entry) (newsroom.EntryID, error) {
	e.Grant = r.grant
	e.Member = r.archive.member
	if act, ok := actOf(e); !ok || !newsroom.May(r.me.Roles, act) {
		return "", newsroom.Errorf(newsroom.Forbidden, "forbidden."+string(act))
	}
	return r.append(e)
}

func (r *Recorder) append(e journal.Entry) (newsroom.EntryID, error) {
	e.Member = r.archive.member
	e.Time = r.archive.clock.Next()
	e.Nonce = journal.Nonce()
	line, id, err := journal.Encode(e)
	if err != nil {
		return "", err
	}
	// What is applied here is what every other device will read from the line.
	if e, err = journal.Decode(line); err != nil {
		return "", err
	}
	row := sqlite.Entry{ID: id, Kind: string(e.Kind), Member: e.Member, Subject: string(e.Subject), Time: e.Time, Line: line, State: sqlite.OK}
	if e.Kind.Weighty() {
		row.Key = r.archive.key.Public().(ed25519.PublicKey)
		row.Sig = journal.SignEntry(id, r.archive.key)
	}
	return id, r.apply(e, row)
}

// Project brings the tables up to date with the entries made so far.
func (r *Recorder) Project() error { return r.project() }
