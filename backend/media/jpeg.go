package media

import (
	"bytes"
	"encoding/binary"
	"errors"
	"image"
	"image/jpeg"
	"slices"
)

// Markers of JPEG, ITU-T T.81 table B.1.
const (
	markerSOF0  = 0xC0 // from here to APP0: frames, tables, scans
	markerSOI   = 0xD8
	markerEOI   = 0xD9
	markerSOS   = 0xDA
	markerAPP0  = 0xE0
	markerAPP1  = 0xE1
	markerAPP2  = 0xE2
	markerAPP14 = 0xEE
)

var errNotJPEG = errors.New("media: broken JPEG structure")

var (
	iccHeader  = []byte("ICC_PROFILE\x00")
	exifHeader = []byte("Exif\x00\x00")
	jfifHeader = []byte("JFIF\x00")
)

// cleanJPEG returns data without everything that is not needed to show it: EXIF, XMP,
// IPTC, comments, thumbnails, further pictures and films behind the end. The scans are
// copied as they are. Only where EXIF says that the picture is to be turned is it
// decoded, turned and encoded again, with its colour profile.
func cleanJPEG(data []byte) ([]byte, error) {
	j, err := splitJPEG(data)
	if err != nil {
		return nil, err
	}
	if j.orientation <= 1 {
		return j.picture, nil
	}
	decoded, err := jpeg.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	return encodeJPEG(turn(decoded, j.orientation), 90, j.profileFor(decoded))
}

// jpegParts is a JPEG taken apart.
type jpegParts struct {
	picture     []byte // what is left of the file
	profile     []byte // the segments of its colour profile
	orientation int    // as EXIF has it, 1 to 8; 0 where it says nothing
}

// profileFor returns the segments to put into a new encoding of decoded. A profile for
// CMYK does not fit what the encoder makes of it.
func (j jpegParts) profileFor(decoded image.Image) []byte {
	switch decoded.(type) {
	case *image.YCbCr, *image.Gray:
		return j.profile
	}
	return nil
}

// splitJPEG goes through the segments of a JPEG and gathers those that may stay.
func splitJPEG(data []byte) (jpegParts, error) {
	var j jpegParts
	if len(data) < 4 || data[0] != 0xFF || data[1] != markerSOI {
		return j, errNotJPEG
	}
	j.picture = append(make([]byte, 0, len(data)), data[:2]...)
	for at := 2; ; {
		for at < len(data) && data[at] != 0xFF { // stray bytes, as decoders skip them
			at++
		}
		for at < len(data) && data[at] == 0xFF { // a marker may be preceded by any number of FF
			at++
		}
		if at >= len(data) {
			return j, errNotJPEG
		}
		marker := data[at]
		at++
		if marker == markerEOI {
			j.picture = append(j.picture, 0xFF, markerEOI)
			return j, nil
		}
		if marker == 0 || marker == 1 || marker >= 0xD0 && marker <= 0xD7 {
			continue // no segment follows
		}
		if at+2 > len(data) {
			return j, errNotJPEG
		}
		end := at + int(binary.BigEndian.Uint16(data[at:]))
		if end < at+2 || end > len(data) {
			return j, errNotJPEG
		}
		j.take(marker, data[at+2:end])
		at = end
		if marker == markerSOS {
			at = scanEnd(data, at)
			j.picture = append(j.picture, data[end:at]...)
		}
	}
}

// scanEnd returns where the entropy-coded data that begins at at ends: at the first
// marker that is neither a stuffed byte nor a restart.
func scanEnd(data []byte, at int) int {
	for ; at+1 < len(data); at++ {
		if next := data[at+1]; data[at] == 0xFF && next != 0 && next != 0xFF && (next < 0xD0 || next > 0xD7) {
			return at
		}
	}
	return len(data)
}

// take keeps a segment where it belongs to the picture.
func (j *jpegParts) take(marker byte, body []byte) {
	switch {
	case marker == markerAPP0 && bytes.HasPrefix(body, jfifHeader) && len(body) >= 14:
		plain := slices.Clone(body[:14])
		plain[12], plain[13] = 0, 0 // no thumbnail
		j.picture = append(j.picture, segment(marker, plain)...)
	case marker == markerAPP2 && bytes.HasPrefix(body, iccHeader):
		j.profile = append(j.profile, segment(marker, body)...)
		j.picture = append(j.picture, segment(marker, body)...)
	case marker == markerAPP1 && bytes.HasPrefix(body, exifHeader):
		if o := orientationOf(body[len(exifHeader):]); j.orientation == 0 {
			j.orientation = o
		}
	case marker == markerAPP14, marker >= markerSOF0 && marker < markerAPP0:
		j.picture = append(j.picture, segment(marker, body)...)
	}
}

// segment writes a marker, its length and its body.
func segment(marker byte, body []byte) []byte {
	head := binary.BigEndian.AppendUint16([]byte{0xFF, marker}, uint16(len(body)+2))
	return append(head, body...)
}

// encodeJPEG encodes m and puts the segments of a colour profile in front.
func encodeJPEG(m image.Image, quality int, profile []byte) ([]byte, error) {
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, &jpeg.Options{Quality: quality}); err != nil {
		return nil, err
	}
	return slices.Insert(b.Bytes(), 2, profile...), nil
}
