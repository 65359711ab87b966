package alignment

import (
	"regexp"
	"slices"
	"strings"
)

// trait is what a block shows of itself in any language.
type trait struct {
	kind    string
	length  float64
	shown   []string // pictures, videos and links in it
	numbers []string // in European digits, without separators
	names   []string // that both texts have, as skeletons

	place int   // of a block of the source in it, counted from 1; 0 = nobody asks
	limit limit // of a block of the target
}

func traits(blocks []Block) []trait {
	all := make([]trait, len(blocks))
	for i, b := range blocks {
		all[i] = trait{kind: b.Kind, length: letters(b.Text), numbers: Numbers(b.Text)}
		if slices.Contains(prose, b.Kind) {
			all[i].kind = prose[0]
		}
		for _, m := range destination.FindAllStringSubmatch(b.Source, -1) {
			all[i].shown = join(all[i].shown, []string{m[1]})
		}
	}
	return all
}

// prose are kinds that one language may use for another's: a list for paragraphs.
var prose = []string{"paragraph", "list", "quote"}

// mixed is the kind of blocks that are of several.
const mixed = "mixed"

// destination is the address of a link or picture in Markdown.
var destination = regexp.MustCompile(`\]\(<?([^\s)>]+)`)

func together(all []trait) trait {
	if len(all) == 1 {
		return all[0]
	}
	t := trait{kind: all[0].kind, place: all[0].place, limit: all[0].limit}
	for _, x := range all {
		if x.kind != t.kind {
			t.kind = mixed
		}
		t.shown, t.numbers, t.names = join(t.shown, x.shown), join(t.numbers, x.numbers), join(t.names, x.names)
		t.length += x.length
	}
	return t
}

// Numbers returns the numbers in s, each once, in European digits. A separator of thousands,
// whichever the language uses, is left out; a decimal sign parts a number in two.
func Numbers(s string) []string {
	if !strings.ContainsFunc(s, func(r rune) bool { return european(r) != r || r >= '0' && r <= '9' }) {
		return nil
	}
	s = strings.Map(european, s)
	for grouped.MatchString(s) {
		s = grouped.ReplaceAllString(s, "$1$2$3")
	}
	all := number.FindAllString(s, -1)
	slices.Sort(all)
	return slices.Compact(all)
}

var (
	number  = regexp.MustCompile(`[0-9]+`)
	grouped = regexp.MustCompile("([0-9])[.,'’٬، \u00a0\u2009\u202f]([0-9]{3})([^0-9]|$)")
)

func european(r rune) rune {
	switch {
	case r >= '٠' && r <= '٩':
		return r - '٠' + '0'
	case r >= '۰' && r <= '۹':
		return r - '۰' + '0'
	}
	return r
}
