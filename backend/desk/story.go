package desk

import (
	"context"
	"slices"
	"strings"
	"unicode/utf8"

	"khabar/backend/archive"
	"khabar/backend/journal"
	"khabar/backend/newsroom"
	"khabar/backend/sqlite"
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

// ChangeStory makes the changes that lead from before, the story as it was shown, to
// after: sections, tags, place, lead picture, source language and notes. What another
// member changed meanwhile and the form never showed is left alone.
func (d *Desk) ChangeStory(ctx context.Context, before, after newsroom.Story) error {
	if err := validStory(after); err != nil {
		return err
	}
	return d.archive.Record(ctx, func(r *archive.Recorder) error {
		if _, err := r.Tx.Story(after.ID); err != nil {
			return err
		}
		return changeStory(r, before, after)
	})
}

func changeStory(r *archive.Recorder, before, after newsroom.Story) error {
	subject := journal.StorySubject(after.ID)
	fields, err := r.Fields(subject)
	if err != nil {
		return err
	}
	shown, err := standsFor(r)
	if err != nil {
		return err
	}
	e := journal.Entry{Kind: journal.Set, Subject: subject}
	setMembers(&e, fields, "sections", itself, before.Sections, after.Sections)
	setMembers(&e, fields, "tags", shown, before.Tags, after.Tags)
	old := storyFields(before)
	for _, w := range storyFields(after) {
		if slices.Contains(old, w) {
			continue
		}
		if c, ok := changeOf(fields, w); ok {
			e.Changes = append(e.Changes, c)
		}
	}
	return add(r, e)
}

// storyFields lists the registers of a story. What goes with the lead picture has one for
// each language, since each has its own writer.
func storyFields(s newsroom.Story) []write {
	all := []write{
		{"place", s.Place}, {"source", s.Source}, {"notes", s.Notes}, {"lead", s.Lead.Hash}, {"lead.credit", s.Lead.Credit},
	}
	for _, l := range newsroom.Languages {
		all = append(all, write{"lead.alt." + string(l), s.Lead.Alt[l]}, write{"lead.caption." + string(l), s.Lead.Caption[l]})
	}
	return all
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
// readers see must be withdrawn first: a Conflict error names all languages that they see it in.
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
		if langs := seenIn(editions); removed && len(langs) > 0 {
			return newsroom.Errorf(newsroom.Conflict, "story.stillLive", "languages", strings.Join(langs, " "))
		}
		return set(r, journal.StorySubject(id), write{"removed", removed})
	})
}

// seenIn returns the languages of those editions that readers see, or will see without
// anybody doing more about it.
func seenIn(editions []sqlite.Edition) (langs []string) {
	for _, e := range editions {
		if e.Live.State.Shown() || e.Live.State == newsroom.Scheduled {
			langs = append(langs, string(e.ID.Lang()))
		}
	}
	return langs
}
