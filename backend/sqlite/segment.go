package sqlite

import "database/sql"

// Segment is the row of a sealed segment; its lines are the entries that name it.
type Segment struct {
	Log            []byte
	Seq            uint64
	Prev, Hash     []byte
	Key, Signature []byte
}

// LastSegment returns the newest segment of a log; ok is false where it has none.
func (tx *Tx) LastSegment(log []byte) (s Segment, ok bool, err error) {
	ok, err = tx.one("SELECT log, seq, prev, hash, key, sig FROM segment WHERE log = ? ORDER BY seq DESC LIMIT 1",
		[]any{log}, &s.Log, &s.Seq, &s.Prev, &s.Hash, &s.Key, &s.Signature)
	return s, ok, err
}

// Unsealed returns the lines of at most limit entries that no segment seals yet, in
// order, and the number of the last.
func (tx *Tx) Unsealed(limit int) (lines [][]byte, last int64, err error) {
	err = tx.each("SELECT n, line FROM entry WHERE log IS NULL ORDER BY n LIMIT ?", []any{limit}, func(rows *sql.Rows) error {
		var line []byte
		if err := rows.Scan(&last, &line); err != nil {
			return err
		}
		lines = append(lines, line)
		return nil
	})
	return lines, last, err
}

// AddSegment stores s and marks the unsealed entries up to number last as sealed by it.
func (tx *Tx) AddSegment(s Segment, last int64) error {
	if err := tx.exec("INSERT INTO segment (log, seq, prev, hash, key, sig) VALUES (?, ?, ?, ?, ?, ?)",
		s.Log, int64(s.Seq), s.Prev, s.Hash, s.Key, s.Signature); err != nil {
		return err
	}
	return tx.exec("UPDATE entry SET log = ?, seq = ? WHERE log IS NULL AND n <= ?", s.Log, int64(s.Seq), last)
}

// Segments returns all segments, log by log, in order.
func (tx *Tx) Segments() ([]Segment, error) {
	var all []Segment
	err := tx.each("SELECT log, seq, prev, hash, key, sig FROM segment ORDER BY log, seq", nil, func(rows *sql.Rows) error {
		var s Segment
		if err := rows.Scan(&s.Log, &s.Seq, &s.Prev, &s.Hash, &s.Key, &s.Signature); err != nil {
			return err
		}
		all = append(all, s)
		return nil
	})
	return all, err
}

// SegmentLines returns the lines that segment seq of log seals, in order.
func (tx *Tx) SegmentLines(log []byte, seq uint64) ([][]byte, error) {
	var lines [][]byte
	err := tx.each("SELECT line FROM entry WHERE log = ? AND seq = ? ORDER BY n", []any{log, int64(seq)}, func(rows *sql.Rows) error {
		var line []byte
		if err := rows.Scan(&line); err != nil {
			return err
		}
		lines = append(lines, line)
		return nil
	})
	return lines, err
}
