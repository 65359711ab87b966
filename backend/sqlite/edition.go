package sqlite

import (
	"database/sql"
	"slices"
	"time"

	"khabar/backend/newsroom"
)

// Edition is a row of the projection: an edition and what the list needs of it.
type Edition struct {
	newsroom.Edition
	Excerpt  string
	Created  time.Time
	SortKey  []byte        // of the headline, in the language's alphabet
	LiveText newsroom.Text // live or scheduled, without the body; zero where there is none
	NextText newsroom.Text // of a scheduled correction, likewise
	Changed  bool          // live, and the head is not what is live
	Followed bool          // a scheduled correction has come due since the row was written
}

// Differs reports whether readers see, or saw, another text than the newest.
func (e Edition) Differs() bool {
	return e.Live.State != newsroom.NotLive && !slices.Equal(e.Heads, []newsroom.RevisionID{e.Live.Revision})
}

// at is e with the live text that it has at time now: a scheduled correction whose time has
// come is what readers see, without anybody having written a row.
func (e *Edition) at(now time.Time) {
	if e.Live.Due(now) {
		e.Live, e.LiveText, e.NextText = e.Live.Now(now), e.NextText, newsroom.Text{}
		e.Changed, e.Followed = e.Differs(), true
	}
}

// PutEdition writes e, without the body, which is in the entries, and indexes the words
// that it is found by.
func (tx *Tx) PutEdition(e Edition, words Found) error {
	var n int64
	var heads string
	found, err := tx.one("SELECT n, heads FROM edition WHERE id = ?", []any{e.ID}, &n, &heads)
	if err != nil {
		return err
	}
	var next int64
	if e.Live.Next != nil {
		next = millis(e.Live.Next.From)
	}
	args := []any{e.ID.Story(), e.ID.Lang(), encode(e.Heads), encode(e.Unclear), e.Text.Headline, e.Text.Slug, e.Excerpt,
		e.Words, millis(e.Created), millis(e.Updated), e.SortKey, e.Work.State, encode(e.Work), e.Live.State, encode(e.Live),
		e.LiveText.Slug, encode(e.LiveText), millis(e.Live.Published), next, encode(e.NextText), e.Changed, e.Origin, e.ID}
	if found {
		err = tx.exec(`UPDATE edition SET story = ?, lang = ?, heads = ?, unclear = ?, headline = ?, slug = ?, excerpt = ?, words = ?,
			created = ?, updated = ?, sort_key = ?, work = ?, work_act = ?, live = ?, live_act = ?, live_slug = ?, live_text = ?, published = ?, next = ?, next_text = ?, changed = ?, origin = ?
			WHERE id = ?`, args...)
	} else {
		err = tx.exec(`INSERT INTO edition (story, lang, heads, unclear, headline, slug, excerpt, words, created, updated, sort_key,
			work, work_act, live, live_act, live_slug, live_text, published, next, next_text, changed, origin, id, removed)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
			COALESCE((SELECT removed FROM story WHERE id = ?), 0))`, append(args, e.ID.Story())...)
	}
	if err != nil {
		return err
	}
	if !found {
		if _, err := tx.one("SELECT n FROM edition WHERE id = ?", []any{e.ID}, &n); err != nil {
			return err
		}
	}
	// One head is one text, which never changes: an act upon it leaves the words as they are.
	if !found || len(e.Heads) != 1 || heads != encode(e.Heads) {
		if err := tx.putFound(n, words); err != nil {
			return err
		}
	}
	return tx.putOldSlugs(e)
}

const editionColumns = `id, heads, unclear, headline, slug, excerpt, words, created, updated, work_act, live_act, live_text, next_text, changed, origin, stale, missing`

func scanEdition(rows *sql.Rows) (e Edition, err error) {
	err = rows.Scan(&e.ID, decoded{&e.Heads}, decoded{&e.Unclear}, &e.Text.Headline, &e.Text.Slug, &e.Excerpt, &e.Words,
		moment{&e.Created}, moment{&e.Updated}, decoded{&e.Work}, decoded{&e.Live}, decoded{&e.LiveText}, decoded{&e.NextText}, &e.Changed, &e.Origin, &e.Stale, &e.Missing)
	return e, err
}

