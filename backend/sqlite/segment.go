package sqlite

import (
	"database/sql"
	"errors"

	"khabar/backend/newsroom"
)

// Segment is the row of a sealed segment. Its hash names it: two copies of a folder may
// have sealed different segments under one number.
type Segment struct {
	Hash           []byte
	Log            []byte
	Seq            uint64
	Header         []byte // exactly as hashed
	Key, Signature []byte
}

const segmentColumns = "hash, log, seq, header, key, sig"

func (s *Segment) dest() []any {
	return []any{&s.Hash, &s.Log, &s.Seq, &s.Header, &s.Key, &s.Signature}
}

// LastSegment returns the newest segment of a log; ok is false where it has none.
func (tx *Tx) LastSegment(log []byte) (s Segment, ok bool, err error) {
	ok, err = tx.one("SELECT "+segmentColumns+" FROM segment WHERE log = ? ORDER BY seq DESC, hash LIMIT 1", []any{log}, s.dest()...)
	return s, ok, err
}

var errEnough = errors.New("enough")

// Unsealed returns entries of this device that no segment seals yet, in order: at most
// limit, and no more than bytes of lines unless the first alone is larger.
func (tx *Tx) Unsealed(limit, bytes int) ([]Entry, error) {
	var all []Entry
	size := 0
	err := tx.each("SELECT "+entryColumns+" FROM entry INDEXED BY entry_unsealed WHERE own = 1 AND sealed = 0 ORDER BY n LIMIT ?", []any{limit}, func(rows *sql.Rows) error {
		var e Entry
		if err := e.scan(rows); err != nil {
			return err
		}
		size += len(e.Line) + 1
		if size > bytes && len(all) > 0 {
			return errEnough
		}
		all = append(all, e)
		return nil
	})
	if errors.Is(err, errEnough) {
		err = nil
	}
	return all, err
}

// AddSegment stores s, which seals entries in this order.
func (tx *Tx) AddSegment(s Segment, entries []Entry) error {
	if err := tx.exec("INSERT INTO segment ("+segmentColumns+") VALUES (?, ?, ?, ?, ?, ?)",
		s.Hash, s.Log, int64(s.Seq), s.Header, s.Key, s.Signature); err != nil {
		return err
	}
	for i, e := range entries {
		if err := tx.exec("INSERT INTO segment_entry (segment, pos, entry) VALUES (?, ?, ?)", s.Hash, i, e.n); err != nil {
			return err
		}
		if err := tx.exec("UPDATE entry SET sealed = 1 WHERE n = ?", e.n); err != nil {
			return err
		}
	}
	return nil
}

// Segments returns all segments, log by log, in order.
func (tx *Tx) Segments() ([]Segment, error) {
	var all []Segment
	err := tx.each("SELECT "+segmentColumns+" FROM segment ORDER BY log, seq, hash", nil, func(rows *sql.Rows) error {
		var s Segment
		err := rows.Scan(s.dest()...)
		all = append(all, s)
		return err
	})
	return all, err
}

// SegmentEntries returns the entries that a segment seals, in order.
func (tx *Tx) SegmentEntries(hash []byte) ([]Entry, error) {
	return tx.entries("JOIN segment_entry s ON s.entry = n WHERE s.segment = ? ORDER BY s.pos", hash)
}

// CountUnsealed returns how many entries of this device no segment seals yet.
func (tx *Tx) CountUnsealed() (n int, err error) {
	_, err = tx.one("SELECT COUNT(*) FROM entry INDEXED BY entry_unsealed WHERE own = 1 AND sealed = 0", nil, &n)
	return n, err
}

// Dangling returns the ids of the entries that count as sealed by a segment that is not
// here, or by none.
func (tx *Tx) Dangling() ([]newsroom.EntryID, error) {
	var all []newsroom.EntryID
	err := tx.each(`SELECT id FROM entry WHERE sealed = 1 AND n NOT IN (
			SELECT s.entry FROM segment_entry s JOIN segment g ON g.hash = s.segment)
		UNION SELECT COALESCE(e.id, CAST(s.entry AS TEXT)) FROM segment_entry s
			LEFT JOIN entry e ON e.n = s.entry LEFT JOIN segment g ON g.hash = s.segment
			WHERE e.n IS NULL OR g.hash IS NULL ORDER BY 1`, nil, func(rows *sql.Rows) error {
		var id newsroom.EntryID
		err := rows.Scan(&id)
		all = append(all, id)
		return err
	})
	return all, err
}
