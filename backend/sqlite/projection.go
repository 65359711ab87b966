package sqlite

import (
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"fmt"
	"io"
)

// projected lists the tables that are made from the entries, with the order in which
// their rows are compared.
var projected = map[string]string{
	"member":     "SELECT * FROM member ORDER BY id",
	"settings":   "SELECT * FROM settings",
	"story":      "SELECT * FROM story ORDER BY id",
	"story_term": "SELECT * FROM story_term ORDER BY story, kind, pos",
	"term":       "SELECT * FROM term ORDER BY kind, id",
	"name":       "SELECT * FROM name ORDER BY id",
	"picture":    "SELECT * FROM picture ORDER BY story, edition, hash",
	"revision":   "SELECT * FROM revision ORDER BY id",
	"claim":      "SELECT * FROM claim ORDER BY edition",
	"request":    "SELECT * FROM request ORDER BY edition",
	"old_slug":   "SELECT * FROM old_slug ORDER BY lang, slug, edition",
	"comment":    "SELECT * FROM comment ORDER BY id",
	"edition": `SELECT id, story, lang, heads, unclear, headline, slug, excerpt, words, created, updated, sort_key, removed,
		work, work_act, live, live_act, live_slug, live_text, published, next, next_text, changed, origin, stale, missing FROM edition ORDER BY id`,
}

// ClearProjection empties every table that is made from the entries.
func (tx *Tx) ClearProjection() error {
	for table := range projected {
		if err := tx.exec("DELETE FROM " + table); err != nil {
			return err
		}
	}
	return tx.exec("DELETE FROM search")
}

// ProjectionDigests returns a hash of each projected table: equal where the rows are.
func (tx *Tx) ProjectionDigests() (map[string]string, error) {
	digests := map[string]string{}
	for table, query := range projected {
		h := sha256.New()
		err := tx.each(query, nil, func(rows *sql.Rows) error {
			columns, err := rows.Columns()
			if err != nil {
				return err
			}
			values := make([]any, len(columns))
			dest := make([]any, len(columns))
			for i := range values {
				dest[i] = &values[i]
			}
			if err := rows.Scan(dest...); err != nil {
				return err
			}
			for _, v := range values {
				writeColumn(h, v)
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
		digests[table] = hex.EncodeToString(h.Sum(nil))
	}
	return digests, nil
}

// writeColumn writes a value so that no two rows are written alike: its type, its length and
// its bytes.
func writeColumn(w io.Writer, v any) {
	text := fmt.Sprint(v)
	if b, ok := v.([]byte); ok {
		text = string(b)
	}
	fmt.Fprintf(w, "%T %d %s\n", v, len(text), text)
}
