package sqlite

import (
	"database/sql"

	"khabar/backend/newsroom"
)

// Found is what an edition is found by: the words of its text, folded, parted by spaces.
type Found struct {
	Headline, Summary, Body string
	Byline                  string // and the translator's credit
	Joined                  string // words that ZWNJ holds together, closed up
}

// MostFound is how many editions a search lists at most. Nobody reads on so far; and a
// word that every text has must not cost more than another.
const MostFound = 1000

// mostRanked is how many of the editions found are compared for the best match: those that
// came last. Comparing takes a microsecond each.
const mostRanked = 5000

// A word in the headline says more of what a text is about than one in the summary, and
// that more than one in the body.
const relevance = "bm25(search, 10, 4, 1, 2, 1)"

// putFound indexes f as the words of the edition in row n.
func (tx *Tx) putFound(n int64, f Found) error {
	if err := tx.exec("DELETE FROM search WHERE rowid = ?", n); err != nil {
		return err
	}
	return tx.exec("INSERT INTO search (rowid, headline, summary, body, byline, joined) VALUES (?, ?, ?, ?, ?, ?)",
		n, f.Headline, f.Summary, f.Body, f.Byline, f.Joined)
}

// fewFound is up to how many editions found are looked up one by one.
const fewFound = 2000

// find returns the row numbers of what f finds, in its order, MostFound at most; more
// reports whether there are others.
func (tx *Tx) find(f Filter) (found []int64, more bool, err error) {
	n, err := tx.CountWords(f.Words, mostRanked+1)
	if err != nil {
		return nil, false, err
	}
	var query string
	var args []any
	switch {
	case f.Sort == ByMatch:
		query, args = f.findBest(n > mostRanked)
	case n < fewFound:
		query, args = f.findFew()
	default:
		query, args = f.findMany()
	}
	err = tx.each(query, append(args, MostFound+1), func(rows *sql.Rows) error {
		var n int64
		err := rows.Scan(&n)
		found = append(found, n)
		return err
	})
	if more = len(found) > MostFound; more {
		found = found[:MostFound]
	}
	return found, more, err
}

// findFew looks up each edition found and puts them in order.
func (f Filter) findFew() (string, []any) {
	cond, args := f.where()
	return "SELECT e.n FROM search s CROSS JOIN edition e ON e.n = s.rowid WHERE s.search MATCH ? AND " + cond + f.order() + " LIMIT ?",
		append([]any{f.Words}, args...)
}

// findMany walks the index of the order and looks each row up in the set of those that
// have the words. The plus keeps SQLite from going the other way round.
func (f Filter) findMany() (string, []any) {
	cond, args := f.where()
	return "SELECT e.n FROM edition e WHERE " + cond + " AND +e.n IN (SELECT rowid FROM search WHERE search MATCH ?)" +
		f.order() + " LIMIT ?", append(args, f.Words)
}

// findBest compares what has the words, the newest where they are as good as each other; of
// many, those that came last. The plus keeps SQLite from asking the index of words once for
// every edition.
func (f Filter) findBest(many bool) (string, []any) {
	cond, fit := f.where()
	fits := "+rowid IN (SELECT e.n FROM edition e WHERE " + cond + ")"
	if len(fit) == 1 && !f.Removed { // those that are removed are fewer
		fits, fit = "+rowid NOT IN (SELECT e.n FROM edition e WHERE e.removed = ?)", []any{true}
	}
	args := append([]any{f.Words}, fit...)
	if many {
		fits += " AND rowid > (SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT 1 OFFSET ?)"
		args = append(args, f.Words, mostRanked)
	}
	return "SELECT rowid FROM search WHERE search MATCH ? AND " + fits + " ORDER BY " + relevance + ", rowid DESC LIMIT ?", args
}

// HaveWords returns which editions of a language have the words of an FTS5 expression, those
// that came last first, at most limit. Removed stories are left out.
func (tx *Tx) HaveWords(l newsroom.Lang, words string, limit int) ([]newsroom.EditionID, error) {
	var all []newsroom.EditionID
	err := tx.each(`SELECT e.id FROM search s JOIN edition e ON e.n = s.rowid
		WHERE s.search MATCH ? AND e.lang = ? AND e.removed = 0 ORDER BY s.rowid DESC LIMIT ?`, []any{words, l, limit}, func(rows *sql.Rows) error {
		var id newsroom.EditionID
		err := rows.Scan(&id)
		all = append(all, id)
		return err
	})
	return all, err
}

// CountWords returns in how many editions an FTS5 expression holds, counting to limit.
func (tx *Tx) CountWords(words string, limit int) (n int, err error) {
	_, err = tx.one("SELECT COUNT(*) FROM (SELECT 1 FROM search WHERE search MATCH ? LIMIT ?)", []any{words, limit}, &n)
	return n, err
}

// foundKeys names the pages of what was found by their rows: no page is sought again, and
// none moves while another device's words arrive.
func foundKeys(found []int64, size int) (keys []string) {
	for from := 0; from < len(found); from += size {
		keys = append(keys, encode(found[from:min(from+size, len(found))]))
	}
	return keys
}
