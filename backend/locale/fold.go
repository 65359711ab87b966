package locale

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Fold returns the key under which s is searched: two spellings of a word that a
// reader takes for the same have the same key. It is for indexes and queries, never
// for text that is shown or kept.
//
// Folded are the Arabic and the Persian ye and kaf (ي/ی, ك/ک), digits of all three
// sets, upper and lower case, ё/е; dropped are tatweel, harakat and Koranic marks,
// ZWNJ, ZWJ and bidi marks. Letters that differ in a language stay apart: Pashto
// ټ ډ ړ ښ ځ څ ې ۍ ئ, Tajik ғ ӣ қ ӯ ҳ ҷ, and accented Latin letters.
//
// Fold(Fold(s)) == Fold(s). Invalid UTF-8 becomes U+FFFD.
func Fold(s string) string {
	if key, ok := foldSteady(s); ok {
		return key
	}
	return fold(s)
}

// fold is Fold of any text.
func fold(s string) string {
	s = strings.Map(dropInvisible, s)
	s = norm.NFC.String(strings.ToLower(s))
	s = hamzaOnYe.Replace(s)
	s = norm.NFC.String(strings.Map(foldRune, s))
	for strings.Contains(s, "ё") { // a second diaeresis would make another ё of the е
		s = norm.NFC.String(strings.ReplaceAll(s, "ё", "е"))
	}
	return s
}

// plainLetter reports whether r is a letter or digit, of those that most words consist of,
// that no rule of Fold changes and that composes with none of the others.
func plainLetter(r rune) bool {
	switch {
	case r < 0x0430:
		return r >= 'a' && r <= 'z' || r >= '0' && r <= '9'
	case r <= 0x044f: // а to я
		return true
	case r < 0x0621:
		return false
	case r <= 0x064a: // hamza to Arabic ye
		return r != tatweel && r != 'ك' && r != 'ي'
	}
	return r == 'ی' || r == 'ک' || r == 'پ' || r == 'چ' || r == 'گ' || r == 'ژ'
}

// hamzaOnYe composes what Unicode does not: Persian ye with a hamza above is ئ.
var hamzaOnYe = strings.NewReplacer("\u06cc\u0654", "\u0626")

func dropInvisible(r rune) rune {
	if r == tatweel || unicode.Is(unicode.Cf, r) {
		return -1
	}
	return r
}

const tatweel = '\u0640'

func foldRune(r rune) rune {
	switch r {
	case 'ي':
		return 'ی'
	case 'ك':
		return 'ک'
	case 'ۀ': // he with the hamza of the izofat, which is dropped where it is a mark of its own
		return 'ه'
	}
	if haraka(r) {
		return -1
	}
	if v, ok := digit(r); ok {
		return european + v
	}
	return r
}

// haraka reports whether r is a mark that Arabic script sets above or below a letter
// without making another letter of it.
func haraka(r rune) bool {
	return unicode.Is(unicode.Mn, r) && unicode.In(r, arabicMarks)
}

var arabicMarks = &unicode.RangeTable{R16: []unicode.Range16{
	{Lo: 0x0610, Hi: 0x061a, Stride: 1},
	{Lo: 0x064b, Hi: 0x065f, Stride: 1},
	{Lo: 0x0670, Hi: 0x0670, Stride: 1},
	{Lo: 0x06d6, Hi: 0x06ed, Stride: 1},
	{Lo: 0x08d3, Hi: 0x08ff, Stride: 1},
}}