func (tx *Tx) editions(where string, args ...any) ([]Edition, error) {
	var all []Edition
	err := tx.each("SELECT "+editionColumns+" FROM edition "+where, args, func(rows *sql.Rows) error {
		e, err := scanEdition(rows)
		e.at(tx.now)
		all = append(all, e)
		return err
	})
	return all, err
}

// Edition returns edition id with headline and slug, but no other text; NotFound.
func (tx *Tx) Edition(id newsroom.EditionID) (Edition, error) {
	all, err := tx.editions("WHERE id = ?", id)
	if err != nil {
		return Edition{}, err
	}
	if len(all) == 0 {
		return Edition{}, newsroom.Errorf(newsroom.NotFound, "notFound.edition", "id", string(id))
	}
	return all[0], nil
}

// EditionsOf returns the editions of a story by language code.
func (tx *Tx) EditionsOf(story newsroom.StoryID) ([]Edition, error) {
	return tx.editions("WHERE story = ? ORDER BY lang", story)
}

// LiveEditions returns the editions of stories not removed that readers see, have seen or
// will see, with what the site is made from: the number of words, the live state and text,
// and whether the newest text is another.
func (tx *Tx) LiveEditions() ([]Edition, error) {
	var all []Edition
	query := "SELECT id, heads, words, live_act, live_text, next_text, changed FROM edition WHERE live <> 'notLive' AND removed = 0 ORDER BY id"
	err := tx.each(query, nil, func(rows *sql.Rows) error {
		var e Edition
		err := rows.Scan(&e.ID, decoded{&e.Heads}, &e.Words, decoded{&e.Live}, decoded{&e.LiveText}, decoded{&e.NextText}, &e.Changed)
		e.at(tx.now)
		all = append(all, e)
		return err
	})
	return all, err
}

// EachLive calls f with the live state of every edition in a language that readers see, have
// seen or will see, of stories not removed.
func (tx *Tx) EachLive(l newsroom.Lang, f func(newsroom.EditionID, newsroom.Live) error) error {
	query := "SELECT id, live_act FROM edition WHERE live <> 'notLive' AND removed = 0 AND lang = ?"
	return tx.each(query, []any{l}, func(rows *sql.Rows) error {
		var id newsroom.EditionID
		var live newsroom.Live
		if err := rows.Scan(&id, decoded{&live}); err != nil {
			return err
		}
		return f(id, live)
	})
}

// CountLive returns how many editions LiveEditions returns.
func (tx *Tx) CountLive() (n int, err error) {
	_, err = tx.one("SELECT COUNT(*) FROM edition WHERE live <> 'notLive' AND removed = 0", nil, &n)
	return n, err
}

// AllEditions returns the ids of all editions of stories not removed.
func (tx *Tx) AllEditions() ([]newsroom.EditionID, error) {
	var all []newsroom.EditionID
	err := tx.each("SELECT id FROM edition WHERE removed = 0 ORDER BY id", nil, func(rows *sql.Rows) error {
		var id newsroom.EditionID
		err := rows.Scan(&id)
		all = append(all, id)
		return err
	})
	return all, err
}

// SlugTaken reports whether another edition in the language has the slug: in its newest or
// its live text, or as an address from which it redirects.
func (tx *Tx) SlugTaken(l newsroom.Lang, slug string, except newsroom.EditionID) (bool, error) {
	var one int
	return tx.one(`SELECT 1 FROM edition WHERE lang = ?1 AND slug = ?2 AND id <> ?3
		UNION ALL SELECT 1 FROM edition WHERE lang = ?1 AND live_slug = ?2 AND id <> ?3
		UNION ALL SELECT 1 FROM old_slug WHERE lang = ?1 AND slug = ?2 AND edition <> ?3 LIMIT 1`, []any{l, slug, except}, &one)
}

func (tx *Tx) putOldSlugs(e Edition) error {
	if err := tx.exec("DELETE FROM old_slug WHERE edition = ?", e.ID); err != nil {
		return err
	}
	kept := e.Live.OldSlugs
	if e.Live.Next != nil && e.NextText.Slug != "" { // promised to it
		kept = append(slices.Clone(kept), e.NextText.Slug)
	}
	for _, slug := range kept {
		if err := tx.exec("INSERT OR IGNORE INTO old_slug (lang, slug, edition) VALUES (?, ?, ?)", e.ID.Lang(), slug, e.ID); err != nil {
			return err
		}
	}
	return nil
}
