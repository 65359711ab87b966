package media

import (
	"io"
	"os"
	"path/filepath"

	"khabar/backend/durable"
	"khabar/backend/newsroom"
)

// write puts r at path by way of a temporary file, so that path holds all of it or
// nothing, whenever the machine stops. name is what an error calls it.
func (s *Store) write(path string, r io.Reader, mode os.FileMode, name string) error {
	if err := durable.WriteVia(filepath.Join(s.dir, incoming), path, r, mode); err != nil {
		return newsroom.Errorf(newsroom.Storage, "media.unwritable", "name", name, err)
	}
	return nil
}
