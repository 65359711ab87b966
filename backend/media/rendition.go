package media

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/image/draw"

	"khabar/backend/durable"
	"khabar/backend/newsroom"
)

// quality of a rendition in JPEG: below it, skies and faces begin to show blocks.
const quality = 82

// Rendition returns the picture that ref names, width pixels wide: PNG where it can be
// transparent, else JPEG (RenditionExt tells which). A picture that is no wider is not
// enlarged; one in that form already, and a GIF, which may move, come as they are. What was made once is taken from the disk;
// a disk that cannot keep it does not stop a page from getting its picture.
func (s *Store) Rendition(ref string, width int) ([]byte, error) {
	path, err := s.Path(ref)
	if err != nil {
		return nil, err
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, newsroom.Errorf(newsroom.Storage, "media.unreadable", "name", ref, err)
	}
	config, kind, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return nil, newsroom.Errorf(newsroom.Damaged, "media.damaged", "name", ref, err)
	}
	ext := extFor(config.ColorModel)
	width = min(width, config.Width)
	if kind == "gif" || width <= 0 || width == config.Width && ext == extOf[kind] {
		return data, nil
	}
	stem := strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
	cached := filepath.Join(s.dir, renditions, stem+"-"+strconv.Itoa(width)+"."+ext)
	if made, err := os.ReadFile(cached); err == nil {
		return made, nil
	}
	made, err := s.resize(data, width, ext)
	if err != nil {
		return nil, newsroom.Errorf(newsroom.Damaged, "media.damaged", "name", ref, err)
	}
	_ = durable.WriteVia(filepath.Join(s.dir, incoming), cached, bytes.NewReader(made), 0o644) // a cache: the rendition is good without it
	return made, nil
}

// extOf is the extension of each form that a rendition may have.
var extOf = map[string]string{"jpeg": "jpg", "png": "png", "gif": "gif"}

// RenditionExt returns the extension that fits the renditions of ref: jpg, png or gif.
func (s *Store) RenditionExt(ref string) (string, error) {
	f, err := s.Open(ref)
	if err != nil {
		return "", err
	}
	defer f.Close()
	config, kind, err := image.DecodeConfig(f)
	if err != nil {
		return "", newsroom.Errorf(newsroom.Damaged, "media.damaged", "name", ref, err)
	}
	if kind == "gif" {
		return "gif", nil
	}
	return extFor(config.ColorModel), nil
}

// extFor returns png for the colour models that have transparency, which a header tells
// without decoding.
func extFor(model color.Model) string {
	switch model {
	case color.YCbCrModel, color.GrayModel, color.Gray16Model, color.RGBAModel, color.RGBA64Model, color.CMYKModel:
		return "jpg"
	}
	return "png"
}

// resize decodes data and scales it down to width with the Catmull-Rom kernel, which
// keeps edges sharp.
func (s *Store) resize(data []byte, width int, ext string) ([]byte, error) {
	s.decoding <- struct{}{}
	defer func() { <-s.decoding }()
	m, kind, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	b := m.Bounds()
	height := max(1, (b.Dy()*width+b.Dx()/2)/b.Dx())
	var small draw.Image = image.NewRGBA(image.Rect(0, 0, width, height))
	if _, grey := m.(*image.Gray); grey {
		small = image.NewGray(small.Bounds())
	}
	draw.CatmullRom.Scale(small, small.Bounds(), m, b, draw.Src, nil)
	if ext == "png" {
		var out bytes.Buffer
		err := png.Encode(&out, small)
		return out.Bytes(), err
	}
	var profile []byte
	if kind == "jpeg" {
		j, err := splitJPEG(data)
		if err != nil {
			return nil, err
		}
		profile = j.profileFor(m)
	}
	return encodeJPEG(small, quality, profile)
}
