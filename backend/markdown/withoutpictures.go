package markdown

import (
	"bytes"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
)

// WithoutPictures returns body without the pictures for whose reference gone is true. A
// figure goes with its caption, and a paragraph with the last thing that it holds; every
// other byte stays. A picture whose reference stands in a definition elsewhere stays too.
func WithoutPictures(body string, gone func(ref string) bool) string {
	blocks := Blocks(body)
	for i, b := range slices.Backward(blocks) {
		source := pictureless(b.Source, gone)
		switch {
		case source == b.Source:
		case strings.TrimSpace(source) == "":
			body = Replace(body, i, "")
		default:
			body = Replace(body, i, source)
		}
	}
	return body
}

func pictureless(block string, gone func(string) bool) string {
	block = unix(block)
	doc, source := parse(block)
	if !strings.HasPrefix(string(source), block) {
		return block
	}
	list := images(doc)
	for _, image := range slices.Backward(list) {
		if s, ok := spanOf(image, source); ok && s.end <= len(block) && gone(unescape(image.Destination)) {
			block = cutOut(block, s)
		}
	}
	return block
}

// spanOf returns where an image with its address in place is written.
func spanOf(image *ast.Image, source []byte) (s span, ok bool) {
	s.start = image.Pos()
	at := offset(source, image.Destination)
	if s.start < 0 || at < s.start {
		return s, false
	}
	at += len(image.Destination)
	if len(image.Title) > 0 {
		title := titleAt(source, image.Destination, image.Title)
		if title < 0 {
			return s, false
		}
		at = title + len(image.Title) + 1 // the closing quotation mark
	}
	close := bytes.IndexByte(source[min(at, len(source)):], ')')
	s.end = at + close + 1
	return s, close >= 0 && bytes.HasPrefix(source[s.start:], []byte("!["))
}

// cutOut takes a span out of text, with the space that would stand twice and the line that
// would be blank.
func cutOut(text string, s span) string {
	before, after := text[:s.start], text[s.end:]
	begins := before == "" || strings.HasSuffix(before, "\n")
	trimmed := strings.TrimLeft(after, " \t")
	switch {
	case begins && trimmed == "":
		return strings.TrimRight(before, "\n")
	case begins && strings.HasPrefix(trimmed, "\n"):
		return before + trimmed[1:]
	case begins:
		return before + trimmed
	case strings.HasSuffix(before, " ") && (trimmed == "" || strings.HasPrefix(trimmed, "\n")):
		return strings.TrimRight(before, " ") + trimmed
	case strings.HasSuffix(before, " ") && strings.HasPrefix(after, " "):
		return before + after[1:]
	}
	return before + after
}
