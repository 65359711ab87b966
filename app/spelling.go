package app

import (
	"context"
	"slices"

	"khabar/backend/newsroom"
	"khabar/backend/translation/spelling"
)

// UnknownWords returns those of some words that the newsroom does not know, nor as part of
// a name. Where no dictionary was asked before, only those that are more likely mistakes
// than new words.
func (a *App) UnknownWords(lang string, words []string, dictionary bool) ([]string, error) {
	room, err := a.open()
	if err != nil {
		return nil, err
	}
	named, err := room.book.wordsIn(context.Background(), room, newsroom.Lang(lang))
	if err != nil {
		return nil, err
	}
	words = slices.DeleteFunc(words, func(w string) bool { return named[spelling.Key(w)] })
	unknown := []string{}
	err = room.words.use(context.Background(), room, newsroom.Lang(lang), func(l *lexicon) {
		if !dictionary {
			unknown = append(unknown, l.Doubt(words)...)
			return
		}
		for _, w := range words {
			if !l.Known(w) {
				unknown = append(unknown, w)
			}
		}
	})
	return unknown, err
}

// SuggestWords returns known words of the newsroom that are one slip from a word.
func (a *App) SuggestWords(lang, word string) ([]string, error) {
	room, err := a.open()
	if err != nil {
		return nil, err
	}
	var near []string
	err = room.words.use(context.Background(), room, newsroom.Lang(lang), func(l *lexicon) { near = l.Suggest(word) })
	return list(near), err
}

// OwnWords returns the words that the newsroom added to the spelling of a language.
func (a *App) OwnWords(lang string) ([]string, error) {
	room, err := a.open()
	if err != nil {
		return nil, err
	}
	all, err := room.OwnWords(context.Background(), newsroom.Lang(lang))
	return list(all), err
}

// AddWord says that a word is spelt right in this newsroom.
func (a *App) AddWord(lang, word string) error {
	room, err := a.open()
	if err != nil {
		return err
	}
	return room.AddWord(context.Background(), newsroom.Lang(lang), word)
}

// RemoveWord takes back that a word was added.
func (a *App) RemoveWord(lang, word string) error {
	room, err := a.open()
	if err != nil {
		return err
	}
	return room.RemoveWord(context.Background(), newsroom.Lang(lang), word)
}
