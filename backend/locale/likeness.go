package locale

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"khabar/backend/newsroom"
)

// plurals are endings, folded, with which a noun of a language stands for many, and what
// stands in their place for one. They suggest and decide nothing, so they may be wrong for
// some words.
var plurals = map[newsroom.Lang][][2]string{
	newsroom.English: {{"ies", "y"}, {"sses", "ss"}, {"ches", "ch"}, {"shes", "sh"}, {"xes", "x"}, {"s", ""}},
	newsroom.French:  {{"eaux", "eau"}, {"aux", "al"}, {"s", ""}, {"x", ""}},
	newsroom.German:  {{"innen", "in"}, {"en", ""}, {"er", ""}, {"n", ""}, {"e", ""}, {"s", ""}},
	newsroom.Spanish: {{"ces", "z"}, {"es", ""}, {"s", ""}},
	newsroom.Russian: {{"ия", "ие"}, {"ии", "ия"}, {"ы", ""}, {"и", ""}, {"а", ""}, {"я", ""}, {"ь", ""}},
	newsroom.Tajik:   {{"ҳо", ""}, {"он", ""}},
	newsroom.Persian: {{"های", ""}, {"ها", ""}, {"ان", ""}, {"ات", ""}},
	newsroom.Pashto:  {{"ونه", ""}, {"ګان", ""}, {"ان", ""}, {"ې", "ه"}},
	newsroom.Arabic:  {{"ات", "ة"}, {"ون", ""}, {"ين", ""}},
}

const shortestStem = 3 // letters

// One returns the key of s with every word as it stands for one, as far as the endings of
// the language show it.
func One(l newsroom.Lang, s string) string {
	words := strings.Fields(Fold(s))
	for i, w := range words {
		for _, p := range plurals[l] {
			if stem, ok := strings.CutSuffix(w, p[0]); ok && utf8.RuneCountInString(stem) >= shortestStem {
				words[i] = stem + p[1]
				break
			}
		}
	}
	return strings.Join(words, " ")
}

// shortestLike is the length in letters from which two words that differ in one letter may
// be one word: of shorter ones too many do.
const shortestLike = 5

// NearKeys returns keys of s, such that two texts have one in common where the one becomes
// the other by one letter more, less, other, or in another place: s folded, and with each
// letter left out. (Deletion neighbourhoods: Mor and Fraenkel, "A hash code method for
// detecting and correcting spelling errors", 1982.) Short texts have none; Near says
// whether two that share a key are near.
func NearKeys(s string) []string {
	letters := []rune(Fold(s))
	if len(letters) < shortestLike {
		return nil
	}
	keys := []string{string(letters)}
	for i := range letters {
		if i == 0 || letters[i] != letters[i-1] {
			keys = append(keys, string(slices.Delete(slices.Clone(letters), i, i+1)))
		}
	}
	return keys
}

// Near reports whether two texts differ in one letter, or in two neighbours that changed
// places, once they are folded. Numbers that differ are never near.
func Near(a, b string) bool {
	x, y := []rune(Fold(a)), []rune(Fold(b))
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(x) < shortestLike-1 || len(y) < shortestLike {
		return false
	}
	from := 0
	for from < len(x) && x[from] == y[from] {
		from++
	}
	xEnd, yEnd := len(x), len(y)
	for xEnd > from && yEnd > from && x[xEnd-1] == y[yEnd-1] {
		xEnd, yEnd = xEnd-1, yEnd-1
	}
	x, y = x[from:xEnd], y[from:yEnd]
	if slices.ContainsFunc(x, unicode.IsDigit) || slices.ContainsFunc(y, unicode.IsDigit) {
		return false
	}
	swapped := len(x) == 2 && len(y) == 2 && x[0] == y[1] && x[1] == y[0]
	return len(y) == 1 || swapped
}
