package sqlite

import (
	"context"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"khabar/backend/newsroom"
)

// The questions that are asked often are answered from an index.
func TestQuestionsUseTheirIndex(t *testing.T) {
	d := create(t, filepath.Join(t.TempDir(), "khabar.db"))
	for name, ask := range map[string]func(*Tx) error{
		"entry_aside":       func(tx *Tx) error { _, err := tx.EntriesIn(Refused); return err },
		"entry_unsealed":    func(tx *Tx) error { _, err := tx.Unsealed(1, 1); return err },
		"entry_subject":     func(tx *Tx) error { _, err := tx.EntriesOf("story:x", ""); return err },
		"entry_time":        func(tx *Tx) error { _, err := tx.LastOwnTime(); return err },
		"segment_log":       func(tx *Tx) error { _, _, err := tx.LastSegment(nil); return err },
		"edition_queue":     func(tx *Tx) error { _, err := tx.Queue(time.Now()); return err },
		"edition_scheduled": func(tx *Tx) error { _, _, err := tx.Due(time.Now(), time.Now()); return err },
		"edition_next":      func(tx *Tx) error { _, _, err := tx.Due(time.Now(), time.Now()); return err },
		"story_embargo":     func(tx *Tx) error { _, _, err := tx.Due(time.Now(), time.Now()); return err },
		"comment_edition":   func(tx *Tx) error { _, err := tx.WaitingComments("x"); return err },
		"story_term_term":   func(tx *Tx) error { _, err := tx.TermUses(newsroom.Tag); return err },
	} {
		plan := ""
		err := d.View(t.Context(), func(tx *Tx) error {
			if err := ask(tx); err != nil {
				return err
			}
			for query := range tx.stmts {
				plan += explain(t, tx, query)
			}
			return nil
		})
		if err != nil || !strings.Contains(plan, "INDEX "+name) || strings.Contains(plan, "SCAN entry\n") {
			t.Errorf("%s: %v\n%s", name, err, plan)
		}
	}
}

// What is new is read from its place on, however much came before.
func TestWhatIsNewIsSought(t *testing.T) {
	d := create(t, filepath.Join(t.TempDir(), "khabar.db"))
	err := d.View(t.Context(), func(tx *Tx) error {
		if _, _, err := tx.Since(-1); err != nil {
			return err
		}
		asked := 0
		for query := range tx.stmts {
			if !strings.Contains(query, "DISTINCT") {
				continue
			}
			asked++
			if plan := explain(t, tx, query); !strings.Contains(plan, "SEARCH entry USING INTEGER PRIMARY KEY (rowid>?)") {
				t.Errorf("%s\n%s", query, plan)
			}
		}
		if asked != 1 {
			t.Errorf("asked %d times", asked)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func explain(t *testing.T, tx *Tx, query string) (plan string) {
	t.Helper()
	args := make([]any, strings.Count(query, "?"))
	rows, err := tx.tx.Query("EXPLAIN QUERY PLAN "+query, args...)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var id, parent, unused int
		var detail string
		if err := rows.Scan(&id, &parent, &unused, &detail); err != nil {
			t.Fatal(err)
		}
		plan += detail + "\n"
	}
	return plan
}

// Whoever stops what is going on hears that it was stopped, whatever it was at.
func TestAStoppedTransactionSaysSo(t *testing.T) {
	d := create(t, filepath.Join(t.TempDir(), "khabar.db"))
	for name, after := range map[string]func(*Tx) error{
		"at the commit":    func(*Tx) error { return nil },
		"at the next read": func(tx *Tx) error { _, err := tx.Local("x"); return err },
		"at the next write": func(tx *Tx) error {
			for {
				if err := tx.PutLocal("x", []byte("y")); err != nil {
					return err
				}
			}
		},
	} {
		ctx, stop := context.WithCancel(t.Context())
		err := d.Update(ctx, func(tx *Tx) error {
			stop()
			return after(tx)
		})
		if newsroom.CodeOf(err) != newsroom.Cancelled {
			t.Errorf("%s: %v", name, err)
		}
	}
	ctx, stop := context.WithCancel(t.Context())
	refused := newsroom.Errorf(newsroom.Conflict, "slug.missing")
	wantCode(t, d.Update(ctx, func(*Tx) error { stop(); return refused }), newsroom.Conflict)
}

// Rows that differ never look alike, wherever a column ends and the next begins.
func TestDigestsTellColumnsApart(t *testing.T) {
	digest := func(name, roles string) string {
		d := create(t, filepath.Join(t.TempDir(), "khabar.db"))
		var digests map[string]string
		err := d.Update(t.Context(), func(tx *Tx) (err error) {
			if err := tx.exec("INSERT INTO member (id, name, roles, devices, langs, grant_) VALUES ('m', ?, ?, '', '', '')", name, roles); err != nil {
				return err
			}
			digests, err = tx.ProjectionDigests()
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		return digests["member"]
	}
	if digest("a b", "c") == digest("a", "b c") || digest("ab", "c") == digest("a", "bc") || digest("a\n", "") == digest("a", "\n") {
		t.Fatal("two rows look alike")
	}
}
