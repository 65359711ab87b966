package markdown

import (
	"slices"
	"strings"
)

// Replace returns body with source in the place of block i of Blocks(body). Every other
// byte stays as it was, unless blank lines are needed to keep the other blocks what they
// are. An empty source takes the block out. An i out of range changes nothing.
func Replace(body string, i int, source string) string {
	blocks := Blocks(body)
	if i < 0 || i >= len(blocks) {
		return body
	}
	source = strings.Trim(source, "\r\n")
	if spans := spansOf(body, blocks); spans != nil {
		next := splice(body, spans[i], source)
		if keeps(blocks, Blocks(next), i) {
			return next
		}
	}
	var sources []string
	for n, b := range blocks {
		if n == i {
			b.Source = source
		}
		if b.Source != "" {
			sources = append(sources, b.Source)
		}
	}
	return strings.Join(sources, "\n\n")
}

// At returns the block of Blocks(body) that holds the byte at offset, or the one before
// where it is between two; -1 before the first.
func At(body string, offset int) int {
	spans := spansOf(body, Blocks(body))
	n, _ := slices.BinarySearchFunc(spans, offset+1, func(s span, at int) int { return s.start - at })
	return n - 1
}

// span is where a block begins and ends in its body.
type span struct{ start, end int }

// spansOf finds the blocks in their body; nil where one is not there as it stands: two that
// were taken for one, in lines that end in \r\n.
func spansOf(body string, blocks []Block) []span {
	spans, from := make([]span, len(blocks)), 0
	for i, b := range blocks {
		at := strings.Index(body[from:], b.Source)
		if at < 0 {
			return nil
		}
		spans[i] = span{from + at, from + at + len(b.Source)}
		from = spans[i].end
	}
	return spans
}

func splice(body string, s span, source string) string {
	if source != "" {
		return body[:s.start] + source + body[s.end:]
	}
	before, after := strings.TrimRight(body[:s.start], "\r\n"), strings.TrimLeft(body[s.end:], "\r\n")
	if before == "" || after == "" {
		return before + after
	}
	return before + "\n\n" + after
}

// keeps reports whether all blocks but the one at i are in after what they were before.
func keeps(before, after []Block, i int) bool {
	rest := len(before) - i - 1
	return len(after) >= i+rest && slices.Equal(before[:i], after[:i]) && slices.Equal(before[i+1:], after[len(after)-rest:])
}
