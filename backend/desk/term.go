package desk

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"khabar/backend/archive"
	"khabar/backend/journal"
	"khabar/backend/locale"
	"khabar/backend/newsroom"
)

// SaveTerm makes (where t.ID is "") or changes a section or tag and returns its id.
// Slugs that are missing are made from the labels. Errors: Invalid where it has no
// label; Conflict where another of its kind has a slug of it in the same language.
func (d *Desk) SaveTerm(ctx context.Context, t newsroom.Term) (newsroom.TermID, error) {
	err := d.archive.Record(ctx, func(r *archive.Recorder) error {
		var err error
		t.ID, err = saveTerm(r, t)
		return err
	})
	return t.ID, err
}

func saveTerm(r *archive.Recorder, t newsroom.Term) (newsroom.TermID, error) {
	if t.Kind != newsroom.Section && t.Kind != newsroom.Tag {
		return "", newsroom.Errorf(newsroom.Invalid, "term.kind", "kind", string(t.Kind))
	}
	t, err := completeTerm(t)
	if err != nil {
		return "", err
	}
	all, err := r.Tx.Terms(false)
	if err != nil {
		return "", err
	}
	if err := slugsFree(all, t); err != nil {
		return "", err
	}
	if t.ID == "" {
		t.ID = freeTermID(all, t)
	}
	writes := []write{{"order", t.Order}, {"removed", false}}
	if t.Kind == newsroom.Section {
		writes = append(writes, write{"standing", t.Standing})
	}
	before, _, err := r.Tx.Term(t.ID)
	if err != nil {
		return "", err
	}
	for _, l := range newsroom.Languages {
		if t.Labels[l] != before.Labels[l] {
			writes = append(writes, write{"label." + string(l), t.Labels[l]})
		}
		if t.Slugs[l] != before.Slugs[l] {
			writes = append(writes, write{"slug." + string(l), t.Slugs[l]})
		}
	}
	return t.ID, set(r, journal.TermSubject(t.Kind, t.ID), writes...)
}

// completeTerm trims labels, makes missing slugs and puts given ones into their form.
func completeTerm(t newsroom.Term) (newsroom.Term, error) {
	labels, slugs := map[newsroom.Lang]string{}, map[newsroom.Lang]string{}
	for l, label := range t.Labels {
		label = strings.TrimSpace(label)
		if !l.Valid() || label == "" {
			continue
		}
		if !utf8.ValidString(label) || utf8.RuneCountInString(label) > newsroom.MaxSlug {
			return t, newsroom.Errorf(newsroom.Invalid, "term.label", "language", l.NativeName())
		}
		labels[l] = label
		slugs[l] = locale.KeepSlug(l, t.Slugs[l])
		if slugs[l] == "" {
			slugs[l] = locale.Slug(l, label)
		}
	}
	if len(labels) == 0 {
		return t, newsroom.Errorf(newsroom.Invalid, "term.noLabel")
	}
	if t.Kind == newsroom.Section && t.Standing == "" {
		t.Standing = newsroom.InMenu
	}
	t.Labels, t.Slugs = labels, slugs
	return t, nil
}

func slugsFree(all []newsroom.Term, t newsroom.Term) error {
	for _, other := range all {
		if other.ID == t.ID || other.Kind != t.Kind {
			continue
		}
		for l, slug := range t.Slugs {
			if slug != "" && other.Slugs[l] == slug {
				return newsroom.Errorf(newsroom.Conflict, "term.slugTaken", "slug", slug, "language", l.NativeName(), "label", other.Label(l))
			}
		}
	}
	return nil
}

// freeTermID makes a readable id from the English slug where there is one.
func freeTermID(all []newsroom.Term, t newsroom.Term) newsroom.TermID {
	base := t.Slugs[newsroom.English]
	if base == "" {
		return newsroom.TermID(newsroom.NewID())
	}
	id := newsroom.TermID(base)
	for n := 2; slices.ContainsFunc(all, func(o newsroom.Term) bool { return o.ID == id }); n++ {
		id = newsroom.TermID(base + "-" + strconv.Itoa(n))
	}
	return id
}

// RemoveTerm takes a section or tag out of the vocabulary. Stories keep it, so that
// saving it again under the same id brings it back everywhere.
func (d *Desk) RemoveTerm(ctx context.Context, id newsroom.TermID) error {
	return d.archive.Record(ctx, func(r *archive.Recorder) error {
		t, ok, err := r.Tx.Term(id)
		if err != nil {
			return err
		}
		if !ok {
			return newsroom.Errorf(newsroom.NotFound, "notFound.term", "id", string(id))
		}
		return set(r, journal.TermSubject(t.Kind, id), write{"removed", true})
	})
}

// TakeTerms brings in sections and tags of another newsroom under their ids. Those whose
// id is here already are left as they are.
func (d *Desk) TakeTerms(ctx context.Context, terms []newsroom.Term) error {
	return d.archive.Record(ctx, func(r *archive.Recorder) error {
		for _, t := range terms {
			if _, here, err := r.Tx.Term(t.ID); err != nil || here {
				if err != nil {
					return err
				}
				continue
			}
			if _, err := saveTerm(r, t); err != nil {
				return err
			}
			if err := r.Project(); err != nil {
				return err
			}
		}
		return nil
	})
}
