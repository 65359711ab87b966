package sqlite

import (
	"context"
	"database/sql"
	"os"
	"path/filepath"
	"testing"
	"time"

	"khabar/backend/newsroom"
)

func create(t testing.TB, path string) *DB {
	t.Helper()
	d, err := Create(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := d.Close(); err != nil {
			t.Error(err)
		}
	})
	return d
}

func wantCode(t testing.TB, err error, code newsroom.Code) {
	t.Helper()
	if newsroom.CodeOf(err) != code {
		t.Fatalf("got %v, want code %q", err, code)
	}
}

// What reads for long in the background keeps nobody from reading.
func TestReadersDoNotWaitForEachOther(t *testing.T) {
	d := create(t, filepath.Join(t.TempDir(), "khabar.db"))
	var among func(others int) error
	among = func(others int) error {
		return d.View(t.Context(), func(*Tx) error {
			if others == readers-1 {
				return nil
			}
			return among(others + 1)
		})
	}
	done := make(chan error, 1)
	go func() { done <- among(0) }()
	select {
	case err := <-done:
		if err != nil {
			t.Error(err)
		}
	case <-time.After(time.Minute):
		t.Error("a reader waits for the others")
	}
}

// A pragma that only the first connection of a pool had would hold in tests and not in
// use, so several are open at once here.
func TestEveryConnectionHasThePragmas(t *testing.T) {
	d := create(t, filepath.Join(t.TempDir(), "khabar.db"))
	d.read.SetMaxOpenConns(3)
	pragmas := map[string]string{
		"journal_mode": "wal", "synchronous": "2", "foreign_keys": "1", "busy_timeout": "10000", "temp_store": "2",
	}
	check := func(pool *sql.DB, connections int, queryOnly, cacheSize string) {
		for range connections {
			c, err := pool.Conn(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			defer c.Close()
			pragmas["query_only"], pragmas["cache_size"] = queryOnly, cacheSize
			for name, want := range pragmas {
				var got string
				if err := c.QueryRowContext(t.Context(), "PRAGMA "+name).Scan(&got); err != nil || got != want {
					t.Errorf("%s = %q, want %q (%v)", name, got, want, err)
				}
			}
		}
	}
	check(d.read, 3, "1", "-2048")
	check(d.write, 1, "0", "-4096")
}

// Characters that mean something in an address are ordinary in the name of a folder.
func TestFoldersWithOddNames(t *testing.T) {
	for _, name := range []string{"with space", "100%41", "a?b=c&d", "#hash", "خبر ښه", "a+b;c"} {
		dir := filepath.Join(t.TempDir(), name)
		if err := os.Mkdir(dir, 0o700); err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(dir, "khabar.db")
		d := create(t, path)
		if err := d.Update(t.Context(), func(tx *Tx) error { return tx.PutLocal("here", []byte(name)) }); err != nil {
			t.Fatal(err)
		}
		if info, err := os.Stat(path); err != nil || info.Size() == 0 {
			t.Errorf("%s: the file is elsewhere: %v", name, err)
		}
	}
}

// Open makes nothing, Create takes nothing over.
func TestOpenAndCreate(t *testing.T) {
	path := filepath.Join(t.TempDir(), "khabar.db")
	_, err := Open(t.Context(), path)
	wantCode(t, err, newsroom.Storage)
	if _, err := os.Stat(path); !os.IsNotExist(err) {
		t.Fatal("opening left a file behind")
	}
	made, err := Create(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	if err := made.Close(); err != nil {
		t.Fatal(err)
	}
	_, err = Create(t.Context(), path)
	wantCode(t, err, newsroom.Storage)
	d, err := Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
}

// What the driver says gets a code by its number.
func TestFaults(t *testing.T) {
	d := create(t, filepath.Join(t.TempDir(), "khabar.db"))
	ctx := t.Context()
	wantCode(t, d.View(ctx, func(tx *Tx) error { return tx.PutLocal("a", []byte("b")) }), newsroom.Storage)
	wantCode(t, d.View(ctx, func(tx *Tx) error { return tx.exec("no statement") }), newsroom.Internal)
	stopped, stop := context.WithCancel(ctx)
	stop()
	wantCode(t, d.View(stopped, func(tx *Tx) error { return nil }), newsroom.Cancelled)
	wantCode(t, d.Update(stopped, func(tx *Tx) error { return nil }), newsroom.Cancelled)
	late, end := context.WithDeadline(ctx, time.Unix(0, 0))
	defer end()
	wantCode(t, d.View(late, func(tx *Tx) error { return nil }), newsroom.Cancelled)
	err := d.Update(ctx, func(tx *Tx) error {
		if err := tx.exec("INSERT INTO settings (one, value) VALUES (1, 'no JSON')"); err != nil {
			return err
		}
		_, err := tx.Settings()
		return err
	})
	wantCode(t, err, newsroom.Damaged)
}

// Nothing of an update that fails is kept, and nothing of one that is only tried.
func TestUpdatesAreWhole(t *testing.T) {
	d := create(t, filepath.Join(t.TempDir(), "khabar.db"))
	put := func(tx *Tx) error { return tx.PutLocal("a", []byte("b")) }
	refuse := newsroom.Errorf(newsroom.Conflict, "slug.missing")
	wantCode(t, d.Update(t.Context(), func(tx *Tx) error {
		if err := put(tx); err != nil {
			return err
		}
		return refuse
	}), newsroom.Conflict)
	if err := d.Try(t.Context(), put); err != nil {
		t.Fatal(err)
	}
	if err := d.View(t.Context(), func(tx *Tx) error {
		v, err := tx.Local("a")
		if v != nil {
			t.Errorf("kept %q", v)
		}
		return err
	}); err != nil {
		t.Fatal(err)
	}
}
