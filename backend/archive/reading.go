package archive

import (
	"strings"

	"khabar/backend/locale"
	"khabar/backend/markdown"
	"khabar/backend/newsroom"
	"khabar/backend/sqlite"
)

const excerptLength = 160 // characters of the list's second line

// Reading is what the tables take from a text beside its fields: the number of its words,
// its excerpt, its place in the alphabet, what the search finds it by. It follows from
// the text and its language alone, and making it is most of the work of taking in a
// text: whoever brings many makes it ahead of the transaction (Read, Recorder.Know).
type Reading struct {
	words   int
	excerpt string
	sortKey []byte
	found   sqlite.Found
}

// Read reads a text in language l. It may be called from several goroutines at once.
func Read(l newsroom.Lang, t newsroom.Text) Reading {
	plain := markdown.Plain(t.Body)
	r := Reading{words: markdown.Words(plain), excerpt: t.Summary, sortKey: locale.SortKey(l, t.Headline)}
	if r.excerpt == "" {
		r.excerpt = markdown.Excerpt(t.Body, excerptLength)
	}
	r.found = wordsOf(t, plain)
	return r
}

// wordsOf returns what t is found by; plain is what readers read of its body. The closed-up
// forms of compounds stand apart, so that phrases run on through the parts.
func wordsOf(t newsroom.Text, plain string) sqlite.Found {
	var joined strings.Builder
	fold := func(text string) string {
		var all strings.Builder
		for token := range locale.Tokens(text) {
			all.WriteString(token.Key)
			all.WriteByte(' ')
			if token.Parts > 0 {
				joined.WriteString(token.Joined)
				joined.WriteByte(' ')
			}
		}
		return all.String()
	}
	f := sqlite.Found{
		Headline: fold(t.Headline), Summary: fold(t.Summary), Body: fold(plain), Byline: fold(t.Byline + "\n" + t.Translator),
	}
	f.Joined = joined.String()
	return f
}

// readings remembers readings for the length of a transaction: a text that is saved is
// read for its revision and again for its edition.
type readings map[readable]Reading

type readable struct {
	lang newsroom.Lang
	text newsroom.Text
}

// readingsKept bounds what they hold: entries of other devices may come by the thousand.
const readingsKept = 64

func (all readings) of(l newsroom.Lang, t newsroom.Text) Reading {
	t.Slug = "" // an address, not read
	r, ok := all[readable{l, t}]
	if !ok {
		r = Read(l, t)
		all.know(l, t, r)
	}
	return r
}

func (all readings) know(l newsroom.Lang, t newsroom.Text, r Reading) {
	if len(all) == readingsKept {
		clear(all)
	}
	t.Slug = ""
	all[readable{l, t}] = r
}
