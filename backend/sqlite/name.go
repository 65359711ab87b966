package sqlite

import (
	"database/sql"

	"khabar/backend/newsroom"
)

// PutName writes a name.
func (tx *Tx) PutName(n newsroom.Name) error {
	return tx.exec("INSERT OR REPLACE INTO name (id, kind, labels, variants, note, tag, removed) VALUES (?, ?, ?, ?, ?, ?, ?)",
		n.ID, n.Kind, encode(n.Labels), encode(n.Variants), n.Note, n.Tag, n.Removed)
}

const nameColumns = "id, kind, labels, variants, note, tag, removed"

func nameInto(n *newsroom.Name) []any {
	return []any{&n.ID, &n.Kind, decoded{&n.Labels}, decoded{&n.Variants}, &n.Note, &n.Tag, &n.Removed}
}

// Names returns the names by their ids; with removed ones where all is true.
func (tx *Tx) Names(all bool) ([]newsroom.Name, error) {
	var names []newsroom.Name
	err := tx.each("SELECT "+nameColumns+" FROM name WHERE removed = 0 OR ? ORDER BY id", []any{all}, func(rows *sql.Rows) error {
		var n newsroom.Name
		err := rows.Scan(nameInto(&n)...)
		names = append(names, n)
		return err
	})
	return names, err
}

// Name returns the name id, removed or not; ok is false where there is none.
func (tx *Tx) Name(id newsroom.NameID) (n newsroom.Name, ok bool, err error) {
	ok, err = tx.one("SELECT "+nameColumns+" FROM name WHERE id = ?", []any{id}, nameInto(&n)...)
	return n, ok, err
}
