package sqlite

import (
	"database/sql"
	"time"

	"khabar/backend/newsroom"
)

// Queued is an edition on an editor's table and what is to be known of it at a glance.
type Queued struct {
	Edition
	Source   newsroom.Lang // of the story
	Sections []newsroom.TermID
	Place    string
	Embargo  time.Time
	Comments int // that nobody has settled
}

// Queue returns the editions that wait for an editor, in no order: submitted, approved and
// not yet with readers, scheduled for after now. The condition is written so that each part
// of it is a seek, however many editions there are; the plus sign keeps the planner from an
// index that only sorts.
func (tx *Tx) Queue(now time.Time) ([]Queued, error) {
	var all []Queued
	err := tx.each(`SELECT e.id, e.heads, e.unclear, e.headline, e.slug, e.excerpt, e.words, e.created, e.updated, e.work_act, e.live_act,
		e.live_text, e.next_text, e.changed, e.stale, e.missing, COALESCE(s.source, ''), COALESCE(s.place, ''), COALESCE(s.embargo, 0),
		(SELECT json_group_array(term) FROM (SELECT term FROM story_term t WHERE t.story = e.story AND t.kind = 'section' ORDER BY t.pos)),
		(SELECT COUNT(*) FROM comment c WHERE c.edition = e.id AND `+waiting+`)
		FROM edition e LEFT JOIN story s ON s.id = e.story
		WHERE +e.removed = 0 AND (e.work = 'submitted' OR e.work = 'approved' AND e.live = 'notLive'
		OR e.work = 'approved' AND e.live IN ('live', 'corrected', 'withdrawn', 'scheduled') AND e.changed = 1
		OR e.live = 'scheduled' AND e.published > ?1 OR e.next > 0 AND e.next > ?1)`, []any{millis(now)}, func(rows *sql.Rows) error {
		var q Queued
		err := rows.Scan(&q.ID, decoded{&q.Heads}, decoded{&q.Unclear}, &q.Text.Headline, &q.Text.Slug, &q.Excerpt, &q.Words,
			moment{&q.Created}, moment{&q.Updated}, decoded{&q.Work}, decoded{&q.Live}, decoded{&q.LiveText}, decoded{&q.NextText}, &q.Changed, &q.Stale, &q.Missing,
			&q.Source, &q.Place, moment{&q.Embargo}, decoded{&q.Sections}, &q.Comments)
		q.at(tx.now)
		all = append(all, q)
		return err
	})
	return all, err
}

// Due returns the editions that went live by themselves after from and until now, and when
// the next one will: the zero time where none is scheduled. The end of an embargo counts as
// something that comes due, for all editions of its story.
func (tx *Tx) Due(from, now time.Time) (due []newsroom.EditionID, next time.Time, err error) {
	if _, err := tx.one(`SELECT COALESCE(MIN(at), 0) FROM (SELECT MIN(published) AS at FROM edition WHERE live = 'scheduled' AND published > ?1
		UNION ALL SELECT MIN(next) FROM edition WHERE next > 0 AND next > ?1
		UNION ALL SELECT MIN(embargo) FROM story WHERE embargo > 0 AND embargo > ?1) WHERE at > 0`, []any{millis(now)}, moment{&next}); err != nil {
		return nil, next, err
	}
	err = tx.each(`SELECT id FROM edition WHERE live = 'scheduled' AND published > ?1 AND published <= ?2
		UNION SELECT id FROM edition WHERE next > 0 AND next > ?1 AND next <= ?2
		UNION SELECT id FROM edition WHERE story IN (SELECT id FROM story WHERE embargo > 0 AND embargo > ?1 AND embargo <= ?2)`,
		[]any{millis(from), millis(now)}, func(rows *sql.Rows) error {
			var id newsroom.EditionID
			err := rows.Scan(&id)
			due = append(due, id)
			return err
		})
	return due, next, err
}

// Unpublished returns the editions of which readers see, or saw, something else than a
// destination that was last brought up to date at since: at most limit of them, the newest
// first, and how many there are.
func (tx *Tx) Unpublished(since, now time.Time, limit int) (some []Edition, total int, err error) {
	const which = `removed = 0 AND live <> 'notLive' AND (live <> 'scheduled' OR published <= ?2)
		AND MAX(published, IIF(next <= ?2, next, 0), COALESCE(unixepoch(json_extract(live_act, '$.changed'), 'subsec') * 1000, 0)) > ?1
		AND MAX(published, IIF(next <= ?2, next, 0), COALESCE(unixepoch(json_extract(live_act, '$.changed'), 'subsec') * 1000, 0)) <= ?2
		AND NOT EXISTS (SELECT 1 FROM story s WHERE s.id = edition.story AND s.embargo > ?2)`
	if _, err := tx.one("SELECT COUNT(*) FROM edition WHERE "+which, []any{millis(since), millis(now)}, &total); err != nil || total == 0 {
		return nil, total, err
	}
	some, err = tx.editions("WHERE "+which+" ORDER BY published DESC, n DESC LIMIT ?3", millis(since), millis(now), limit)
	return some, total, err
}

// EditionAt returns the edition whose page has, had or would have the slug in a language,
// the one that readers find there first; ok is false where there is none.
func (tx *Tx) EditionAt(l newsroom.Lang, slug string) (e Edition, ok bool, err error) {
	all, err := tx.editions(`WHERE id = (SELECT id FROM (
		SELECT id, 1 AS o FROM edition WHERE lang = ?1 AND live_slug = ?2 AND removed = 0
		UNION ALL SELECT edition, 2 FROM old_slug WHERE lang = ?1 AND slug = ?2
		UNION ALL SELECT id, 3 FROM edition WHERE lang = ?1 AND slug = ?2 AND removed = 0) ORDER BY o LIMIT 1)`, l, slug)
	if err != nil || len(all) == 0 {
		return e, false, err
	}
	return all[0], true, nil
}
