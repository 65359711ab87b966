//go:build !windows

package publish

import (
	"io/fs"
	"syscall"
	"testing"

	"khabar/backend/newsroom"
)

func TestWhatTheDiskSays(t *testing.T) {
	for errno, want := range map[syscall.Errno]string{
		syscall.ENOSPC: "publish.full", syscall.EDQUOT: "publish.full",
		syscall.EROFS: "publish.readOnly", syscall.EACCES: "publish.readOnly", syscall.EPERM: "publish.readOnly",
		syscall.ENOENT: "publish.gone", syscall.ENODEV: "publish.gone", syscall.EIO: "publish.gone",
		syscall.EBUSY: "publish.storage",
	} {
		err := storageError("/stick/en/index.html", &fs.PathError{Op: "write", Path: "index.html", Err: errno})
		e, ok := err.(*newsroom.Error)
		if !ok || e.Code != newsroom.Storage || e.Message != want || e.Params["path"] != "/stick/en/index.html" {
			t.Errorf("%v: %v, want %s", errno, err, want)
		}
	}
	whole := newsroom.Errorf(newsroom.Damaged, "publish.manifest")
	if storageError("x", whole) != whole {
		t.Error("an error with a code is wrapped again")
	}
}
