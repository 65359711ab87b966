package journal

import (
	"strings"
	"unicode"

	"github.com/aymanbagabas/go-udiff/lcs"

	"khabar/backend/newsroom"
)

// edit says that a[start:end] became b[toStart:toEnd].
type edit struct{ start, end, toStart, toEnd int }

func difference(a, b []string) []edit {
	var edits []edit
	for _, d := range lcs.DiffLines(a, b) {
		edits = append(edits, edit{d.Start, d.End, d.ReplStart, d.ReplEnd})
	}
	return edits
}

// The operations of a comparison.
const (
	Same    = "same"
	Added   = "add"
	Deleted = "del"
	Changed = "change"
)

// Part is a run of words of a comparison.
type Part struct {
	Op   string // Same, Added or Deleted
	Text string
}

// Compared is one field, or one block of the body, of two texts compared.
type Compared struct {
	Field string
	Op    string // Same, Added, Deleted or Changed
	Parts []Part
}

// Compare compares two texts word by word: the short fields that differ, then the
// blocks of the body in order, equal ones among them. Joining the parts that are not
// Deleted gives the newer block; those that are not Added, the older.
func Compare(older, newer newsroom.Text) []Compared {
	var out []Compared
	for _, f := range []struct{ name, a, b string }{
		{"headline", older.Headline, newer.Headline}, {"slug", older.Slug, newer.Slug},
		{"summary", older.Summary, newer.Summary}, {"byline", older.Byline, newer.Byline},
		{"translator", older.Translator, newer.Translator},
	} {
		if f.a != f.b {
			out = append(out, compareBlock(f.name, f.a, f.b))
		}
	}
	a, b := splitBlocks(older.Body), splitBlocks(newer.Body)
	i := 0
	for _, e := range append(difference(a, b), edit{len(a), len(a), len(b), len(b)}) {
		for ; i < e.start; i++ {
			out = append(out, Compared{"body", Same, []Part{{Same, a[i]}}})
		}
		out = append(out, compareBlocks(a[e.start:e.end], b[e.toStart:e.toEnd])...)
		i = e.end
	}
	return out
}

// compareBlocks pairs replaced blocks in order; what is left over was added or deleted.
func compareBlocks(a, b []string) []Compared {
	var out []Compared
	for i := range max(len(a), len(b)) {
		var x, y string
		if i < len(a) {
			x = a[i]
		}
		if i < len(b) {
			y = b[i]
		}
		out = append(out, compareBlock("body", x, y))
	}
	return out
}

func compareBlock(field, a, b string) Compared {
	switch {
	case a == "":
		return Compared{field, Added, []Part{{Added, b}}}
	case b == "":
		return Compared{field, Deleted, []Part{{Deleted, a}}}
	}
	return Compared{field, Changed, CompareWords(a, b)}
}

// CompareWords compares two texts word by word, as Compare does with a block.
func CompareWords(older, newer string) (parts []Part) {
	x, y := words(older), words(newer)
	add := func(op string, w []string) {
		if s := strings.Join(w, ""); s != "" {
			parts = append(parts, Part{op, s})
		}
	}
	i := 0
	for _, e := range difference(x, y) {
		add(Same, x[i:e.start])
		add(Deleted, x[e.start:e.end])
		add(Added, y[e.toStart:e.toEnd])
		i = e.end
	}
	add(Same, x[i:])
	return parts
}

// words cuts s into words, runs of spaces and single other characters. Letters, marks,
// digits and the joiners ZWNJ and ZWJ belong to a word, so none is ever cut in two.
func words(s string) []string {
	kind := func(r rune) int {
		switch {
		case unicode.IsLetter(r), unicode.IsMark(r), unicode.IsDigit(r), r == '\u200c', r == '\u200d':
			return 1
		case unicode.IsSpace(r):
			return 2
		}
		return 0
	}
	var out []string
	start, last := 0, -1
	for i, r := range s {
		k := kind(r)
		if i > 0 && (k != last || k == 0) {
			out = append(out, s[start:i])
			start = i
		}
		last = k
	}
	if s != "" {
		out = append(out, s[start:])
	}
	return out
}
