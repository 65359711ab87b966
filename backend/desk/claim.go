package desk

import (
	"context"
	"strings"
	"time"

	"khabar/backend/archive"
	"khabar/backend/journal"
	"khabar/backend/newsroom"
)

// Claim tells the others that this member makes edition id, which need have no text yet. A
// claim of somebody else that still holds is a Conflict error, unless over is set: it is
// advice, and the person who knows better has the last word.
func (d *Desk) Claim(ctx context.Context, id newsroom.EditionID, over bool) error {
	return d.errand(ctx, id, func(r *archive.Recorder) error {
		c, err := r.Tx.Claim(id)
		if err != nil {
			return err
		}
		if now := d.archive.Clock().Now(); !over && c.At(now) && c.Member != r.Me().ID {
			person, _, err := r.Tx.Member(c.Member)
			if err != nil {
				return err
			}
			return newsroom.Errorf(newsroom.Conflict, "claim.taken", "member", person.Name)
		}
		return d.claim(r, id)
	})
}

// Release gives up the claim on an edition, one's own or another's who has left it lying.
func (d *Desk) Release(ctx context.Context, id newsroom.EditionID) error {
	return d.errand(ctx, id, func(r *archive.Recorder) error {
		c, err := r.Tx.Claim(id)
		if err != nil || c.Member == "" {
			return err
		}
		return set(r, journal.EditionSubject(id), write{archive.ClaimField, nil})
	})
}

// Ask asks for editions of stories in languages, with a note for who makes them. What has a
// text already is not asked for. It returns how many requests it made.
func (d *Desk) Ask(ctx context.Context, stories []newsroom.StoryID, langs []newsroom.Lang, note string) (asked int, err error) {
	note = strings.TrimSpace(note)
	if err := (newsroom.Text{Byline: note}).Validate(); err != nil {
		return 0, newsroom.Errorf(newsroom.Invalid, "text.tooLong", "field", "note", "max", newsroom.MaxLine)
	}
	err = d.archive.Record(ctx, func(r *archive.Recorder) error {
		for _, story := range stories {
			n, err := d.askFor(r, story, langs, note)
			if err != nil {
				return err
			}
			asked += n
		}
		return nil
	})
	return asked, err
}

func (d *Desk) askFor(r *archive.Recorder, story newsroom.StoryID, langs []newsroom.Lang, note string) (asked int, err error) {
	if err := notRemoved(r, newsroom.NewEditionID(story, newsroom.English)); err != nil {
		return 0, err
	}
	editions, err := r.Tx.EditionsOf(story)
	if err != nil {
		return 0, err
	}
	here := map[newsroom.Lang]bool{}
	for _, e := range editions {
		here[e.ID.Lang()] = true
	}
	for _, l := range langs {
		if !l.Valid() {
			return 0, newsroom.Errorf(newsroom.Invalid, "language.unknown", "language", string(l))
		}
		if here[l] {
			continue
		}
		value := archive.RequestValue{Member: r.Me().ID, Time: d.archive.Clock().Now().UnixMilli(), Note: note}
		if err := set(r, journal.EditionSubject(newsroom.NewEditionID(story, l)), write{archive.RequestField, value}); err != nil {
			return 0, err
		}
		asked++
	}
	return asked, nil
}

// TakeBack takes a request for an edition back.
func (d *Desk) TakeBack(ctx context.Context, id newsroom.EditionID) error {
	return d.errand(ctx, id, func(r *archive.Recorder) error {
		fields, err := r.Fields(journal.EditionSubject(id))
		if err != nil || len(fields[archive.RequestField]) == 0 {
			return err
		}
		return set(r, journal.EditionSubject(id), write{archive.RequestField, nil})
	})
}

// errand runs f about an edition that need not have a text; its story must be there.
func (d *Desk) errand(ctx context.Context, id newsroom.EditionID, f func(*archive.Recorder) error) error {
	if _, _, ok := id.Split(); !ok {
		return newsroom.Errorf(newsroom.NotFound, "notFound.edition", "id", string(id))
	}
	return d.archive.Record(ctx, func(r *archive.Recorder) error {
		if err := notRemoved(r, id); err != nil {
			return err
		}
		return f(r)
	})
}

// claim writes that this member makes edition id from now on.
func (d *Desk) claim(r *archive.Recorder, id newsroom.EditionID) error {
	return d.hold(r, id, d.archive.Clock().Now())
}

// renew holds a claim of this member longer once half of its time is over: a save every
// minute must not make an entry every minute.
func (d *Desk) renew(r *archive.Recorder, id newsroom.EditionID) error {
	c, err := r.Tx.Claim(id)
	if err != nil || c.Member != r.Me().ID || c.Until.Sub(d.archive.Clock().Now()) > newsroom.ClaimTime/2 {
		return err
	}
	return d.hold(r, id, c.Since)
}

// letGo ends a claim of this member: what is before the desk, nobody is at work on.
func letGo(r *archive.Recorder, id newsroom.EditionID) error {
	c, err := r.Tx.Claim(id)
	if err != nil || c.Member != r.Me().ID {
		return err
	}
	return set(r, journal.EditionSubject(id), write{archive.ClaimField, nil})
}

func (d *Desk) hold(r *archive.Recorder, id newsroom.EditionID, since time.Time) error {
	until := d.archive.Clock().Now().Add(newsroom.ClaimTime)
	value := archive.ClaimValue{Member: r.Me().ID, Since: since.UnixMilli(), Until: until.UnixMilli()}
	return set(r, journal.EditionSubject(id), write{archive.ClaimField, value})
}
