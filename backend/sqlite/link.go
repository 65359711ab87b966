package sqlite

import (
	"database/sql"

	"khabar/backend/newsroom"
)

// TranslationsOf returns edition id, where it is a translation, and those made from it.
func (tx *Tx) TranslationsOf(id newsroom.EditionID) ([]newsroom.EditionID, error) {
	return tx.translations("story = ? AND origin <> '' AND (origin = ? OR id = ?)", id.Story(), id.Lang(), id)
}

// Translations returns every edition that is a translation.
func (tx *Tx) Translations() ([]newsroom.EditionID, error) { return tx.translations("origin <> ''") }

func (tx *Tx) translations(where string, args ...any) ([]newsroom.EditionID, error) {
	var all []newsroom.EditionID
	err := tx.each("SELECT id FROM edition WHERE "+where+" ORDER BY id", args, func(rows *sql.Rows) error {
		var id newsroom.EditionID
		err := rows.Scan(&id)
		all = append(all, id)
		return err
	})
	return all, err
}

// PutStaleness writes how many blocks of a translation are stale and missing; changed says
// that it was otherwise.
func (tx *Tx) PutStaleness(id newsroom.EditionID, stale, missing int) (changed bool, err error) {
	var was, lacked int
	found, err := tx.one("SELECT stale, missing FROM edition WHERE id = ?", []any{id}, &was, &lacked)
	if err != nil || !found || was == stale && lacked == missing {
		return false, err
	}
	return true, tx.exec("UPDATE edition SET stale = ?, missing = ? WHERE id = ?", stale, missing, id)
}
