package app

import (
	"bytes"
	"context"
	"encoding/base64"
	"os"
	"path/filepath"

	"khabar/backend/media"
	"khabar/backend/newsroom"
)

// MediaItem is a picture of the archive.
type MediaItem struct {
	Hash    string `json:"hash"`
	Ref     string `json:"ref"`
	Width   int    `json:"width"`
	Height  int    `json:"height"`
	Bytes   int64  `json:"bytes"`
	Name    string `json:"name"`
	Cleaned bool   `json:"cleaned"`
}

func itemOf(i media.Item) MediaItem {
	return MediaItem{Hash: i.Hash, Ref: i.Ref, Width: i.Width, Height: i.Height, Bytes: i.Bytes, Name: i.Name, Cleaned: i.Cleaned}
}

// AddPicture takes a picture that was dropped or pasted, as base64.
func (a *App) AddPicture(name, data string) (MediaItem, error) {
	room, err := a.open()
	if err != nil {
		return MediaItem{}, err
	}
	raw, err := base64.StdEncoding.DecodeString(data)
	if err != nil {
		return MediaItem{}, newsroom.Errorf(newsroom.Invalid, "media.notPicture", "name", name, err)
	}
	item, err := room.Media.Add(context.Background(), name, bytes.NewReader(raw))
	return itemOf(item), err
}

// pictureEndings are those of the files that the archive takes.
var pictureEndings = []string{".jpg", ".jpeg", ".png", ".webp", ".gif"}

// ChoosePicture lets the user choose a picture file; nil where she does not.
func (a *App) ChoosePicture() (*MediaItem, error) {
	room, say, err := a.openToAsk()
	if err != nil {
		return nil, err
	}
	path, err := a.host.ChooseFile(say("story.lead.choose"), say("story.lead.kind"), pictureEndings)
	if err != nil || path == "" {
		return nil, err
	}
	item, err := room.addPictureFile(context.Background(), path)
	if err != nil {
		return nil, err
	}
	w := itemOf(item)
	return &w, nil
}

func (r *Room) addPictureFile(ctx context.Context, path string) (media.Item, error) {
	f, err := os.Open(path)
	if err != nil {
		return media.Item{}, newsroom.Errorf(newsroom.Storage, "storage.notReadable", "path", path, err)
	}
	defer f.Close()
	return r.Media.Add(ctx, filepath.Base(path), f)
}
