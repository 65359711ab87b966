package app

import (
	"context"
	"math"
	"runtime/debug"
	"slices"
	"strings"
	"sync"

	"khabar/backend/archive"
	"khabar/backend/journal"
	"khabar/backend/newsroom"
	"khabar/backend/sqlite"
	"khabar/backend/translation/spelling"
)

// wordBook keeps the words of the languages that somebody writes in. Each is read with
// the first question about it, all its live editions once; from then on only what changed.
type wordBook struct {
	mu   sync.Mutex // held while reading and asking
	held []*lexicon // the language that was asked about last is the last
}

// lexiconsKept are the two languages of a translation and one to look something up in: a
// language of 12,500 editions takes some 10 MB.
const lexiconsKept = 3

// lexicon is the vocabulary of one language as it was after an entry of the journal.
type lexicon struct {
	*spelling.Vocabulary
	lang newsroom.Lang
	seen int64
}

const wordNoun = "word"

// use brings the words of a language up to date and hands them to f, one caller at a time.
func (b *wordBook) use(ctx context.Context, r *Room, l newsroom.Lang, f func(*lexicon)) error {
	if !l.Valid() {
		return newsroom.Errorf(newsroom.Invalid, "language.unknown", "language", string(l))
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	held := b.take(l)
	read := held == nil
	err := r.view(ctx, func(tx *sqlite.Tx) (err error) {
		if read {
			held, err = readLexicon(tx, l)
			return err
		}
		return held.update(tx, l)
	})
	if err != nil {
		return err // half of a change may be in it: it stays taken out
	}
	if b.held = append(b.held, held); len(b.held) > lexiconsKept {
		b.held = slices.Delete(b.held, 0, 1)
	}
	if read {
		debug.FreeOSMemory() // reading leaves several times as much behind as it keeps
	}
	f(held)
	return nil
}

// take takes a language out of the book; nil where it is not in it.
func (b *wordBook) take(l newsroom.Lang) *lexicon {
	i := slices.IndexFunc(b.held, func(held *lexicon) bool { return held.lang == l })
	if i < 0 {
		return nil
	}
	held := b.held[i]
	b.held = slices.Delete(b.held, i, i+1)
	return held
}

func readLexicon(tx *sqlite.Tx, lang newsroom.Lang) (*lexicon, error) {
	l := &lexicon{Vocabulary: spelling.New(lang), lang: lang}
	_, last, err := tx.Since(math.MaxInt64) // only the number is wanted
	if err != nil {
		return nil, err
	}
	l.seen = last
	err = tx.EachLive(lang, func(id newsroom.EditionID, live newsroom.Live) error { return l.take(tx, id, live) })
	if err != nil {
		return nil, err
	}
	return l, l.own(tx, lang)
}

func (l *lexicon) update(tx *sqlite.Tx, lang newsroom.Lang) error {
	changed, last, err := tx.Since(l.seen)
	if err != nil {
		return err
	}
	for _, s := range changed {
		subject := journal.Subject(s)
		noun, name := subject.Split()
		id := newsroom.EditionID(name)
		switch {
		case subject == journal.WordSubject(lang):
			err = l.own(tx, lang)
		case noun == "edition" && strings.HasSuffix(name, string(lang)) && id.Lang() == lang:
			var e sqlite.Edition
			if e, err = tx.Edition(id); err == nil {
				err = l.take(tx, id, e.Live)
			}
		}
		if err != nil && newsroom.CodeOf(err) != newsroom.NotFound { // what waits for its first entry
			return err
		}
	}
	l.seen = last
	return nil
}

// take takes in what readers see of an edition.
func (l *lexicon) take(tx *sqlite.Tx, id newsroom.EditionID, live newsroom.Live) error {
	if !live.State.Shown() {
		l.Put(id, "")
		return nil
	}
	t, err := archive.TextOf(tx, id, live.Revision)
	if err != nil {
		return err
	}
	l.Put(id, strings.Join([]string{t.Headline, t.Summary, t.Body}, "\n"))
	return nil
}

func (l *lexicon) own(tx *sqlite.Tx, lang newsroom.Lang) error {
	fields, err := archive.FieldsOf(tx, journal.WordSubject(lang))
	if err != nil {
		return err
	}
	l.Own(archive.WordsOf(fields))
	return nil
}
