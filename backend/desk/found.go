package desk

import (
	"context"
	_ "embed"
	"encoding/json"

	"khabar/backend/archive"
	"khabar/backend/newsroom"
)

//go:embed vocabulary.json
var vocabulary []byte

// Vocabulary returns the sections that a new newsroom begins with.
func Vocabulary() ([]newsroom.Term, error) {
	var terms []newsroom.Term
	if err := json.Unmarshal(vocabulary, &terms); err != nil {
		return nil, newsroom.Errorf(newsroom.Internal, "internal", err)
	}
	for i := range terms {
		terms[i].Kind = newsroom.Section
	}
	return terms, nil
}

// Furnish gives a new newsroom its settings, the default sections and some tags.
func (d *Desk) Furnish(ctx context.Context, s newsroom.Settings, tags []newsroom.Term) error {
	if err := validSettings(s); err != nil {
		return err
	}
	terms, err := Vocabulary()
	if err != nil {
		return err
	}
	return d.archive.Record(ctx, func(r *archive.Recorder) error {
		if err := changeSettings(r, newsroom.Settings{}, s); err != nil {
			return err
		}
		for _, t := range append(terms, tags...) {
			if _, err := saveTerm(r, newsroom.Term{}, t); err != nil {
				return err
			}
		}
		return nil
	})
}
