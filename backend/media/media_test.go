package media_test

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"slices"
	"testing"

	"khabar/backend/media"
)

// secret stands for everything that must not be published: where, when, by whom.
const secret = "34.5281N69.1723E"

// open returns an empty store.
func open(t testing.TB) *media.Store {
	t.Helper()
	s, err := media.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// The corners of a stored picture are told apart by colour.
var (
	topLeft    = color.RGBA{220, 20, 20, 255}
	topRight   = color.RGBA{20, 200, 20, 255}
	bottomLeft = color.RGBA{20, 20, 220, 255}
	elsewhere  = color.RGBA{250, 250, 250, 255}
)

// photo is a picture w by h with its corners coloured.
func photo(w, h int) *image.RGBA {
	m := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			c := elsewhere
			switch {
			case x < w/2 && y < h/2:
				c = topLeft
			case y < h/2:
				c = topRight
			case x < w/2:
				c = bottomLeft
			}
			m.SetRGBA(x, y, c)
		}
	}
	return m
}

// near reports whether two colours look the same after JPEG.
func near(a, b color.Color) bool {
	r1, g1, b1, _ := a.RGBA()
	r2, g2, b2, _ := b.RGBA()
	far := func(x, y uint32) bool { return max(x, y)-min(x, y) > 40<<8 }
	return !far(r1, r2) && !far(g1, g2) && !far(b1, b2)
}

// exif is the APP1 segment of a camera: orientation and a GPS directory with secret.
func exif(orientation int) []byte {
	var b bytes.Buffer
	b.WriteString("Exif\x00\x00MM\x00\x2A\x00\x00\x00\x08")
	b.Write([]byte{0, 2})                                                         // entries
	b.Write([]byte{0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, byte(orientation), 0, 0})     // orientation, SHORT
	b.Write([]byte{0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 38})                    // GPS directory
	b.Write([]byte{0, 0, 0, 0})                                                   // no next directory
	b.Write([]byte{0, 1, 0, 1, 0, 2, 0, 0, 0, byte(len(secret)), 0, 0, 0, 56, 0}) // latitude
	b.WriteString(secret)
	return app(0xE1, b.Bytes())
}

func app(marker byte, body []byte) []byte {
	return append(binary.BigEndian.AppendUint16([]byte{0xFF, marker}, uint16(len(body)+2)), body...)
}

// profile is the beginning of a colour profile: enough to see whether it is kept.
var profile = app(0xE2, []byte("ICC_PROFILE\x00\x01\x01display-p3"))

// cameraJPEG is what a phone writes: EXIF, XMP, IPTC, a comment, a colour profile, and a
// film behind the end. A zero orientation leaves the EXIF out.
func cameraJPEG(t testing.TB, m image.Image, orientation int) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, &jpeg.Options{Quality: 95}); err != nil {
		t.Fatal(err)
	}
	extra := slices.Concat(
		app(0xE1, []byte("http://ns.adobe.com/xap/1.0/\x00<x>"+secret+"</x>")),
		app(0xED, []byte("Photoshop 3.0\x00"+secret)), app(0xFE, []byte(secret)), app(0xE5, []byte(secret)), profile,
		app(0xE2, []byte("MPF\x00"+secret)),
	)
	if orientation > 0 {
		extra = append(exif(orientation), extra...)
	}
	return append(slices.Insert(b.Bytes(), 2, extra...), []byte("ftypmp42"+secret)...)
}

func chunk(kind, body string) []byte {
	b := binary.BigEndian.AppendUint32(nil, uint32(len(body)))
	b = append(b, kind+body...)
	return binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE([]byte(kind+body)))
}

// talkativePNG has every kind of chunk that tells something.
func talkativePNG(t testing.TB, m image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	extra := slices.Concat(chunk("gAMA", "\x00\x00\xb1\x8f"), chunk("tEXt", "Author\x00"+secret), chunk("iTXt", secret), chunk("zTXt", secret),
		chunk("eXIf", secret), chunk("tIME", secret), chunk("prVt", secret))
	const header = 8 + 25 // signature and IHDR
	return append(slices.Insert(b.Bytes(), header, extra...), secret...)
}

// talkativeGIF moves, repeats, and has a comment and XMP.
func talkativeGIF(t testing.TB) []byte {
	t.Helper()
	frame := func(c byte) *image.Paletted {
		m := image.NewPaletted(image.Rect(0, 0, 8, 8), color.Palette{color.Black, color.White})
		m.Pix[0] = c
		return m
	}
	var b bytes.Buffer
	if err := gif.EncodeAll(&b, &gif.GIF{Image: []*image.Paletted{frame(0), frame(1)}, Delay: []int{5, 5}, LoopCount: 3}); err != nil {
		t.Fatal(err)
	}
	data := b.Bytes()
	end := len(data) - 1
	extra := slices.Concat([]byte{0x21, 0xFE, byte(len(secret))}, []byte(secret), []byte{0},
		[]byte("\x21\xFF\x0BXMP DataXMP"), []byte{byte(len(secret))}, []byte(secret), []byte{0})
	return append(slices.Insert(data, end, extra...), secret...)
}

// talkativeWebP is one pixel with EXIF and XMP around it.
func talkativeWebP(t testing.TB) []byte {
	t.Helper()
	plain, err := base64.StdEncoding.DecodeString("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==")
	if err != nil {
		t.Fatal(err)
	}
	riff := func(kind, body string) []byte {
		b := binary.LittleEndian.AppendUint32([]byte(kind), uint32(len(body)))
		b = append(b, body...)
		return append(b, make([]byte, len(body)%2)...)
	}
	body := slices.Concat([]byte("WEBP"), riff("VP8X", "\x0C\x00\x00\x00\x00\x00\x00\x00\x00\x00"), plain[12:], riff("EXIF", secret), riff("XMP ", secret+"x"))
	return append(riff("RIFF", string(body)), secret...)
}
