package app

import (
	"context"
	"path/filepath"
)

// openToAsk opens the newsroom and its speech: what a dialog of the system needs that asks
// for a file or folder.
func (a *App) openToAsk() (*Room, func(key string) string, error) {
	room, err := a.open()
	if err != nil {
		return nil, nil, err
	}
	say, err := room.speech(context.Background())
	return room, say, err
}

// chooseNewFile lets the user choose where a file is written, and returns its path; "" where
// she does not. What she names without an ending gets this one, with its dot.
func (a *App) chooseNewFile(title, kind, name, ending string) (string, error) {
	path, err := a.host.ChooseNewFile(title, kind, name+ending)
	if err != nil || path == "" {
		return "", err
	}
	if filepath.Ext(path) == "" {
		path += ending
	}
	return path, nil
}
