package app

import (
	"khabar/backend/archive"
	"khabar/backend/find"
	"khabar/backend/markdown"
	"khabar/backend/newsroom"
	"khabar/backend/sqlite"
)

// passageSize is the length of the passage that a row shows, in characters: two lines of
// the list.
const passageSize = 180

// Stretch is a stretch of a text; Hit says that it is what was looked for.
type Stretch struct {
	Text string `json:"text"`
	Hit  bool   `json:"hit"`
}

// Found is where the words of a search stand in an edition.
type Found struct {
	Headline []Stretch `json:"headline"`
	Passage  []Stretch `json:"passage"` // of the summary or the body; empty where they have none of the words
}

// foundIn looks the words of q up in the text of a row.
func foundIn(tx *sqlite.Tx, r sqlite.Row, q find.Query) (*Found, error) {
	text, err := textOf(tx, r.Edition)
	if err != nil {
		return nil, err
	}
	passage, _ := q.Passage(text.Summary+"\n"+markdown.Plain(text.Body), passageSize)
	return &Found{Headline: stretchesOf(q.Mark(text.Headline)), Passage: stretchesOf(passage)}, nil
}

// textOf returns the newest text of an edition.
func textOf(tx *sqlite.Tx, e sqlite.Edition) (newsroom.Text, error) {
	if len(e.Heads) == 1 {
		return archive.TextOf(tx, e.ID, e.Heads[0])
	}
	text, _, _, err := archive.View(tx, e.ID)
	return text, err
}

func stretchesOf(pieces []find.Piece) []Stretch {
	all := make([]Stretch, len(pieces))
	for i, p := range pieces {
		all[i] = Stretch(p)
	}
	return all
}
