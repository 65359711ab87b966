package app

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"

	"khabar/backend/durable"
)

// frame is how large the window stands on the screen, in the system's logical pixels. It
// belongs to this laptop, so it lies in a file of its own beside the newsroom.
type frame struct {
	Width     int  `json:"width"`
	Height    int  `json:"height"`
	Maximised bool `json:"maximised"`
}

// firstFrame is the frame of a window that was never closed, leastFrame the smallest one.
var (
	firstFrame = frame{Width: 1280, Height: 840}
	leastFrame = frame{Width: 880, Height: 560}
)

func frameFile(dir string) string { return filepath.Join(dir, "window.json") }

// readFrame gives the frame in which the window was closed last. A file that cannot be
// read costs nobody a word, so the first frame stands in for it.
func readFrame(dir string) frame {
	text, err := os.ReadFile(frameFile(dir))
	f := firstFrame
	if err != nil || json.Unmarshal(text, &f) != nil {
		return firstFrame
	}
	f.Width, f.Height = max(f.Width, leastFrame.Width), max(f.Height, leastFrame.Height)
	return f
}

func writeFrame(dir string, f frame) error {
	text, err := json.Marshal(f)
	if err != nil {
		return err
	}
	return durable.Write(frameFile(dir), bytes.NewReader(text), 0o600)
}

// within gives the part of the frame that a screen of width × height has room for.
func (f frame) within(width, height int) frame {
	f.Width, f.Height = min(f.Width, width), min(f.Height, height)
	return f
}
