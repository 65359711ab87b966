package markdown

import (
	"bytes"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
)

// Swap puts Text in the place of the bytes from Start to End of a piece of text.
type Swap struct {
	Start, End int
	Text       string // as it is to be read; Respell escapes it
}

// Respell returns body with words that readers read replaced: find gets each piece of
// running text as it is written (alternative texts, captions and credits are pieces of their
// own) and returns what to replace, from its beginning to its end and without overlaps.
// Addresses, code blocks, raw HTML and every other byte stay. A piece ends where emphasis or
// a link begins or ends, so words that stand half within one are not found. Lines come back
// ended by line feeds, a body that is not UTF-8 otherwise unchanged.
func Respell(body string, find func(piece string) []Swap) string {
	body = unix(body)
	doc, source := parse(body)
	if !strings.HasPrefix(string(source), body) {
		return body
	}
	r := respelling{source: source, find: find, seen: map[int]bool{}}
	ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) { // no error to return
		if entering {
			r.node(n)
		}
		return ast.WalkContinue, nil
	})
	slices.SortFunc(r.swaps, func(a, b Swap) int { return a.Start - b.Start })
	return Exchange(body, r.swaps)
}

// Exchange carries out swaps, which are in order and do not overlap.
func Exchange(text string, swaps []Swap) string {
	var b strings.Builder
	last := 0
	for _, s := range swaps {
		if s.Start < last || s.End > len(text) {
			continue
		}
		b.WriteString(text[last:s.Start])
		b.WriteString(s.Text)
		last = s.End
	}
	b.WriteString(text[last:])
	return b.String()
}

type respelling struct {
	source []byte
	find   func(string) []Swap
	seen   map[int]bool // where a title begins: several uses may share a definition
	swaps  []Swap
}

// node takes the pieces that stand right below n, and the title of n.
func (r *respelling) node(n ast.Node) {
	switch n := n.(type) {
	case *ast.Image:
		r.title(n.Destination, n.Title)
	case *ast.Link:
		r.title(n.Destination, n.Title)
	}
	escape := escapeWords
	if n.Kind() == ast.KindCodeSpan {
		escape = func(s string) string { return s }
	}
	start, end := -1, -1
	flush := func() {
		if start >= 0 {
			r.piece(start, end, escape)
		}
		start = -1
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		t, ok := c.(*ast.Text)
		if !ok || start >= 0 && !r.joined(end, t.Segment.Start) {
			flush()
		}
		if !ok {
			continue
		}
		if start < 0 {
			start = t.Segment.Start
		}
		end = t.Segment.Stop
	}
	flush()
}

// joined reports whether text that ends at one byte goes on at another.
func (r *respelling) joined(end, start int) bool {
	return end <= start && strings.TrimSpace(string(r.source[end:start])) == ""
}

func (r *respelling) title(destination, title []byte) {
	if at := titleAt(r.source, destination, title); at >= 0 && !r.seen[at] {
		r.seen[at] = true
		r.piece(at, at+len(title), quoteEscaper.Replace)
	}
}

// titleAt returns where the title begins that follows a destination, -1 where there is none
// or it does not stand there in one piece.
func titleAt(source, destination, title []byte) int {
	at := offset(source, destination)
	if at < 0 || len(title) == 0 {
		return -1
	}
	rest := bytes.TrimPrefix(source[at+len(destination):], []byte(">"))
	rest = bytes.TrimLeft(rest, " \t\r\n")
	if len(rest) == 0 || !bytes.ContainsRune([]byte(`"'(`), rune(rest[0])) || !bytes.HasPrefix(rest[1:], title) {
		return -1
	}
	return len(source) - len(rest) + 1
}

func (r *respelling) piece(start, end int, escape func(string) string) {
	for _, s := range r.find(string(r.source[start:end])) {
		r.swaps = append(r.swaps, Swap{start + s.Start, start + s.End, escape(s.Text)})
	}
}

var (
	quoteEscaper = strings.NewReplacer("\\", "\\\\", `"`, `\"`, "'", `\'`, "(", `\(`, ")", `\)`, "\n", " ")
	wordEscaper  = strings.NewReplacer("\\", "\\\\", "*", "\\*", "_", "\\_", "`", "\\`", "[", "\\[", "]", "\\]", "<", "\\<",
		"&", "\\&", "~", "\\~", "|", "\\|", "\n", " ")
)

// escapeWords writes s so that it is read as it stands, also at the beginning of a line.
func escapeWords(s string) string {
	s = wordEscaper.Replace(s)
	if s != "" && strings.ContainsRune("#+->=", rune(s[0])) {
		s = "\\" + s
	}
	return s
}
