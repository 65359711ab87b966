package sqlite

import (
	"database/sql"
	"encoding/json"
	"strings"
	"time"

	"khabar/backend/newsroom"
)

// CoverageFilter chooses the stories of the grid story × language. Empty fields do not filter.
type CoverageFilter struct {
	Section newsroom.TermID
	From    time.Time // of stories made then or later
	To      time.Time // and before then
	Lang    newsroom.Lang
	Cell    Cell // what the story is in Lang, or in any language where Lang is empty
	Now     time.Time
}

// Cell is what somebody looks for in the grid.
type Cell string

// The cells that can be looked for.
const (
	CellMissing   Cell = "missing"   // there is no edition
	CellRequested Cell = "requested" // there is none, and somebody asked for it
	CellClaimed   Cell = "claimed"   // somebody is at work on it
	CellStale     Cell = "stale"     // its source has changed since it was translated
	CellDrafting  Cell = "drafting"
	CellSubmitted Cell = "submitted"
	CellReturned  Cell = "returned"
	CellApproved  Cell = "approved"
	CellScheduled Cell = "scheduled"
	CellLive      Cell = "live" // corrected or not
	CellWithdrawn Cell = "withdrawn"
)

func (f CoverageFilter) where() (string, []any) {
	cond, args := []string{"s.removed = 0"}, []any{}
	and := func(c string, a ...any) {
		cond = append(cond, c)
		args = append(args, a...)
	}
	if f.Section != "" {
		and("s.id IN (SELECT story FROM story_term WHERE kind = 'section' AND term = ?)", f.Section)
	}
	if !f.From.IsZero() {
		and("s.created >= ?", millis(f.From))
	}
	if !f.To.IsZero() {
		and("s.created < ?", millis(f.To))
	}
	if f.Cell != "" {
		c, a := f.cell()
		and(c, a...)
	}
	return strings.Join(cond, " AND "), args
}

// cell returns the condition on the editions of a story.
func (f CoverageFilter) cell() (string, []any) {
	lang, args := "", []any{}
	if f.Lang != "" {
		lang, args = " AND lang = ?", append(args, f.Lang)
	}
	edition := func(c string, a ...any) (string, []any) {
		return "EXISTS (SELECT 1 FROM edition WHERE story = s.id" + lang + " AND " + c + ")", append(args, a...)
	}
	switch f.Cell {
	case CellMissing:
		if f.Lang == "" {
			return "(SELECT COUNT(*) FROM edition WHERE story = s.id) < ?", []any{len(newsroom.Languages)}
		}
		return "NOT EXISTS (SELECT 1 FROM edition WHERE story = s.id" + lang + ")", args
	case CellRequested:
		return "EXISTS (SELECT 1 FROM request q WHERE q.story = s.id" + strings.ReplaceAll(lang, "lang", "q.lang") +
			" AND NOT EXISTS (SELECT 1 FROM edition WHERE id = q.edition))", args
	case CellClaimed:
		return "EXISTS (SELECT 1 FROM claim WHERE story = s.id" + lang + " AND until > ?)", append(args, millis(f.Now))
	case CellStale:
		return edition("stale > 0")
	case CellScheduled:
		return edition("(live = 'scheduled' AND published > ? OR next > ?)", millis(f.Now), millis(f.Now))
	case CellLive:
		return edition("(live IN ('live', 'corrected') OR live = 'scheduled' AND published <= ?)", millis(f.Now))
	case CellWithdrawn:
		return edition("live = 'withdrawn'")
	}
	return edition("work = ?", f.Cell)
}

const newestStory = " ORDER BY s.created DESC, s.id DESC"

// storyKey names a story by what the grid is ordered by.
type storyKey struct {
	Created int64            `json:"c"`
	ID      newsroom.StoryID `json:"i"`
}

// IndexCoverage returns how many stories f chooses and where their pages of size rows begin,
// the newest story first.
func (tx *Tx) IndexCoverage(f CoverageFilter, size int) (Index, error) {
	cond, args := f.where()
	var index Index
	err := tx.each("SELECT s.created, s.id FROM story s WHERE "+cond+newestStory, args, func(rows *sql.Rows) error {
		if index.Total%size == 0 {
			var k storyKey
			if err := rows.Scan(&k.Created, &k.ID); err != nil {
				return err
			}
			index.Keys = append(index.Keys, encode(k))
		}
		index.Total++
		return nil
	})
	return index, err
}

// CoverageRow is a story and all that the grid says of it.
type CoverageRow struct {
	Story    newsroom.Story
	Editions []Edition
	Claims   []newsroom.Claim
	Requests []newsroom.Request
}

// ListCoverage returns at most size rows of f, beginning with the story that key names, or
// with what follows its place where it is gone.
func (tx *Tx) ListCoverage(f CoverageFilter, from string, size int) ([]CoverageRow, error) {
	var k storyKey
	if json.Unmarshal([]byte(from), &k) != nil {
		return nil, newsroom.Errorf(newsroom.Invalid, "list.key")
	}
	cond, args := f.where()
	var ids []newsroom.StoryID
	err := tx.each("SELECT s.id FROM story s WHERE "+cond+" AND (s.created, s.id) <= (?, ?)"+newestStory+" LIMIT ?",
		append(args, k.Created, k.ID, size), func(rows *sql.Rows) error {
			var id newsroom.StoryID
			err := rows.Scan(&id)
			ids = append(ids, id)
			return err
		})
	all := make([]CoverageRow, len(ids))
	for i, id := range ids {
		if err == nil {
			all[i], err = tx.Coverage(id)
		}
	}
	return all, err
}

// Coverage returns the row of one story; NotFound.
func (tx *Tx) Coverage(id newsroom.StoryID) (row CoverageRow, err error) {
	if row.Story, err = tx.Story(id); err != nil {
		return row, err
	}
	if row.Editions, err = tx.EditionsOf(id); err != nil {
		return row, err
	}
	if row.Claims, err = tx.ClaimsOf(id); err != nil {
		return row, err
	}
	row.Requests, err = tx.RequestsOf(id)
	return row, err
}

// LiveOn counts the editions that went live in a language on one day (UTC).
type LiveOn struct {
	Lang  newsroom.Lang
	Day   string // 2006-01-02
	Count int
}

// LiveByDay counts what readers see by the day on which it first went live, since the day of
// from and up to now.
func (tx *Tx) LiveByDay(from, now time.Time) ([]LiveOn, error) {
	var all []LiveOn
	err := tx.each(`SELECT lang, strftime('%Y-%m-%d', published / 1000, 'unixepoch') AS day, COUNT(*) FROM edition
		WHERE removed = 0 AND published BETWEEN ? AND ? AND live IN ('live', 'corrected', 'scheduled')
		GROUP BY lang, day ORDER BY day, lang`,
		[]any{millis(from), millis(now)}, func(rows *sql.Rows) error {
			var c LiveOn
			err := rows.Scan(&c.Lang, &c.Day, &c.Count)
			all = append(all, c)
			return err
		})
	return all, err
}
