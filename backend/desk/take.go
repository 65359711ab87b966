package desk

import (
	"context"
	"time"

	"khabar/backend/archive"
	"khabar/backend/journal"
	"khabar/backend/newsroom"
)

// Incoming is an edition from elsewhere: a file, another system.
type Incoming struct {
	Name     string // what the result calls it: a file's name
	Story    newsroom.Story
	Lang     newsroom.Lang
	Text     newsroom.Text
	Sections []string  // ids, labels or slugs in any language
	Tags     []string  // likewise; unknown ones are made
	Extra    string    // what the file said beyond this, kept for the way out
	Live     bool      // it is approved and live already, since Date
	Date     time.Time // never zero
	Modified time.Time // when the text was written or last changed; never zero

	reading archive.Reading
	read    bool
}

// Read returns in with what the tables will hold of its text, which TakeIn makes itself
// otherwise: an import reads one batch while the one before is being written.
func (in Incoming) Read() Incoming {
	in.reading, in.read = archive.Read(in.Lang, in.Text), true
	return in
}

// Taken says what became of an Incoming.
type Taken struct {
	Name    string
	Edition newsroom.EditionID
	Changed bool
	Err     error
}

// TakeIn brings editions into the newsroom in one transaction, made for some hundred at
// a time. What is here already in the same words changes nothing. One that cannot be
// taken is reported and the rest goes in; the error returned is for what kept all of it
// out.
func (d *Desk) TakeIn(ctx context.Context, all []Incoming) ([]Taken, error) {
	results := make([]Taken, len(all))
	err := d.archive.Record(ctx, func(r *archive.Recorder) error {
		terms, err := newTermFinder(r)
		if err != nil {
			return err
		}
		for i, in := range all {
			if err := ctx.Err(); err != nil {
				return newsroom.Errorf(newsroom.Cancelled, "cancelled", err)
			}
			results[i] = d.takeIn(r, terms, in)
			if code := newsroom.CodeOf(results[i].Err); code == newsroom.Storage || code == newsroom.Forbidden || code == newsroom.Internal {
				return results[i].Err
			}
		}
		return nil
	})
	return results, err
}

func (d *Desk) takeIn(r *archive.Recorder, terms *termFinder, in Incoming) Taken {
	t := Taken{Name: in.Name, Edition: newsroom.NewEditionID(in.Story.ID, in.Lang)}
	if t.Err = in.Text.Validate(); t.Err != nil {
		return t
	}
	if in.read {
		r.Know(in.Lang, in.Text, in.reading)
	}
	// What can refuse it comes first: an edition that is refused must leave nothing behind.
	if in.Text.Slug, t.Err = incomingSlug(r.Tx, t.Edition, in.Text); t.Err != nil {
		return t
	}
	if in.Live {
		if t.Err = publishable(r.Tx, t.Edition, in.Text); t.Err != nil {
			return t
		}
	}
	changed, err := d.takeStory(r, terms, in)
	if err != nil {
		t.Err = err
		return t
	}
	t.Changed, t.Err = takeText(r, t.Edition, in)
	t.Changed = t.Changed || changed
	return t
}

// takeStory makes the story, or adds to it what the edition brings.
func (d *Desk) takeStory(r *archive.Recorder, terms *termFinder, in Incoming) (changed bool, err error) {
	s, err := r.Tx.Story(in.Story.ID)
	fresh := newsroom.CodeOf(err) == newsroom.NotFound
	if err != nil && !fresh {
		return false, err
	}
	before := s
	if fresh {
		s = in.Story
	}
	if s.Lead.Hash == "" {
		s.Lead = in.Story.Lead
	} else if in.Story.Lead.Hash == s.Lead.Hash {
		s.Lead = joinPicture(s.Lead, in.Story.Lead)
	}
	if s.Sections, err = terms.join(newsroom.Section, s.Sections, in.Sections, in.Lang); err != nil {
		return false, err
	}
	if s.Tags, err = terms.join(newsroom.Tag, s.Tags, in.Tags, in.Lang); err != nil {
		return false, err
	}
	// A story is as old as its oldest edition, in whichever order they come.
	older := fresh || in.Date.Before(s.Created)
	if !older && sameStory(before, s) {
		return false, nil
	}
	if older {
		if err := set(r, journal.StorySubject(s.ID), write{"created", in.Date.UnixMilli()}); err != nil {
			return false, err
		}
	}
	if err := changeStory(r, before, s); err != nil {
		return false, err
	}
	return true, r.Project()
}

// takeText makes a revision where the text is not here yet and, for a live one, the acts
// that made it so.
func takeText(r *archive.Recorder, id newsroom.EditionID, in Incoming) (changed bool, err error) {
	before, err := r.Tx.Edition(id)
	if err != nil && newsroom.CodeOf(err) != newsroom.NotFound {
		return false, err
	}
	rev, fresh, err := takeRevision(r, id, in)
	if err != nil {
		return false, err
	}
	subject := journal.EditionSubject(id)
	fields, err := r.Fields(subject)
	if err != nil {
		return false, err
	}
	var extra string
	fields.Get("extra", &extra)
	if extra != in.Extra {
		if err := set(r, subject, write{"extra", in.Extra}); err != nil {
			return false, err
		}
	}
	goesLive := in.Live && !(before.Live.State.Shown() && before.Live.Revision == rev)
	if goesLive {
		if err := takeLive(r, id, rev, in); err != nil {
			return false, err
		}
	}
	return fresh || goesLive || extra != in.Extra, r.Project()
}

// takeRevision returns the revision that has the words of in: the newest, or a fresh one.
func takeRevision(r *archive.Recorder, id newsroom.EditionID, in Incoming) (rev newsroom.RevisionID, fresh bool, err error) {
	shown, heads, unclear, err := archive.View(r.Tx, id)
	switch {
	case err != nil:
		return "", false, err
	case len(unclear) > 0:
		return "", false, newsroom.Errorf(newsroom.Conflict, "edition.unclear")
	case len(heads) == 1 && shown == in.Text:
		return heads[0], false, nil
	}
	if len(heads) > 0 {
		if err := carry(r, id, heads, in.Text); err != nil {
			return "", false, err
		}
	}
	rev, err = r.Add(journal.Entry{
		Kind: journal.Revise, Subject: journal.EditionSubject(id), Text: &in.Text, Parents: heads, From: in.Modified.UnixMilli(),
	})
	return rev, true, err
}

func takeLive(r *archive.Recorder, id newsroom.EditionID, rev newsroom.RevisionID, in Incoming) error {
	digest := journal.Digest(in.Text)
	if err := act(r, id, journal.Entry{Kind: journal.Approve, Revision: rev, Digest: digest}); err != nil {
		return err
	}
	return act(r, id, journal.Entry{Kind: journal.Publish, Revision: rev, Digest: digest, From: in.Date.UnixMilli()})
}
