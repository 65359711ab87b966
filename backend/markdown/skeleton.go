package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
)

// Skeleton returns what a translation takes over of a block's source before anything is
// translated: a picture or video with its credit but without caption and alternative text,
// a table with empty cells, code, a rule, a definition and HTML as they stand. It returns
// "" for a block that is words alone.
func Skeleton(source string) string {
	doc, text := parse(source)
	var parts []string
	for n := doc.FirstChild(); n != nil; n = n.NextSibling() {
		switch kind := kindOf(n, text); kind {
		case Figure, Video, Gallery:
			for _, image := range imagesAlone(n.(*ast.Paragraph), text) {
				parts = append(parts, bareImage(image))
			}
		case Table:
			parts = append(parts, bareTable(n.(*extast.Table)))
		case Code, Rule, Markup, Definition:
			if n.Kind() != extast.KindFootnoteList { // its notes are at their places
				return source
			}
		}
	}
	return strings.Join(parts, "\n")
}

// Captions returns the words that go with the pictures and videos of a block that holds
// nothing else: what stands for each where it is not seen, and its caption without the
// credit.
func Captions(source string) []string {
	doc, text := parse(source)
	var words []string
	for _, image := range images(doc) {
		caption, _ := captionOf(unescape(image.Title))
		for _, s := range []string{altOf(image, text), caption} {
			if s != "" {
				words = append(words, s)
			}
		}
	}
	return words
}

// Tokens returns the Markdown of the pictures, videos and links in source, in order and
// each once, for somebody who writes the same text in another language: pictures and videos
// bare, links with their words.
func Tokens(source string) []string {
	doc, text := parse(source)
	var all []string
	seen := map[string]bool{}
	ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) { // no error to return
		token := ""
		switch n := n.(type) {
		case *ast.Image:
			token = bareImage(n)
		case *ast.Link:
			p := plain{source: text}
			p.inlines(n)
			token = "[" + bracketEscaper.Replace(p.String()) + "](" + destination(unescape(n.Destination), false) + ")"
		case *ast.AutoLink:
			token = "<" + string(n.URL(text)) + ">"
		}
		if entering && token != "" && !seen[token] {
			seen[token] = true
			all = append(all, token)
		}
		return ast.WalkContinue, nil
	})
	return all
}

var (
	bracketEscaper = strings.NewReplacer("\\", "\\\\", "[", "\\[", "]", "\\]")
	titleEscaper   = strings.NewReplacer("\\", "\\\\", `"`, `\"`, "\n", " ")
)

func bareImage(image *ast.Image) string {
	s := "![](" + destination(unescape(image.Destination), false)
	if _, credit := captionOf(unescape(image.Title)); credit != "" {
		s += ` "© ` + titleEscaper.Replace(credit) + `"`
	}
	return s + ")"
}

var delimiters = map[extast.Alignment]string{
	extast.AlignLeft: ":--", extast.AlignCenter: ":-:", extast.AlignRight: "--:", extast.AlignNone: "---",
}

func bareTable(table *extast.Table) string {
	empty := "|" + strings.Repeat("  |", len(table.Alignments))
	rows := []string{empty, "|"}
	for _, a := range table.Alignments {
		rows[1] += " " + delimiters[a] + " |"
	}
	for range table.ChildCount() - 1 {
		rows = append(rows, empty)
	}
	return strings.Join(rows, "\n")
}
