package locale

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"khabar/backend/newsroom"
)

// MaxSlug is the length in characters at which Slug ends.
const MaxSlug = 80

// Slug returns the last part of a page's address, made from a headline in the script
// of l: «ورود معاون نخست‌وزیر» gives "ورود-معاون-نخست-وزیر".
//
// It has lower-case letters of that script alone, digits in those of l, and single
// hyphens for everything between words, ZWNJ included. Words in another script are left
// out, since an address of two directions cannot be read; a headline that has nothing
// else is taken by its Latin letters. Harakat, tatweel and (French apart, where it parts
// two words) the apostrophe vanish. It is cut after a whole word, at MaxSlug characters
// at the latest, and "" where nothing is left to make it from.
func Slug(l newsroom.Lang, headline string) string {
	headline = strings.ToLower(norm.NFC.String(headline))
	slug := slugIn(scriptOf(l), l, headline)
	if !strings.ContainsFunc(slug, unicode.IsLetter) {
		if latin := slugIn(unicode.Latin, newsroom.English, headline); strings.ContainsFunc(latin, unicode.IsLetter) {
			slug = latin
		}
	}
	return cutSlug(slug)
}

// ValidSlug reports whether s can be the last part of a page's address, whoever made
// it: letters that are not upper case, marks, digits and ZWNJ of any script, with
// hyphens or underscores between them, at most newsroom.MaxSlug characters. So a slug
// that came with an older site, in another script than its text, may stay; what a file
// system or an address could take for something else may not.
func ValidSlug(s string) bool {
	if s == "" || !norm.NFC.IsNormalString(s) || utf8.RuneCountInString(s) > newsroom.MaxSlug {
		return false
	}
	if strings.Trim(s, "-_"+string(zwnj)) != s || s != strings.ToLower(s) {
		return false
	}
	return !strings.ContainsFunc(s, func(r rune) bool {
		return r != '-' && r != '_' && r != zwnj && !unicode.In(r, unicode.L, unicode.M, unicode.Nd)
	})
}

// KeepSlug returns s where it is valid, else the slug that can be made of it. It is for
// slugs that people or older sites have chosen.
func KeepSlug(l newsroom.Lang, s string) string {
	if ValidSlug(s) {
		return s
	}
	return Slug(l, s)
}

func scriptOf(l newsroom.Lang) *unicode.RangeTable {
	switch l {
	case newsroom.Arabic, newsroom.Persian, newsroom.Pashto:
		return unicode.Arabic
	case newsroom.Russian, newsroom.Tajik:
		return unicode.Cyrillic
	}
	return unicode.Latin
}

// slugIn joins the words of s that are written in script by hyphens.
func slugIn(script *unicode.RangeTable, l newsroom.Lang, s string) string {
	var b strings.Builder
	pending := false // a hyphen is due before the next letter
	for _, r := range s {
		v, isDigit := digit(r)
		switch {
		case isDigit:
			r = zero(l) + v
		case unicode.IsLetter(r) && unicode.Is(script, r):
		case vanishes(l, r):
			continue
		default:
			pending = true
			continue
		}
		if pending && b.Len() > 0 {
			b.WriteByte('-')
		}
		pending = false
		b.WriteRune(r)
	}
	return b.String()
}

// vanishes reports whether r leaves no gap where it stood.
func vanishes(l newsroom.Lang, r rune) bool {
	switch r {
	case zwnj:
		return false
	case '\'', '’', 'ʼ':
		return l != newsroom.French
	case tatweel:
		return true
	}
	return unicode.In(r, unicode.M, unicode.Cf)
}

func cutSlug(slug string) string {
	if utf8.RuneCountInString(slug) <= MaxSlug {
		return slug
	}
	runes := []rune(slug)
	cut := string(runes[:MaxSlug])
	if runes[MaxSlug] == '-' {
		return cut
	}
	if i := strings.LastIndexByte(cut, '-'); i > 0 {
		return cut[:i]
	}
	return cut
}
