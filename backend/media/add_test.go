package media_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"khabar/backend/media"
	"khabar/backend/newsroom"
)

// add takes data in and returns its item and public copy.
func add(t testing.TB, s *media.Store, name string, data []byte) (media.Item, []byte) {
	t.Helper()
	item, err := s.Add(context.Background(), name, bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	f, err := s.Open(item.Ref)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	public, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return item, public
}

// decode returns a picture's pixels.
func decode(t testing.TB, data []byte) image.Image {
	t.Helper()
	m, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestAddRemovesEverythingButThePicture(t *testing.T) {
	for name, data := range map[string][]byte{
		"a.jpg": cameraJPEG(t, photo(40, 20), 0), "upright.jpg": cameraJPEG(t, photo(40, 20), 1), "turned.jpg": cameraJPEG(t, photo(40, 20), 6),
		"a.png": talkativePNG(t, photo(40, 20)), "a.gif": talkativeGIF(t), "a.webp": talkativeWebP(t),
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			s, err := media.Open(dir)
			if err != nil {
				t.Fatal(err)
			}
			item, public := add(t, s, name, data)
			if bytes.Contains(public, []byte(secret)) {
				t.Error("the public copy still tells the secret")
			}
			if sum := sha256.Sum256(public); item.Hash != hex.EncodeToString(sum[:])[:32] {
				t.Errorf("hash %s is not that of the public copy", item.Hash)
			}
			m := decode(t, public)
			want := media.Item{Hash: item.Hash, Ref: "media/" + item.Hash + filepath.Ext(name), Name: name, Mime: item.Mime,
				Width: m.Bounds().Dx(), Height: m.Bounds().Dy(), Bytes: int64(len(public)), Cleaned: true}
			if diff := cmp.Diff(want, item); diff != "" {
				t.Errorf("item (-want +got):\n%s", diff)
			}
			kept, err := filepath.Glob(filepath.Join(dir, "originals", item.Hash+".*"))
			if err != nil || len(kept) != 1 {
				t.Fatalf("originals: %v, %v", kept, err)
			}
			if original, err := os.ReadFile(kept[0]); err != nil || !bytes.Equal(original, data) {
				t.Errorf("the original is not what came in (%v)", err)
			}
		})
	}
}

func TestAddLeavesPixelsAlone(t *testing.T) {
	s := open(t)
	for name, data := range map[string][]byte{"a.jpg": cameraJPEG(t, photo(40, 20), 1), "a.png": talkativePNG(t, photo(40, 20)), "a.webp": talkativeWebP(t)} {
		_, public := add(t, s, name, data)
		if !cmp.Equal(decode(t, public), decode(t, data)) {
			t.Errorf("%s: the pixels have changed", name)
		}
	}
}

func TestAddKeepsTheColourProfile(t *testing.T) {
	s := open(t)
	for _, orientation := range []int{1, 8} {
		_, public := add(t, s, "a.jpg", cameraJPEG(t, photo(40, 20), orientation))
		if !bytes.Contains(public, profile) {
			t.Errorf("orientation %d: the colour profile is lost", orientation)
		}
	}
}

func TestAddKeepsAnimation(t *testing.T) {
	_, public := add(t, open(t), "a.gif", talkativeGIF(t))
	g, err := gif.DecodeAll(bytes.NewReader(public))
	if err != nil || len(g.Image) != 2 || g.LoopCount != 3 {
		t.Errorf("after cleaning: %v, error %v", g, err)
	}
}

// The table says, as CIPA DC-008 does, at which side of the picture as shown the stored
// first row and first column are.
func TestAddAppliesOrientation(t *testing.T) {
	for o, sides := range []struct{ row, column string }{
		1: {"top", "left"}, 2: {"top", "right"}, 3: {"bottom", "right"}, 4: {"bottom", "left"},
		5: {"left", "top"}, 6: {"right", "top"}, 7: {"right", "bottom"}, 8: {"left", "bottom"},
	} {
		if o == 0 {
			continue
		}
		_, public := add(t, open(t), "a.jpg", cameraJPEG(t, photo(48, 32), o))
		m := decode(t, public)
		opposite := map[string]string{"top": "bottom", "bottom": "top", "left": "right", "right": "left"}
		for _, corner := range []struct {
			stored       color.Color
			side1, side2 string
		}{
			{topLeft, sides.row, sides.column}, {topRight, sides.row, opposite[sides.column]}, {bottomLeft, opposite[sides.row], sides.column},
		} {
			at := image.Pt(4, 4)
			if corner.side1 == "right" || corner.side2 == "right" {
				at.X = m.Bounds().Dx() - 4
			}
			if corner.side1 == "bottom" || corner.side2 == "bottom" {
				at.Y = m.Bounds().Dy() - 4
			}
			if got := m.At(at.X, at.Y); !near(got, corner.stored) {
				t.Errorf("orientation %d: %v at %v, want %v", o, got, at, corner.stored)
			}
		}
		if wide := m.Bounds().Dx() > m.Bounds().Dy(); wide != (o < 5) {
			t.Errorf("orientation %d: shown %v", o, m.Bounds())
		}
	}
}

