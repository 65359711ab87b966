package publish

import (
	"errors"
	"io/fs"

	"khabar/backend/newsroom"
)

// storageError makes what the system says about path a Storage error that a person
// can act on. An error that has a code already stays as it is.
func storageError(path string, err error) error {
	if _, ok := errors.AsType[*newsroom.Error](err); ok {
		return err
	}
	message := "publish.storage"
	switch {
	case diskFull(err):
		message = "publish.full"
	case errors.Is(err, fs.ErrPermission), readOnly(err):
		message = "publish.readOnly"
	case errors.Is(err, fs.ErrNotExist), gone(err):
		message = "publish.gone"
	}
	return newsroom.Errorf(newsroom.Storage, message, "path", path, err)
}

// folderFailed reports whether err, met on one file, will be met on all others.
func folderFailed(err error) bool {
	return diskFull(err) || readOnly(err) || gone(err) || errors.Is(err, fs.ErrNotExist)
}
