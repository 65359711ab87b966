package manuscript

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"khabar/backend/newsroom"
)

// maxFront is the most bytes of front matter that are read. It bounds how deep YAML can
// nest.
const maxFront = 64 << 10

var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n")

// Parse reads the manuscript in data; name is what errors call the file. All errors are
// Invalid and hold the parameters file, line and field (the key, "" where the fault
// lies elsewhere).
func Parse(name string, data []byte) (Manuscript, error) {
	if line := invalidLine(data); line > 0 {
		return Manuscript{}, fault(name, line, "", "manuscript.notUTF8", nil)
	}
	text := lineEnds.Replace(string(bytes.TrimPrefix(data, []byte("\uFEFF"))))
	front, body, err := split(name, text)
	if err != nil {
		return Manuscript{}, err
	}
	m := Manuscript{File: name}
	if err := readFront(&m, front); err != nil {
		return Manuscript{}, err
	}
	m.Text.Body = body
	if err := m.Text.Validate(); err != nil {
		return Manuscript{}, fault(name, 1, "", "manuscript.tooLong", err)
	}
	return m, nil
}

// split parts a file into front matter and body. One blank line after the front matter
// and the line feed at the end belong to the form and not to the body.
func split(name, text string) (front, body string, err error) {
	first, rest, _ := strings.Cut(text, "\n")
	switch strings.TrimRight(first, " \t") {
	case "---":
	case "+++":
		return "", "", fault(name, 1, "", "manuscript.toml", nil)
	default:
		return "", "", fault(name, 1, "", "manuscript.noFrontMatter", nil)
	}
	for at := 0; at < len(rest); {
		line, after := rest[at:], len(rest)
		if i := strings.IndexByte(line, '\n'); i >= 0 {
			line, after = line[:i], at+i+1
		}
		if end := strings.TrimRight(line, " \t"); end == "---" || end == "..." {
			if at > maxFront {
				return "", "", fault(name, 1, "", "manuscript.frontMatterTooLong", nil)
			}
			body = strings.TrimSuffix(strings.TrimPrefix(rest[after:], "\n"), "\n")
			return rest[:at], body, nil
		}
		at = after
	}
	return "", "", fault(name, 1, "", "manuscript.unclosed", nil)
}

// invalidLine returns the line of the first byte that is not UTF-8, 0 where all is well.
func invalidLine(data []byte) int {
	if utf8.Valid(data) {
		return 0
	}
	for at := 0; ; {
		r, size := utf8.DecodeRune(data[at:])
		if r == utf8.RuneError && size <= 1 {
			return 1 + bytes.Count(data[:at], []byte("\n"))
		}
		at += size
	}
}

// fault is the form of every error about a file.
func fault(file string, line int, field, message string, cause error) error {
	if cause == nil {
		return newsroom.Errorf(newsroom.Invalid, message, "file", file, "line", line, "field", field)
	}
	return newsroom.Errorf(newsroom.Invalid, message, "file", file, "line", line, "field", field, cause)
}
