package sqlite

import (
	"database/sql"
	"time"

	"khabar/backend/newsroom"
)

// Revision is a row of the graph of revisions; the text is in the entry of the same id.
type Revision struct {
	ID       newsroom.RevisionID
	Edition  newsroom.EditionID
	Parents  []newsroom.RevisionID
	Member   newsroom.MemberID
	Stamp    newsroom.Stamp
	Headline string
	Words    int
}

// Time is the wall-clock part of the revision's stamp.
func (r Revision) Time() time.Time { return r.Stamp.Wall() }

// PutRevision writes a revision; a second time changes nothing.
func (tx *Tx) PutRevision(r Revision) error {
	return tx.exec("INSERT OR IGNORE INTO revision (id, edition, parents, member, time, headline, words) VALUES (?, ?, ?, ?, ?, ?, ?)",
		r.ID, r.Edition, encode(r.Parents), r.Member, int64(r.Stamp), r.Headline, r.Words)
}

// Revision returns revision id of whichever edition; ok is false where it is not known.
func (tx *Tx) Revision(id newsroom.RevisionID) (r Revision, ok bool, err error) {
	all, err := tx.revisions("WHERE id = ?", id)
	if err != nil || len(all) == 0 {
		return r, false, err
	}
	return all[0], true, nil
}

// RevisionWords returns how many words the body of revision id has, 0 where it is not known.
func (tx *Tx) RevisionWords(id newsroom.RevisionID) (words int, err error) {
	_, err = tx.one("SELECT words FROM revision WHERE id = ?", []any{id}, &words)
	return words, err
}

// Revisions returns the revisions of an edition, the oldest first.
func (tx *Tx) Revisions(edition newsroom.EditionID) ([]Revision, error) {
	return tx.revisions("WHERE edition = ? ORDER BY time, id", edition)
}

func (tx *Tx) revisions(where string, args ...any) ([]Revision, error) {
	var all []Revision
	err := tx.each("SELECT id, edition, parents, member, time, headline, words FROM revision "+where, args, func(rows *sql.Rows) error {
		var r Revision
		if err := rows.Scan(&r.ID, &r.Edition, decoded{&r.Parents}, &r.Member, &r.Stamp, &r.Headline, &r.Words); err != nil {
			return err
		}
		all = append(all, r)
		return nil
	})
	return all, err
}
