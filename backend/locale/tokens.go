package locale

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"
)

const zwnj = '\u200c'

// Token is a word of a text, or a part of one that ZWNJ holds together.
type Token struct {
	Key        string // folded; never empty
	Start, End int    // where it stands in the text, in bytes
	Joined     string // of the first part of a word held together by ZWNJ: the whole, folded
	Parts      int    // and how many tokens it has; 0 elsewhere
}

// Tokens returns the words of s, in the order of the text, for a full-text index, for what
// is typed into a search field and for finding the one in the other. A word is a run of
// letters, marks and digits; hyphens and apostrophes end it, so that "eau" finds "l'eau".
//
// A word that is held together by ZWNJ comes as its parts, and the first of them knows the
// whole: «می‌روم» gives «می», which knows «میروم», and «روم». It is found by whoever types
// it with a space, without one, or properly, where both are looked for.
func Tokens(s string) iter.Seq[Token] {
	return func(yield func(Token) bool) {
		for start, end := range wordsOf(s) {
			if !strings.ContainsRune(s[start:end], zwnj) {
				if key := Fold(s[start:end]); key != "" && !yield(Token{Key: key, Start: start, End: end}) {
					return
				}
				continue
			}
			for _, t := range joined(s, start, end) {
				if !yield(t) {
					return
				}
			}
		}
	}
}

// joined returns the parts of the word s[start:end].
func joined(s string, start, end int) []Token {
	var parts []Token
	for at := start; at < end; {
		next := end
		if i := strings.IndexRune(s[at:end], zwnj); i >= 0 {
			next = at + i
		}
		if key := Fold(s[at:next]); key != "" {
			parts = append(parts, Token{Key: key, Start: at, End: next})
		}
		at = next + utf8.RuneLen(zwnj)
	}
	if len(parts) > 1 {
		parts[0].Joined, parts[0].Parts = Fold(s[start:end]), len(parts)
	}
	return parts
}

// wordsOf gives the beginning and the end of every word of s.
func wordsOf(s string) iter.Seq2[int, int] {
	return func(yield func(int, int) bool) {
		start := -1
		for i, r := range s {
			switch breaks := breaksWord(r); {
			case !breaks && start < 0:
				start = i
			case breaks && start >= 0:
				if !yield(start, i) {
					return
				}
				start = -1
			}
		}
		if start >= 0 {
			yield(start, len(s))
		}
	}
}

// breaksWord reports whether r stands between words. Invisible characters, tatweel
// among them, stand within.
func breaksWord(r rune) bool {
	if plainLetter(r) {
		return false
	}
	return r < utf8.RuneSelf && (r < 'A' || r > 'Z') || !unicode.In(r, unicode.L, unicode.M, unicode.Nd, unicode.Cf)
}
