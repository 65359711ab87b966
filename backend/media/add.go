package media

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"image"
	"io"
	"os"
	"path/filepath"

	_ "image/gif"
	_ "image/jpeg"
	_ "image/png"

	_ "golang.org/x/image/webp"

	"khabar/backend/newsroom"
)

// format is a kind of picture that is taken.
type format struct {
	name  string // as package image names it
	ext   string
	clean func(data []byte) ([]byte, error)
}

var formats = []format{
	{"jpeg", "jpg", cleanJPEG}, {"png", "png", cleanPNG}, {"gif", "gif", cleanGIF}, {"webp", "webp", cleanWebP},
}

// Add takes in the picture that r gives and returns what it became; name is its file
// name, for people. Adding the same picture again changes nothing.
//
// The errors are Invalid "media.notPicture", "media.tooLarge" (max, in megabytes) and
// "media.tooManyPixels" (max, in millions), Storage where the disk refuses, and
// Cancelled; all name the picture.
func (s *Store) Add(ctx context.Context, name string, r io.Reader) (Item, error) {
	data, err := read(ctx, name, r)
	if err != nil {
		return Item{}, err
	}
	f, public, err := s.prepare(name, data)
	if err != nil {
		return Item{}, err
	}
	config, _, err := image.DecodeConfig(bytes.NewReader(public))
	if err != nil {
		return Item{}, newsroom.Errorf(newsroom.Invalid, "media.notPicture", "name", name, err)
	}
	hash := hashOf(public)
	item := Item{
		Hash: hash, Ref: "media/" + hash + "." + f.ext, Name: name, Mime: "image/" + f.name,
		Width: config.Width, Height: config.Height, Bytes: int64(len(public)), Cleaned: !bytes.Equal(public, data),
	}
	if item.Cleaned { // the proof first: a public copy without it could never be traced
		original := filepath.Join(s.dir, originals, hash+"."+hashOf(data)+"."+f.ext)
		if err := s.keep(original, data, 0o600, name); err != nil {
			return Item{}, err
		}
	}
	if err := s.keep(filepath.Join(s.dir, hash+"."+f.ext), public, 0o644, name); err != nil {
		return Item{}, err
	}
	return s.keepItem(item)
}

// read takes all of r, MaxBytes at most, until ctx is done.
func read(ctx context.Context, name string, r io.Reader) ([]byte, error) {
	var b bytes.Buffer
	for {
		if ctx.Err() != nil {
			return nil, newsroom.Errorf(newsroom.Cancelled, "media.cancelled", "name", name, ctx.Err())
		}
		n, err := io.CopyN(&b, r, 1<<20)
		if b.Len() > MaxBytes {
			return nil, newsroom.Errorf(newsroom.Invalid, "media.tooLarge", "name", name, "max", MaxBytes>>20)
		}
		if err == io.EOF {
			return b.Bytes(), nil
		}
		if err != nil {
			return nil, newsroom.Errorf(newsroom.Storage, "media.unreadable", "name", name, "bytes", n, err)
		}
	}
}

// prepare finds out what data is, decodes it to be sure, and returns its public copy.
func (s *Store) prepare(name string, data []byte) (format, []byte, error) {
	f, err := formatOf(name, data)
	if err != nil {
		return format{}, nil, err
	}
	s.decoding <- struct{}{}
	defer func() { <-s.decoding }()
	_, _, err = image.Decode(bytes.NewReader(data))
	var public []byte
	if err == nil {
		public, err = f.clean(data)
	}
	if err != nil {
		return format{}, nil, newsroom.Errorf(newsroom.Invalid, "media.notPicture", "name", name, err)
	}
	return f, public, nil
}

// formatOf reads the header of data alone, so that a small file that claims to be an
// enormous picture costs nothing.
func formatOf(name string, data []byte) (format, error) {
	config, kind, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return format{}, newsroom.Errorf(newsroom.Invalid, "media.notPicture", "name", name, err)
	}
	if config.Width <= 0 || config.Height <= 0 || config.Width > MaxPixels/config.Height {
		return format{}, newsroom.Errorf(newsroom.Invalid, "media.tooManyPixels", "name", name, "max", MaxPixels/1_000_000)
	}
	for _, f := range formats {
		if f.name == kind {
			return f, nil
		}
	}
	return format{}, newsroom.Errorf(newsroom.Invalid, "media.notPicture", "name", name)
}

// keep writes data under a name that its content gave, unless it is there already.
func (s *Store) keep(path string, data []byte, mode os.FileMode, name string) error {
	if info, err := os.Stat(path); err == nil && info.Size() == int64(len(data)) {
		return nil
	}
	return s.write(path, bytes.NewReader(data), mode, name)
}

func hashOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:16])
}
