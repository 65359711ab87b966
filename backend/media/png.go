package media

import (
	"encoding/binary"
	"errors"
	"slices"
)

var errNotPNG = errors.New("media: broken PNG structure")

// shown are the ancillary chunks of PNG that change how a picture looks or moves. All
// others go: texts, EXIF, times, and private ones, of which nobody knows what they tell.
var shown = []string{
	"tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "mDCV", "cLLI", "sBIT", "bKGD", "hIST", "pHYs", "sPLT", "acTL", "fcTL", "fdAT",
}

// cleanPNG returns data without the chunks that are not needed to show it and without
// what stands behind the end.
func cleanPNG(data []byte) ([]byte, error) {
	const signature = 8
	if len(data) < signature {
		return nil, errNotPNG
	}
	out := append(make([]byte, 0, len(data)), data[:signature]...)
	for rest := data[signature:]; ; {
		if len(rest) < 12 {
			return nil, errNotPNG
		}
		size := int64(binary.BigEndian.Uint32(rest)) + 12 // length, type and checksum around the data
		if size > int64(len(rest)) {
			return nil, errNotPNG
		}
		kind := string(rest[4:8])
		critical := kind[0]&0x20 == 0 // PNG 5.4: an upper-case first letter
		if critical || slices.Contains(shown, kind) {
			out = append(out, rest[:size]...)
		}
		if kind == "IEND" {
			return out, nil
		}
		rest = rest[size:]
	}
}
