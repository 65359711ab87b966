package sqlite

import (
	"database/sql"

	"khabar/backend/newsroom"
)

// The states of an entry.
const (
	OK      = "ok"
	Parked  = "parked"  // cannot be applied yet: a newer kind, or a right not yet known
	Refused = "refused" // its author had no right to make it
)

// Proof says which keys vouch for an entry.
type Proof struct {
	Device []byte // key of the device whose segment brought it
	Key    []byte // of a weighty entry: the key that signed it
	Sig    []byte // and the signature
}

// Entry is a row of the journal.
type Entry struct {
	ID      newsroom.EntryID
	Kind    string
	Member  newsroom.MemberID
	Subject string
	Time    newsroom.Stamp
	Line    []byte
	Proof
	Own    bool // made on this device
	State  string
	Reason string

	n int64
}

const entryColumns = "n, id, kind, member, subject, time, line, device, key, sig, own, state, reason"

func (e *Entry) scan(rows *sql.Rows) error {
	return rows.Scan(&e.n, &e.ID, &e.Kind, &e.Member, &e.Subject, &e.Time, &e.Line, &e.Device, &e.Key, &e.Sig, &e.Own, &e.State, &e.Reason)
}

// AddEntry appends e. The caller has made sure that it is new.
func (tx *Tx) AddEntry(e Entry) error {
	return tx.exec(`INSERT INTO entry (id, kind, member, subject, time, line, device, key, sig, own, state, reason)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		e.ID, e.Kind, e.Member, e.Subject, int64(e.Time), e.Line, e.Device, e.Key, e.Sig, e.Own, e.State, e.Reason)
}

// AddProof keeps another proof of e, which is in the journal.
func (tx *Tx) AddProof(e Entry, p Proof) error {
	return tx.exec("INSERT INTO proof (entry, device, key, sig) VALUES (?, ?, ?, ?)", e.n, p.Device, p.Key, p.Sig)
}

// Proofs returns the proofs that AddProof kept, by entry.
func (tx *Tx) Proofs() (map[newsroom.EntryID][]Proof, error) {
	all := map[newsroom.EntryID][]Proof{}
	err := tx.each("SELECT e.id, p.device, p.key, p.sig FROM proof p JOIN entry e ON e.n = p.entry ORDER BY p.rowid", nil, func(rows *sql.Rows) error {
		var id newsroom.EntryID
		var p Proof
		err := rows.Scan(&id, &p.Device, &p.Key, &p.Sig)
		all[id] = append(all[id], p)
		return err
	})
	return all, err
}

// SetEntryState changes what became of entry id.
func (tx *Tx) SetEntryState(id newsroom.EntryID, state, reason string) error {
	return tx.exec("UPDATE entry SET state = ?, reason = ? WHERE id = ?", state, reason, id)
}

// FindEntry returns entry id in any state; ok is false where it is not here.
func (tx *Tx) FindEntry(id newsroom.EntryID) (e Entry, ok bool, err error) {
	all, err := tx.entries("WHERE id = ?", id)
	if err != nil || len(all) == 0 {
		return e, false, err
	}
	return all[0], true, nil
}

// Entry returns entry id; a NotFound error where it is not here.
func (tx *Tx) Entry(id newsroom.EntryID) (Entry, error) {
	e, ok, err := tx.FindEntry(id)
	if err == nil && !ok {
		err = newsroom.Errorf(newsroom.NotFound, "notFound.entry", "id", string(id))
	}
	return e, err
}

// EntriesOf returns the applied entries of a subject in order of arrival, without those
// of kind skip ("" skips none).
func (tx *Tx) EntriesOf(subject, skip string) ([]Entry, error) {
	return tx.entries("WHERE subject = ? AND kind <> ? AND state = 'ok' ORDER BY n", subject, skip)
}

// EntriesIn returns all entries in a state other than OK, in order of arrival.
func (tx *Tx) EntriesIn(state string) ([]Entry, error) {
	return tx.entries("WHERE state = ? AND state <> 'ok' ORDER BY n", state)
}

// Aside returns the entries that are not applied, in order of arrival.
func (tx *Tx) Aside() ([]Entry, error) {
	return tx.entries("WHERE state <> 'ok' ORDER BY n")
}

// Roster returns the entries that say who is a member, in order of arrival and in any
// state.
func (tx *Tx) Roster() ([]Entry, error) {
	return tx.entries("WHERE (subject = 'newsroom' AND kind = 'found') OR (subject >= 'member:' AND subject < 'member;') ORDER BY n")
}

func (tx *Tx) entries(where string, args ...any) ([]Entry, error) {
	var all []Entry
	err := tx.each("SELECT "+entryColumns+" FROM entry "+where, args, func(rows *sql.Rows) error {
		var e Entry
		if err := e.scan(rows); err != nil {
			return err
		}
		all = append(all, e)
		return nil
	})
	return all, err
}

// EachEntry calls f for every entry in order of arrival.
func (tx *Tx) EachEntry(f func(Entry) error) error {
	return tx.each("SELECT "+entryColumns+" FROM entry ORDER BY n", nil, func(rows *sql.Rows) error {
		var e Entry
		if err := e.scan(rows); err != nil {
			return err
		}
		return f(e)
	})
}

// Subjects returns every subject that has an applied entry.
func (tx *Tx) Subjects() ([]string, error) {
	var all []string
	err := tx.each("SELECT DISTINCT subject FROM entry WHERE state = 'ok' ORDER BY subject", nil, func(rows *sql.Rows) error {
		var s string
		if err := rows.Scan(&s); err != nil {
			return err
		}
		all = append(all, s)
		return nil
	})
	return all, err
}

// LastOwnTime returns the latest time of an entry of this device, 0 where there is none.
func (tx *Tx) LastOwnTime() (newsroom.Stamp, error) {
	return tx.lastTime("own = 1")
}

// LastForeignTime returns the latest time up to limit of an entry of another device, 0
// where there is none.
func (tx *Tx) LastForeignTime(limit newsroom.Stamp) (newsroom.Stamp, error) {
	return tx.lastTime("own = 0 AND time <= ?", int64(min(limit, newsroom.LastStamp)))
}

func (tx *Tx) lastTime(where string, args ...any) (newsroom.Stamp, error) {
	var t int64
	_, err := tx.one("SELECT COALESCE(MAX(time), 0) FROM entry WHERE "+where, args, &t)
	return newsroom.Stamp(t), err
}
