package sqlite

import (
	"database/sql"

	"khabar/backend/newsroom"
)

// PutComment writes a comment.
func (tx *Tx) PutComment(c newsroom.Comment) error {
	return tx.exec(`INSERT OR REPLACE INTO comment (id, edition, revision, block, quote, text, parent, suggestion, outcome, removed,
		member, time, settler, settled) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		c.ID, c.Edition, c.Revision, c.Block, c.Quote, c.Text, c.Parent, c.Suggestion, c.Outcome, c.Removed,
		c.Member, int64(c.Stamp), c.Settler, millis(c.Settled))
}

// Comment returns comment id; NotFound.
func (tx *Tx) Comment(id newsroom.CommentID) (newsroom.Comment, error) {
	all, err := tx.comments("WHERE id = ?", id)
	if err == nil && len(all) == 0 {
		err = newsroom.Errorf(newsroom.NotFound, "notFound.comment", "id", string(id))
	}
	if err != nil {
		return newsroom.Comment{}, err
	}
	return all[0], nil
}

// CommentsOf returns the comments on an edition, removed ones too, the oldest first.
func (tx *Tx) CommentsOf(edition newsroom.EditionID) ([]newsroom.Comment, error) {
	return tx.comments("WHERE edition = ? ORDER BY time, id", edition)
}

func (tx *Tx) comments(where string, args ...any) ([]newsroom.Comment, error) {
	var all []newsroom.Comment
	err := tx.each(`SELECT id, edition, revision, block, quote, text, parent, suggestion, outcome, removed, member, time, settler, settled
		FROM comment `+where, args, func(rows *sql.Rows) error {
		var c newsroom.Comment
		err := rows.Scan(&c.ID, &c.Edition, &c.Revision, &c.Block, &c.Quote, &c.Text, &c.Parent, &c.Suggestion, &c.Outcome, &c.Removed,
			&c.Member, &c.Stamp, &c.Settler, moment{&c.Settled})
		all = append(all, c)
		return err
	})
	return all, err
}

// waiting is the condition on a comment that nobody has settled.
const waiting = "parent = '' AND outcome = '' AND removed = 0"

// WaitingComments returns how many comments on an edition nobody has settled.
func (tx *Tx) WaitingComments(edition newsroom.EditionID) (n int, err error) {
	_, err = tx.one("SELECT COUNT(*) FROM comment WHERE edition = ? AND "+waiting, []any{edition}, &n)
	return n, err
}
