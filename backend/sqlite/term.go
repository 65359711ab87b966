package sqlite

import (
	"database/sql"

	"khabar/backend/newsroom"
)

// PutTerm writes a section or tag.
func (tx *Tx) PutTerm(t newsroom.Term) error {
	return tx.exec("INSERT OR REPLACE INTO term (id, kind, standing, ord, labels, slugs, removed) VALUES (?, ?, ?, ?, ?, ?, ?)",
		t.ID, t.Kind, t.Standing, t.Order, encode(t.Labels), encode(t.Slugs), t.Removed)
}

const termColumns = "id, kind, standing, ord, labels, slugs, removed"

func scanTerm(scan func(...any) error) (t newsroom.Term, err error) {
	err = scan(&t.ID, &t.Kind, &t.Standing, &t.Order, decoded{&t.Labels}, decoded{&t.Slugs}, &t.Removed)
	return t, err
}

// Terms returns the sections in their order, then the tags; with removed ones where all
// is true.
func (tx *Tx) Terms(all bool) ([]newsroom.Term, error) {
	var terms []newsroom.Term
	err := tx.each("SELECT "+termColumns+" FROM term WHERE removed = 0 OR ? ORDER BY kind, ord, id", []any{all}, func(rows *sql.Rows) error {
		t, err := scanTerm(rows.Scan)
		terms = append(terms, t)
		return err
	})
	return terms, err
}

// Term returns the section or tag id, removed or not; ok is false where there is none.
func (tx *Tx) Term(kind newsroom.TermKind, id newsroom.TermID) (t newsroom.Term, ok bool, err error) {
	ok, err = tx.one("SELECT "+termColumns+" FROM term WHERE kind = ? AND id = ?", []any{kind, id},
		&t.ID, &t.Kind, &t.Standing, &t.Order, decoded{&t.Labels}, decoded{&t.Slugs}, &t.Removed)
	return t, ok, err
}

// TermUses counts the stories, removed ones left out, that carry each term of a kind.
func (tx *Tx) TermUses(kind newsroom.TermKind) (map[newsroom.TermID]int, error) {
	uses := map[newsroom.TermID]int{}
	err := tx.each(`SELECT t.term, COUNT(*) FROM story_term t JOIN story s ON s.id = t.story
		WHERE t.kind = ? AND s.removed = 0 GROUP BY t.term`, []any{kind}, func(rows *sql.Rows) error {
		var id newsroom.TermID
		var n int
		err := rows.Scan(&id, &n)
		uses[id] = n
		return err
	})
	return uses, err
}
