package media_test

import (
	"bytes"
	"context"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"testing"
	"time"

	"khabar/backend/media"
	"khabar/backend/newsroom"
)

func TestRendition(t *testing.T) {
	s := open(t)
	clear := image.NewNRGBA(image.Rect(0, 0, 40, 20))
	clear.SetNRGBA(0, 0, color.NRGBA{255, 0, 0, 128})
	var transparent bytes.Buffer
	if err := png.Encode(&transparent, clear); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		data   []byte
		width  int
		format string
		w, h   int
	}{
		"smaller":     {cameraJPEG(t, photo(400, 300), 1), 100, "jpeg", 100, 75},
		"turned":      {cameraJPEG(t, photo(400, 300), 6), 150, "jpeg", 150, 200},
		"never wider": {cameraJPEG(t, photo(40, 30), 1), 100, "jpeg", 40, 30},
		"opaque png":  {talkativePNG(t, photo(40, 30)), 20, "jpeg", 20, 15},
		"transparent": {transparent.Bytes(), 20, "png", 20, 10},
		"gif":         {talkativeGIF(t), 4, "gif", 8, 8},
		"flat":        {talkativePNG(t, photo(400, 2)), 10, "jpeg", 10, 1},
	} {
		item, _ := add(t, s, name, c.data)
		made, err := s.Rendition(item.Ref, c.width)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		config, format, err := image.DecodeConfig(bytes.NewReader(made))
		if err != nil || format != c.format || config.Width != c.w || config.Height != c.h {
			t.Errorf("%s: %s %d×%d (%v), want %s %d×%d", name, format, config.Width, config.Height, err, c.format, c.w, c.h)
		}
		if again, err := s.Rendition(item.Ref, c.width); err != nil || !bytes.Equal(again, made) {
			t.Errorf("%s: the second rendition differs (%v)", name, err)
		}
		ext := map[string]string{"jpeg": "jpg", "png": "png", "gif": "gif"}[c.format]
		if got, err := s.RenditionExt(item.Ref); err != nil || got != ext {
			t.Errorf("%s: extension %q (%v), want %q", name, got, err, ext)
		}
	}
}

func TestRenditionKeepsTheColourProfile(t *testing.T) {
	s := open(t)
	item, _ := add(t, s, "a.jpg", cameraJPEG(t, photo(400, 300), 1))
	if made, err := s.Rendition(item.Ref, 50); err != nil || !bytes.Contains(made, profile) {
		t.Errorf("the colour profile is lost (%v)", err)
	}
}

func TestRenditionIsKept(t *testing.T) {
	dir := t.TempDir()
	s, err := media.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	item, _ := add(t, s, "a.jpg", cameraJPEG(t, photo(400, 300), 1))
	made, err := s.Rendition(item.Ref, 50)
	if err != nil {
		t.Fatal(err)
	}
	kept, err := os.ReadFile(filepath.Join(dir, "renditions", item.Hash+"-50.jpg"))
	if err != nil || !bytes.Equal(kept, made) {
		t.Errorf("not on disk as it was given (%v)", err)
	}
}

func TestPathRefusesWhatIsNoReference(t *testing.T) {
	s := open(t)
	for _, ref := range []string{"", "media/", "../etc/passwd", "media/../x.jpg", "media/0123456789abcdef0123456789abcdef.svg",
		"media/0123456789abcdef0123456789abcdef.jpg", "/media/0123456789abcdef0123456789abcdef.jpg"} {
		if _, err := s.Path(ref); newsroom.CodeOf(err) != newsroom.NotFound {
			t.Errorf("Path(%q): %v, want a NotFound error", ref, err)
		}
	}
	for _, hash := range []string{"", "../../x", "0123456789abcdef0123456789abcdef"} {
		if _, err := s.Info(hash); newsroom.CodeOf(err) != newsroom.NotFound {
			t.Errorf("Info(%q): %v, want a NotFound error", hash, err)
		}
	}
}

// A picture that another device sent has no note beside it.
func TestInfoWithoutANote(t *testing.T) {
	dir := t.TempDir()
	s, err := media.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	want, _ := add(t, s, "a.jpg", cameraJPEG(t, photo(40, 20), 1))
	if err := os.Remove(filepath.Join(dir, "items", want.Hash+".json")); err != nil {
		t.Fatal(err)
	}
	want.Name = ""
	if got, err := s.Info(want.Hash); err != nil || got != want {
		t.Errorf("Info = %+v, %v, want %+v", got, err, want)
	}
}

func TestVerify(t *testing.T) {
	dir := t.TempDir()
	s, err := media.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	item, _ := add(t, s, "a.jpg", cameraJPEG(t, photo(40, 20), 1))
	if faults := s.Verify(context.Background()); faults != nil {
		t.Errorf("a whole store: %v", faults)
	}
	path, err := s.Path(item.Ref)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte("damaged"), 0o644); err != nil {
		t.Fatal(err)
	}
	faults := s.Verify(context.Background())
	if len(faults) != 1 || newsroom.CodeOf(faults[0]) != newsroom.Damaged {
		t.Errorf("a damaged picture: %v", faults)
	}
}

func TestOpenRemovesWhatACrashLeft(t *testing.T) {
	dir := t.TempDir()
	if _, err := media.Open(dir); err != nil {
		t.Fatal(err)
	}
	old, fresh := filepath.Join(dir, "incoming", "old"), filepath.Join(dir, "incoming", "fresh")
	for _, path := range []string{old, fresh} {
		if err := os.WriteFile(path, []byte("half"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	lastWeek := time.Now().AddDate(0, 0, -7)
	if err := os.Chtimes(old, lastWeek, lastWeek); err != nil {
		t.Fatal(err)
	}
	if _, err := media.Open(dir); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(old); err == nil {
		t.Error("what a crash left last week is still there")
	}
	if _, err := os.Stat(fresh); err != nil {
		t.Error("what may still be written to is gone")
	}
}

func BenchmarkAddJPEG(b *testing.B) {
	s, data := open(b), cameraJPEG(b, photo(4000, 3000), 1)
	for b.Loop() {
		add(b, s, "a.jpg", data)
	}
}

func BenchmarkRendition(b *testing.B) {
	dir := b.TempDir()
	s, err := media.Open(dir)
	if err != nil {
		b.Fatal(err)
	}
	item, _ := add(b, s, "a.jpg", cameraJPEG(b, photo(4000, 3000), 1))
	for b.Loop() {
		if _, err := s.Rendition(item.Ref, 960); err != nil {
			b.Fatal(err)
		}
		if err := os.Remove(filepath.Join(dir, "renditions", item.Hash+"-960.jpg")); err != nil {
			b.Fatal(err)
		}
	}
}
