package sqlite

import (
	"database/sql"

	"khabar/backend/newsroom"
)

// PutClaim writes the claim on an edition; one without a member takes it away.
func (tx *Tx) PutClaim(c newsroom.Claim) error {
	if c.Member == "" {
		return tx.exec("DELETE FROM claim WHERE edition = ?", c.Edition)
	}
	return tx.exec("INSERT OR REPLACE INTO claim (edition, story, lang, member, since, until) VALUES (?, ?, ?, ?, ?, ?)",
		c.Edition, c.Edition.Story(), c.Edition.Lang(), c.Member, millis(c.Since), millis(c.Until))
}

// Claim returns the claim on an edition, expired or not; the zero claim where there is none.
func (tx *Tx) Claim(id newsroom.EditionID) (newsroom.Claim, error) {
	all, err := tx.claims("WHERE edition = ?", id)
	if err != nil || len(all) == 0 {
		return newsroom.Claim{}, err
	}
	return all[0], nil
}

// ClaimsOf returns the claims on the editions of a story.
func (tx *Tx) ClaimsOf(story newsroom.StoryID) ([]newsroom.Claim, error) {
	return tx.claims("WHERE story = ?", story)
}

func (tx *Tx) claims(where string, args ...any) ([]newsroom.Claim, error) {
	var all []newsroom.Claim
	err := tx.each("SELECT edition, member, since, until FROM claim "+where, args, func(rows *sql.Rows) error {
		var c newsroom.Claim
		err := rows.Scan(&c.Edition, &c.Member, moment{&c.Since}, moment{&c.Until})
		all = append(all, c)
		return err
	})
	return all, err
}
