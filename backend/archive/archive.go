// Package archive is the one way of a change: it appends entries to the journal and
// applies them to the tables in the same transaction.
//
// Record makes entries of this device's member; Apply takes those of others. Both end
// in the same apply: check the author's right, append the line, then project anew every
// subject that was touched. A projection is a pure function of the applied entries of
// its subject (how a translation stands also of those of its source), so the tables never depend on the order of arrival, and Rebuild, which
// makes all of them again, changes nothing. Verify proves that, with the signatures, the
// chains and the pictures.
//
// An entry whose kind this version does not know, which it cannot read, or whose author's
// right has not arrived yet, is parked and tried again: when the roster grows, and when a
// version that knows more opens the newsroom. One whose author had no right, or did not
// make it, is refused. Both are kept and can be listed; neither is ever dropped. What proves
// nothing at all is damage on the way: it is reported and may come again.
//
// A data folder holds:
//
//	khabar.db    entries, tables, working copies
//	device.key   this device's signing key; without it the device cannot write
package archive

import (
	"bytes"
	"context"
	"crypto/ed25519"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sync"

	"khabar/backend/journal"
	"khabar/backend/newsroom"
	"khabar/backend/sqlite"
)

const databaseName = "khabar.db"

// Archive is an open newsroom on this device.
type Archive struct {
	db     *sqlite.DB
	wall   newsroom.Clock
	clock  *journal.Clock
	key    ed25519.PrivateKey
	member newsroom.MemberID
	root   newsroom.EntryID // the founding entry
	log    [16]byte
	memory *memory
	beside beside

	mu       sync.Mutex
	watchers []func([]journal.Subject)
}

// Exists reports whether dir holds a newsroom.
func Exists(dir string) (bool, error) {
	_, err := os.Stat(filepath.Join(dir, databaseName))
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		return false, newsroom.Errorf(newsroom.Storage, "storage.notReadable", "path", dir, err)
	}
	return true, nil
}

// Open opens the newsroom in dir. Errors: NotFound where there is none; Damaged,
// TooNew and Storage as package sqlite says; Damaged where the device's key is gone.
func Open(ctx context.Context, dir string, wall newsroom.Clock) (*Archive, error) {
	ok, err := Exists(dir)
	if err != nil {
		return nil, err
	}
	if !ok {
		return nil, newsroom.Errorf(newsroom.NotFound, "notFound.newsroom", "path", dir)
	}
	db, err := sqlite.Open(ctx, filepath.Join(dir, databaseName))
	if err != nil {
		return nil, err
	}
	db.Tell(wall)
	a := &Archive{db: db, wall: wall, memory: newMemory()}
	if err := a.load(ctx, dir); err != nil {
		db.Close()
		return nil, err
	}
	return a, nil
}

// What this device keeps for itself of the newsroom.
const (
	localMember   = "member"
	localNewsroom = "newsroom" // the founding entry
	localLog      = "log"
	localKinds    = "kinds" // that the version which last opened the file could apply
)

func knownKinds() []byte { return fmt.Append(nil, journal.Kinds) }

func (a *Archive) load(ctx context.Context, dir string) error {
	key, err := readKey(dir)
	if err != nil {
		return err
	}
	a.key = key
	local := map[string][]byte{}
	err = a.db.View(ctx, func(tx *sqlite.Tx) error {
		for _, name := range []string{localMember, localNewsroom, localLog, localKinds} {
			if local[name], err = tx.Local(name); err != nil {
				return err
			}
		}
		if len(local[localMember]) == 0 || len(local[localNewsroom]) == 0 || len(local[localLog]) != len(a.log) {
			return newsroom.Errorf(newsroom.Damaged, "storage.notKhabar", "path", a.db.Path())
		}
		a.member, a.root = newsroom.MemberID(local[localMember]), newsroom.EntryID(local[localNewsroom])
		copy(a.log[:], local[localLog])
		people, err := loadRoster(tx, a.root)
		if err != nil {
			return err
		}
		if !people.lists(a.member, key.Public().(ed25519.PublicKey)) {
			return newsroom.Errorf(newsroom.Damaged, "storage.noKey", "path", filepath.Join(dir, keyName))
		}
		return a.setClock(tx)
	})
	if err != nil || bytes.Equal(local[localKinds], knownKinds()) {
		return err
	}
	return a.transact(ctx, func(r *Recorder) error {
		if err := r.retry(); err != nil {
			return err
		}
		return r.Tx.PutLocal(localKinds, knownKinds())
	})
}

// setClock continues after what this device gave out itself; what others gave out counts
// as if it arrived now.
func (a *Archive) setClock(tx *sqlite.Tx) error {
	own, err := tx.LastOwnTime()
	if err != nil {
		return err
	}
	a.clock = journal.NewClock(a.wall, own)
	foreign, err := tx.LastForeignTime(a.clock.Horizon())
	a.clock.Saw(foreign)
	return err
}

// Close seals what is not sealed and closes the files.
func (a *Archive) Close(ctx context.Context) error {
	return errors.Join(a.Seal(ctx), a.db.Close())
}

// DB gives access to the tables, to read them and to write what is this device's alone.
func (a *Archive) DB() *sqlite.DB { return a.db }

// Me returns the member who works on this device.
func (a *Archive) Me() newsroom.MemberID { return a.member }

// Clock returns the wall clock.
func (a *Archive) Clock() newsroom.Clock { return a.wall }

// Watch has f called after every commit with the subjects that changed, each once. f
// must not block.
func (a *Archive) Watch(f func([]journal.Subject)) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.watchers = append(a.watchers, f)
}

func (a *Archive) tell(changed []journal.Subject) {
	a.mu.Lock()
	watchers := a.watchers
	a.mu.Unlock()
	slices.Sort(changed)
	changed = slices.Compact(changed)
	for _, f := range watchers {
		f(changed)
	}
}
