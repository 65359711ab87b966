// Package find is what somebody types into the search field, what it means, and which
// passage of a text shows that it is there.
//
//	بازار کابل          both words, anywhere in the text; the last may go on
//	"market prices"     the words one after another; « » and “ ” do the same
//	-war                not this word
//	kabul | herat       the one or the other
//
// A word with a hyphen or an apostrophe in it is a phrase. Everything is compared folded
// (locale.Fold): ي and ی, the three sets of digits, with and without harakat, capitals. A
// word that ZWNJ holds together is found however it is typed: properly, closed up or with a
// space; and the proper spelling finds one that was written closed up or apart. In a phrase,
// what is typed closed up is taken apart where a common prefix or suffix of Persian shows
// how (part.go); elsewhere the index knows both.
//
// Parse reads what was typed, Query.Words and Query.Without make the FTS5 expressions that
// package sqlite asks, and Query.Mark and Query.Passage look the words up in the text as it
// was written, so that what is marked is the writer's own spelling. Similar says which
// words of a text tell it from others.
package find

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"khabar/backend/locale"
)

// Query is what somebody asks for.
type Query struct {
	all  [][]phrase // one of each
	none []phrase
}

// phrase is words that follow each other.
type phrase struct {
	tokens []locale.Token
	open   bool // the last word may go on
}

// shortestOpen is how long, in letters, the last word of a query must be to be taken for a
// beginning: what begins with one letter is half of everything.
const shortestOpen = 2

// Parse reads what somebody typed. Nothing is wrong with any input: a quotation mark that
// is not closed reaches to the end, and signs without words mean nothing.
func Parse(typed string) Query {
	var q Query
	either := false
	for len(typed) > 0 {
		r, size := utf8.DecodeRuneInString(typed)
		switch {
		case r == '|':
			either = true
			typed = typed[size:]
			continue
		case unicode.IsSpace(r):
			typed = typed[size:]
			continue
		}
		var p phrase
		var not bool
		p, not, typed = next(typed)
		if len(p.tokens) == 0 {
			continue
		}
		switch {
		case not:
			p.open = false
			q.none = append(q.none, p)
		case either && len(q.all) > 0:
			last := &q.all[len(q.all)-1]
			*last = append(*last, p)
		default:
			q.all = append(q.all, []phrase{p})
		}
		either = false
	}
	return q
}

// next reads one word or phrase from the beginning of typed.
func next(typed string) (p phrase, not bool, rest string) {
	if strings.HasPrefix(typed, "-") {
		not, typed = true, typed[1:]
	}
	words, rest, closed := "", "", true
	if r, size := utf8.DecodeRuneInString(typed); quotes(r) {
		typed = typed[size:]
		end := strings.IndexFunc(typed, quotes)
		if closed = end >= 0; closed {
			_, size = utf8.DecodeRuneInString(typed[end:])
			words, rest = typed[:end], typed[end+size:]
		} else {
			words = typed
		}
	} else {
		end := strings.IndexFunc(typed, func(r rune) bool { return unicode.IsSpace(r) || quotes(r) || r == '|' })
		if end < 0 {
			end = len(typed)
		}
		words, rest = typed[:end], typed[end:]
		closed = rest != ""
	}
	for t := range locale.Tokens(words) {
		p.tokens = append(p.tokens, t)
	}
	// Who typed a space or a stop after the last word has finished it.
	if n := len(p.tokens); n > 0 && !closed && p.tokens[n-1].End == len(words) {
		p.open = utf8.RuneCountInString(p.tokens[n-1].Key) >= shortestOpen
	}
	if len(p.tokens) > 1 {
		p = p.apart()
	}
	return p, not, rest
}

// quotes reports whether r begins or ends a phrase: the marks of the nine languages.
func quotes(r rune) bool { return strings.ContainsRune("\"«»“”„‟", r) }
