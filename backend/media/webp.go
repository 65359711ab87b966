package media

import (
	"encoding/binary"
	"errors"
)

var errNotWebP = errors.New("media: broken WebP structure")

// Flags of the VP8X chunk that announce chunks which are removed.
const (
	flagXMP  = 0x04
	flagEXIF = 0x08
)

// cleanWebP returns data without EXIF, XMP and unknown chunks and without what stands
// behind the end.
func cleanWebP(data []byte) ([]byte, error) {
	if len(data) < 12 {
		return nil, errNotWebP
	}
	end := int64(binary.LittleEndian.Uint32(data[4:])) + 8
	if end < 12 || end > int64(len(data)) {
		return nil, errNotWebP
	}
	out := append(make([]byte, 0, end), data[:12]...)
	for rest := data[12:end]; len(rest) > 0; {
		if len(rest) < 8 {
			return nil, errNotWebP
		}
		size := int64(binary.LittleEndian.Uint32(rest[4:])) + 8
		size += size & 1 // chunks are padded to an even length
		if size == int64(len(rest))+1 {
			size-- // a last chunk that lacks its padding, as some writers leave it
		}
		if size > int64(len(rest)) {
			return nil, errNotWebP
		}
		switch string(rest[:4]) {
		case "VP8X":
			start := len(out)
			out = append(out, rest[:size]...)
			if size > 8 {
				out[start+8] &^= flagXMP | flagEXIF
			}
		case "VP8 ", "VP8L", "ALPH", "ANIM", "ANMF", "ICCP":
			out = append(out, rest[:size]...)
		}
		rest = rest[size:]
	}
	binary.LittleEndian.PutUint32(out[4:], uint32(len(out)-8))
	return out, nil
}
