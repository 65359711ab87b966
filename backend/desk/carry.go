package desk

import (
	"slices"

	"khabar/backend/alignment"
	"khabar/backend/archive"
	"khabar/backend/journal"
	"khabar/backend/newsroom"
	"khabar/backend/sqlite"
)

// carry keeps the links of an edition and of those made from it right when t is about to
// follow upon revisions parents, whichever way it came about: each block of t translates
// what the blocks did that it was made of. Editions that were never linked to this one are
// now, while both are as their writers left them: after the change it would be too late to
// know what was translated.
func carry(r *archive.Recorder, id newsroom.EditionID, parents []newsroom.RevisionID, t newsroom.Text) error {
	editions, err := r.Tx.EditionsOf(id.Story())
	if err != nil {
		return err
	}
	links, err := typedLinks(r.Tx, id, t)
	if err != nil {
		return err
	}
	own := slices.IndexFunc(editions, func(e sqlite.Edition) bool { return e.ID == id })
	made := own >= 0 && editions[own].Origin != ""
	unlinked := slices.DeleteFunc(editions, func(e sqlite.Edition) bool { return e.ID == id || e.Origin != "" || e.Words == 0 })
	if !made && links == nil && len(unlinked) == 0 {
		return nil
	}
	before, _, err := archive.ViewAt(r.Tx, id, parents)
	if err != nil {
		return err
	}
	if before.Body != t.Body {
		if err := linkUnlinked(r, id, before, unlinked); err != nil {
			return err
		}
	}
	if links == nil && made && before.Body != t.Body {
		if links, err = carried(r, id, before, t); err != nil {
			return err
		}
	}
	if links == nil {
		return nil
	}
	return record(r, id, *links)
}

// carried returns what the blocks of t translate by what those of before did. What was
// written outside the translation's own view is given to what was still missing, where the
// two fit.
func carried(r *archive.Recorder, id newsroom.EditionID, before, t newsroom.Text) (*newsroom.Links, error) {
	fields, err := r.Fields(journal.EditionSubject(id))
	if err != nil {
		return nil, err
	}
	target := archive.BlocksOf(t.Body)
	l := alignment.Carry(archive.BlocksOf(before.Body), target, fields.Links(fields.From()))
	if len(l.Pairs) == len(target) {
		return &l, nil
	}
	source, err := r.Source(newsroom.NewEditionID(id.Story(), l.From))
	if err != nil {
		return nil, err
	}
	l = source.Fill(target, l)
	return &l, source.Err()
}

// typedLinks returns what the blocks of t translate by the working copy that it comes from,
// nil where that says nothing of it.
func typedLinks(tx *sqlite.Tx, id newsroom.EditionID, t newsroom.Text) (*newsroom.Links, error) {
	w, ok, err := tx.WorkingCopy(id)
	if err != nil || !ok || w.Links == nil || w.Text.Body == t.Body {
		return w.Links, err
	}
	fields, err := archive.FieldsOf(tx, journal.EditionSubject(id))
	if err != nil {
		return nil, err
	}
	all := alignment.Overlay(fields.Links(w.Links.From), *w.Links)
	l := alignment.Carry(archive.BlocksOf(w.Text.Body), archive.BlocksOf(t.Body), all)
	return &l, nil
}

// linkUnlinked links the editions that seem to be translations of id, whose text is before.
func linkUnlinked(r *archive.Recorder, id newsroom.EditionID, before newsroom.Text, unlinked []sqlite.Edition) error {
	source := archive.BlocksOf(before.Body)
	if len(unlinked) == 0 || len(source) == 0 {
		return nil
	}
	story, err := r.Tx.Story(id.Story())
	if err != nil || story.Source != id.Lang() {
		return err
	}
	for _, e := range unlinked {
		text, _, _, err := archive.View(r.Tx, e.ID)
		if err != nil {
			return err
		}
		if err := record(r, e.ID, guessed(id.Lang(), source, archive.BlocksOf(text.Body))); err != nil {
			return err
		}
	}
	return nil
}

func guessed(from newsroom.Lang, source, target []alignment.Block) newsroom.Links {
	return alignment.LinksOf(from, source, target, alignment.Guess(source, target))
}

// record makes an entry of what l says beyond what is known of edition id.
func record(r *archive.Recorder, id newsroom.EditionID, l newsroom.Links) error {
	subject := journal.EditionSubject(id)
	fields, err := r.Fields(subject)
	if err != nil {
		return err
	}
	e := journal.Entry{Kind: journal.Set, Subject: subject}
	change := func(field string, value any) {
		if c, ok := changeOf(fields, write{field, value}); ok {
			e.Changes = append(e.Changes, c)
		}
	}
	change(archive.FromField, l.From)
	known := fields.Links(l.From)
	for _, p := range l.Pairs {
		was := slices.IndexFunc(known.Pairs, func(k newsroom.Link) bool { return k.Target == p.Target })
		if was < 0 || !sameSet(known.Pairs[was].Sources, p.Sources) {
			change(archive.LinkField(l.From, p.Target), append([]newsroom.Digest{}, p.Sources...))
		}
	}
	setMembers(&e, fields, archive.LeftField, itself, known.Left, l.Left)
	return add(r, e)
}

func sameSet[T comparable](a, b []T) bool {
	within := func(a, b []T) bool {
		return !slices.ContainsFunc(a, func(v T) bool { return !slices.Contains(b, v) })
	}
	return within(a, b) && within(b, a)
}
