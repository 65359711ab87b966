package desk

import (
	"context"
	"strings"
	"unicode"
	"unicode/utf8"

	"khabar/backend/archive"
	"khabar/backend/journal"
	"khabar/backend/newsroom"
	"khabar/backend/sqlite"
)

// maxWord is how long a word can be, in characters.
const maxWord = 80

// OwnWords returns the words that the newsroom added to the spelling of a language.
func (d *Desk) OwnWords(ctx context.Context, l newsroom.Lang) (all []string, err error) {
	err = d.archive.DB().View(ctx, func(tx *sqlite.Tx) error {
		fields, err := archive.FieldsOf(tx, journal.WordSubject(l))
		all = archive.WordsOf(fields)
		return err
	})
	return all, err
}

// AddWord says that a word is spelt right. Invalid where it is none.
func (d *Desk) AddWord(ctx context.Context, l newsroom.Lang, word string) error {
	letter := func(r rune) bool {
		return unicode.IsLetter(r) || unicode.IsMark(r) || strings.ContainsRune("\u200c\u200d'’-", r)
	}
	if word == "" || utf8.RuneCountInString(word) > maxWord || strings.ContainsFunc(word, func(r rune) bool { return !letter(r) }) {
		return newsroom.Errorf(newsroom.Invalid, "spelling.noWord", "word", word)
	}
	return d.changeWords(ctx, l, nil, []string{word})
}

// RemoveWord takes back that a word was added.
func (d *Desk) RemoveWord(ctx context.Context, l newsroom.Lang, word string) error {
	return d.changeWords(ctx, l, []string{word}, nil)
}

func (d *Desk) changeWords(ctx context.Context, l newsroom.Lang, before, after []string) error {
	if !l.Valid() {
		return newsroom.Errorf(newsroom.Invalid, "language.unknown", "language", string(l))
	}
	return d.archive.Record(ctx, func(r *archive.Recorder) error {
		fields, err := r.Fields(journal.WordSubject(l))
		if err != nil {
			return err
		}
		e := journal.Entry{Kind: journal.Set, Subject: journal.WordSubject(l)}
		setMembers(&e, fields, archive.WordsField, itself, before, after)
		return add(r, e)
	})
}
