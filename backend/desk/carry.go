package desk

import (
	"slices"
	"strings"

	"khabar/backend/alignment"
	"khabar/backend/archive"
	"khabar/backend/journal"
	"khabar/backend/newsroom"
	"khabar/backend/sqlite"
)

// carry keeps the links of an edition and of those made from it right when t is about to
// follow upon revisions parents, whichever way it came about: each block of t translates
// what the blocks did that it was made of. What was never linked to this edition is linked
// now, while it is as its writers left it: after the change it would be too late to know
// what was translated.
func carry(r *archive.Recorder, id newsroom.EditionID, parents []newsroom.RevisionID, t newsroom.Text) error {
	editions, err := r.Tx.EditionsOf(id.Story())
	if err != nil {
		return err
	}
	links, err := typedLinks(r.Tx, id, t)
	if err != nil {
		return err
	}
	made, others := false, false
	for _, e := range editions {
		if e.ID == id {
			made = e.Origin != ""
		} else {
			others = others || e.Words > 0
		}
	}
	if links == nil && !made && !others {
		return nil
	}
	before, _, err := archive.ViewAt(r.Tx, id, parents)
	if err != nil {
		return err
	}
	if before.Body != t.Body || before.Headline != t.Headline || before.Summary != t.Summary {
		if err := linkOthers(r, id, editions); err != nil {
			return err
		}
	}
	if links == nil && made && before.Body != t.Body {
		fields, err := r.Fields(journal.EditionSubject(id))
		if err != nil {
			return err
		}
		l := alignment.Carry(archive.BlocksOf(before.Body), archive.BlocksOf(t.Body), fields.Links(fields.From()))
		links = &l
	}
	if links == nil {
		return nil
	}
	return record(r, id, *links)
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

// linkOthers links the blocks of a story's other editions that were made from edition id, or
// seem to be, and that nobody has linked.
func linkOthers(r *archive.Recorder, id newsroom.EditionID, editions []sqlite.Edition) error {
	story, err := r.Tx.Story(id.Story())
	if err != nil {
		return err
	}
	var source *archive.SourceText
	for _, e := range editions {
		made := e.Origin == id.Lang() || e.Origin == "" && story.Source == id.Lang()
		if e.ID == id || e.Words == 0 || !made {
			continue
		}
		if source == nil {
			if source, err = r.Source(id); err != nil {
				return err
			}
		}
		if err := linkTo(r, e.ID, source, id.Lang()); err != nil {
			return err
		}
	}
	return nil
}

// linkTo records a guess for the blocks and heads of edition id of which nobody has said what
// they translate.
func linkTo(r *archive.Recorder, id newsroom.EditionID, source *archive.SourceText, from newsroom.Lang) error {
	if len(source.Blocks()) == 0 && blankHeads(source.Text) {
		return nil
	}
	fields, err := r.Fields(journal.EditionSubject(id))
	if err != nil {
		return err
	}
	text, _, _, err := archive.View(r.Tx, id)
	if err != nil {
		return err
	}
	links, filled := source.Fill(archive.BlocksOf(text.Body), fields.Links(from))
	links, more := alignment.FillHeads(source.Text, text, links)
	if err := source.Err(); err != nil || !filled && !more {
		return err
	}
	return record(r, id, links)
}

// linkSettled records what a translation that is given away translates: from then on its
// blocks are no draft that might yet become anything.
func linkSettled(r *archive.Recorder, e sqlite.Edition) error {
	if e.Origin == "" {
		return nil
	}
	source, err := r.Source(newsroom.NewEditionID(e.ID.Story(), e.Origin))
	if err != nil {
		return err
	}
	return linkTo(r, e.ID, source, e.Origin)
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
	for _, name := range alignment.HeadNames {
		if was, is := l.Heads[name]; is && known.Heads[name] != was {
			change(archive.HeadField(l.From, name), was)
		}
	}
	setMembers(&e, fields, archive.LeftField, itself, known.Left, l.Left)
	return add(r, e)
}

func blankHeads(t newsroom.Text) bool { return strings.TrimSpace(t.Headline+t.Summary) == "" }

func sameSet[T comparable](a, b []T) bool {
	within := func(a, b []T) bool {
		return !slices.ContainsFunc(a, func(v T) bool { return !slices.Contains(b, v) })
	}
	return within(a, b) && within(b, a)
}
