package desk

import (
	"context"
	"slices"

	"khabar/backend/archive"
	"khabar/backend/journal"
	"khabar/backend/newsroom"
)

// MergeTags has tag into stand for the tags of from, everywhere and from now on: what carries
// one of them, and what another device gives one later, is under into, and their old
// addresses lead there. Nothing is written to the stories, so UnmergeTag brings every one of
// them back. into takes the labels and slugs of languages in which it had none. NotFound
// where one is not a tag in use; Conflict where into is among from.
func (d *Desk) MergeTags(ctx context.Context, from []newsroom.TermID, into newsroom.TermID) error {
	return d.archive.Record(ctx, func(r *archive.Recorder) error {
		if slices.Contains(from, into) {
			return newsroom.Errorf(newsroom.Conflict, "term.mergeSelf")
		}
		if _, err := usedTag(r, into); err != nil {
			return err
		}
		for _, id := range from {
			if err := mergeTag(r, id, into); err != nil {
				return err
			}
		}
		return nil
	})
}

func mergeTag(r *archive.Recorder, id, into newsroom.TermID) error {
	gone, err := usedTag(r, id)
	if err != nil {
		return err
	}
	if err := set(r, journal.TermSubject(newsroom.Tag, id), write{"merged", into}); err != nil {
		return err
	}
	if err := r.Project(); err != nil {
		return err
	}
	held, err := usedTag(r, into)
	if err != nil {
		return err
	}
	after := held
	after.Labels, after.Slugs = joinTexts(held.Labels, gone.Labels), joinTexts(held.Slugs, gone.Slugs)
	if _, err := saveTerm(r, held, after); err != nil {
		return err
	}
	return r.Project()
}

// usedTag returns a tag that neither was removed nor went into another.
func usedTag(r *archive.Recorder, id newsroom.TermID) (newsroom.Term, error) {
	t, ok, err := r.Tx.Term(newsroom.Tag, id)
	if err != nil {
		return t, err
	}
	target, err := r.Tx.TermTarget(newsroom.Tag, id)
	if err == nil && (!ok || t.Removed || target != id) {
		err = newsroom.Errorf(newsroom.NotFound, "notFound.term", "id", string(id))
	}
	return t, err
}

// UnmergeTag makes a tag that went into another one of its own again, with the stories that
// carried it and those that were given it since. The other one gives up the labels that it
// took from it.
func (d *Desk) UnmergeTag(ctx context.Context, id newsroom.TermID) error {
	return d.archive.Record(ctx, func(r *archive.Recorder) error {
		t, ok, err := r.Tx.Term(newsroom.Tag, id)
		if err != nil {
			return err
		}
		if !ok || t.Merged == "" {
			return newsroom.Errorf(newsroom.NotFound, "notFound.term", "id", string(id))
		}
		if err := giveBack(r, t); err != nil {
			return err
		}
		return set(r, journal.TermSubject(newsroom.Tag, id), write{"merged", ""})
	})
}

// giveBack takes from the tag that t went into what mergeTag gave it: label and slug are
// those of t in the same language. A tag keeps its last label.
func giveBack(r *archive.Recorder, t newsroom.Term) error {
	other, ok, err := r.Tx.Term(newsroom.Tag, t.Merged)
	if err != nil || !ok {
		return err
	}
	var writes []write
	left := len(other.Labels)
	for _, l := range newsroom.Languages {
		if t.Labels[l] != "" && t.Slugs[l] != "" && other.Labels[l] == t.Labels[l] && other.Slugs[l] == t.Slugs[l] && left > 1 {
			left--
			writes = append(writes, write{"label." + string(l), ""}, write{"slug." + string(l), ""})
		}
	}
	return set(r, journal.TermSubject(newsroom.Tag, other.ID), writes...)
}

// standsFor returns the function from a tag to the one that stands for it.
func standsFor(r *archive.Recorder) (func(newsroom.TermID) newsroom.TermID, error) {
	merged, err := r.Tx.Merged(newsroom.Tag)
	if err != nil {
		return nil, err
	}
	targets := map[newsroom.TermID]newsroom.TermID{}
	for _, t := range merged {
		if targets[t.ID], err = r.Tx.TermTarget(newsroom.Tag, t.ID); err != nil {
			return nil, err
		}
	}
	return func(id newsroom.TermID) newsroom.TermID {
		if target, ok := targets[id]; ok {
			return target
		}
		return id
	}, nil
}
