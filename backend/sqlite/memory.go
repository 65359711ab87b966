package sqlite

import (
	"context"
	"database/sql"
	_ "embed"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"khabar/backend/newsroom"
)

//go:embed memory.sql
var memoryTables string

// memoryVersion is to be raised when memoryTables change, and when words are folded in
// another way.
const memoryVersion = 1

// OpenMemory opens the file of the translation memory at path. It holds nothing that is
// not elsewhere: one that is missing, damaged or of another version is made anew, and made
// says so. A power cut may cost it what was written last. Errors: Storage.
func OpenMemory(ctx context.Context, path string) (d *DB, made bool, err error) {
	d, err = connectMemory(path)
	if err != nil {
		return nil, false, err
	}
	made, err = d.memoryTables(ctx)
	if newsroom.CodeOf(err) != newsroom.Damaged {
		if err != nil {
			d.Close()
		}
		return d, made, err
	}
	d.Close()
	for _, end := range []string{"", "-wal", "-shm"} {
		if err := os.Remove(path + end); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, false, newsroom.Errorf(newsroom.Storage, "storage.notWritable", "path", path, err)
		}
	}
	if d, err = connectMemory(path); err != nil {
		return nil, false, err
	}
	if _, err = d.memoryTables(ctx); err != nil {
		d.Close()
	}
	return d, true, err
}

// connectMemory opens the file, which nobody but its owner may read.
func connectMemory(path string) (*DB, error) {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err == nil {
		err = f.Close()
	}
	if err != nil {
		return nil, newsroom.Errorf(newsroom.Storage, "storage.notWritable", "path", path, err)
	}
	return connect(path, "&_pragma=synchronous(NORMAL)", 2, 1)
}

// memoryTables makes the tables where the file has none; made reports that it did. Those of
// another version are Damaged.
func (d *DB) memoryTables(ctx context.Context) (made bool, err error) {
	var version, tables int
	if err := d.write.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version); err != nil {
		return false, fault(err, d.path)
	}
	if err := d.write.QueryRowContext(ctx, "SELECT COUNT(*) FROM sqlite_schema").Scan(&tables); err != nil {
		return false, fault(err, d.path)
	}
	switch {
	case version == memoryVersion:
		return false, nil
	case tables > 0:
		return false, newsroom.Errorf(newsroom.Damaged, "storage.damaged", "path", d.path)
	}
	step := fmt.Sprintf("BEGIN IMMEDIATE; %s; PRAGMA user_version = %d; COMMIT", memoryTables, memoryVersion)
	_, err = d.write.ExecContext(ctx, step)
	return true, fault(err, d.path)
}

// Wording is a passage in one language.
type Wording struct {
	N      int64 // its number
	Source string
	Plain  string
}

// languages of a passage have places for as many.
const places = 16

// WordingNumber is the number of a passage in the language at a place of newsroom.Languages.
func WordingNumber(passage int64, place int) int64 { return passage*places + int64(place) }

// PassageOf is the passage that a wording is of, and the place of its language.
func PassageOf(n int64) (passage int64, place int) { return n / places, int(n % places) }

// Await has stories looked at.
func (tx *Tx) Await(stories []newsroom.StoryID) error {
	for _, id := range stories {
		if err := tx.exec("INSERT OR IGNORE INTO waiting (story) VALUES (?)", id); err != nil {
			return err
		}
	}
	return nil
}

// PutSeen notes the number of the last entry of the newsroom that was looked at.
func (tx *Tx) PutSeen(n int64) error {
	return tx.exec("INSERT OR REPLACE INTO local (name, value) VALUES ('seen', ?)", n)
}

// Seen returns what PutSeen noted, 0 where it never did.
func (tx *Tx) Seen() (n int64, err error) {
	_, err = tx.one("SELECT value FROM local WHERE name = 'seen'", nil, &n)
	return n, err
}

// Awaited returns stories that are to be looked at, limit at most, and how many they are in
// all.
func (tx *Tx) Awaited(limit int) (some []newsroom.StoryID, all int, err error) {
	if _, err := tx.one("SELECT COUNT(*) FROM waiting", nil, &all); err != nil {
		return nil, 0, err
	}
	err = tx.each("SELECT story FROM waiting LIMIT ?", []any{limit}, func(rows *sql.Rows) error {
		var id newsroom.StoryID
		err := rows.Scan(&id)
		some = append(some, id)
		return err
	})
	return some, all, err
}

// Settle takes a story off what is to be looked at.
func (tx *Tx) Settle(id newsroom.StoryID) error {
	return tx.exec("DELETE FROM waiting WHERE story = ?", id)
}

// Remembered returns the mark that a story was remembered with, nil where it is not.
func (tx *Tx) Remembered(id newsroom.StoryID) (mark []byte, err error) {
	_, err = tx.one("SELECT mark FROM story WHERE id = ?", []any{id}, &mark)
	return mark, err
}

// Forget takes the passages of a story out of the memory.
func (tx *Tx) Forget(id newsroom.StoryID) error {
	var first, last int64
	if found, err := tx.one("SELECT first, last FROM story WHERE id = ?", []any{id}, &first, &last); err != nil || !found {
		return err
	}
	from, to := WordingNumber(first, 0), WordingNumber(last, places-1)
	if err := tx.exec("DELETE FROM word WHERE rowid IN (SELECT n FROM wording WHERE n BETWEEN ? AND ?)", from, to); err != nil {
		return err
	}
	if err := tx.exec("DELETE FROM wording WHERE n BETWEEN ? AND ?", from, to); err != nil {
		return err
	}
	return tx.exec("DELETE FROM story WHERE first = ?", first)
}

// NewPassages gives a story numbers for count passages and returns the first.
func (tx *Tx) NewPassages(id newsroom.StoryID, count int, mark []byte) (first int64, err error) {
	if _, err := tx.one("SELECT COALESCE(MAX(last), 0) + 1 FROM story WHERE first = (SELECT MAX(first) FROM story)", nil, &first); err != nil {
		return 0, err
	}
	last := first + int64(max(count, 1)) - 1
	return first, tx.exec("INSERT INTO story (first, last, id, mark) VALUES (?, ?, ?, ?)", first, last, id, mark)
}

// PutWording writes a wording; words are what it is found by, parted by spaces.
func (tx *Tx) PutWording(w Wording, words string) error {
	var plain any
	if w.Plain != w.Source {
		plain = w.Plain
	}
	if err := tx.exec("INSERT INTO wording (n, source, plain) VALUES (?, ?, ?)", w.N, w.Source, plain); err != nil {
		return err
	}
	return tx.exec("INSERT INTO word (rowid, words) VALUES (?, ?)", w.N, words)
}

// Frequencies returns the counts of a language, nil where there are none.
func (tx *Tx) Frequencies(l newsroom.Lang) (counts []byte, err error) {
	_, err = tx.one("SELECT counts FROM frequency WHERE lang = ?", []any{l}, &counts)
	return counts, err
}

// PutFrequencies writes the counts of a language.
func (tx *Tx) PutFrequencies(l newsroom.Lang, counts []byte) error {
	return tx.exec("INSERT OR REPLACE INTO frequency (lang, counts) VALUES (?, ?)", l, counts)
}
