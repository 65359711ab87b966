package names

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"khabar/backend/locale"
)

// word is a word of a text and what stands before it.
type word struct {
	start, end int // bytes of the text
	key        string
	gap        gap
}

// gap is what parts a word from the one before.
type gap byte

const (
	broken     gap = iota // the beginning of the text, or what no name reaches across
	spaced                // white space
	hyphened              // a hyphen
	apostrophe            // an apostrophe between two letters
	dotted                // a full stop, as after an initial
)

// close reports whether a text that has b where a spelling has a is that spelling, written a
// little differently.
func (a gap) close(b gap) bool {
	return a == b || a == spaced && b == hyphened || a == hyphened && b == spaced
}

// split returns the words of a text.
func split(text string) []word {
	words := make([]word, 0, len(text)/7)
	last, begun := 0, -1
	for i, r := range text {
		switch in := belongs(r); {
		case begun < 0 && in && !unicode.Is(unicode.Cf, r) && !unicode.IsMark(r):
			begun = i
		case begun >= 0 && !in:
			words = appendWord(words, text, last, begun, i)
			last, begun = words[len(words)-1].end, -1
		}
	}
	if begun >= 0 {
		words = appendWord(words, text, last, begun, len(text))
	}
	return words
}

func appendWord(words []word, text string, last, start, end int) []word {
	end = start + len(strings.TrimRightFunc(text[start:end], bidiMark))
	g := broken
	if len(words) > 0 {
		g = gapOf(text[last:start])
	}
	return append(words, word{start: start, end: end, key: locale.Fold(text[start:end]), gap: g})
}

// belongs reports whether r is part of a word: it is a letter, a mark, a digit, or an
// invisible character.
func belongs(r rune) bool {
	return !isApostrophe(r) && (unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsNumber(r) || unicode.Is(unicode.Cf, r))
}

// bidiMark reports whether r is invisible and no part of the letter before it.
func bidiMark(r rune) bool { return unicode.Is(unicode.Cf, r) && r != zwnj && r != zwj }

const (
	zwnj = '\u200c'
	zwj  = '\u200d'
)

func isApostrophe(r rune) bool { return strings.ContainsRune("'’‘ʼʻ`´′", r) }

func isHyphen(r rune) bool { return r == '-' || r == '‐' || r == '‑' }

func gapOf(between string) gap {
	between = strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, between)
	bare := strings.TrimFunc(between, unicode.IsSpace)
	r, n := utf8.DecodeRuneInString(bare)
	switch {
	case bare == "" && strings.Count(between, "\n") < 2:
		return spaced
	case n < len(bare) || n == 0:
		return broken
	case r == '.' && strings.HasPrefix(between, "."):
		return dotted
	case len(bare) < len(between):
		return broken
	case isApostrophe(r):
		return apostrophe
	case isHyphen(r):
		return hyphened
	}
	return broken
}

// cut returns the byte of w, a word of a text, at which the byte offset of its key stands;
// ok is false where that is inside a letter with its marks.
func cut(w string, offset int) (at int, ok bool) {
	done := 0
	for at < len(w) {
		if done == offset {
			return at, true
		}
		size := letter(w[at:])
		done += len(locale.Fold(w[at : at+size]))
		at += size
	}
	return at, done == offset
}

// letter returns the bytes of the first letter of s with its marks and joiners.
func letter(s string) int {
	_, size := utf8.DecodeRuneInString(s)
	for size < len(s) {
		r, n := utf8.DecodeRuneInString(s[size:])
		if !unicode.IsMark(r) && !unicode.Is(unicode.Cf, r) && r != tatweel {
			break
		}
		size += n
	}
	return size
}

const tatweel = '\u0640'

// joiners returns the invisible characters at the end of s.
func joiners(s string) string {
	return s[len(strings.TrimRightFunc(s, func(r rune) bool { return unicode.Is(unicode.Cf, r) })):]
}

// capital reports whether s begins with a capital letter.
func capital(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r) || unicode.IsTitle(r)
}

// shouted reports whether s is written in capitals throughout.
func shouted(s string) bool {
	letters := 0
	for _, r := range s {
		if unicode.IsLower(r) || unicode.IsLetter(r) && !unicode.IsUpper(r) {
			return false
		}
		if unicode.IsUpper(r) {
			letters++
		}
	}
	return letters > 1
}
