package sqlite

import (
	"database/sql"
	"time"

	"khabar/backend/newsroom"
)

// Each list of somebody's work is cut after limit rows; the next page is the list of stories.

const byMember = "EXISTS (SELECT 1 FROM revision r WHERE r.edition = edition.id AND r.member = ?)"

// Drafts returns the editions that m has written on and not submitted, the newest first.
func (tx *Tx) Drafts(m newsroom.MemberID, limit int) ([]Edition, error) {
	return tx.editions("WHERE removed = 0 AND work = 'drafting' AND (live = 'notLive' OR changed = 1) AND "+byMember+
		" ORDER BY updated DESC, n DESC LIMIT ?", m, limit)
}

// Returned returns the editions that m has written on and the desk gave back, the newest first.
func (tx *Tx) Returned(m newsroom.MemberID, limit int) ([]Edition, error) {
	return tx.editions("WHERE removed = 0 AND work = 'returned' AND "+byMember+" ORDER BY updated DESC, n DESC LIMIT ?", m, limit)
}

// Submitted returns what waits for the desk, the longest waiting first.
func (tx *Tx) Submitted(limit int) ([]Edition, error) {
	return tx.editions("WHERE removed = 0 AND work = 'submitted' ORDER BY updated, n LIMIT ?", limit)
}

// SubmittedBy returns what m has submitted and the desk has not decided on, the longest
// waiting first.
func (tx *Tx) SubmittedBy(m newsroom.MemberID, limit int) ([]Edition, error) {
	return tx.editions("WHERE removed = 0 AND work = 'submitted' AND work_act ->> '$.member' = ? ORDER BY updated, n LIMIT ?", m, limit)
}

// Stale returns the editions in langs whose source has changed since, the newest first.
func (tx *Tx) Stale(langs []newsroom.Lang, limit int) ([]Edition, error) {
	return tx.editions("WHERE removed = 0 AND stale > 0 AND lang IN (SELECT value FROM json_each(?)) ORDER BY updated DESC, n DESC LIMIT ?",
		encode(langs), limit)
}

// StaleLive returns what readers see although its source has changed since.
func (tx *Tx) StaleLive(limit int) ([]Edition, error) {
	return tx.editions("WHERE removed = 0 AND stale > 0 AND live IN ('live', 'corrected') ORDER BY updated DESC, n DESC LIMIT ?", limit)
}

// Waiting returns what goes live after now, the next first.
func (tx *Tx) Waiting(now time.Time, limit int) ([]Edition, error) {
	return tx.editions("WHERE removed = 0 AND (live = 'scheduled' AND published > ?1 OR next > 0 AND next > ?1) ORDER BY MAX(published, next), n LIMIT ?2",
		millis(now), limit)
}

// ClaimedBy returns the claims of m that hold at now, the newest first.
func (tx *Tx) ClaimedBy(m newsroom.MemberID, now time.Time, limit int) ([]newsroom.Claim, error) {
	return tx.claims("WHERE member = ? AND until > ? AND story IN (SELECT id FROM story WHERE removed = 0) ORDER BY since DESC, edition LIMIT ?",
		m, millis(now), limit)
}

// RequestedIn returns the requests for editions in langs that nobody has begun, the newest first.
func (tx *Tx) RequestedIn(langs []newsroom.Lang, limit int) ([]newsroom.Request, error) {
	return tx.requests(`WHERE lang IN (SELECT value FROM json_each(?)) AND NOT EXISTS (SELECT 1 FROM edition e WHERE e.id = request.edition)
		AND story IN (SELECT id FROM story WHERE removed = 0) ORDER BY time DESC, edition LIMIT ?`, encode(langs), limit)
}

// Lacking returns the stories made since from that are ready to be translated and have no
// edition in at least one of langs, the newest first. Ready is what has a text that was
// submitted, approved or is live.
func (tx *Tx) Lacking(langs []newsroom.Lang, from time.Time, limit int) ([]newsroom.StoryID, error) {
	var all []newsroom.StoryID
	err := tx.each(`SELECT s.id FROM story s WHERE s.removed = 0 AND s.created >= ?
		AND EXISTS (SELECT 1 FROM edition e WHERE e.story = s.id AND (e.work IN ('submitted', 'approved') OR e.live IN ('live', 'corrected', 'scheduled')))
		AND (SELECT COUNT(*) FROM edition e WHERE e.story = s.id AND e.lang IN (SELECT value FROM json_each(?))) < ?`+newestStory+" LIMIT ?",
		[]any{millis(from), encode(langs), len(langs), limit}, func(rows *sql.Rows) error {
			var id newsroom.StoryID
			err := rows.Scan(&id)
			all = append(all, id)
			return err
		})
	return all, err
}