func TestAddAgainChangesNothing(t *testing.T) {
	s := open(t)
	data := cameraJPEG(t, photo(40, 20), 1)
	first, public := add(t, s, "a.jpg", data)
	if again, _ := add(t, s, "other.jpg", data); again != first {
		t.Errorf("second time %+v, first %+v", again, first)
	}
	if clean, _ := add(t, s, "clean.jpg", public); clean.Hash != first.Hash || !clean.Cleaned || clean.Name != "a.jpg" {
		t.Errorf("the public copy taken in again: %+v", clean)
	}
	if info, err := s.Info(first.Hash); err != nil || info != first {
		t.Errorf("Info = %+v, %v", info, err)
	}
}

func TestAddRefuses(t *testing.T) {
	var huge bytes.Buffer
	if err := jpeg.Encode(&huge, image.NewGray(image.Rect(0, 0, 8, 8)), nil); err != nil {
		t.Fatal(err)
	}
	claim := bytes.Index(huge.Bytes(), []byte{0xFF, 0xC0})
	copy(huge.Bytes()[claim+5:], []byte{0xFF, 0xFF, 0xFF, 0xFF})
	whole := cameraJPEG(t, photo(400, 400), 0)
	for name, c := range map[string]struct {
		r       io.Reader
		message string
	}{
		"notes.txt": {strings.NewReader("no picture"), "media.notPicture"},
		"empty.jpg": {strings.NewReader(""), "media.notPicture"},
		"page.svg":  {strings.NewReader("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"), "media.notPicture"},
		"half.jpg":  {bytes.NewReader(whole[:len(whole)/2]), "media.notPicture"},
		"bomb.jpg":  {&huge, "media.tooManyPixels"},
		"film.jpg":  {io.LimitReader(zeros{}, 500<<20), "media.tooLarge"},
	} {
		dir := t.TempDir()
		s, err := media.Open(dir)
		if err != nil {
			t.Fatal(err)
		}
		_, err = s.Add(context.Background(), name, c.r)
		e, ok := errors.AsType[*newsroom.Error](err)
		if !ok || e.Code != newsroom.Invalid || e.Message != c.message || e.Params["name"] != name {
			t.Errorf("%s: %v, want %s", name, err, c.message)
		}
		if files, _ := filepath.Glob(filepath.Join(dir, "*.*")); len(files) > 0 {
			t.Errorf("%s left %v", name, files)
		}
	}
}

func TestAddStops(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := open(t).Add(ctx, "a.jpg", zeros{}); newsroom.CodeOf(err) != newsroom.Cancelled {
		t.Errorf("got %v, want a Cancelled error", err)
	}
}

// zeros is an endless file.
type zeros struct{}

func (zeros) Read(p []byte) (int, error) { clear(p); return len(p), nil }

// Whatever decodes is still the same picture after cleaning, and cleaning it again
// changes nothing.
func FuzzAdd(f *testing.F) {
	f.Add(cameraJPEG(f, photo(16, 8), 1))
	f.Add(cameraJPEG(f, photo(16, 8), 7))
	f.Add(talkativePNG(f, photo(16, 8)))
	f.Add(talkativeGIF(f))
	f.Add(talkativeWebP(f))
	s := open(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		if config, _, err := image.DecodeConfig(bytes.NewReader(data)); err == nil && config.Width*config.Height > 1<<20 {
			return // decoding it would only take time
		}
		item, err := s.Add(context.Background(), "fuzz", bytes.NewReader(data))
		if err != nil {
			return
		}
		path, err := s.Path(item.Ref)
		if err != nil {
			t.Fatal(err)
		}
		public, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if again, err := s.Add(context.Background(), "again", bytes.NewReader(public)); err != nil || again.Hash != item.Hash {
			t.Fatalf("cleaned twice: %v, %v, first %v", again, err, item)
		}
	})
}
