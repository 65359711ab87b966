package sqlite

import (
	"database/sql"
	"slices"

	"khabar/backend/newsroom"
)

// PutStory writes a story and, to its editions, whether it is removed.
func (tx *Tx) PutStory(s newsroom.Story) error {
	if err := tx.exec("INSERT OR REPLACE INTO story (id, source, place, lead, notes, created, embargo, removed) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
		s.ID, s.Source, s.Place, encode(s.Lead), s.Notes, millis(s.Created), millis(s.Embargo), s.Removed); err != nil {
		return err
	}
	if err := tx.exec("DELETE FROM story_term WHERE story = ?", s.ID); err != nil {
		return err
	}
	for kind, terms := range map[newsroom.TermKind][]newsroom.TermID{newsroom.Section: s.Sections, newsroom.Tag: s.Tags} {
		for i, t := range terms {
			if err := tx.exec("INSERT INTO story_term (story, pos, kind, term) VALUES (?, ?, ?, ?)", s.ID, i, kind, t); err != nil {
				return err
			}
		}
	}
	return tx.exec("UPDATE edition SET removed = ? WHERE story = ? AND removed <> ?", s.Removed, s.ID, s.Removed)
}

// Story returns story id; NotFound.
func (tx *Tx) Story(id newsroom.StoryID) (newsroom.Story, error) {
	s := newsroom.Story{ID: id}
	ok, err := tx.one("SELECT source, place, lead, notes, created, embargo, removed FROM story WHERE id = ?", []any{id},
		&s.Source, &s.Place, decoded{&s.Lead}, &s.Notes, moment{&s.Created}, moment{&s.Embargo}, &s.Removed)
	if err != nil {
		return s, err
	}
	if !ok {
		return s, newsroom.Errorf(newsroom.NotFound, "notFound.story", "id", string(id))
	}
	err = tx.eachTerm("WHERE story = ?", []any{id}, func(_ newsroom.StoryID, kind newsroom.TermKind, t newsroom.TermID) {
		addTerm(&s, kind, t)
	})
	return s, err
}

// stories returns the stories for which where holds, by id.
func (tx *Tx) stories(where string, args ...any) (map[newsroom.StoryID]*newsroom.Story, error) {
	all := map[newsroom.StoryID]*newsroom.Story{}
	err := tx.each("SELECT id, source, place, lead, notes, created, embargo, removed FROM story "+where, args, func(rows *sql.Rows) error {
		var s newsroom.Story
		if err := rows.Scan(&s.ID, &s.Source, &s.Place, decoded{&s.Lead}, &s.Notes, moment{&s.Created}, moment{&s.Embargo}, &s.Removed); err != nil {
			return err
		}
		all[s.ID] = &s
		return nil
	})
	if err != nil {
		return nil, err
	}
	err = tx.eachTerm("", nil, func(story newsroom.StoryID, kind newsroom.TermKind, t newsroom.TermID) {
		if s := all[story]; s != nil {
			addTerm(s, kind, t)
		}
	})
	return all, err
}

// StoriesNotRemoved returns every story that is not removed.
func (tx *Tx) StoriesNotRemoved() (map[newsroom.StoryID]*newsroom.Story, error) {
	return tx.stories("WHERE removed = 0")
}

func (tx *Tx) eachTerm(where string, args []any, f func(newsroom.StoryID, newsroom.TermKind, newsroom.TermID)) error {
	return tx.each(`SELECT t.story, t.kind, COALESCE(m.target, t.term) FROM story_term t
		LEFT JOIN term m ON m.kind = t.kind AND m.id = t.term `+where+" ORDER BY t.story, t.kind, t.pos", args, func(rows *sql.Rows) error {
		var story newsroom.StoryID
		var kind newsroom.TermKind
		var term newsroom.TermID
		if err := rows.Scan(&story, &kind, &term); err != nil {
			return err
		}
		f(story, kind, term)
		return nil
	})
}

// addTerm gives s a term; of tags that were merged it may have had several.
func addTerm(s *newsroom.Story, kind newsroom.TermKind, t newsroom.TermID) {
	terms := &s.Tags
	if kind == newsroom.Section {
		terms = &s.Sections
	}
	if !slices.Contains(*terms, t) {
		*terms = append(*terms, t)
	}
}
