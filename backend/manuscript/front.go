package manuscript

import (
	"errors"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
)

// frontLine is how many lines of a file stand before the first of its front matter.
const frontLine = 1

// front reads front matter into a manuscript, key by key.
type front struct {
	m     *Manuscript
	lines []string
	at    int // line of the key that is being read
}

// readFront fills m from YAML and makes sure that the keys which are kept as they stand
// will be read in the same way once they are written back.
func readFront(m *Manuscript, text string) error {
	if err := gather(m, text); err != nil || m.Extra == "" {
		return err
	}
	written, _, err := split(m.File, string(m.Bytes()))
	again := Manuscript{File: m.File}
	if err == nil {
		err = gather(&again, written)
	}
	if err != nil || again.Extra != m.Extra {
		return fault(m.File, frontLine+1, "", "manuscript.badYAML", err)
	}
	return nil
}

// gather reads every key of text into m.
func gather(m *Manuscript, text string) error {
	file, err := parser.ParseBytes([]byte(text), 0)
	if err != nil {
		at := 0
		if e, ok := errors.AsType[yaml.Error](err); ok && e.GetToken() != nil {
			at = e.GetToken().Position.Line
		}
		return fault(m.File, at+frontLine, "", "manuscript.badYAML", err)
	}
	f := &front{m: m, lines: strings.Split(text, "\n")}
	var root ast.Node
	for _, doc := range file.Docs {
		if doc.Body != nil && root == nil {
			root = doc.Body
		}
	}
	entries, flow, ok := f.entries(root)
	if !ok {
		return fault(m.File, line(root), "", "manuscript.noKeys", nil)
	}
	return f.read(entries, flow)
}

// entries returns the keys of the root; flow says that it is written in braces.
func (f *front) entries(root ast.Node) (entries []*ast.MappingValueNode, flow, ok bool) {
	switch root := root.(type) {
	case nil, *ast.NullNode, *ast.CommentGroupNode:
		return nil, false, true
	case *ast.MappingNode:
		return root.Values, root.IsFlowStyle, true
	case *ast.MappingValueNode:
		return []*ast.MappingValueNode{root}, root.IsFlowStyle, true
	}
	return nil, false, false
}

func (f *front) read(entries []*ast.MappingValueNode, flow bool) error {
	var extra []string
	for i, e := range entries {
		if at := alias(e); at != nil {
			return fault(f.m.File, line(at), keyOf(e), "manuscript.alias", nil)
		}
		f.at = line(e.Key)
		known, err := f.set(keyOf(e), e.Value)
		if err != nil {
			return err
		}
		if known {
			continue
		}
		if flow {
			extra = append(extra, strings.TrimRight(keyOf(e)+": "+e.Value.String(), " \n"))
			continue
		}
		end := len(f.lines) + frontLine
		if i+1 < len(entries) {
			end = line(entries[i+1].Key)
		}
		extra = append(extra, f.source(f.at, end, e.Key.GetToken().Position.Column))
	}
	f.m.Extra = strings.Join(extra, "\n")
	return nil
}

// source returns the lines of a key, from its own to before that of the next, without
// the indent that all keys share.
func (f *front) source(from, to, column int) string {
	lines := f.lines[from-frontLine-1 : max(from, to)-frontLine-1]
	indent := strings.Repeat(" ", column-1)
	var b strings.Builder
	for _, l := range lines {
		b.WriteString(strings.TrimPrefix(l, indent))
		b.WriteByte('\n')
	}
	return strings.TrimRight(b.String(), " \t\n")
}

// set reads a key that Khabar knows into the manuscript; known is false for all others
// and for a second name of a key that has been read.
func (f *front) set(key string, v ast.Node) (known bool, err error) {
	m := f.m
	switch key {
	case "title":
		return f.text(key, v, &m.Text.Headline)
	case "description", "summary":
		return f.text(key, v, &m.Text.Summary)
	case "slug":
		return f.text(key, v, &m.Text.Slug)
	case "place":
		return f.text(key, v, &m.Place)
	case "story", "translationKey":
		return f.text(key, v, &m.StoryKey)
	case "author", "authors", "byline":
		return f.names(key, v, &m.Text.Byline)
	case "translator":
		return f.names(key, v, &m.Text.Translator)
	case "section", "sections", "categories":
		return f.terms(key, v, &m.Sections)
	case "tags":
		return f.terms(key, v, &m.Tags)
	case "date":
		return f.date(key, v, &m.Date)
	case "lastmod":
		return f.date(key, v, &m.Modified)
	case "draft":
		return f.yesNo(key, v, &m.Draft)
	case "lang", "language":
		return f.lang(key, v, &f.m.Lang)
	case "source":
		if s, ok := scalar(v); !ok || !isLanguage(s) {
			return false, nil // elsewhere it names an agency or an address
		}
		return f.lang(key, v, &f.m.Source)
	case "sourceLanguage":
		return f.lang(key, v, &f.m.Source)
	case "image":
		return f.image(key, v)
	}
	return false, nil
}

func keyOf(e *ast.MappingValueNode) string {
	if token := e.Key.GetToken(); token != nil {
		return token.Value
	}
	return ""
}

// line returns the line of the file that n stands in.
func line(n ast.Node) int {
	if n == nil || n.GetToken() == nil || n.GetToken().Position == nil {
		return frontLine
	}
	return n.GetToken().Position.Line + frontLine
}

// alias returns the first alias or merge below n. They are refused: a few lines of
// them can stand for more text than a machine holds.
func alias(n ast.Node) ast.Node {
	var found firstAlias
	ast.Walk(&found, n)
	return found.node
}

type firstAlias struct{ node ast.Node }

// Visit implements ast.Visitor.
func (f *firstAlias) Visit(n ast.Node) ast.Visitor {
	switch n.(type) {
	case *ast.AliasNode, *ast.MergeKeyNode:
		if f.node == nil {
			f.node = n
		}
	}
	return f
}
