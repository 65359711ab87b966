package desk

import (
	"context"
	"slices"

	"khabar/backend/archive"
	"khabar/backend/journal"
	"khabar/backend/newsroom"
)

// SaveName makes (where after.ID is "") a name, or makes the changes that lead from before,
// the row as it was shown, to after; it returns the id. What another member changed
// meanwhile and the row never showed is left alone. A removed name that is saved is back.
// Errors: as newsroom.Name.Complete.
func (d *Desk) SaveName(ctx context.Context, before, after newsroom.Name) (id newsroom.NameID, err error) {
	err = d.archive.Record(ctx, func(r *archive.Recorder) error {
		id, err = saveName(r, before, after)
		return err
	})
	return id, err
}

func saveName(r *archive.Recorder, before, after newsroom.Name) (newsroom.NameID, error) {
	n := after
	held, here, err := r.Tx.Name(after.ID)
	if err != nil {
		return "", err
	}
	if here {
		n = changedName(held, before, after)
	}
	if n, err = n.Complete(); err != nil {
		return "", err
	}
	if !n.ID.Valid() {
		n.ID = newsroom.NameID(newsroom.NewID())
	}
	subject := journal.NameSubject(n.ID)
	fields, err := r.Fields(subject)
	if err != nil {
		return "", err
	}
	e := journal.Entry{Kind: journal.Set, Subject: subject}
	for _, w := range nameWrites(n) {
		if c, ok := changeOf(fields, w); ok {
			e.Changes = append(e.Changes, c)
		}
	}
	for _, l := range newsroom.Languages {
		setMembers(&e, fields, "variants."+string(l), itself, held.Variants[l], n.Variants[l])
	}
	return n.ID, add(r, e)
}

// changedName returns held with what leads from before to after. A variant that somebody
// else added meanwhile stays.
func changedName(held, before, after newsroom.Name) newsroom.Name {
	if after.Kind != before.Kind {
		held.Kind = after.Kind
	}
	if after.Note != before.Note {
		held.Note = after.Note
	}
	if after.Tag != before.Tag {
		held.Tag = after.Tag
	}
	held.Labels = changedTexts(held.Labels, before.Labels, after.Labels)
	variants := map[newsroom.Lang][]string{}
	for _, l := range newsroom.Languages {
		gone := func(s string) bool {
			return slices.Contains(before.Variants[l], s) && !slices.Contains(after.Variants[l], s)
		}
		variants[l] = slices.DeleteFunc(slices.Clone(held.Variants[l]), gone)
		for _, s := range after.Variants[l] {
			if !slices.Contains(before.Variants[l], s) {
				variants[l] = append(variants[l], s)
			}
		}
	}
	held.Variants = variants
	return held
}

func nameWrites(n newsroom.Name) []write {
	writes := []write{{"kind", n.Kind}, {"note", n.Note}, {"tag", n.Tag}, {"removed", false}}
	for _, l := range newsroom.Languages {
		writes = append(writes, write{"label." + string(l), n.Labels[l]})
	}
	return writes
}

// RemoveName takes a name out of the newsroom's names; SaveName under its id brings it back.
// NotFound where there is none.
func (d *Desk) RemoveName(ctx context.Context, id newsroom.NameID) error {
	return d.archive.Record(ctx, func(r *archive.Recorder) error {
		n, ok, err := r.Tx.Name(id)
		if err != nil {
			return err
		}
		if !ok || n.Removed {
			return newsroom.Errorf(newsroom.NotFound, "notFound.name", "id", string(id))
		}
		return set(r, journal.NameSubject(id), write{"removed", true})
	})
}
