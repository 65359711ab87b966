package site

import (
	"reflect"
	"slices"
)

// output is a file of the site: what it is made from, and how.
type output interface {
	render(f *frame) ([]byte, error)
	seal(f *frame, path string) (seal, error)
}

// made is a file that is rendered from an input. The function that renders it belongs to no
// site and is given nothing but the frame and the input, and these two are what the file's
// fingerprint is the hash of: what is in neither, a page cannot show.
type made[T any] struct {
	input func() (T, error)
	write func(*frame, T) ([]byte, error)
}

func (m made[T]) render(f *frame) ([]byte, error) {
	in, err := m.input()
	if err != nil {
		return nil, err
	}
	return m.write(f, in)
}

func (m made[T]) seal(f *frame, path string) (seal, error) {
	in, err := m.input()
	if err != nil {
		return seal{}, err
	}
	return sealOf(f, path, reflect.TypeFor[T]().Name(), in), nil
}

// fixed is a made whose input is at hand.
func fixed[T any](in T, write func(*frame, T) ([]byte, error)) output {
	return made[T]{func() (T, error) { return in, nil }, write}
}

// stock is a file that is what it is: a style sheet, a font.
type stock struct{ Content []byte }

func writeStock(_ *frame, s stock) ([]byte, error) { return slices.Clone(s.Content), nil }

// Fingerprint returns a hash of all that the file at path is made from: while it stays the
// same, so do the bytes of File. It costs a fraction of rendering, since no body is read. It
// is "" where the site has no such file or its input cannot be had; File says why.
func (s *Site) Fingerprint(path string) string {
	if out, ok := s.files[path]; ok {
		made, err := out.seal(&s.frame, path)
		if err != nil {
			return ""
		}
		return made.String()
	}
	if _, _, ok := s.pictureAt(path); !ok {
		return ""
	}
	return sealOf("picture", s.frame.Program, path).String()
}
