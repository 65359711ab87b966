package app

import (
	"context"

	"khabar/backend/journal"
	"khabar/backend/markdown"
	"khabar/backend/newsroom"
	"khabar/backend/sqlite"
	"khabar/backend/translation/memory"
)

// Match is what was said before for a block that is like the one asked for.
type Match struct {
	Source   string     `json:"source"` // the block then
	Target   string     `json:"target"` // Markdown to insert
	Score    int        `json:"score"`  // of 100; 100 = the same, 99 = the same words
	Diff     []DiffPart `json:"diff"`   // from Source to the block asked for; empty where Score is 100
	Edition  string     `json:"edition"`
	Headline string     `json:"headline"` // "" = from a file
	Time     string     `json:"time"`
}

// Use is a place where words were used.
type Use struct {
	Source   []Stretch `json:"source"`
	Target   string    `json:"target"` // as a reader reads it
	Insert   string    `json:"insert"` // in Markdown
	Edition  string    `json:"edition"`
	Headline string    `json:"headline"`
	Time     string    `json:"time"`
}

// MemoryState is how much is remembered.
type MemoryState struct {
	Passages int `json:"passages"` // each counted in every language that it is in
	Waiting  int `json:"waiting"`  // stories still to be read
}

// How many are shown.
const (
	matchesShown = 5
	usesShown    = 40
)

// Matches returns what the newsroom said before, in the language of an edition, for a block
// in another; the best first.
func (a *App) Matches(id, from, source string) ([]Match, error) {
	room, err := a.open()
	if err != nil {
		return nil, err
	}
	edition := newsroom.EditionID(id)
	m, err := room.memory.open(context.Background(), room)
	if err != nil {
		return nil, err
	}
	found, err := m.Matches(context.Background(), memory.Query{
		From: newsroom.Lang(from), To: edition.Lang(), Source: source, Text: markdown.Plain(source), Not: edition.Story(), Limit: matchesShown,
	})
	if err != nil {
		return nil, err
	}
	w := []Match{}
	err = room.view(context.Background(), func(tx *sqlite.Tx) error {
		for _, m := range found {
			one := Match{Source: m.Source, Target: m.Target, Score: m.Score, Diff: []DiffPart{}}
			if m.Score < 100 {
				one.Diff = partsOf(journal.CompareWords(m.Source, source))
			}
			one.Edition, one.Headline, one.Time = origin(tx, m.Story, edition.Lang())
			w = append(w, one)
		}
		return nil
	})
	return w, err
}

// Uses returns where words were used in a language and what stands there in another.
func (a *App) Uses(words, lang, other string) ([]Use, error) {
	room, err := a.open()
	if err != nil {
		return nil, err
	}
	m, err := room.memory.open(context.Background(), room)
	if err != nil {
		return nil, err
	}
	found, err := m.Find(context.Background(), words, newsroom.Lang(lang), newsroom.Lang(other), usesShown)
	if err != nil {
		return nil, err
	}
	w := []Use{}
	err = room.view(context.Background(), func(tx *sqlite.Tx) error {
		for _, u := range found {
			one := Use{Source: []Stretch{}, Target: u.Target, Insert: u.Insert}
			for _, s := range u.Source {
				one.Source = append(one.Source, Stretch(s))
			}
			one.Edition, one.Headline, one.Time = origin(tx, u.Story, newsroom.Lang(other))
			w = append(w, one)
		}
		return nil
	})
	return w, err
}

// origin says where something remembered comes from: the edition, its headline, and since
// when readers have it, or when it was approved. All are "" where it comes from a file, or
// is no longer there.
func origin(tx *sqlite.Tx, story newsroom.StoryID, l newsroom.Lang) (edition, headline, time string) {
	e, err := tx.Edition(newsroom.NewEditionID(story, l))
	if err != nil {
		return "", "", ""
	}
	at := e.Live.Published
	if at.IsZero() {
		at = e.Work.Time
	}
	return string(e.ID), e.Text.Headline, stamp(at)
}

// MemoryState returns how much is remembered.
func (a *App) MemoryState() (MemoryState, error) {
	room, err := a.open()
	if err != nil {
		return MemoryState{}, err
	}
	m, err := room.memory.open(context.Background(), room)
	if err != nil {
		return MemoryState{}, err
	}
	s, err := m.State(context.Background())
	return MemoryState{s.Wordings, s.Waiting}, err
}
