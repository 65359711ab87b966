package names

import (
	"strings"
	"unicode/utf8"

	"khabar/backend/locale"
)

// accepted returns the accepted spelling of m in place of words, with what stands around the
// name in the text; "" where there is none. Where both have the same number of words, each
// bends as the one it replaces; else what stands around the whole goes around the whole.
func (r *rules) accepted(text string, words []word, m match) string {
	label := m.of.label(r)
	if label == "" {
		return ""
	}
	own := split(label)
	if len(own) == 0 {
		return ""
	}
	var b strings.Builder
	b.WriteString(label[:own[0].start])
	for i, w := range own {
		if i > 0 {
			b.WriteString(label[own[i-1].end:w.start])
		}
		s := label[w.start:w.end]
		from := -1
		switch {
		case len(own) == len(words):
			from = i
		case i == len(own)-1:
			from = len(words) - 1
		}
		if from >= 0 {
			s = r.bend(s, w.key, m, text[words[from].start:words[from].end], m.steps[from])
		}
		if i == 0 {
			s = r.begin(s, text[words[0].start:words[0].end], m.steps[0])
		}
		b.WriteString(s)
	}
	b.WriteString(label[own[len(own)-1].end:])
	out := b.String()
	if shouted(text[words[0].start:words[len(words)-1].end]) {
		return strings.ToUpper(out)
	}
	return out
}

func (s spelling) label(r *rules) string {
	for l, own := range tables {
		if own == r {
			return s.name.Labels[l]
		}
	}
	return ""
}

// bend puts the ending of a used word behind an accepted one.
func (r *rules) bend(s, key string, m match, used string, st step) string {
	if st.ending == st.edge.class.nominative {
		return s
	}
	slot := st.edge.class.slots[st.ending]
	at, ok := cut(used, len(locale.Fold(used))-len(st.ending))
	if slot < 0 && ok && st.edge.class.nominative == "" {
		return s + joiners(used[:at]) + used[at:]
	}
	for _, c := range r.classesOf(key, m.of.name.Kind, true)[1:] {
		if _, has := c.slots[st.ending]; has {
			return russianSpelling(stemOf(s, c) + st.ending)
		}
	}
	for _, c := range r.classesOf(key, m.of.name.Kind, true)[1:] {
		if slot >= 0 && slot < len(c.forms) {
			return russianSpelling(stemOf(s, c) + c.forms[slot])
		}
	}
	return s
}

// stemOf takes the nominative's ending from a word as it is written.
func stemOf(s string, c *class) string {
	for range letters(c.nominative) {
		_, size := utf8.DecodeLastRuneInString(s)
		s = s[:len(s)-size]
	}
	return s
}

// russianSpelling writes и for ы behind the letters that forbid it.
var russianSpelling = strings.NewReplacer("гы", "ги", "кы", "ки", "хы", "хи", "жы", "жи", "чы", "чи", "шы", "ши", "щы", "щи").Replace

// begin puts the prefix of a used word before an accepted one. The Arabic article stands
// once, and melts into the preposition "to".
func (r *rules) begin(s, used string, st step) string {
	if st.prefix == "" {
		return s
	}
	at, ok := cut(used, len(st.prefix))
	if !ok {
		return s
	}
	prefix := used[:at]
	rest, article := strings.CutPrefix(s, "ال")
	switch {
	case article && st.article:
		return prefix + rest
	case article && strings.HasSuffix(st.prefix, "ال"):
		return strings.TrimSuffix(prefix, "ال") + s
	case article && strings.HasSuffix(st.prefix, "ل"):
		return prefix + "ل" + rest
	case st.article:
		return strings.TrimSuffix(prefix, "ل") + s
	}
	return prefix + s
}
