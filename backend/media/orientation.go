package media

import (
	"encoding/binary"
	"image"
	"image/color"
)

// orientationOf reads tag 0x0112 from the TIFF structure inside EXIF (CIPA DC-008,
// 4.6): 1 to 8, 0 where there is none or the structure is broken.
func orientationOf(tiff []byte) int {
	if len(tiff) < 8 {
		return 0
	}
	var order binary.ByteOrder = binary.LittleEndian
	switch string(tiff[:2]) {
	case "MM":
		order = binary.BigEndian
	case "II":
	default:
		return 0
	}
	at := int64(order.Uint32(tiff[4:]))
	if at+2 > int64(len(tiff)) {
		return 0
	}
	entries := int64(order.Uint16(tiff[at:]))
	for i := range entries {
		entry := at + 2 + 12*i
		if entry+12 > int64(len(tiff)) {
			return 0
		}
		if order.Uint16(tiff[entry:]) != 0x0112 {
			continue
		}
		if o := int(order.Uint16(tiff[entry+8:])); o >= 1 && o <= 8 {
			return o
		}
		return 0
	}
	return 0
}

// turn returns m as orientation o says that it is to be shown. Grey stays grey, the
// rest becomes RGBA.
func turn(m image.Image, o int) image.Image {
	b := m.Bounds()
	w, h := b.Dx(), b.Dy()
	if o >= 5 {
		w, h = h, w
	}
	source := func(x, y int) (int, int) {
		sx, sy := sourceOf(o, x, y, b.Dx(), b.Dy())
		return b.Min.X + sx, b.Min.Y + sy
	}
	if grey, ok := m.(*image.Gray); ok {
		out := image.NewGray(image.Rect(0, 0, w, h))
		for y := range h {
			for x := range w {
				out.SetGray(x, y, grey.GrayAt(source(x, y)))
			}
		}
		return out
	}
	out := image.NewRGBA(image.Rect(0, 0, w, h))
	at := reader(m)
	for y := range h {
		for x := range w {
			out.SetRGBA(x, y, at(source(x, y)))
		}
	}
	return out
}

// reader returns how to read a pixel of m, without an allocation for what cameras make.
func reader(m image.Image) func(x, y int) color.RGBA {
	if m, ok := m.(*image.YCbCr); ok {
		return func(x, y int) color.RGBA {
			c := m.YCbCrAt(x, y)
			r, g, b := color.YCbCrToRGB(c.Y, c.Cb, c.Cr)
			return color.RGBA{r, g, b, 0xFF}
		}
	}
	return func(x, y int) color.RGBA { return color.RGBAModel.Convert(m.At(x, y)).(color.RGBA) }
}

// sourceOf returns the pixel of a stored picture, w by h, that is shown at x, y under
// orientation o.
func sourceOf(o, x, y, w, h int) (int, int) {
	switch o {
	case 2: // mirrored
		return w - 1 - x, y
	case 3: // upside down
		return w - 1 - x, h - 1 - y
	case 4: // mirrored, upside down
		return x, h - 1 - y
	case 5: // mirrored, a quarter turn to the left
		return y, x
	case 6: // to be turned a quarter to the right
		return y, h - 1 - x
	case 7: // mirrored, a quarter turn to the right
		return w - 1 - y, h - 1 - x
	case 8: // to be turned a quarter to the left
		return w - 1 - y, x
	}
	return x, y
}
