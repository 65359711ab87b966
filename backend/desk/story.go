package desk

import (
	"context"
	"unicode/utf8"

	"khabar/backend/archive"
	"khabar/backend/journal"
	"khabar/backend/newsroom"
)

// CreateStory makes a story whose source language is l, with an empty edition in it.
func (d *Desk) CreateStory(ctx context.Context, l newsroom.Lang) (newsroom.EditionID, error) {
	if !l.Valid() {
		return "", newsroom.Errorf(newsroom.Invalid, "language.unknown", "language", string(l))
	}
	id := newsroom.StoryID(newsroom.NewID())
	edition := newsroom.NewEditionID(id, l)
	err := d.archive.Record(ctx, func(r *archive.Recorder) error {
		now := d.archive.Clock().Now().UnixMilli()
		if err := set(r, journal.StorySubject(id), write{"source", l}, write{"created", now}); err != nil {
			return err
		}
		_, err := r.Add(journal.Entry{Kind: journal.Revise, Subject: journal.EditionSubject(edition), Text: &newsroom.Text{}})
		return err
	})
	return edition, err
}

// CreateEdition makes an empty edition of a story in l. A Conflict error is returned
// where there is one already.
func (d *Desk) CreateEdition(ctx context.Context, story newsroom.StoryID, l newsroom.Lang) (newsroom.EditionID, error) {
	if !l.Valid() {
		return "", newsroom.Errorf(newsroom.Invalid, "language.unknown", "language", string(l))
	}
	id := newsroom.NewEditionID(story, l)
	err := d.archive.Record(ctx, func(r *archive.Recorder) error {
		if _, err := r.Tx.Story(story); err != nil {
			return err
		}
		switch _, err := r.Tx.Edition(id); newsroom.CodeOf(err) {
		case "":
			return newsroom.Errorf(newsroom.Conflict, "edition.exists", "language", l.NativeName())
		case newsroom.NotFound:
		default:
			return err
		}
		_, err := r.Add(journal.Entry{Kind: journal.Revise, Subject: journal.EditionSubject(id), Text: &newsroom.Text{}})
		return err
	})
	return id, err
}

// ChangeStory gives a story the sections, tags, place, lead picture, source language
// and notes of s; its other fields are left alone.
func (d *Desk) ChangeStory(ctx context.Context, s newsroom.Story) error {
	if err := validStory(s); err != nil {
		return err
	}
	return d.archive.Record(ctx, func(r *archive.Recorder) error {
		if _, err := r.Tx.Story(s.ID); err != nil {
			return err
		}
		return changeStory(r, s)
	})
}

func changeStory(r *archive.Recorder, s newsroom.Story) error {
	subject := journal.StorySubject(s.ID)
	fields, err := r.Fields(subject)
	if err != nil {
		return err
	}
	e := journal.Entry{Kind: journal.Set, Subject: subject}
	setMembers(&e, fields, "sections", s.Sections)
	setMembers(&e, fields, "tags", s.Tags)
	for _, w := range []write{{"place", s.Place}, {"lead", s.Lead}, {"source", s.Source}, {"notes", s.Notes}} {
		if c, ok := changeOf(fields, w); ok && !(len(c.Over) == 0 && empty(w)) {
			e.Changes = append(e.Changes, c)
		}
	}
	return add(r, e)
}

// empty reports whether a first write would say nothing.
func empty(w write) bool {
	switch v := w.value.(type) {
	case string:
		return v == ""
	case newsroom.Picture:
		return v.Hash == ""
	}
	return false
}

func validStory(s newsroom.Story) error {
	if !s.Source.Valid() {
		return newsroom.Errorf(newsroom.Invalid, "language.unknown", "language", string(s.Source))
	}
	for name, v := range map[string]string{"place": s.Place, "notes": s.Notes} {
		if !utf8.ValidString(v) {
			return newsroom.Errorf(newsroom.Invalid, "text.notUTF8", "field", name)
		}
		if len(v) > newsroom.MaxBody {
			return newsroom.Errorf(newsroom.Invalid, "text.tooLong", "field", name, "max", newsroom.MaxBody)
		}
	}
	return nil
}

// RemoveStory takes a story out of the lists; RestoreStory brings it back. A story that
// readers see must be withdrawn first: a Conflict error names the language.
func (d *Desk) RemoveStory(ctx context.Context, id newsroom.StoryID) error {
	return d.setRemoved(ctx, id, true)
}

// RestoreStory brings a removed story back.
func (d *Desk) RestoreStory(ctx context.Context, id newsroom.StoryID) error {
	return d.setRemoved(ctx, id, false)
}

func (d *Desk) setRemoved(ctx context.Context, id newsroom.StoryID, removed bool) error {
	return d.archive.Record(ctx, func(r *archive.Recorder) error {
		if _, err := r.Tx.Story(id); err != nil {
			return err
		}
		editions, err := r.Tx.EditionsOf(id)
		if err != nil {
			return err
		}
		for _, e := range editions {
			if removed && (e.Live.State.Shown() || e.Live.State == newsroom.Scheduled) {
				return newsroom.Errorf(newsroom.Conflict, "story.stillLive", "language", e.ID.Lang().NativeName())
			}
		}
		return set(r, journal.StorySubject(id), write{"removed", removed})
	})
}
