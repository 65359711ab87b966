package app

import (
	"context"

	"khabar/backend/newsroom"
	"khabar/backend/sqlite"
)

// Term is a section or tag.
type Term struct {
	ID       string            `json:"id"`
	Kind     string            `json:"kind"`
	Standing string            `json:"standing"`
	Order    int               `json:"order"`
	Labels   map[string]string `json:"labels"`
	Slugs    map[string]string `json:"slugs"`
	Uses     int               `json:"uses"`
}

// Terms returns the sections in their order, then the tags.
func (a *App) Terms() ([]Term, error) {
	room, err := a.open()
	if err != nil {
		return nil, err
	}
	w := []Term{}
	err = room.view(context.Background(), func(tx *sqlite.Tx) error {
		terms, err := tx.Terms(false)
		if err != nil {
			return err
		}
		uses := map[newsroom.TermKind]map[newsroom.TermID]int{}
		for _, kind := range []newsroom.TermKind{newsroom.Section, newsroom.Tag} {
			if uses[kind], err = tx.TermUses(kind); err != nil {
				return err
			}
		}
		for _, t := range terms {
			w = append(w, Term{
				ID: string(t.ID), Kind: string(t.Kind), Standing: string(t.Standing), Order: t.Order,
				Labels: out(t.Labels), Slugs: out(t.Slugs), Uses: uses[t.Kind][t.ID],
			})
		}
		return nil
	})
	return w, err
}

// SaveTerm makes (where after.ID is "") a section or tag, or makes the changes that lead
// from before, the row as the window showed it, to after.
func (a *App) SaveTerm(before, after Term) (Term, error) {
	room, err := a.open()
	if err != nil {
		return Term{}, err
	}
	id, err := room.SaveTerm(context.Background(), termIn(before), termIn(after))
	if err != nil {
		return Term{}, err
	}
	all, err := a.Terms()
	for _, t := range all {
		if t.Kind == after.Kind && t.ID == string(id) {
			return t, nil
		}
	}
	return Term{}, err
}

func termIn(w Term) newsroom.Term {
	return newsroom.Term{
		ID: newsroom.TermID(w.ID), Kind: newsroom.TermKind(w.Kind), Standing: newsroom.Standing(w.Standing), Order: w.Order,
		Labels: in(w.Labels), Slugs: in(w.Slugs),
	}
}

// RemoveTerm takes a section or tag out of the vocabulary.
func (a *App) RemoveTerm(kind, id string) error {
	room, err := a.open()
	if err != nil {
		return err
	}
	return room.RemoveTerm(context.Background(), newsroom.TermKind(kind), newsroom.TermID(id))
}
