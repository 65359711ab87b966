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
	names, err := steps()
	if err != nil {
		return newsroom.Errorf(newsroom.Internal, "internal", err)
	}
	if binary.BigEndian.Uint32(header[versionAt:]) > uint32(len(names)) {
		return newsroom.Errorf(newsroom.TooNew, "storage.tooNew", "path", path)
	}
	return nil
}
