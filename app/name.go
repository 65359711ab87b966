package app

import (
	"context"
	"maps"

	"khabar/backend/newsroom"
	"khabar/backend/sqlite"
	"khabar/backend/translation/names"
)

// Name is a person, place, organisation or term with its accepted spelling and the variants
// in each language.
type Name struct {
	ID       string              `json:"id"`
	Kind     string              `json:"kind"`
	Labels   map[string]string   `json:"labels"`
	Variants map[string][]string `json:"variants"`
	Note     string              `json:"note"`
	Tag      string              `json:"tag"`
}

// NameHit is a name in a text; Start and End are UTF-16 units of it.
type NameHit struct {
	Start    int    `json:"start"`
	End      int    `json:"end"`
	Name     string `json:"name"`
	Kind     string `json:"kind"`
	Used     string `json:"used"`
	Accepted string `json:"accepted"`
	State    string `json:"state"`
}

// NameSuggestion is what the last Typed UTF-16 units before the caret can become.
type NameSuggestion struct {
	Name     string `json:"name"`
	Kind     string `json:"kind"`
	Typed    int    `json:"typed"`
	Accepted string `json:"accepted"`
}

// NameNeeded is a name of a source text and its spelling in the language of a translation.
type NameNeeded struct {
	Name     string `json:"name"`
	Kind     string `json:"kind"`
	Used     string `json:"used"`
	Accepted string `json:"accepted"`
	Note     string `json:"note"`
}

// Names returns the names of the newsroom.
func (a *App) Names() ([]Name, error) {
	room, err := a.open()
	if err != nil {
		return nil, err
	}
	w := []Name{}
	err = room.view(context.Background(), func(tx *sqlite.Tx) error {
		all, err := tx.Names(false)
		for _, n := range all {
			w = append(w, nameOut(n))
		}
		return err
	})
	return w, err
}

// SaveName makes (where after.ID is "") a name, or makes the changes that lead from before,
// the row as the window showed it, to after. One that was removed is back.
func (a *App) SaveName(before, after Name) (Name, error) {
	room, err := a.open()
	if err != nil {
		return Name{}, err
	}
	id, err := room.SaveName(context.Background(), nameIn(before), nameIn(after))
	if err != nil {
		return Name{}, err
	}
	var w Name
	err = room.view(context.Background(), func(tx *sqlite.Tx) error {
		n, _, err := tx.Name(id)
		w = nameOut(n)
		return err
	})
	return w, err
}

// RemoveName takes a name out of the newsroom's names.
func (a *App) RemoveName(id string) error {
	room, err := a.open()
	if err != nil {
		return err
	}
	return room.RemoveName(context.Background(), newsroom.NameID(id))
}

// FindNames finds the names in each of several texts of a language.
func (a *App) FindNames(lang string, all []string) ([][]NameHit, error) {
	f, err := a.nameFinder(lang)
	if err != nil {
		return nil, err
	}
	w := make([][]NameHit, len(all))
	for i, text := range all {
		w[i] = []NameHit{}
		for _, h := range f.Find(text) {
			w[i] = append(w[i], NameHit{h.Start, h.End, string(h.Name), string(h.Kind), h.Used, h.Accepted, string(h.State)})
		}
	}
	return w, nil
}

// namesOffered is how many names are offered for what was typed.
const namesOffered = 6

// SuggestNames returns the names that the end of before, the text up to the caret, begins.
func (a *App) SuggestNames(lang, before string) ([]NameSuggestion, error) {
	f, err := a.nameFinder(lang)
	if err != nil {
		return nil, err
	}
	w := []NameSuggestion{}
	for _, s := range f.Suggest(before, namesOffered) {
		w = append(w, NameSuggestion{string(s.Name), string(s.Kind), s.Typed, s.Accepted})
	}
	return w, nil
}

// NeededNames returns the names in a text of language from, each once, with their spelling
// in the language to.
func (a *App) NeededNames(from, to, text string) ([]NameNeeded, error) {
	f, err := a.nameFinder(from)
	if err != nil {
		return nil, err
	}
	w := []NameNeeded{}
	once := map[newsroom.NameID]bool{}
	for _, h := range f.Find(text) {
		if n, ok := f.Name(h.Name); ok && !once[h.Name] {
			once[h.Name] = true
			w = append(w, NameNeeded{string(h.Name), string(h.Kind), h.Used, n.Labels[newsroom.Lang(to)], n.Note})
		}
	}
	return w, nil
}

func (a *App) nameFinder(lang string) (*names.Finder, error) {
	room, err := a.open()
	if err != nil {
		return nil, err
	}
	return room.NameFinder(context.Background(), newsroom.Lang(lang))
}

// NameFinder returns what finds the newsroom's names in texts of a language.
func (r *Room) NameFinder(ctx context.Context, l newsroom.Lang) (*names.Finder, error) {
	return r.book.finder(ctx, r, l)
}

func nameOut(n newsroom.Name) Name {
	w := Name{ID: string(n.ID), Kind: string(n.Kind), Labels: out(n.Labels), Variants: map[string][]string{}, Note: n.Note, Tag: string(n.Tag)}
	for l, all := range n.Variants {
		w.Variants[string(l)] = all
	}
	return w
}

func nameIn(w Name) newsroom.Name {
	n := newsroom.Name{
		ID: newsroom.NameID(w.ID), Kind: newsroom.NameKind(w.Kind), Labels: in(w.Labels), Note: w.Note, Tag: newsroom.TermID(w.Tag),
		Variants: map[newsroom.Lang][]string{},
	}
	for l, all := range maps.All(w.Variants) {
		n.Variants[newsroom.Lang(l)] = all
	}
	return n
}
