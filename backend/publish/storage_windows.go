package publish

import (
	"errors"
	"syscall"
)

// Error numbers of Windows that package syscall has no names for.
const (
	errorNotReady       syscall.Errno = 21
	errorWriteProtect   syscall.Errno = 19
	errorHandleDiskFull syscall.Errno = 39
	errorDiskFull       syscall.Errno = 112
)

func diskFull(err error) bool {
	return errors.Is(err, errorDiskFull) || errors.Is(err, errorHandleDiskFull)
}

func readOnly(err error) bool { return errors.Is(err, errorWriteProtect) }

// gone reports whether the medium was pulled out.
func gone(err error) bool { return errors.Is(err, errorNotReady) }

func invalidSync(error) bool { return false }
