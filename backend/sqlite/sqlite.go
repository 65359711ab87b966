// Package sqlite is the only SQL of Khabar. It keeps the journal's entries, the tables
// made from them, and what belongs to this device alone, in one SQLite file.
//
// One connection writes and several read. Every pragma is in the data source name, so
// that each connection of a pool has it. Journal mode is WAL and synchronous is FULL:
// what a committed transaction wrote survives a kill and a power cut.
//
// Create makes a file and Open opens one that is there. Open reads the first bytes itself
// (header.go) before SQLite may write to them, so that a file of a newer Khabar or of
// another program is refused as it was found. Errors of the disk come back with code
// Storage, a file that is no database or fails its check with code Damaged; both are told
// by SQLite's result code, never by the text of a message.
//
// The methods of Tx are small and say nothing of rules; package archive decides what is
// written, in which order and when.
package sqlite

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"runtime"

	sqlite3 "modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"

	"khabar/backend/newsroom"
)

//go:embed migrations/*.sql
var migrations embed.FS

// DB is an open database file.
type DB struct {
	path  string
	read  *sql.DB
	write *sql.DB
	clock newsroom.Clock
}

// Tell has the clock say when a transaction takes place; without it, it is the system's.
// It is called before the database is used.
func (d *DB) Tell(clock newsroom.Clock) { d.clock = clock }

// Create makes the file at path, which must not be there yet. Errors: Storage.
func Create(ctx context.Context, path string) (*DB, error) {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o600)
	if err == nil {
		err = f.Close()
	}
	if err != nil {
		return nil, newsroom.Errorf(newsroom.Storage, "storage.notWritable", "path", path, err)
	}
	return open(ctx, path)
}

// Open opens the file at path, which must be there, and brings its tables up to date.
// Errors: TooNew, Damaged, Storage.
func Open(ctx context.Context, path string) (*DB, error) {
	if err := checkHeader(path); err != nil {
		return nil, err
	}
	return open(ctx, path)
}

func open(ctx context.Context, path string) (*DB, error) {
	d, err := connect(path, "", 4, 2)
	if err != nil {
		return nil, err
	}
	if err := d.migrate(ctx); err != nil {
		d.Close()
		return nil, err
	}
	return d, nil
}

// connect makes the connections to the file at path; more are pragmas that every one of
// them sets beside the usual ones, writer and reader how many MB of pages they keep.
func connect(path, more string, writer, reader int) (*DB, error) {
	write, err := sql.Open("sqlite", source(path)+more+cache(writer)+"&_txlock=immediate")
	if err != nil {
		return nil, fault(err, path)
	}
	write.SetMaxOpenConns(1)
	read, err := sql.Open("sqlite", source(path)+more+cache(reader)+readOnly)
	if err != nil {
		write.Close()
		return nil, fault(err, path)
	}
	read.SetMaxOpenConns(max(readers, runtime.NumCPU()))
	return &DB{path: path, read: read, write: write, clock: newsroom.SystemClock{}}, nil
}

// readers may be at work at once. Some of what reads in the background, the words of a
// language or the translation memory, takes seconds in one transaction: the window must not
// wait for them, nor they for each other. Two connections are kept, the others closed when
// they are no longer needed.
const readers = 6

const readOnly = "&_pragma=query_only(1)"

// source names the file and what every connection to it sets.
func source(path string) string {
	u := url.URL{Scheme: "file", Opaque: (&url.URL{Path: filepath.ToSlash(path)}).EscapedPath()}
	return u.String() + "?_pragma=busy_timeout(10000)&_pragma=journal_mode(WAL)&_pragma=synchronous(FULL)" +
		"&_pragma=foreign_keys(1)&_pragma=temp_store(MEMORY)"
}

// cache is how many MB of pages a connection keeps. Each has a cache of its own and gives
// none of it back, and it takes more than twice what it says: a page of 4 kB with SQLite's
// notes about it is a little larger than that, and the allocator below SQLite gives it 9.
// What a connection lacks is mostly in the cache of the system. Caches four times as large
// took 40 MB more after lists and searches over 50,000 editions, and the same processor time;
// an import was no cheaper either.
func cache(mb int) string { return fmt.Sprintf("&_pragma=cache_size(-%d)", mb<<10) }

// Close closes the file. Everything committed is on disk already.
func (d *DB) Close() error { return errors.Join(d.read.Close(), d.write.Close()) }

// Path returns the place of the file.
func (d *DB) Path() string { return d.path }

// steps returns the names of the migrations; their number is the version of the tables.
func steps() ([]string, error) { return fs.Glob(migrations, "migrations/*.sql") }

func (d *DB) migrate(ctx context.Context) error {
	names, err := steps()
	if err != nil {
		return err
	}
	var version int
	if err := d.write.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version); err != nil {
		return fault(err, d.path)
	}
	if version > len(names) {
		return newsroom.Errorf(newsroom.TooNew, "storage.tooNew", "path", d.path)
	}
	for i := version; i < len(names); i++ {
		text, err := migrations.ReadFile(names[i])
		if err != nil {
			return err
		}
		step := fmt.Sprintf("BEGIN IMMEDIATE; %s; PRAGMA application_id = %d; PRAGMA user_version = %d; COMMIT", text, applicationID, i+1)
		if _, err := d.write.ExecContext(ctx, step); err != nil {
			return fault(err, d.path)
		}
	}
	return nil
}

// Check runs SQLite's own check over the whole file; a Damaged error says what it found.
// It does so on a connection of its own: the full-text index checks what a connection
// remembers of it, which another may have changed since.
func (d *DB) Check(ctx context.Context) error {
	fresh, err := sql.Open("sqlite", source(d.path)+readOnly)
	if err != nil {
		return fault(err, d.path)
	}
	defer fresh.Close()
	var result string
	if err := fresh.QueryRowContext(ctx, "PRAGMA quick_check(1)").Scan(&result); err != nil {
		return fault(err, d.path)
	}
	if result != "ok" {
		return newsroom.Errorf(newsroom.Damaged, "storage.damaged", "path", d.path, errors.New(result))
	}
	return nil
}

// fault gives an error of the driver its code; path is the file it is about.
func fault(err error, path string) error {
	switch coded := (*newsroom.Error)(nil); {
	case err == nil || errors.As(err, &coded):
		return err
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return newsroom.Errorf(newsroom.Cancelled, "cancelled", err)
	}
	var e *sqlite3.Error
	if !errors.As(err, &e) {
		return newsroom.Errorf(newsroom.Internal, "internal", err)
	}
	switch e.Code() & 0xff {
	case lib.SQLITE_CORRUPT, lib.SQLITE_NOTADB:
		return newsroom.Errorf(newsroom.Damaged, "storage.damaged", "path", path, err)
	case lib.SQLITE_FULL:
		return newsroom.Errorf(newsroom.Storage, "storage.full", "path", path, err)
	case lib.SQLITE_READONLY, lib.SQLITE_PERM, lib.SQLITE_CANTOPEN:
		return newsroom.Errorf(newsroom.Storage, "storage.notWritable", "path", path, err)
	case lib.SQLITE_IOERR:
		return newsroom.Errorf(newsroom.Storage, "storage.failed", "path", path, err)
	case lib.SQLITE_BUSY, lib.SQLITE_LOCKED:
		return newsroom.Errorf(newsroom.Storage, "storage.busy", "path", path, err)
	}
	return newsroom.Errorf(newsroom.Internal, "internal", err)
}
