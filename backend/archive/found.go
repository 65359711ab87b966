package archive

import (
	"context"
	"crypto/ed25519"
	"crypto/rand"
	"os"
	"path/filepath"

	"khabar/backend/journal"
	"khabar/backend/newsroom"
	"khabar/backend/sqlite"
)

// Found makes a newsroom in dir, whose first member holds every role, and opens it. It
// returns a Conflict error where dir holds one already. Where making it fails halfway,
// the next Found begins again: until the founding entry is committed there is no
// newsroom.
func Found(ctx context.Context, dir, member string, wall newsroom.Clock) (*Archive, error) {
	ok, err := Exists(dir)
	if err != nil {
		return nil, err
	}
	if ok {
		return nil, newsroom.Errorf(newsroom.Conflict, "newsroom.exists", "path", dir)
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, newsroom.Errorf(newsroom.Storage, "storage.notWritable", "path", dir, err)
	}
	key, err := keyFor(dir, wall)
	if err != nil {
		return nil, err
	}
	// The file gets its name only when the newsroom is in it.
	building := filepath.Join(dir, databaseName+".new")
	for _, tail := range []string{"", "-wal", "-shm"} {
		os.Remove(building + tail)
	}
	if err := found(ctx, building, member, key, wall); err != nil {
		return nil, err
	}
	if err := os.Rename(building, filepath.Join(dir, databaseName)); err != nil {
		return nil, newsroom.Errorf(newsroom.Storage, "storage.notWritable", "path", dir, err)
	}
	return Open(ctx, dir, wall)
}

func found(ctx context.Context, path, name string, key ed25519.PrivateKey, wall newsroom.Clock) error {
	db, err := sqlite.Create(ctx, path)
	if err != nil {
		return err
	}
	a := &Archive{db: db, wall: wall, key: key, memory: newMemory(), clock: journal.NewClock(wall, 0), member: newsroom.MemberID(newsroom.NewID())}
	rand.Read(a.log[:])
	person := newsroom.Member{
		ID: a.member, Name: name, Roles: newsroom.Roles, Langs: newsroom.Languages,
		Devices: []ed25519.PublicKey{key.Public().(ed25519.PublicKey)},
	}
	err = a.transact(ctx, func(r *Recorder) error {
		e, row, err := r.write(journal.Entry{Kind: journal.Found, Subject: journal.TheNewsroom, Person: &person})
		if err != nil {
			return err
		}
		for name, value := range map[string][]byte{
			localMember: []byte(a.member), localNewsroom: []byte(row.ID), localLog: a.log[:], localKinds: knownKinds(),
		} {
			if err := r.Tx.PutLocal(name, value); err != nil {
				return err
			}
		}
		r.touch(journal.MemberSubject(a.member))
		return r.apply(e, row)
	})
	if err != nil {
		db.Close()
		return err
	}
	return db.Close()
}
