package names

import (
	"strings"
	"unicode/utf8"

	"khabar/backend/newsroom"
)

// class is a way in which words of a language bend.
type class struct {
	nominative string         // ending that the word gives up first; what is left is its stem
	after      string         // letters that the stem ends with; "" = any
	slots      map[string]int // case of each ending; -1 = no case, a suffix that is kept as it is
	forms      []string       // ending to give back for each case
	min        int            // letters of a stem that takes endings
	terms      bool           // of terms alone
}

// plain is the class of words that do not bend; every word is in it.
var plain = &class{}

// takes reports whether the stem may stand between the prefix and the ending.
func (c *class) takes(prefix, stem, ending string) bool {
	if prefix != "" && letters(stem)+letters(c.nominative) < shortest {
		return false
	}
	if ending == c.nominative {
		return true
	}
	_, known := c.slots[ending]
	return known && letters(stem) >= c.min
}

// shortest is how many letters a name has that takes a prefix.
const shortest = 3

// declension returns a class with cases; each argument lists the endings of one.
func declension(nominative, after string, cases ...string) class {
	c := class{nominative: nominative, after: after, slots: map[string]int{}, min: 2}
	for i, endings := range cases {
		for j, e := range strings.Split(endings, " ") {
			if j == 0 {
				c.forms = append(c.forms, e)
			}
			if _, known := c.slots[e]; !known && (e != "" || nominative == "") {
				c.slots[e] = i
			}
		}
	}
	return c
}

// suffixes returns a class whose endings are put behind the stem and kept as they are.
func suffixes(nominative string, min int, endings string) class {
	c := class{nominative: nominative, slots: map[string]int{}, min: min}
	for _, e := range strings.Fields(endings) {
		c.slots[e] = -1
	}
	return c
}

// plural returns the plural endings of terms.
func plural(nominative, endings string) class {
	c := suffixes(nominative, shortest, endings)
	c.terms = true
	return c
}

func setOf(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(words) {
		set[w] = true
	}
	return set
}

// rules are the tables of one language.
type rules struct {
	classes    []class
	prefixes   []string
	inner      bool            // every word of a name bends, not the last alone
	joined     bool            // what is one word with a joiner is also written apart and closed up
	elided     map[string]bool // words that an apostrophe ties to the next
	possessive map[string]bool // endings that an apostrophe ties to a word

	endings map[string]bool
	longest int // letters of an ending
}

func newRules(r rules) *rules {
	r.endings = map[string]bool{}
	for _, c := range r.classes {
		r.endings[c.nominative] = true
		for e := range c.slots {
			r.endings[e] = true
		}
	}
	delete(r.endings, "")
	for e := range r.endings {
		r.longest = max(r.longest, letters(e))
	}
	return &r
}

// classesOf returns the classes of a word of a name, plain first.
func (r *rules) classesOf(key string, kind newsroom.NameKind, last bool) []*class {
	out := []*class{plain}
	if !last && !r.inner {
		return out
	}
	for i := range r.classes {
		c := &r.classes[i]
		stem, ok := strings.CutSuffix(key, c.nominative)
		end, _ := utf8.DecodeLastRuneInString(stem)
		if ok && stem != "" && (c.after == "" || strings.ContainsRune(c.after, end)) && (!c.terms || kind == newsroom.Expression) {
			out = append(out, c)
		}
	}
	return out
}

// forms yields every way to read the key as prefix, stem and ending; only the first word of a
// name has a prefix. The Arabic article that has melted into a preposition stands in the stem
// again.
func (r *rules) forms(key string, first bool, yield func(prefix, stem, ending string, article bool)) {
	r.cutEndings("", key, false, yield)
	if !first {
		return
	}
	for _, p := range r.prefixes {
		rest, ok := strings.CutPrefix(key, p)
		if !ok || rest == "" {
			continue
		}
		r.cutEndings(p, rest, false, yield)
		if strings.HasSuffix(p, "لل") {
			r.cutEndings(p, "ال"+rest, true, yield)
		}
	}
}

func (r *rules) cutEndings(prefix, rest string, article bool, yield func(prefix, stem, ending string, article bool)) {
	yield(prefix, rest, "", article)
	for n, at := 0, len(rest); n < r.longest; n++ {
		_, size := utf8.DecodeLastRuneInString(rest[:at])
		if at -= size; at <= 0 {
			return
		}
		if r.endings[rest[at:]] {
			yield(prefix, rest[:at], rest[at:], article)
		}
	}
}

// endsAt reports whether a name may end before word j.
func (r *rules) endsAt(words []word, j int) bool {
	return j == len(words) || words[j].gap != apostrophe || r.possessive[words[j].key]
}

// respell returns other ways to join the words of an accepted spelling: what is written apart
// is closed up, what has a joiner in it is written apart.
func (r *rules) respell(s string) []string {
	if !r.joined || s == "" {
		return nil
	}
	var out []string
	if strings.Contains(s, " ") {
		out = append(out, strings.ReplaceAll(s, " ", ""))
	}
	if strings.ContainsRune(s, zwnj) {
		out = append(out, strings.ReplaceAll(s, string(zwnj), " "))
	}
	return out
}
