package desk

import (
	"maps"
	"slices"
	"strings"

	"khabar/backend/archive"
	"khabar/backend/locale"
	"khabar/backend/newsroom"
)

// termFinder finds sections and tags by what a file calls them.
type termFinder struct {
	r      *archive.Recorder
	byName map[newsroom.TermKind]map[string]newsroom.TermID
}

func newTermFinder(r *archive.Recorder) (*termFinder, error) {
	all, err := r.Tx.Terms(false)
	if err != nil {
		return nil, err
	}
	f := &termFinder{r: r, byName: map[newsroom.TermKind]map[string]newsroom.TermID{newsroom.Section: {}, newsroom.Tag: {}}}
	merged, err := r.Tx.Merged(newsroom.Tag)
	if err != nil {
		return nil, err
	}
	for _, t := range merged { // first: where another has the name now, that one is meant
		id := t.ID
		if t.ID, err = r.Tx.TermTarget(newsroom.Tag, id); err != nil {
			return nil, err
		}
		f.learn(t)
		f.byName[newsroom.Tag][termKey(string(id))] = t.ID
	}
	for _, t := range all {
		f.learn(t)
	}
	return f, nil
}

func (f *termFinder) learn(t newsroom.Term) {
	names := f.byName[t.Kind]
	for _, l := range newsroom.Languages {
		for _, name := range []string{t.Slugs[l], t.Labels[l]} {
			if name != "" {
				names[termKey(name)] = t.ID
			}
		}
	}
	names[termKey(string(t.ID))] = t.ID
}

func termKey(name string) string { return locale.Fold(strings.TrimSpace(name)) }

// join returns have and the terms called names, making those that nobody knows yet.
func (f *termFinder) join(kind newsroom.TermKind, have []newsroom.TermID, names []string, l newsroom.Lang) ([]newsroom.TermID, error) {
	out := slices.Clone(have)
	for _, name := range names {
		if strings.TrimSpace(name) == "" {
			continue
		}
		id, ok := f.byName[kind][termKey(name)]
		if !ok {
			t := newsroom.Term{Kind: kind, Labels: map[newsroom.Lang]string{l: strings.TrimSpace(name)}, Order: len(f.byName[kind])}
			var err error
			if id, err = saveTerm(f.r, newsroom.Term{}, t); err != nil {
				return nil, err
			}
			if err := f.r.Project(); err != nil {
				return nil, err
			}
			t.ID = id
			f.learn(t)
		}
		if !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out, nil
}

// joinPicture adds what b says of a picture in languages of which a says nothing.
func joinPicture(a, b newsroom.Picture) newsroom.Picture {
	a.Alt, a.Caption = joinTexts(a.Alt, b.Alt), joinTexts(a.Caption, b.Caption)
	if a.Credit == "" {
		a.Credit = b.Credit
	}
	return a
}

func joinTexts(a, b map[newsroom.Lang]string) map[newsroom.Lang]string {
	out := maps.Clone(a)
	for l, s := range b {
		if out[l] == "" && s != "" {
			if out == nil {
				out = map[newsroom.Lang]string{}
			}
			out[l] = s
		}
	}
	return out
}

func sameStory(a, b newsroom.Story) bool {
	return slices.Equal(a.Sections, b.Sections) && slices.Equal(a.Tags, b.Tags) && a.Place == b.Place &&
		a.Source == b.Source && a.Lead.Hash == b.Lead.Hash && a.Lead.Credit == b.Lead.Credit &&
		maps.Equal(a.Lead.Alt, b.Lead.Alt) && maps.Equal(a.Lead.Caption, b.Lead.Caption)
}
