package media

import (
	"bytes"
	"encoding/json"
	"image"
	"io"
	"os"
	"path/filepath"
	"strings"

	"khabar/backend/newsroom"
)

// Item describes a picture of the store.
type Item struct {
	Hash    string `json:"hash"`
	Ref     string `json:"ref"`  // what a body names: media/HASH.EXT
	Name    string `json:"name"` // the file's name when it was added; "" where it came another way
	Mime    string `json:"mime"`
	Width   int    `json:"width"` // pixels, as shown
	Height  int    `json:"height"`
	Bytes   int64  `json:"bytes"`   // of the public copy
	Cleaned bool   `json:"cleaned"` // something was removed from it
}

// Info returns what is known of the picture with this hash.
func (s *Store) Info(hash string) (Item, error) {
	if data, err := os.ReadFile(s.itemPath(hash)); err == nil {
		var item Item
		if json.Unmarshal(data, &item) == nil && item.Hash == hash {
			return item, nil
		}
	}
	for _, f := range formats {
		ref := "media/" + hash + "." + f.ext
		if path, err := s.Path(ref); err == nil {
			return s.inspect(path, ref, hash)
		}
	}
	return Item{}, newsroom.Errorf(newsroom.NotFound, "media.missing", "ref", hash)
}

// inspect reads an Item off a public copy that has no note, as one that another device
// sent.
func (s *Store) inspect(path, ref, hash string) (Item, error) {
	f, err := os.Open(path)
	if err != nil {
		return Item{}, newsroom.Errorf(newsroom.Storage, "media.unreadable", "name", ref, err)
	}
	defer f.Close()
	config, name, err := image.DecodeConfig(f)
	if err != nil {
		return Item{}, newsroom.Errorf(newsroom.Damaged, "media.damaged", "name", ref, err)
	}
	size, err := f.Seek(0, io.SeekEnd)
	if err != nil {
		return Item{}, newsroom.Errorf(newsroom.Storage, "media.unreadable", "name", ref, err)
	}
	kept, err := filepath.Glob(filepath.Join(s.dir, originals, hash+".*"))
	return Item{Hash: hash, Ref: ref, Mime: "image/" + name, Width: config.Width, Height: config.Height,
		Bytes: size, Cleaned: len(kept) > 0}, err
}

// keepItem writes down what is known of a picture. The first name that it came under
// stays.
func (s *Store) keepItem(item Item) (Item, error) {
	if known, err := s.Info(item.Hash); err == nil && known.Name != "" {
		item.Name, item.Cleaned = known.Name, known.Cleaned || item.Cleaned
		if item == known {
			return item, nil
		}
	}
	data, err := json.Marshal(item)
	if err != nil {
		return item, newsroom.Errorf(newsroom.Internal, "media.unwritable", "name", item.Name, err)
	}
	return item, s.write(s.itemPath(item.Hash), bytes.NewReader(data), 0o600, item.Name)
}

// itemPath guards against a hash that is a path.
func (s *Store) itemPath(hash string) string {
	return filepath.Join(s.dir, items, strings.Map(hexDigit, hash)+".json")
}

func hexDigit(r rune) rune {
	if r >= '0' && r <= '9' || r >= 'a' && r <= 'f' {
		return r
	}
	return '_'
}
