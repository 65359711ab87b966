package manuscript

import (
	"bytes"
	"errors"
	"strings"
	"unicode/utf8"

	"khabar/backend/newsroom"
)

// Limits of front matter. The reader of YAML takes time with the square of the depth, so
// a hostile file could otherwise hold up an import for minutes.
const (
	maxFront = 32 << 10 // bytes
	maxDepth = 100      // brackets and braces inside one another
)

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
		field := ""
		if e, ok := errors.AsType[*newsroom.Error](err); ok {
			field, _ = e.Params["field"].(string)
		}
		return Manuscript{}, fault(name, 1, field, "manuscript.tooLong", err)
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
			if at > maxFront || depth(rest[:at]) > maxDepth {
				return "", "", fault(name, 1, "", "manuscript.frontMatterTooLarge", nil)
			}
			body = strings.TrimSuffix(strings.TrimPrefix(rest[after:], "\n"), "\n")
			return rest[:at], body, nil
		}
		at = after
	}
	return "", "", fault(name, 1, "", "manuscript.unclosed", nil)
}

// depth returns how many brackets and braces of text are open at once, at most. Those in
// quotation marks count too: a text with a hundred of them would be a strange one.
func depth(text string) int {
	open, deepest := 0, 0
	for _, c := range text {
		switch c {
		case '[', '{':
			open++
			deepest = max(deepest, open)
		case ']', '}':
			open = max(0, open-1)
		}
	}
	return deepest
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
