package app

import (
	"context"

	"khabar/backend/archive"
	"khabar/backend/find"
	"khabar/backend/locale"
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

// Search returns the editions that f finds, with the passages that show it, at most limit,
// and how many there are; the section and the tag of f may be labels.
func (r *Room) Search(ctx context.Context, f EditionFilter, limit int) (rows []EditionRow, index EditionIndex, err error) {
	if f.Section, err = r.named(ctx, newsroom.Section, f.Section); err != nil {
		return nil, index, err
	}
	if f.Tag, err = r.named(ctx, newsroom.Tag, f.Tag); err != nil {
		return nil, index, err
	}
	if index, err = r.editionIndex(ctx, f); err != nil {
		return nil, index, err
	}
	rows = []EditionRow{}
	for _, key := range index.Keys {
		if len(rows) >= limit {
			break
		}
		page, err := r.editions(ctx, f, key)
		if err != nil {
			return nil, index, err
		}
		rows = append(rows, page...)
	}
	return rows[:min(limit, len(rows))], index, nil
}

// named returns the id of the section or tag that people call name; NotFound.
func (r *Room) named(ctx context.Context, kind newsroom.TermKind, name string) (id string, err error) {
	if name == "" {
		return "", nil
	}
	err = r.view(ctx, func(tx *sqlite.Tx) error {
		terms, err := tx.Terms(false)
		for _, t := range terms {
			called := string(t.ID) == name
			for _, label := range t.Labels {
				called = called || locale.Fold(label) == locale.Fold(name)
			}
			if called && t.Kind == kind {
				id = string(t.ID)
				return nil
			}
		}
		if err == nil {
			err = newsroom.Errorf(newsroom.NotFound, "notFound.term", "id", name)
		}
		return err
	})
	return id, err
}
