package desk

import (
	"context"
	"maps"
	"slices"

	"khabar/backend/archive"
	"khabar/backend/locale"
	"khabar/backend/newsroom"
)

// TakenNames says what became of names that were taken in.
type TakenNames struct {
	Added, Changed, Unchanged []newsroom.NameID
	Problems                  []error // one for each name of the list; nil where it went in
}

// TakeNames takes in names from a file, in one transaction. One whose id is here is that
// name; one without is the name that is spelt alike in a language of both. What the file says
// of a name that is here counts, what it leaves empty stays, and variants come together.
func (d *Desk) TakeNames(ctx context.Context, names []newsroom.Name) (report TakenNames, err error) {
	err = d.archive.Record(ctx, func(r *archive.Recorder) error {
		report = TakenNames{Problems: make([]error, len(names))}
		known, err := newNameFinder(r)
		if err != nil {
			return err
		}
		for i, n := range names {
			err := known.take(r, n, &report)
			switch newsroom.CodeOf(err) {
			case "":
			case newsroom.Invalid:
				report.Problems[i] = err
			default:
				return err
			}
		}
		return nil
	})
	return report, err
}

// nameFinder finds names by their ids and by how they are spelt.
type nameFinder struct {
	byID       map[newsroom.NameID]newsroom.Name
	bySpelling map[nameKey]newsroom.NameID
}

type nameKey struct {
	lang newsroom.Lang
	key  string
}

func newNameFinder(r *archive.Recorder) (*nameFinder, error) {
	all, err := r.Tx.Names(true)
	f := &nameFinder{byID: map[newsroom.NameID]newsroom.Name{}, bySpelling: map[nameKey]newsroom.NameID{}}
	for _, n := range all {
		f.learn(n)
	}
	return f, err
}

func (f *nameFinder) learn(n newsroom.Name) {
	f.byID[n.ID] = n
	for l, s := range n.Labels {
		if !n.Removed && s != "" {
			f.bySpelling[nameKey{l, locale.Fold(s)}] = n.ID
		}
	}
}

// find returns the name that n is; ok is false where n is new.
func (f *nameFinder) find(n newsroom.Name) (held newsroom.Name, ok bool) {
	if held, ok = f.byID[n.ID]; ok {
		return held, true
	}
	for _, l := range newsroom.Languages {
		if id, known := f.bySpelling[nameKey{l, locale.Fold(n.Labels[l])}]; known && n.Labels[l] != "" && n.ID == "" {
			return f.byID[id], true
		}
	}
	return held, false
}

func (f *nameFinder) take(r *archive.Recorder, n newsroom.Name, report *TakenNames) error {
	n, err := n.Complete()
	if err != nil {
		return err
	}
	held, here := f.find(n)
	if here {
		n = joinedName(held, n)
	}
	id, err := saveName(r, held, n)
	if err != nil {
		return err
	}
	n.ID = id
	switch {
	case !here:
		report.Added = append(report.Added, id)
	case sameName(held, n):
		report.Unchanged = append(report.Unchanged, id)
	default:
		report.Changed = append(report.Changed, id)
	}
	f.learn(n)
	return nil
}

// joinedName returns held with what n says.
func joinedName(held, n newsroom.Name) newsroom.Name {
	joined := held
	joined.Removed = false
	joined.Labels, joined.Variants = maps.Clone(held.Labels), map[newsroom.Lang][]string{}
	if joined.Labels == nil {
		joined.Labels = map[newsroom.Lang]string{}
	}
	maps.Copy(joined.Labels, n.Labels)
	if n.Kind != newsroom.Expression || held.Kind == "" {
		joined.Kind = n.Kind
	}
	if n.Note != "" {
		joined.Note = n.Note
	}
	if n.Tag != "" {
		joined.Tag = n.Tag
	}
	for _, l := range newsroom.Languages {
		all := slices.Clone(held.Variants[l])
		for _, s := range n.Variants[l] {
			if !slices.Contains(all, s) {
				all = append(all, s)
			}
		}
		if len(all) > 0 {
			joined.Variants[l] = all
		}
	}
	return joined
}

func sameName(a, b newsroom.Name) bool {
	return a.Kind == b.Kind && a.Note == b.Note && a.Tag == b.Tag && a.Removed == b.Removed &&
		maps.Equal(a.Labels, b.Labels) && maps.EqualFunc(a.Variants, b.Variants, slices.Equal)
}
