package media

import (
	"bytes"
	"image"
	"image/gif"
	"image/jpeg"
	"image/png"
	"testing"
)

// Cleaning never panics, never adds, and has nothing to do the second time.
func FuzzClean(f *testing.F) {
	m := image.NewGray(image.Rect(0, 0, 4, 4))
	var j, p, g bytes.Buffer
	for _, err := range []error{jpeg.Encode(&j, m, nil), png.Encode(&p, m), gif.Encode(&g, m, nil)} {
		if err != nil {
			f.Fatal(err)
		}
	}
	for _, seed := range [][]byte{j.Bytes(), p.Bytes(), g.Bytes(),
		[]byte("\xFF\xD8\xFF\xE1\x00\x1AExif\x00\x00II*\x00\x08\x00\x00\x00\x01\x00\x12\x01\x03\x00\x01\x00\xFF\xD9"),
		[]byte("RIFF\x20\x00\x00\x00WEBPVP8X\x0A\x00\x00\x00\x0C\x00\x00\x00\x00\x00\x00\x00\x00\x00EXIF\x02\x00\x00\x00xx")} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, format := range formats {
			if format.name == "jpeg" {
				if parts, err := splitJPEG(data); err == nil && parts.orientation > 1 {
					continue // is encoded again: FuzzAdd
				}
			}
			once, err := format.clean(data)
			if err != nil {
				continue
			}
			if len(once) > len(data)+1 {
				t.Fatalf("%s: grew from %d to %d bytes", format.name, len(data), len(once))
			}
			twice, err := format.clean(once)
			if err != nil || !bytes.Equal(once, twice) {
				t.Fatalf("%s: the second time gives %d bytes (%v), the first %d", format.name, len(twice), err, len(once))
			}
		}
	})
}
