package desk

import (
	"context"
	"slices"

	"khabar/backend/archive"
	"khabar/backend/journal"
	"khabar/backend/newsroom"
	"khabar/backend/sqlite"
)

// MarkSame says that a change of edition source is of no effect: its blocks before and after
// mean the same to every translation. Forbidden to who neither judges texts nor wrote the
// newest of the source.
func (d *Desk) MarkSame(ctx context.Context, source newsroom.EditionID, before, after []newsroom.Digest) error {
	if err := validBlocks(slices.Concat(before, after)); err != nil {
		return err
	}
	if len(before) == 0 || len(after) == 0 {
		return newsroom.Errorf(newsroom.Invalid, "translation.block", "block", "")
	}
	return d.edition(ctx, source, func(r *archive.Recorder, e sqlite.Edition) error {
		switch may, err := mayMarkSame(r.Tx, r.Me().ID, e.Heads); {
		case err != nil:
			return err
		case !may:
			return newsroom.Errorf(newsroom.Forbidden, "forbidden."+string(newsroom.Judge))
		}
		fields, err := r.Fields(journal.EditionSubject(source))
		if err != nil {
			return err
		}
		value := string(journal.Value(newsroom.Same{Before: before, After: after}))
		for _, m := range fields.Members(archive.SameField) {
			if string(m.Value) == value {
				return nil
			}
		}
		return add(r, journal.Entry{Kind: journal.Set, Subject: journal.EditionSubject(source), Changes: []journal.Change{
			{Field: archive.SameField, Op: journal.Add, Value: []byte(value)},
		}})
	})
}
