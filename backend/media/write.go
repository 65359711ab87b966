package media

import (
	"io"
	"os"
	"path/filepath"
	"runtime"

	"khabar/backend/newsroom"
)

// write puts r at path by way of a temporary file, so that path holds all of it or
// nothing, whenever the machine stops. name is what an error calls it.
func (s *Store) write(path string, r io.Reader, mode os.FileMode, name string) error {
	if err := s.replace(path, r, mode); err != nil {
		return newsroom.Errorf(newsroom.Storage, "media.unwritable", "name", name, err)
	}
	return nil
}

func (s *Store) replace(path string, r io.Reader, mode os.FileMode) error {
	f, err := os.CreateTemp(filepath.Join(s.dir, incoming), "*")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name()) // nothing is left there after the rename
	_, err = io.Copy(f, r)
	if err == nil {
		err = f.Chmod(mode)
	}
	if err == nil {
		err = f.Sync()
	}
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err == nil {
		err = syncFolder(filepath.Dir(path))
	}
	return err
}

// syncFolder makes a rename outlast a power cut. Windows has no such call and needs none.
func syncFolder(dir string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer d.Close()
	return d.Sync()
}
