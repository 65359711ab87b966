package sqlite

import (
	"database/sql"

	"khabar/backend/newsroom"
)

// PutPictures keeps which pictures of the archive an edition shows, by their hashes, in place
// of what it showed before. The edition "" stands for the story itself, which has a lead picture.
func (tx *Tx) PutPictures(story newsroom.StoryID, edition newsroom.EditionID, hashes []string) error {
	if err := tx.exec("DELETE FROM picture WHERE story = ? AND edition = ?", story, edition); err != nil {
		return err
	}
	for _, h := range hashes {
		if err := tx.exec("INSERT OR IGNORE INTO picture (story, edition, hash) VALUES (?, ?, ?)", story, edition, h); err != nil {
			return err
		}
	}
	return nil
}

// Pictures returns the hashes of the pictures that the texts of editions show: the newest, the
// one that readers see, and the scheduled one. Those of one story, or with "" of all.
func (tx *Tx) Pictures(story newsroom.StoryID) (map[newsroom.EditionID][]string, error) {
	found := map[newsroom.EditionID][]string{}
	query, args := "SELECT edition, hash FROM picture WHERE edition <> ''", []any{}
	if story != "" {
		query, args = query+" AND story = ?", []any{story}
	}
	err := tx.each(query, args, func(rows *sql.Rows) error {
		var id newsroom.EditionID
		var hash string
		err := rows.Scan(&id, &hash)
		found[id] = append(found[id], hash)
		return err
	})
	return found, err
}

// StoriesShowing returns the stories that show a picture, in what readers see, in the newest
// text, or in what is being typed on this device; the newest first, limit at most.
func (tx *Tx) StoriesShowing(hash string, limit int) ([]newsroom.StoryID, error) {
	typed := []string{}
	err := tx.each("SELECT edition FROM working_copy WHERE instr(text, ?) > 0", []any{"media/" + hash}, func(rows *sql.Rows) error {
		var id newsroom.EditionID
		err := rows.Scan(&id)
		typed = append(typed, string(id.Story()))
		return err
	})
	if err != nil {
		return nil, err
	}
	var all []newsroom.StoryID
	err = tx.each(`SELECT s.id FROM story s WHERE s.removed = 0 AND (s.id IN (SELECT story FROM picture WHERE hash = ?)
		OR s.id IN (SELECT value FROM json_each(?)))`+newestStory+" LIMIT ?", []any{hash, encode(typed), limit}, func(rows *sql.Rows) error {
		var id newsroom.StoryID
		err := rows.Scan(&id)
		all = append(all, id)
		return err
	})
	return all, err
}
