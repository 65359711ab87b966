package sqlite

import (
	"database/sql"

	"khabar/backend/newsroom"
)

// PutTerm writes a section or tag, and works out anew which tag stands for which where some
// were merged: a tag that arrives, goes or is merged may change that for others.
func (tx *Tx) PutTerm(t newsroom.Term) error {
	if err := tx.exec("INSERT OR REPLACE INTO term (id, kind, standing, ord, labels, slugs, removed, merged, target) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
		t.ID, t.Kind, t.Standing, t.Order, encode(t.Labels), encode(t.Slugs), t.Removed, t.Merged, t.ID); err != nil {
		return err
	}
	return tx.retarget(t.Kind)
}

// retarget follows every merge of a kind to its end.
func (tx *Tx) retarget(kind newsroom.TermKind) error {
	merged, err := tx.Merged(kind)
	if err != nil || len(merged) == 0 {
		return err
	}
	into := map[newsroom.TermID]newsroom.TermID{}
	for _, t := range merged {
		switch next, ok, err := tx.Term(kind, t.Merged); {
		case err != nil:
			return err
		case ok && !next.Removed:
			into[t.ID] = next.ID
		}
	}
	for _, t := range merged {
		if err := tx.exec("UPDATE term SET target = ? WHERE kind = ? AND id = ?", newsroom.Target(into, t.ID), kind, t.ID); err != nil {
			return err
		}
	}
	return nil
}

const termColumns = "id, kind, standing, ord, labels, slugs, removed, merged"

func scanTerm(scan func(...any) error) (t newsroom.Term, err error) {
	err = scan(&t.ID, &t.Kind, &t.Standing, &t.Order, decoded{&t.Labels}, decoded{&t.Slugs}, &t.Removed, &t.Merged)
	return t, err
}

func (tx *Tx) terms(where string, args ...any) (terms []newsroom.Term, err error) {
	err = tx.each("SELECT "+termColumns+" FROM term WHERE "+where+" ORDER BY kind, ord, id", args, func(rows *sql.Rows) error {
		t, err := scanTerm(rows.Scan)
		terms = append(terms, t)
		return err
	})
	return terms, err
}

// Terms returns the sections in their order, then the tags; with removed ones, and those
// that went into another, where all is true.
func (tx *Tx) Terms(all bool) ([]newsroom.Term, error) {
	return tx.terms("removed = 0 AND target = id OR ?", all)
}

// Merged returns the terms of a kind that were merged into another.
func (tx *Tx) Merged(kind newsroom.TermKind) ([]newsroom.Term, error) {
	return tx.terms("kind = ? AND merged <> ''", kind)
}

// Carrying counts the stories that carry the very term id, whatever it went into.
func (tx *Tx) Carrying(kind newsroom.TermKind, id newsroom.TermID) (n int, err error) {
	_, err = tx.one("SELECT COUNT(*) FROM story_term WHERE kind = ? AND term = ?", []any{kind, id}, &n)
	return n, err
}

// Term returns the section or tag id, removed or not; ok is false where there is none.
func (tx *Tx) Term(kind newsroom.TermKind, id newsroom.TermID) (t newsroom.Term, ok bool, err error) {
	ok, err = tx.one("SELECT "+termColumns+" FROM term WHERE kind = ? AND id = ?", []any{kind, id},
		&t.ID, &t.Kind, &t.Standing, &t.Order, decoded{&t.Labels}, decoded{&t.Slugs}, &t.Removed, &t.Merged)
	return t, ok, err
}

// TermTarget returns the term that stands for id: itself, or the one that merging led to.
func (tx *Tx) TermTarget(kind newsroom.TermKind, id newsroom.TermID) (newsroom.TermID, error) {
	target := id
	_, err := tx.one("SELECT target FROM term WHERE kind = ? AND id = ?", []any{kind, id}, &target)
	return target, err
}

// TermUses counts the stories, removed ones left out, that carry each term of a kind, or one
// that went into it.
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
	if err != nil {
		return nil, err
	}
	// A story may carry several that are one now, so these few are counted by themselves.
	err = tx.each("SELECT id, target FROM term WHERE kind = ? AND target <> id", []any{kind}, func(rows *sql.Rows) error {
		var id, target newsroom.TermID
		if err := rows.Scan(&id, &target); err != nil {
			return err
		}
		delete(uses, id)
		uses[target], err = tx.TermUse(kind, target)
		return err
	})
	return uses, err
}

// TermUse counts the stories, removed ones left out, that carry a term or one that went into
// it.
func (tx *Tx) TermUse(kind newsroom.TermKind, id newsroom.TermID) (n int, err error) {
	_, err = tx.one(`SELECT COUNT(DISTINCT t.story) FROM story_term t JOIN story s ON s.id = t.story
		WHERE t.kind = ?1 AND s.removed = 0 AND t.term IN (SELECT ?2 UNION SELECT id FROM term WHERE kind = ?1 AND target = ?2)`,
		[]any{kind, id}, &n)
	return n, err
}
