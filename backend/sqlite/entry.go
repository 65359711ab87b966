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

// Entry is a row of the journal.
type Entry struct {
	ID      newsroom.EntryID
	Kind    string
	Member  newsroom.MemberID
	Subject string
	Time    newsroom.Stamp
	Line    []byte
	Key     []byte // of a weighty entry: the device's key
	Sig     []byte // and its signature
	State   string
	Reason  string
}

const entryColumns = "id, kind, member, subject, time, line, key, sig, state, reason"

func (e *Entry) scan(rows *sql.Rows) error {
	return rows.Scan(&e.ID, &e.Kind, &e.Member, &e.Subject, &e.Time, &e.Line, &e.Key, &e.Sig, &e.State, &e.Reason)
}

// HasEntry reports whether entry id is here, in any state.
func (tx *Tx) HasEntry(id newsroom.EntryID) (bool, error) {
	var one int
	return tx.one("SELECT 1 FROM entry WHERE id = ?", []any{id}, &one)
}

// AddEntry appends e. The caller has made sure that it is new.
func (tx *Tx) AddEntry(e Entry) error {
	return tx.exec("INSERT INTO entry ("+entryColumns+") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
		e.ID, e.Kind, e.Member, e.Subject, int64(e.Time), e.Line, e.Key, e.Sig, e.State, e.Reason)
}

// SetEntryState changes what became of entry id.
func (tx *Tx) SetEntryState(id newsroom.EntryID, state, reason string) error {
	return tx.exec("UPDATE entry SET state = ?, reason = ? WHERE id = ?", state, reason, id)
}

// Entry returns entry id; a NotFound error where it is not here.
func (tx *Tx) Entry(id newsroom.EntryID) (Entry, error) {
	all, err := tx.entries("WHERE id = ?", id)
	if err != nil {
		return Entry{}, err
	}
	if len(all) == 0 {
		return Entry{}, newsroom.Errorf(newsroom.NotFound, "notFound.entry", "id", string(id))
	}
	return all[0], nil
}

// EntriesOf returns the applied entries of a subject in order of arrival, without those
// of kind skip ("" skips none).
func (tx *Tx) EntriesOf(subject, skip string) ([]Entry, error) {
	return tx.entries("WHERE subject = ? AND kind <> ? AND state = 'ok' ORDER BY n", subject, skip)
}

// EntriesIn returns all entries in a state, in order of arrival.
func (tx *Tx) EntriesIn(state string) ([]Entry, error) {
	return tx.entries("WHERE state = ? ORDER BY n", state)
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

// LastTime returns the latest time of an entry up to limit, 0 where there is none.
func (tx *Tx) LastTime(limit newsroom.Stamp) (newsroom.Stamp, error) {
	var t int64
	_, err := tx.one("SELECT COALESCE(MAX(time), 0) FROM entry WHERE time <= ?", []any{int64(limit)}, &t)
	return newsroom.Stamp(t), err
}
