package checks

import (
	"strings"

	"khabar/backend/locale"
	"khabar/backend/newsroom"
)

const zwnj = "\u200c"

// joiners finds the commonest places at which Persian lacks a zero-width non-joiner: after
// the می and نمی of a verb, and before ها, ترین and the اند of a participle. Only words
// in the tables and endings that nothing else can be are told.
func joiners(t *table, p prose, tell told) {
	if t.lang != newsroom.Persian {
		return
	}
	words := p.words()
	for i, w := range words {
		if right := t.torn(w.text); right != "" {
			tell(w.start, w.end, Finding{Check: Joiner, Wanted: right, Replace: []string{right}})
		}
		if i == 0 || p.text[words[i-1].end:w.start] != " " || !t.parted(words[i-1].text, w.text) {
			continue
		}
		right := words[i-1].text + zwnj + w.text
		tell(words[i-1].start, w.end, Finding{Check: Joiner, Wanted: right, Replace: []string{right}})
	}
}

const plurals = "ها های هایی هایش هایشان هایمان هایم هایت هاست"

// parted reports whether two words are one that was parted by a space.
func (t *table) parted(first, second string) bool {
	a, b := locale.Fold(first), locale.Fold(second)
	switch {
	case a == "می" || a == "نمی":
		return t.verbs[b]
	case has(plurals, b):
		return len([]rune(a)) > 1 && a != "این" && a != "آن" && !strings.HasSuffix(a, "ها")
	case b == "ترین":
		return len([]rune(a)) > 1
	case b == "تر":
		return begins(a, t.Degrees)
	case b == "اند" || b == "ایم" || b == "اید":
		return strings.HasSuffix(a, "ه") && len([]rune(a)) > 2
	}
	return false
}

// torn returns a verb whose می was written without a joiner, with it; "" for other words.
func (t *table) torn(word string) string {
	for _, prefix := range []string{"نمی", "می"} {
		if rest, ok := strings.CutPrefix(word, prefix); ok && !strings.HasPrefix(rest, zwnj) && t.verbs[locale.Fold(rest)] {
			return prefix + zwnj + rest
		}
	}
	return ""
}
