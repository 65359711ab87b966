// Package media keeps pictures as files named by their content.
//
// # What is kept
//
// A picture that is added becomes two things:
//
//   - The public copy, DIR/HASH.EXT: what bodies name as media/HASH.EXT, what other
//     devices get and what is published. Everything that is not the picture is gone
//     from it: place and time of exposure, camera, owner, comments, thumbnails, and
//     whatever stood behind the end of the picture. HASH is the first 32 hexadecimal
//     digits of SHA-256 of this copy, so the name proves the content.
//   - The original, DIR/originals/HASH.ORIGINALHASH.EXT, byte for byte as it came, where
//     it differs from the public copy. It is the proof that the picture is what it
//     claims to be. It is private: nothing in Khabar sends or publishes this folder.
//
// JPEG, PNG, WebP and GIF are taken, judged by content and never by name. Their data is
// removed without touching the picture, by leaving out the parts of the file that hold
// it. Only a JPEG that is to be shown turned is encoded again, since the note that says
// so goes with the rest.
//
// DIR/items holds what is known of each picture beside its bytes, DIR/renditions the
// sizes that a site has asked for. The latter may be deleted at any time.
//
// # Limits
//
// A file may have 100 MB and a picture 100 million pixels; both are checked before
// anything is decoded. Files are written to a temporary name, synced and renamed, so a
// file under its own name is always whole.
package media

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"time"

	"khabar/backend/newsroom"
)

// The limits of a picture.
const (
	MaxBytes  = 100 << 20
	MaxPixels = 100_000_000
)

// Folders inside a store.
const (
	originals  = "originals"
	renditions = "renditions"
	items      = "items"
	incoming   = "incoming" // files that are being written
)

// Store is a folder of pictures. Its methods may be called from several goroutines.
type Store struct {
	dir      string
	decoding chan struct{} // bounds how many pictures are in memory at once
}

// Open returns the store in dir, which is made where it does not exist. What a crash
// left half written is removed after a day; until then another Khabar may be at it.
func Open(dir string) (*Store, error) {
	for _, folder := range []string{originals, renditions, items, incoming} {
		if err := os.MkdirAll(filepath.Join(dir, folder), 0o700); err != nil {
			return nil, newsroom.Errorf(newsroom.Storage, "media.folder", "path", dir, err)
		}
	}
	if err := sweep(filepath.Join(dir, incoming)); err != nil {
		return nil, newsroom.Errorf(newsroom.Storage, "media.folder", "path", dir, err)
	}
	return &Store{dir, make(chan struct{}, 2)}, nil
}

// sweep removes the files of folder that nobody has written to for a day.
func sweep(folder string) error {
	files, err := os.ReadDir(folder)
	if err != nil {
		return err
	}
	for _, f := range files {
		info, err := f.Info()
		if err == nil && time.Since(info.ModTime()) > 24*time.Hour {
			err = os.Remove(filepath.Join(folder, f.Name()))
		}
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}

// refForm is a reference as bodies hold it.
var refForm = regexp.MustCompile(`^media/([0-9a-f]{32})\.(jpg|png|gif|webp)$`)

// Path returns where the public copy that ref names lies on disk. A reference that is
// malformed or names nothing here gives a NotFound error.
func (s *Store) Path(ref string) (string, error) {
	if !refForm.MatchString(ref) {
		return "", newsroom.Errorf(newsroom.NotFound, "media.missing", "ref", ref)
	}
	path := filepath.Join(s.dir, strings.TrimPrefix(ref, "media/"))
	if _, err := os.Stat(path); err != nil {
		return "", newsroom.Errorf(newsroom.NotFound, "media.missing", "ref", ref, err)
	}
	return path, nil
}

// Open opens the public copy that ref names, as Path finds it.
func (s *Store) Open(ref string) (*os.File, error) {
	path, err := s.Path(ref)
	if err != nil {
		return nil, err
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, newsroom.Errorf(newsroom.Storage, "media.unreadable", "name", ref, err)
	}
	return f, nil
}
