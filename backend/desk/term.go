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
	"khabar/backend/sqlite"
)

// SaveTerm makes (where after.ID is "") a section or tag, or makes the changes that lead
// from before, the row as it was shown, to after; it returns the id. What another member
// changed meanwhile and the row never showed is left alone.
// Slugs that are missing are made from the labels, with a number where another of its kind
// has the plain one. Errors: Invalid where it has no
// label; Conflict where another of its kind has a slug of it in the same language.
func (d *Desk) SaveTerm(ctx context.Context, before, after newsroom.Term) (id newsroom.TermID, err error) {
	err = d.archive.Record(ctx, func(r *archive.Recorder) error {
		id, err = saveTerm(r, before, after)
		return err
	})
	return id, err
}

func saveTerm(r *archive.Recorder, before, after newsroom.Term) (newsroom.TermID, error) {
	if after.Kind != newsroom.Section && after.Kind != newsroom.Tag {
		return "", newsroom.Errorf(newsroom.Invalid, "term.kind", "kind", string(after.Kind))
	}
	all, err := r.Tx.Terms(false)
	if err != nil {
		return "", err
	}
	held, here, err := r.Tx.Term(after.Kind, after.ID)
	if err != nil {
		return "", err
	}
	t := after
	if here {
		t = changedTerm(held, before, after)
	}
	if t, err = completeTerm(all, t); err != nil {
		return "", err
	}
	if err := slugsFree(all, t); err != nil {
		return "", err
	}
	if t.ID == "" {
		if t.ID, err = freeTermID(r.Tx, t); err != nil {
			return "", err
		}
	}
	return t.ID, set(r, journal.TermSubject(t.Kind, t.ID), termWrites(held, t)...)
}

// changedTerm returns held with what leads from before to after.
func changedTerm(held, before, after newsroom.Term) newsroom.Term {
	if after.Order != before.Order {
		held.Order = after.Order
	}
	if after.Standing != before.Standing {
		held.Standing = after.Standing
	}
	held.Labels = changedTexts(held.Labels, before.Labels, after.Labels)
	held.Slugs = changedTexts(held.Slugs, before.Slugs, after.Slugs)
	return held
}

func changedTexts(held, before, after map[newsroom.Lang]string) map[newsroom.Lang]string {
	texts := map[newsroom.Lang]string{}
	for _, l := range newsroom.Languages {
		texts[l] = held[l]
		if after[l] != before[l] {
			texts[l] = after[l]
		}
	}
	return texts
}

func termWrites(held, t newsroom.Term) []write {
	writes := []write{{"order", t.Order}, {"removed", false}}
	if t.Kind == newsroom.Section {
		writes = append(writes, write{"standing", t.Standing})
	}
	for _, l := range newsroom.Languages {
		if t.Labels[l] != held.Labels[l] {
			writes = append(writes, write{"label." + string(l), t.Labels[l]})
		}
		if t.Slugs[l] != held.Slugs[l] {
			writes = append(writes, write{"slug." + string(l), t.Slugs[l]})
		}
	}
	return writes
}

// completeTerm trims labels, makes missing slugs and puts given ones into their form.
func completeTerm(all []newsroom.Term, t newsroom.Term) (newsroom.Term, error) {
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
			slugs[l] = freeTermSlug(all, t, l, locale.Slug(l, label))
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
	for l, slug := range t.Slugs {
		if other, taken := slugOwner(all, t, l, slug); taken {
			return newsroom.Errorf(newsroom.Conflict, "term.slugTaken", "slug", slug, "language", l.NativeName(), "label", other.Label(l))
		}
	}
	return nil
}

// slugOwner returns the other term of t's kind that has slug in l.
func slugOwner(all []newsroom.Term, t newsroom.Term, l newsroom.Lang, slug string) (owner newsroom.Term, taken bool) {
	i := slices.IndexFunc(all, func(o newsroom.Term) bool {
		return o.ID != t.ID && o.Kind == t.Kind && slug != "" && o.Slugs[l] == slug
	})
	if i < 0 {
		return owner, false
	}
	return all[i], true
}

func freeTermSlug(all []newsroom.Term, t newsroom.Term, l newsroom.Lang, base string) string {
	slug := base
	for n := 2; ; n++ {
		if _, taken := slugOwner(all, t, l, slug); !taken {
			return slug
		}
		slug = base + "-" + locale.Digits(l, strconv.Itoa(n))
	}
}

// freeTermID makes a readable id from the English slug where there is one. An id that a
// removed term had is not free: what was said of that term is still in the journal. Nor is
// one of the other kind, though only another device makes such: people would mix them up.
func freeTermID(tx *sqlite.Tx, t newsroom.Term) (newsroom.TermID, error) {
	base := t.Slugs[newsroom.English]
	for n := 1; newsroom.TermID(base).Valid(); n++ {
		id := newsroom.TermID(base)
		if n > 1 {
			id = newsroom.TermID(base + "-" + strconv.Itoa(n))
		}
		if !id.Valid() {
			break
		}
		taken, err := termTaken(tx, id)
		if err != nil || !taken {
			return id, err
		}
	}
	return newsroom.TermID(newsroom.NewID()), nil
}

func termTaken(tx *sqlite.Tx, id newsroom.TermID) (bool, error) {
	_, section, err := tx.Term(newsroom.Section, id)
	if err != nil || section {
		return section, err
	}
	_, tag, err := tx.Term(newsroom.Tag, id)
	return tag, err
}

// RemoveTerm takes a section or tag out of the vocabulary. Stories keep it, so that
// saving it again under the same id brings it back everywhere.
func (d *Desk) RemoveTerm(ctx context.Context, kind newsroom.TermKind, id newsroom.TermID) error {
	return d.archive.Record(ctx, func(r *archive.Recorder) error {
		_, ok, err := r.Tx.Term(kind, id)
		if err != nil {
			return err
		}
		if !ok {
			return newsroom.Errorf(newsroom.NotFound, "notFound.term", "id", string(id))
		}
		return set(r, journal.TermSubject(kind, id), write{"removed", true})
	})
}

// TakeTerms brings in sections and tags of another newsroom under their ids. Those whose
// id is here already are left as they are; those that cannot be taken are left out, and
// problems says why.
func (d *Desk) TakeTerms(ctx context.Context, terms []newsroom.Term) (problems []error, err error) {
	err = d.archive.Record(ctx, func(r *archive.Recorder) error {
		for _, t := range terms {
			_, here, err := r.Tx.Term(t.Kind, t.ID)
			if err == nil && !here {
				_, err = saveTerm(r, newsroom.Term{}, t)
			}
			switch newsroom.CodeOf(err) {
			case "":
			case newsroom.Invalid, newsroom.Conflict:
				problems = append(problems, err)
				continue
			default:
				return err
			}
			if err := r.Project(); err != nil {
				return err
			}
		}
		return nil
	})
	return problems, err
}
