package markdown

import (
	"strings"
	"unicode"

	"github.com/rivo/uniseg"
)

// Excerpt returns the beginning of what body tells, in one line of at most max grapheme
// clusters. It is cut after a word and ends in "…" where something is left out.
// Headings, pictures, code and notes are not told; where there is nothing else they are.
func Excerpt(body string, max int) string {
	doc, source := parse(body)
	p := plain{source: source}
	for n := doc.FirstChild(); n != nil && p.b.Len() <= max*longestCluster; n = n.NextSibling() {
		switch kindOf(n, source) {
		case Paragraph, List, Quote, Table:
			p.block(n)
		}
	}
	text := p.String()
	if text == "" {
		text = textOf(doc, source)
	}
	return cut(strings.Join(strings.Fields(text), " "), max)
}

// longestCluster is a guess in bytes that lets Excerpt stop reading early; longer
// clusters only make it read less than max, never cut wrongly.
const longestCluster = 64

// cut shortens text to max grapheme clusters, the "…" included.
func cut(text string, max int) string {
	if max <= 0 {
		return ""
	}
	end, space := 0, 0 // bytes that fit beside "…"; the end of the last word among them
	rest, state := text, -1
	var cluster string
	for n := 1; rest != "" && n <= max; n++ {
		end = len(text) - len(rest)
		cluster, rest, _, state = uniseg.FirstGraphemeClusterInString(rest, state)
		if cluster == " " {
			space = end
		}
	}
	if rest == "" {
		return text
	}
	if space == 0 {
		space = end
	}
	return strings.TrimRightFunc(text[:space], func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune(",;:،؛-–—", r)
	}) + "…"
}
