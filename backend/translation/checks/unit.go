package checks

import (
	"maps"
	"slices"
	"strings"
	"unicode"

	"khabar/backend/locale"
)

// unit is what a number counts.
type unit struct{ code, text string }

// signs are the same in every language; longer ones come first.
var signs = []unit{
	{"kilometre", "km²"}, {"kilometre", "km"}, {"kilogram", "kg"}, {"millimetre", "mm"}, {"centimetre", "cm"}, {"celsius", "°C"},
	{"percent", "%"}, {"percent", "٪"}, {"dollar", "$"}, {"euro", "€"}, {"pound", "£"}, {"yen", "¥"}, {"rouble", "₽"}, {"afghani", "؋"}, {"rupee", "₹"},
}

// unitsOf returns the units that stand beside the numbers of a text, each once.
func unitsOf(all []prose, t *table) (found []unit) {
	for _, p := range all {
		for _, n := range numbersIn(p, 0, t) {
			for _, u := range []unit{unitAfter(p.text[n.end:], t), unitBefore(p.text[:n.start])} {
				if u.code != "" && !slices.Contains(codes(found), u.code) {
					found = append(found, u)
				}
			}
		}
	}
	return found
}

func codes(all []unit) (list []string) {
	for _, u := range all {
		list = append(list, u.code)
	}
	return list
}

const gap = " \u00a0\u202f\u200c\u200e\u200f-\x00"

// unitAfter is the unit that a text begins with; a word such as "million" may stand before.
func unitAfter(rest string, t *table) unit {
	for range 3 {
		rest = strings.TrimLeft(rest, gap)
		for _, u := range signs {
			if after, ok := strings.CutPrefix(rest, u.text); ok && !(startsWord(u.text) && startsWord(after)) {
				return u
			}
		}
		end := strings.IndexFunc(rest, func(r rune) bool { return !wordly(r) })
		if end < 0 {
			end = len(rest)
		}
		word := rest[:end]
		key := locale.Fold(word)
		if key == "" {
			return unit{}
		}
		for _, code := range slices.Sorted(maps.Keys(t.Units)) {
			if begins(key, t.Units[code]) {
				return unit{code, word}
			}
		}
		scale := slices.ContainsFunc(slices.Collect(maps.Values(t.Scales)), func(list string) bool { return begins(key, list) })
		if !scale && len([]rune(key)) > 2 { // "de", "of"
			return unit{}
		}
		rest = rest[end:]
	}
	return unit{}
}

func startsWord(s string) bool {
	for _, r := range s {
		return unicode.IsLetter(r)
	}
	return false
}

func unitBefore(text string) unit {
	text = strings.TrimRight(text, gap)
	for _, u := range signs {
		if !startsWord(u.text) && strings.HasSuffix(text, u.text) {
			return u
		}
	}
	return unit{}
}
