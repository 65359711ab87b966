package markdown

import (
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
)

// beginSize returns the length of the mark that begins n and ends s, 0 where s does not end
// so.
func beginSize(n ast.Node, s string) int {
	switch n := n.(type) {
	case *ast.Emphasis:
		if sameMarks(s[max(0, len(s)-n.Level):], n.Level, "*_") {
			return n.Level
		}
	case *extast.Strikethrough:
		return len(s) - len(strings.TrimRight(s, "~"))
	case *ast.Link:
		if strings.HasSuffix(s, "[") {
			return 1
		}
	case *ast.Image:
		if strings.HasSuffix(s, "![") {
			return 2
		}
	}
	return 0
}

// endSize returns the length of the mark that ends n and begins s.
func endSize(n ast.Node, s string) int {
	switch n := n.(type) {
	case *ast.Emphasis:
		if sameMarks(s[:min(len(s), n.Level)], n.Level, "*_") {
			return n.Level
		}
	case *extast.Strikethrough:
		return len(s) - len(strings.TrimLeft(s, "~"))
	case *ast.Link, *ast.Image:
		return len(linkEnd.FindString(s))
	}
	return 0
}

func sameMarks(s string, n int, marks string) bool {
	return len(s) == n && strings.IndexByte(marks, s[0]) >= 0 && strings.Trim(s, s[:1]) == ""
}

// linkEnd is what follows the words of a link or picture: an address with or without a
// title, the label of a definition, or nothing.
var linkEnd = regexp.MustCompile(`^\](?:\(\s*(?:<(?:[^<>\n\\]|\\.)*>|(?:[^\s()\\]|\\.|\((?:[^\s()\\]|\\.)*\))*)` +
	`(?:\s+(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\((?:[^()\\]|\\.)*\)))?\s*\)|\[(?:[^\[\]\\]|\\.)*\])?`)

// title is the caption of a picture where it stands.
var imageTitle = regexp.MustCompile(`(?s)^(.*?\]\((?:<[^<>\n]*>|[^\s()<>]+)\s+")((?:[^"\\]|\\.)+)("\s*\).*)$`)

// titled takes the captions in what belongs to pictures as words.
func (r *runner) titled(s string) {
	for {
		m := imageTitle.FindStringSubmatch(s)
		if m == nil {
			break
		}
		r.out = append(r.out, Run{Kind: Alone, Source: m[1]}, Run{Kind: Wording, Source: m[2]})
		s = m[3]
	}
	if s != "" {
		r.out = append(r.out, Run{Kind: Alone, Source: s})
	}
}
