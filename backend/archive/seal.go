package archive

import (
	"context"
	"crypto/sha256"

	"khabar/backend/journal"
	"khabar/backend/sqlite"
)

// segmentSize is how many entries a segment takes at most, so that a cut line loses
// little when segments travel.
const segmentSize = 500

// Seal puts every entry that is not in a segment yet into one. It is called when the
// app closes and whenever somebody wants segments.
func (a *Archive) Seal(ctx context.Context) error {
	for {
		more := false
		err := a.db.Update(ctx, func(tx *sqlite.Tx) (err error) {
			more, err = a.sealOne(tx)
			return err
		})
		if err != nil || !more {
			return err
		}
	}
}

func (a *Archive) sealOne(tx *sqlite.Tx) (more bool, err error) {
	lines, last, err := tx.Unsealed(segmentSize)
	if err != nil || len(lines) == 0 {
		return false, err
	}
	before, ok, err := tx.LastSegment(a.log[:])
	if err != nil {
		return false, err
	}
	h := journal.Header{Newsroom: a.newsroomID(), Log: a.log, Seq: 1}
	if ok {
		h.Seq, h.Prev = before.Seq+1, journal.Hash(before.Hash)
	}
	s := journal.Seal(h, lines, a.key)
	sum := s.Hash()
	return len(lines) == segmentSize, tx.AddSegment(sqlite.Segment{
		Log: s.Log[:], Seq: s.Seq, Prev: s.Prev[:], Hash: sum[:], Key: s.Key, Signature: s.Signature,
	}, last)
}

// newsroomID is what segments name the newsroom by: it follows from the founding entry.
func (a *Archive) newsroomID() [16]byte {
	sum := sha256.Sum256([]byte("khabar newsroom " + string(a.root)))
	return [16]byte(sum[:])
}
