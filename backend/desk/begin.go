package desk

import (
	"context"

	"khabar/backend/alignment"
	"khabar/backend/archive"
	"khabar/backend/journal"
	"khabar/backend/markdown"
	"khabar/backend/newsroom"
	"khabar/backend/sqlite"
)

// BeginTranslation makes the edition of a story in l from the one in from ("" = the language
// in which the story was written): its pictures and videos without captions, its tables with
// empty cells; words are to be written. The member claims it, unless somebody else has. An
// edition that has no words yet is begun like one that is not there; a Conflict error is
// returned where there are some.
func (d *Desk) BeginTranslation(ctx context.Context, story newsroom.StoryID, l, from newsroom.Lang) (newsroom.EditionID, error) {
	if !l.Valid() {
		return "", newsroom.Errorf(newsroom.Invalid, "language.unknown", "language", string(l))
	}
	id := newsroom.NewEditionID(story, l)
	err := d.archive.Record(ctx, func(r *archive.Recorder) error {
		if err := notRemoved(r, id); err != nil {
			return err
		}
		heads, err := wordless(r.Tx, id)
		if err != nil {
			return err
		}
		from, _, err := originOf(r.Tx, id, from)
		if err != nil {
			return err
		}
		source, _, _, err := archive.View(r.Tx, newsroom.NewEditionID(story, from))
		if err != nil {
			return err
		}
		body, links := skeleton(source.Body)
		links.From = from
		text := newsroom.Text{Body: body}
		entry := journal.Entry{Kind: journal.Revise, Subject: journal.EditionSubject(id), Text: &text, Parents: heads}
		if _, err := r.Add(entry); err != nil {
			return err
		}
		if err := record(r, id, links); err != nil {
			return err
		}
		c, err := r.Tx.Claim(id)
		if err != nil || c.At(d.archive.Clock().Now()) {
			return err
		}
		return d.claim(r, id)
	})
	return id, err
}

// wordless returns the heads of an edition in which nothing is written yet, none where there
// is no edition.
func wordless(tx *sqlite.Tx, id newsroom.EditionID) ([]newsroom.RevisionID, error) {
	text, heads, _, err := archive.View(tx, id)
	if err != nil {
		return nil, err
	}
	w, typed, err := tx.WorkingCopy(id)
	if err == nil && (!text.Empty() || typed && !w.Text.Empty()) {
		err = newsroom.Errorf(newsroom.Conflict, "edition.exists", "language", id.Lang().NativeName())
	}
	return heads, err
}

// skeleton is what a translation of body begins with.
func skeleton(body string) (string, newsroom.Links) {
	blocks := archive.BlocksOf(body)
	keys := alignment.Keys(blocks)
	rows := make([]RowDraft, len(blocks))
	for i, b := range blocks {
		rows[i] = RowDraft{Links: keys[i : i+1], Target: markdown.Skeleton(b.Source)}
	}
	return assemble(rows, newsroom.Links{}, blocks)
}
