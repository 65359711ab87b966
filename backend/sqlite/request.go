package sqlite

import (
	"database/sql"

	"khabar/backend/newsroom"
)

// PutRequest writes that an edition is asked for; one without a member takes it back.
func (tx *Tx) PutRequest(r newsroom.Request) error {
	if r.Member == "" {
		return tx.exec("DELETE FROM request WHERE edition = ?", r.Edition)
	}
	return tx.exec("INSERT OR REPLACE INTO request (edition, story, lang, member, time, note) VALUES (?, ?, ?, ?, ?, ?)",
		r.Edition, r.Edition.Story(), r.Edition.Lang(), r.Member, millis(r.Time), r.Note)
}

// RequestsOf returns what is asked for of a story.
func (tx *Tx) RequestsOf(story newsroom.StoryID) ([]newsroom.Request, error) {
	return tx.requests("WHERE story = ?", story)
}

func (tx *Tx) requests(where string, args ...any) ([]newsroom.Request, error) {
	var all []newsroom.Request
	err := tx.each("SELECT edition, member, time, note FROM request "+where, args, func(rows *sql.Rows) error {
		var r newsroom.Request
		err := rows.Scan(&r.Edition, &r.Member, moment{&r.Time}, &r.Note)
		all = append(all, r)
		return err
	})
	return all, err
}
