package desk

import (
	"context"
	"maps"
	"regexp"
	"slices"
	"time"

	"khabar/backend/alignment"
	"khabar/backend/archive"
	"khabar/backend/newsroom"
	"khabar/backend/sqlite"
)

// TranslationDraft is a translation as it stands on the screen.
type TranslationDraft struct {
	From newsroom.Lang
	Base []newsroom.RevisionID // the revisions that it was typed on; none = the heads there are
	Text newsroom.Text         // without the body: that is the targets of Rows
	Rows []RowDraft

	// Heads are, by name, the heads of the source that those of Text translate, where that is
	// to be said anew: one is done. The others go on translating what they did.
	Heads map[string]newsroom.Digest
}

// RowDraft is a row as it stands on the screen. A target with words translates Sources where
// it is Done, else it goes on translating Links. One without words that is Done leaves
// the words of Sources out on purpose.
type RowDraft struct {
	Sources, Links []newsroom.Digest
	Target         string // Markdown, several blocks allowed
	Done           bool
}

// KeepTranslation puts what is being typed on disk, with what it translates, and returns
// when. It makes no entry.
func (d *Desk) KeepTranslation(ctx context.Context, id newsroom.EditionID, draft TranslationDraft) (time.Time, error) {
	now := d.archive.Clock().Now()
	return now, d.archive.DB().Update(ctx, func(tx *sqlite.Tx) error {
		w, err := d.typed(tx, id, draft)
		if err != nil {
			return err
		}
		w.Updated = now
		return tx.PutWorkingCopy(w)
	})
}

// SaveTranslation makes a revision of the draft, as Save does, and records what its blocks
// translate.
func (d *Desk) SaveTranslation(ctx context.Context, id newsroom.EditionID, draft TranslationDraft) (rev newsroom.RevisionID, err error) {
	err = d.edition(ctx, id, func(r *archive.Recorder, e sqlite.Edition) error {
		w, err := d.typed(r.Tx, id, draft)
		if err != nil {
			return err
		}
		w.Updated = d.archive.Clock().Now()
		if err := r.Tx.PutWorkingCopy(w); err != nil {
			return err
		}
		rev, err = d.save(r, id, w.Base, w.Text)
		return err
	})
	return rev, err
}

// typed puts a draft together.
func (d *Desk) typed(tx *sqlite.Tx, id newsroom.EditionID, draft TranslationDraft) (sqlite.WorkingCopy, error) {
	w := sqlite.WorkingCopy{Edition: id, Text: draft.Text, Base: draft.Base}
	e, err := openEdition(tx, id)
	if err != nil {
		return w, err
	}
	if len(w.Base) == 0 {
		w.Base = e.Heads
	}
	if err := validRows(id, draft); err != nil {
		return w, err
	}
	source, err := d.archive.Source(tx, newsroom.NewEditionID(id.Story(), draft.From))
	if err != nil {
		return w, err
	}
	before := archive.BlocksOf(e.Text.Body)
	known, err := linksNow(tx, e, draft.From, before)
	if err != nil {
		return w, err
	}
	known, _ = source.Fill(before, known)
	if err := source.Err(); err != nil {
		return w, err
	}
	body, links := assemble(draft.Rows, known, source.Blocks())
	links, _ = alignment.FillHeads(source.Text, draft.Text, newsroom.Links{
		From: draft.From, Pairs: links.Pairs, Left: links.Left, Heads: headsNow(known.Heads, draft.Heads),
	})
	if w.Text.Body = body; slices.Equal(archive.BlocksOf(body), before) {
		w.Text.Body = e.Text.Body // blank lines are no change
	}
	w.Links = &links
	return w, keepable(w.Text)
}

// headsNow is what is known of the heads, with what is said anew.
func headsNow(known, anew map[string]newsroom.Digest) map[string]newsroom.Digest {
	all := map[string]newsroom.Digest{}
	maps.Copy(all, known)
	maps.Copy(all, anew)
	return all
}

var blockName = regexp.MustCompile(`^[0-9a-f]{16}(~[0-9]{1,9})?$`)

func validRows(id newsroom.EditionID, draft TranslationDraft) error {
	if !draft.From.Valid() || draft.From == id.Lang() {
		return newsroom.Errorf(newsroom.Invalid, "language.unknown", "language", string(draft.From))
	}
	for name, was := range draft.Heads {
		if !slices.Contains(alignment.HeadNames, name) || !blockName.MatchString(string(was)) {
			return newsroom.Errorf(newsroom.Invalid, "translation.block", "block", name)
		}
	}
	for _, row := range draft.Rows {
		if err := validBlocks(slices.Concat(row.Sources, row.Links)); err != nil {
			return err
		}
	}
	return nil
}

func validBlocks(all []newsroom.Digest) error {
	for _, b := range all {
		if !blockName.MatchString(string(b)) {
			return newsroom.Errorf(newsroom.Invalid, "translation.block", "block", string(b))
		}
	}
	return nil
}
