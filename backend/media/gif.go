package media

import (
	"errors"
	"strings"
)

var errNotGIF = errors.New("media: broken GIF structure")

// Blocks of GIF89a.
const (
	gifExtension   = 0x21
	gifImage       = 0x2C
	gifTrailer     = 0x3B
	gifComment     = 0xFE
	gifApplication = 0xFF
)

// cleanGIF returns data without comments, without application data other than the loop
// count, and without what stands behind the end.
func cleanGIF(data []byte) ([]byte, error) {
	const header = 13 // signature and logical screen descriptor
	if len(data) < header {
		return nil, errNotGIF
	}
	at := header + colourTable(data[10])
	out := make([]byte, 0, len(data))
	if at > len(data) {
		return nil, errNotGIF
	}
	out = append(out, data[:at]...)
	for at < len(data) {
		end, keep := gifBlock(data, at)
		if end < 0 {
			return nil, errNotGIF
		}
		if keep {
			out = append(out, data[at:end]...)
		}
		if data[at] == gifTrailer {
			return out, nil
		}
		at = end
	}
	return append(out, gifTrailer), nil // decoders forgive a missing trailer
}

// gifBlock returns where the block at at ends, -1 where it is broken, and whether it
// stays.
func gifBlock(data []byte, at int) (end int, keep bool) {
	switch data[at] {
	case gifTrailer:
		return at + 1, true
	case gifImage:
		const descriptor = 10
		if at+descriptor > len(data) {
			return -1, false
		}
		lzw := at + descriptor + colourTable(data[at+9])
		return subBlocks(data, lzw+1), true
	case gifExtension:
		if at+3 > len(data) {
			return -1, false
		}
		end = subBlocks(data, at+2)
		switch data[at+1] {
		case gifComment:
			return end, false
		case gifApplication:
			return end, end > 0 && isLoop(data[at+2:end])
		}
		return end, true
	}
	return -1, false
}

// isLoop reports whether an application extension says how often to repeat.
func isLoop(block []byte) bool {
	return len(block) > 11 && (strings.HasPrefix(string(block[1:]), "NETSCAPE2.0") || strings.HasPrefix(string(block[1:]), "ANIMEXTS1.0"))
}

// subBlocks returns where the chain of sub-blocks that begins at at ends, -1 where it
// does not.
func subBlocks(data []byte, at int) int {
	for at < len(data) {
		size := int(data[at])
		at += 1 + size
		if size == 0 {
			return at
		}
	}
	return -1
}

// colourTable returns the bytes of the colour table that a packed field announces.
func colourTable(packed byte) int {
	if packed&0x80 == 0 {
		return 0
	}
	return 3 << (packed&7 + 1)
}
