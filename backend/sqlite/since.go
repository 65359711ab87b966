package sqlite

import "database/sql"

// Since returns the subjects of the entries that arrived after entry number n, by this
// process or another, and the number of the last one.
func (tx *Tx) Since(n int64) (subjects []string, last int64, err error) {
	if _, err := tx.one("SELECT COALESCE(MAX(n), 0) FROM entry", nil, &last); err != nil || last <= n {
		return nil, last, err
	}
	// Left to choose, SQLite walks the index of all subjects, which are distinct there already:
	// tens of milliseconds after every save of a large newsroom.
	err = tx.each("SELECT DISTINCT subject FROM entry NOT INDEXED WHERE n > ?", []any{n}, func(rows *sql.Rows) error {
		var s string
		if err := rows.Scan(&s); err != nil {
			return err
		}
		subjects = append(subjects, s)
		return nil
	})
	return subjects, last, err
}
