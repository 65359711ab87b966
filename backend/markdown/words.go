package markdown

import (
	"unicode"
	"unicode/utf8"
)

// Words counts the words of text, which is plain text and not Markdown. A word is a run
// of letters, marks and digits; a joiner, an apostrophe, a hyphen or a full stop between
// two of them does not part it, so می‌روم, l'eau, well-known and 3.5 are one word each.
func Words(text string) int {
	count, in := 0, false
	for i, r := range text {
		switch {
		case unicode.IsLetter(r), unicode.IsMark(r), unicode.IsNumber(r):
			if !in {
				count++
			}
			in = true
		case in && joins(r) && wordFollows(text[i+utf8.RuneLen(r):]):
		default:
			in = false
		}
	}
	return count
}

// joins reports whether r may stand within a word.
func joins(r rune) bool {
	switch r {
	case '\'', '’', '-', '‐', '‑', '_', '.', ',', '٫', '٬', '·':
		return true
	}
	return unicode.Is(unicode.Cf, r) // ZWNJ, ZWJ, bidi marks, soft hyphen
}

// wordFollows reports whether a word goes on in text, after formatting characters only.
func wordFollows(text string) bool {
	for _, r := range text {
		if !unicode.Is(unicode.Cf, r) {
			return unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsNumber(r)
		}
	}
	return false
}
