// Package durable puts files on disk so that a name holds all of its content or none of
// it, whenever the program is killed or the power goes: temporary file → fsync → rename →
// fsync of the folder.
//
// It stands on floor 0 beside the words: whoever keeps a user's file uses it, and knows
// nothing else of the disk. Its errors are those of package os; the caller, who knows
// what the file is, gives them a code and a name.
package durable

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
)

// Write puts what r gives at path, in place of a file that is there, with mode.
func Write(path string, r io.Reader, mode os.FileMode) error {
	return WriteVia(filepath.Dir(path), path, r, mode)
}

// WriteVia does the same with the temporary file in another folder of the same file
// system, for whoever wants to sweep up there after a crash.
func WriteVia(folder, path string, r io.Reader, mode os.FileMode) error {
	f, err := os.CreateTemp(folder, ".new-*")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name()) // nothing is left there after the rename
	_, err = io.Copy(f, r)
	if err == nil {
		err = errors.Join(f.Chmod(mode), f.Sync())
	}
	if err = errors.Join(err, f.Close()); err != nil {
		return err
	}
	if err := os.Rename(f.Name(), path); err != nil {
		return err
	}
	return SyncFolder(filepath.Dir(path))
}

// SyncFolder makes renames in a folder outlast a power cut. Windows has no such call and
// needs none.
func SyncFolder(dir string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}
