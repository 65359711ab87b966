package archive

import (
	"context"
	"crypto/sha256"

	"khabar/backend/journal"
	"khabar/backend/sqlite"
)

// sealedTogether is how many segments one transaction makes at most: after an import there
// are thousands, and the disk is waited for once in each transaction.
const sealedTogether = 100

// Seal puts every entry of this device that is not in a segment yet into one. It is called
// when the app closes and whenever somebody wants segments. Entries of other devices travel
// in theirs.
func (a *Archive) Seal(ctx context.Context) error {
	for {
		more := false
		err := a.db.Update(ctx, func(tx *sqlite.Tx) (err error) {
			for n := 0; n < sealedTogether && err == nil && (more || n == 0); n++ {
				more, err = a.sealOne(tx)
			}
			return err
		})
		if err != nil || !more {
			return err
		}
	}
}

func (a *Archive) sealOne(tx *sqlite.Tx) (more bool, err error) {
	rows, err := tx.Unsealed(journal.SegmentEntries, journal.SegmentBytes)
	if err != nil || len(rows) == 0 {
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
	s := journal.Seal(h, sealed(rows), a.key)
	sum := s.Hash()
	return true, tx.AddSegment(sqlite.Segment{
		Hash: sum[:], Log: s.Log[:], Seq: s.Seq, Header: s.Header.Bytes(), Key: s.Key, Signature: s.Signature,
	}, rows)
}

func sealed(rows []sqlite.Entry) []journal.Sealed {
	all := make([]journal.Sealed, len(rows))
	for i, row := range rows {
		all[i] = journal.Sealed{Line: row.Line, Key: row.Key, Sig: row.Sig}
	}
	return all
}

// newsroomID is what segments name the newsroom by: it follows from the founding entry.
func (a *Archive) newsroomID() [16]byte {
	sum := sha256.Sum256([]byte("khabar newsroom " + string(a.root)))
	return [16]byte(sum[:])
}
