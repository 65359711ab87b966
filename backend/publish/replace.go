package publish

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"runtime"
	"strings"
)

const (
	partPrefix = ".khabar-"
	partSuffix = ".part"
)

// replace writes content beside name, syncs it and renames it over name.
func replace(root *os.Root, name string, content []byte) error {
	dir, base := path.Split(name)
	if dir != "" {
		if err := root.MkdirAll(strings.TrimSuffix(dir, "/"), 0o755); err != nil {
			return err
		}
	}
	part := dir + partPrefix + hashOf([]byte(base))[:16] + partSuffix
	file, err := root.OpenFile(part, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o644)
	if err != nil {
		return err
	}
	_, err = file.Write(content)
	err = errors.Join(err, file.Sync(), file.Close())
	if err == nil {
		err = root.Rename(part, name)
	}
	if err != nil {
		return errors.Join(err, root.Remove(part))
	}
	return nil
}

// syncFolders makes the renames of a phase last before the next phase begins. A
// folder may be new itself, so those above it are synced too.
func (r *run) syncFolders() error {
	for dir := range r.dirty {
		if err := syncFolder(r.root, dir); err != nil {
			return err
		}
	}
	clear(r.dirty)
	return nil
}

// syncFolder syncs a folder where the system knows how to.
func syncFolder(root *os.Root, dir string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	file, err := root.Open(dir)
	if err != nil {
		return err
	}
	err = file.Sync()
	// File systems without the notion, as some of USB sticks, say so by "invalid".
	if errors.Is(err, errors.ErrUnsupported) || errors.Is(err, fs.ErrInvalid) || invalidSync(err) {
		err = nil
	}
	return errors.Join(err, file.Close())
}

// sweep removes what a cut run was writing. That lies beside files that it had claimed and
// never came to record.
func (r *run) sweep() error {
	seen := map[string]bool{ownDir: true}
	for p, is := range r.manifest {
		if is == unknown {
			seen[path.Dir(p)] = true
		}
	}
	for dir := range seen {
		entries, err := fs.ReadDir(r.root.FS(), dir)
		if err != nil {
			continue // a folder that is not there yet holds nothing
		}
		for _, e := range entries {
			if strings.HasPrefix(e.Name(), partPrefix) && strings.HasSuffix(e.Name(), partSuffix) {
				if err := r.root.Remove(path.Join(dir, e.Name())); err != nil {
					return err
				}
			}
		}
	}
	return nil
}
