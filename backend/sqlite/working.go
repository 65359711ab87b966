package sqlite

import (
	"database/sql"
	"time"

	"khabar/backend/newsroom"
)

// WorkingCopy is the text being typed on this device, not yet a revision.
type WorkingCopy struct {
	Edition newsroom.EditionID
	Text    newsroom.Text
	Base    []newsroom.RevisionID // heads that it stands on
	Links   *newsroom.Links       // what its blocks translate, where that is typed too
	Updated time.Time
}

// PutWorkingCopy keeps w in place of an earlier one.
func (tx *Tx) PutWorkingCopy(w WorkingCopy) error {
	return tx.exec("INSERT OR REPLACE INTO working_copy (edition, text, base, links, updated) VALUES (?, ?, ?, ?, ?)",
		w.Edition, encode(w.Text), encode(w.Base), encode(w.Links), millis(w.Updated))
}

// WorkingCopy returns the working copy of an edition; ok is false where it has none.
func (tx *Tx) WorkingCopy(id newsroom.EditionID) (w WorkingCopy, ok bool, err error) {
	w.Edition = id
	ok, err = tx.one("SELECT text, base, links, updated FROM working_copy WHERE edition = ?", []any{id},
		decoded{&w.Text}, decoded{&w.Base}, decoded{&w.Links}, moment{&w.Updated})
	return w, ok, err
}

// WorkingCopies returns the editions that have a working copy, the oldest first.
func (tx *Tx) WorkingCopies() ([]newsroom.EditionID, error) {
	var all []newsroom.EditionID
	err := tx.each("SELECT edition FROM working_copy ORDER BY updated, edition", nil, func(rows *sql.Rows) error {
		var id newsroom.EditionID
		if err := rows.Scan(&id); err != nil {
			return err
		}
		all = append(all, id)
		return nil
	})
	return all, err
}

// DropWorkingCopy removes the working copy of an edition, once a revision holds its words.
func (tx *Tx) DropWorkingCopy(id newsroom.EditionID) error {
	return tx.exec("DELETE FROM working_copy WHERE edition = ?", id)
}
