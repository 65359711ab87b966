package app

import (
	"context"
	"os"
	"path/filepath"
	"strings"

	"khabar/backend/newsroom"
	"khabar/backend/sqlite"
)

// Destination is a place that this device publishes to.
type Destination struct {
	ID        string `json:"id"`
	Kind      string `json:"kind"`
	Name      string `json:"name"`
	Path      string `json:"path"`
	Published string `json:"published"`
	Failed    int    `json:"failed"`  // pages that the last run could not publish; -1 = it could not begin
	Missing   bool   `json:"missing"` // the folder is not there now: a USB stick that is not plugged in
}

const folderKind = "folder"

func destinationOf(d sqlite.Destination) Destination {
	_, err := os.Stat(d.Path)
	return Destination{ID: d.ID, Kind: d.Kind, Name: d.Name, Path: d.Path, Published: stamp(d.Published), Failed: d.Failed, Missing: err != nil}
}

// Destinations lists where this device publishes to.
func (a *App) Destinations() ([]Destination, error) {
	room, err := a.open()
	if err != nil {
		return nil, err
	}
	w := []Destination{}
	err = room.view(context.Background(), func(tx *sqlite.Tx) error {
		all, err := tx.Destinations()
		for _, d := range all {
			w = append(w, destinationOf(d))
		}
		return err
	})
	return w, err
}

// ChooseFolder lets the user choose a folder; "" where she does not.
func (a *App) ChooseFolder() (string, error) {
	_, say, err := a.openToAsk()
	if err != nil {
		return "", err
	}
	return a.host.ChooseFolder(say("publish.addFolder"))
}

// SaveDestination makes (id "") or changes a destination.
func (a *App) SaveDestination(w Destination) (Destination, error) {
	room, err := a.open()
	if err != nil {
		return w, err
	}
	if w.Kind != folderKind {
		return w, newsroom.Errorf(newsroom.Invalid, "destination.kind", "kind", w.Kind)
	}
	if !filepath.IsAbs(w.Path) {
		return w, newsroom.Errorf(newsroom.Invalid, "destination.path", "path", w.Path)
	}
	d := sqlite.Destination{ID: w.ID, Kind: w.Kind, Name: strings.TrimSpace(w.Name), Path: filepath.Clean(w.Path)}
	if d.Name == "" {
		d.Name = filepath.Base(d.Path)
	}
	err = room.Archive.DB().Update(context.Background(), func(tx *sqlite.Tx) error {
		if d.ID == "" {
			d.ID = newsroom.NewID()
		} else {
			before, err := tx.Destination(d.ID)
			if err != nil {
				return err
			}
			d.Published, d.Failed = before.Published, before.Failed
		}
		return tx.PutDestination(d)
	})
	return destinationOf(d), err
}

// RemoveDestination forgets a destination; what was published there stays.
func (a *App) RemoveDestination(id string) error {
	room, err := a.open()
	if err != nil {
		return err
	}
	return room.Archive.DB().Update(context.Background(), func(tx *sqlite.Tx) error { return tx.RemoveDestination(id) })
}
