package checks

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"khabar/backend/alignment"
	"khabar/backend/markdown"
)

// prose is the source of a block in which every byte of addresses, code and marks of
// Markdown is 0, neither letter nor space. Places in it are places in the source.
type prose struct {
	source string
	text   string
}

// link is the address of a link or picture; its submatch is the title.
var link = regexp.MustCompile(`\]\([ \t]*[^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+["'(]([^\n]*?)["')])?\s*\)`)

// marks of Markdown, in the order in which they are taken out: their submatch, or the
// whole where they have none.
var marks = []*regexp.Regexp{
	regexp.MustCompile("`+[^`]+`+"),
	regexp.MustCompile(`<[^<>\n]*>`),
	regexp.MustCompile(`\[\^[^\]\n]*\]:?`),
	regexp.MustCompile(`\]\[[^\]\n]*\]`),
	regexp.MustCompile(`(?m)^\s*\[[^\]\n]+\]:\s*\S+`),
	regexp.MustCompile(`(?i)\b(?:https?://|www\.)[^\s\x00]+`),
	regexp.MustCompile(`[\w.+-]+@[\w-]+\.[\w.-]+`),
	regexp.MustCompile(`&#?\w+;`),
	regexp.MustCompile(`(?m)^[ \t]*(?:>[ \t]?)+`),
	regexp.MustCompile(`(?m)^\x00*[ \t]*(?:[-*+]|\d{1,9}[.)]|[٠-٩۰-۹]{1,2} ?[-‐–.)])(?:[ \t]+\[[ xX]\])?[ \t]+`),
	regexp.MustCompile(`(?m)^[ \t]*#{1,6}[ \t]+`),
	regexp.MustCompile(`(?m)[ \t]+#+[ \t]*$`),
	regexp.MustCompile(`(?m)^[ \t]*\|?(?:[ \t]*:?-+:?[ \t]*\|)+[ \t:-]*$`),
	regexp.MustCompile(`[ \t]*\|[ \t]*`),
	regexp.MustCompile(`(?m)^[ \t]+|[ \t]+$`),
	regexp.MustCompile(`(\\)[[:punct:]]`),
	regexp.MustCompile(`!?\[|\]|\*+|~~`),
	regexp.MustCompile(`(?:^|[^\pL\pN_])(_+)`),
	regexp.MustCompile(`(_+)(?:[^\pL\pN_]|$)`),
}

// newProse takes the source of a block. Of kind "" it is a line without marks.
func newProse(source, kind string) prose {
	text := []byte(source)
	switch kind {
	case "":
		return prose{source, source}
	case markdown.Code, markdown.Markup, markdown.Definition:
		erase(text)
		return prose{source, string(text)}
	}
	for _, at := range link.FindAllSubmatchIndex(text, -1) {
		if at[2] < 0 {
			erase(text[at[0]:at[1]])
			continue
		}
		erase(text[at[0]:at[2]])
		erase(text[at[3]:at[1]])
	}
	for _, mark := range marks {
		for _, at := range mark.FindAllSubmatchIndex(text, -1) {
			erase(text[at[len(at)-2]:at[len(at)-1]])
		}
	}
	return prose{source, string(text)}
}

// erase makes bytes blank, but for line breaks: words on two lines are two.
func erase(b []byte) {
	for i := range b {
		if b[i] != '\n' {
			b[i] = 0
		}
	}
}

func prosesOf(blocks []alignment.Block) []prose {
	all := make([]prose, len(blocks))
	for i, b := range blocks {
		all[i] = newProse(b.Source, b.Kind)
	}
	return all
}

// at puts a place, in bytes, into a finding.
func (p prose) at(start, end int, f Finding) Finding {
	f.Start, f.End = units(p.source[:start]), units(p.source[:end])
	if f.Text == "" {
		f.Text = p.source[start:end]
	}
	return f
}

// units is the length of a text in UTF-16.
func units(s string) (n int) {
	for _, r := range s {
		n += max(1, utf16.RuneLen(r))
	}
	return n
}

// token is a word, in bytes of a prose.
type token struct {
	start, end int
	text       string
}

// joining reports whether r is inside of words: joiners, and an apostrophe between letters.
func joining(r rune) bool { return r == '\u200c' || r == '\u200d' }

func wordly(r rune) bool { return unicode.IsLetter(r) || unicode.IsMark(r) || joining(r) }

// words are the runs of letters.
func (p prose) words() (all []token) {
	start := -1
	for i, r := range p.text {
		switch {
		case wordly(r) && start < 0:
			start = i
		case !wordly(r) && start >= 0:
			all = append(all, token{start, i, p.text[start:i]})
			start = -1
		}
	}
	if start >= 0 {
		all = append(all, token{start, len(p.text), p.text[start:]})
	}
	return all
}

func worded(all []prose) bool {
	for _, p := range all {
		if strings.ContainsFunc(p.text, unicode.IsLetter) {
			return true
		}
	}
	return false
}

// before is the rune before a place, utf8.RuneError at the beginning.
func (p prose) before(i int) rune {
	r, _ := utf8.DecodeLastRuneInString(p.text[:i])
	return r
}
