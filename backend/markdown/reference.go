package markdown

import (
	"maps"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
)

// Pictures returns the references of the pictures that body shows, in the order of
// their first use, each once. Videos are left out.
func Pictures(body string) []string {
	doc, _ := parse(body)
	var refs []string
	seen := map[string]bool{}
	for _, image := range images(doc) {
		ref := unescape(image.Destination)
		if ref == "" || seen[ref] || service(ref) != "" {
			continue
		}
		seen[ref] = true
		refs = append(refs, ref)
	}
	return refs
}

func images(doc *ast.Document) []*ast.Image {
	var list []*ast.Image
	ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) { // no error to return
		if image, ok := n.(*ast.Image); ok && entering {
			list = append(list, image)
		}
		return ast.WalkContinue, nil
	})
	return list
}

// RewritePictures returns body with the references of pictures replaced as names says;
// references that it does not hold, and every other byte, stay. A reference that a
// definition gives is replaced there, so a link that shares the definition follows.
// Lines come back ended by line feeds; a body that is not UTF-8 comes back unchanged.
func RewritePictures(body string, names map[string]string) string {
	body = unix(body)
	doc, source := parse(body)
	if !strings.HasPrefix(string(source), body) {
		return body
	}
	lengths := map[int]int{} // of a destination, by where it begins
	refs := map[int]string{}
	for _, image := range images(doc) {
		name, ok := names[unescape(image.Destination)]
		if start := offset(source, image.Destination); ok && start >= 0 {
			lengths[start], refs[start] = len(image.Destination), name
		}
	}
	var b strings.Builder
	last := 0
	for _, start := range slices.Sorted(maps.Keys(lengths)) {
		b.WriteString(body[last:start])
		b.WriteString(destination(refs[start], start > 0 && body[start-1] == '<'))
		last = start + lengths[start]
	}
	b.WriteString(body[last:])
	return b.String()
}

// offset returns where piece, a slice of source, begins in it, -1 where piece is empty
// or memory of its own. goldmark keeps no position of a destination, but the slice that
// it gives shares the source, so the capacities tell.
func offset(source, piece []byte) int {
	start := cap(source) - cap(piece)
	if len(piece) == 0 || start < 0 || start+len(piece) > len(source) || &source[start] != &piece[0] {
		return -1
	}
	return start
}

// destination writes ref as the destination of an image; angled says that it will
// stand between angle brackets.
func destination(ref string, angled bool) string {
	if angled || !strings.ContainsAny(ref, " \t\n()<>\\&") {
		return angleEscaper.Replace(ref)
	}
	return "<" + angleEscaper.Replace(ref) + ">"
}

// angleEscaper escapes what has a meaning between angle brackets; a destination cannot
// hold a line feed in either form.
var angleEscaper = strings.NewReplacer("\\", "\\\\", "<", "\\<", ">", "\\>", "&", "\\&", "\n", "%0A")
