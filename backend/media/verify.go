package media

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"os"
	"path/filepath"
	"strings"

	"khabar/backend/newsroom"
)

// Verify reads every public copy and every original and returns an error, Damaged
// "media.damaged", for each that is not what its name says; nil where all is well. It
// stops early, with a Cancelled error at the end, where ctx is done.
func (s *Store) Verify(ctx context.Context) []error {
	var faults []error
	for _, folder := range []string{s.dir, filepath.Join(s.dir, originals)} {
		files, err := os.ReadDir(folder)
		if err != nil {
			return append(faults, newsroom.Errorf(newsroom.Storage, "media.folder", "path", folder, err))
		}
		for _, f := range files {
			if ctx.Err() != nil {
				return append(faults, newsroom.Errorf(newsroom.Cancelled, "media.cancelled", "name", f.Name(), ctx.Err()))
			}
			if f.Type().IsRegular() {
				if err := verify(filepath.Join(folder, f.Name())); err != nil {
					faults = append(faults, err)
				}
			}
		}
	}
	return faults
}

// verify compares a file with the hash in its name: the last part before the extension.
func verify(path string) error {
	name := filepath.Base(path)
	parts := strings.Split(name, ".")
	if len(parts) < 2 {
		return nil // not ours
	}
	f, err := os.Open(path)
	if err != nil {
		return newsroom.Errorf(newsroom.Storage, "media.unreadable", "name", name, err)
	}
	defer f.Close()
	hash := sha256.New()
	if _, err := io.Copy(hash, f); err != nil {
		return newsroom.Errorf(newsroom.Storage, "media.unreadable", "name", name, err)
	}
	if hex.EncodeToString(hash.Sum(nil)[:16]) != parts[len(parts)-2] {
		return newsroom.Errorf(newsroom.Damaged, "media.damaged", "name", name)
	}
	return nil
}
