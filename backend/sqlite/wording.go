package sqlite

import (
	"database/sql"
	"encoding/json"

	"khabar/backend/newsroom"
)

// WordingsWith calls f with the numbers of the wordings that an expression of words finds, the
// newest first, limit at most.
func (tx *Tx) WordingsWith(words string, limit int, f func(n int64)) error {
	return tx.each("SELECT rowid FROM word WHERE word MATCH ? ORDER BY rowid DESC LIMIT ?", []any{words, limit}, func(rows *sql.Rows) error {
		var n int64
		err := rows.Scan(&n)
		f(n)
		return err
	})
}

// Pair is a passage in two languages.
type Pair struct{ From, To Wording }

// Pairs returns those of the wordings that are also there in the language at a place of
// newsroom.Languages, in the order of numbers given.
func (tx *Tx) Pairs(numbers []int64, place int) (pairs []Pair, err error) {
	list, err := json.Marshal(numbers)
	if err != nil {
		return nil, err
	}
	err = tx.each(`SELECT a.n, a.source, COALESCE(a.plain, a.source), b.n, b.source, COALESCE(b.plain, b.source)
		FROM json_each(?) j CROSS JOIN wording a ON a.n = j.value CROSS JOIN wording b ON b.n = a.n / 16 * 16 + ? ORDER BY j.key`,
		[]any{string(list), place}, func(rows *sql.Rows) error {
			var p Pair
			err := rows.Scan(&p.From.N, &p.From.Source, &p.From.Plain, &p.To.N, &p.To.Source, &p.To.Plain)
			pairs = append(pairs, p)
			return err
		})
	return pairs, err
}

// StoryOfPassage returns the story that a passage is of.
func (tx *Tx) StoryOfPassage(n int64) (id newsroom.StoryID, err error) {
	_, err = tx.one("SELECT id FROM story WHERE first <= ? ORDER BY first DESC LIMIT 1", []any{n}, &id)
	return id, err
}

// EachWording calls f with every wording in the order of the numbers, with the story that it
// is of.
func (tx *Tx) EachWording(f func(newsroom.StoryID, Wording) error) error {
	return tx.each(`SELECT s.id, w.n, w.source, COALESCE(w.plain, w.source)
		FROM story s JOIN wording w ON w.n BETWEEN s.first * 16 AND s.last * 16 + 15 ORDER BY s.first, w.n`, nil, func(rows *sql.Rows) error {
		var id newsroom.StoryID
		var w Wording
		if err := rows.Scan(&id, &w.N, &w.Source, &w.Plain); err != nil {
			return err
		}
		return f(id, w)
	})
}

// CountWordings returns how many wordings there are, about.
func (tx *Tx) CountWordings() (n int, err error) {
	_, err = tx.one("SELECT COUNT(*) FROM wording", nil, &n)
	return n, err
}
