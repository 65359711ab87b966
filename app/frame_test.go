package app

import (
	"os"
	"testing"
)

func TestFrameIsReadAsItWasWritten(t *testing.T) {
	dir := t.TempDir()
	want := frame{Width: 1000, Height: 700, Maximised: true}
	if err := writeFrame(dir, want); err != nil {
		t.Fatal(err)
	}
	if got := readFrame(dir); got != want {
		t.Errorf("readFrame = %+v, want %+v", got, want)
	}
}

func TestFrameIsNeverSmallerThanTheLeast(t *testing.T) {
	dir := t.TempDir()
	if err := writeFrame(dir, frame{Width: 3, Height: -1}); err != nil {
		t.Fatal(err)
	}
	if got := readFrame(dir); got != leastFrame {
		t.Errorf("readFrame = %+v, want %+v", got, leastFrame)
	}
}

func TestFrameWithoutReadableFileIsTheFirst(t *testing.T) {
	dir := t.TempDir()
	for _, text := range []string{"", "{", `{"width":"x"}`} {
		if err := os.WriteFile(frameFile(dir), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if got := readFrame(dir); got != firstFrame {
			t.Errorf("readFrame of %q = %+v, want %+v", text, got, firstFrame)
		}
	}
}

func TestFrameFitsTheScreen(t *testing.T) {
	if got, want := firstFrame.within(1366, 768), (frame{Width: 1280, Height: 768}); got != want {
		t.Errorf("within(1366, 768) = %+v, want %+v", got, want)
	}
	if got := firstFrame.within(1920, 1080); got != firstFrame {
		t.Errorf("within(1920, 1080) = %+v, want %+v", got, firstFrame)
	}
}
