package sqlite

import (
	"bytes"
	"encoding/binary"
	"io"
	"os"

	"khabar/backend/newsroom"
)

// applicationID marks a file as Khabar's: "KHBR".
const applicationID = 0x4b48_4252

// magic is how every SQLite file begins. (SQLite, "Database File Format", section 1.3.)
var magic = []byte("SQLite format 3\x00")

// Where the header keeps its numbers, and its length.
const (
	pageSizeAt    = 16
	pagesAt       = 28
	versionAt     = 60
	applicationAt = 68
	headerLength  = 100
)

// checkHeader refuses a file that is not ours or from a newer Khabar, and one that takes
// no writes, before SQLite opens it: opening writes the journal mode into the header, and
// would make our tables in a file that has none. The version in the header may be older
// than the one in the write-ahead log, never newer; migrate looks again.
func checkHeader(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0) // SQLite would only say at the first save that it may not write
	if err != nil {
		return newsroom.Errorf(newsroom.Storage, "storage.notWritable", "path", path, err)
	}
	defer f.Close()
	header := make([]byte, headerLength)
	switch _, err := io.ReadFull(f, header); {
	case err == io.EOF || err == io.ErrUnexpectedEOF:
		return newsroom.Errorf(newsroom.Damaged, "storage.damaged", "path", path, err)
	case err != nil:
		return newsroom.Errorf(newsroom.Storage, "storage.notReadable", "path", path, err)
	case !bytes.HasPrefix(header, magic):
		return newsroom.Errorf(newsroom.Damaged, "storage.damaged", "path", path)
	case binary.BigEndian.Uint32(header[applicationAt:]) != applicationID:
		return newsroom.Errorf(newsroom.Damaged, "storage.notKhabar", "path", path)
	}
	whole, err := isWhole(f, header)
	if err != nil {
		return newsroom.Errorf(newsroom.Storage, "storage.notReadable", "path", path, err)
	}
	if !whole {
		return newsroom.Errorf(newsroom.Damaged, "storage.damaged", "path", path)
	}
	names, err := steps()
	if err != nil {
		return newsroom.Errorf(newsroom.Internal, "internal", err)
	}
	if binary.BigEndian.Uint32(header[versionAt:]) > uint32(len(names)) {
		return newsroom.Errorf(newsroom.TooNew, "storage.tooNew", "path", path)
	}
	return nil
}

// isWhole reports whether f has all the pages that its header counts, which SQLite does
// not ask of a file with a write-ahead log. While there is a log, the pages may still be
// in that.
func isWhole(f *os.File, header []byte) (bool, error) {
	if log, err := os.Stat(f.Name() + "-wal"); err == nil && log.Size() > 0 {
		return true, nil
	}
	info, err := f.Stat()
	if err != nil {
		return false, err
	}
	size := int64(binary.BigEndian.Uint16(header[pageSizeAt:]))
	if size == 1 {
		size = 1 << 16 // which does not fit into the field
	}
	return size > 0 && info.Size() >= size*int64(binary.BigEndian.Uint32(header[pagesAt:])), nil
}
