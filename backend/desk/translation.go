package desk

import (
	"context"
	"slices"
	"strings"

	"khabar/backend/alignment"
	"khabar/backend/archive"
	"khabar/backend/journal"
	"khabar/backend/markdown"
	"khabar/backend/newsroom"
	"khabar/backend/sqlite"
)

// Aligned is an edition beside the one that it is made from.
type Aligned struct {
	Edition     Edition // with the working copy, where there is one
	Source      Edition // its revisions alone: what is still being typed may yet be taken back
	From        newsroom.Lang
	Froms       []newsroom.Lang // languages that it can be made from
	Heads       []TranslationHead
	Rows        []TranslationRow
	Guessed     bool // nobody has linked all of it: saving records the rows
	Stale       int  // heads that are stale, and rows that are stale or gone
	Missing     int
	MayMarkSame bool // whoever is here may say that a change of the source is of no effect
}

// TranslationRow is what belongs together of both texts.
type TranslationRow struct {
	Key     string // names the row among the others
	State   string // as package alignment has it
	Sources []Piece
	Links   []newsroom.Digest // what the target is a translation of, as it was then
	Target  string            // Markdown
	Before  string            // what Links said; of stale and gone rows
	Diff    []journal.Part    // from Before to what the sources say now; of stale rows
	Tokens  []string          // Markdown of the pictures, videos and links of the sources
}

// TranslationHead is the headline or the summary of both texts.
type TranslationHead struct {
	Name   string          // as package alignment has it
	Stale  bool            // the source's has changed since it was translated
	Link   newsroom.Digest // what it translates, as it was then; "" = nobody said
	Now    newsroom.Digest // what the source says now
	Before string          // what Link said; of a stale one
	Diff   []journal.Part  // from Before to what the source says now; of a stale one
}

// Piece is a block with its name.
type Piece struct {
	alignment.Block
	Digest newsroom.Digest
}

// Translation lays edition id beside the edition in from; "" = the language that it was
// last translated from, else the one in which the story was written. A Conflict error says
// that there is nothing to translate from.
func (d *Desk) Translation(ctx context.Context, id newsroom.EditionID, from newsroom.Lang) (t Aligned, err error) {
	err = d.archive.DB().View(ctx, func(tx *sqlite.Tx) error {
		t, err = d.translation(tx, id, from)
		return err
	})
	return t, err
}

func (d *Desk) translation(tx *sqlite.Tx, id newsroom.EditionID, from newsroom.Lang) (t Aligned, err error) {
	if t.Edition, err = openEdition(tx, id); err != nil {
		return t, err
	}
	if t.From, t.Froms, err = originOf(tx, id, from); err != nil {
		return t, err
	}
	source := newsroom.NewEditionID(id.Story(), t.From)
	if t.Source, err = openSaved(tx, source); err != nil {
		return t, err
	}
	text, err := d.archive.Source(tx, source)
	if err != nil {
		return t, err
	}
	target := archive.BlocksOf(t.Edition.Text.Body)
	links, err := linksNow(tx, t.Edition, t.From, target)
	if err != nil {
		return t, err
	}
	links, t.Guessed = text.Fill(target, links)
	state := text.Status(target, links)
	t.Heads = headsOf(text, t.Edition.Text, links)
	if err := text.Err(); err != nil {
		return t, err
	}
	t.Stale, t.Missing = state.Stale, state.Missing
	for _, head := range t.Heads {
		if head.Stale {
			t.Stale++
		}
	}
	t.Rows = rowsOf(state.Rows, text.Blocks(), target)
	t.MayMarkSame, err = mayMarkSame(tx, d.archive.Me(), t.Source.Heads)
	return t, err
}

// headsOf lays the heads of a translation beside those of its source.
func headsOf(source *archive.SourceText, target newsroom.Text, l newsroom.Links) []TranslationHead {
	stale := source.StaleHeads(source.Text, target, l)
	all := make([]TranslationHead, len(alignment.HeadNames))
	for i, name := range alignment.HeadNames {
		now := alignment.Head(source.Text, name)
		head := TranslationHead{Name: name, Stale: slices.Contains(stale, name), Link: l.Heads[name], Now: alignment.HeadDigest(name, now)}
		if head.Stale {
			head.Before = source.Before(name, head.Link)
			head.Diff = journal.CompareWords(head.Before, now)
		}
		all[i] = head
	}
	return all
}

// originOf says what edition id is translated from, where from says nothing, and what it
// could be translated from.
func originOf(tx *sqlite.Tx, id newsroom.EditionID, from newsroom.Lang) (newsroom.Lang, []newsroom.Lang, error) {
	editions, err := tx.EditionsOf(id.Story())
	if err != nil {
		return "", nil, err
	}
	story, err := tx.Story(id.Story())
	if err != nil {
		return "", nil, err
	}
	var all []newsroom.Lang
	last := newsroom.Lang("")
	for _, e := range editions {
		switch l := e.ID.Lang(); {
		case e.ID == id:
			last = e.Origin
		case e.Words > 0 || l == from || l == story.Source:
			all = append(all, l)
		}
	}
	for _, l := range append([]newsroom.Lang{from, last, story.Source}, all...) {
		if slices.Contains(all, l) {
			return l, all, nil
		}
	}
	return "", nil, newsroom.Errorf(newsroom.Conflict, "translation.noSource", "language", id.Lang().NativeName())
}

// linksNow returns what is known of the blocks of target, the text of e that is being
// written: recorded, or typed with it.
func linksNow(tx *sqlite.Tx, e Edition, from newsroom.Lang, target []alignment.Block) (newsroom.Links, error) {
	fields, err := archive.FieldsOf(tx, journal.EditionSubject(e.ID))
	if err != nil {
		return newsroom.Links{}, err
	}
	l := fields.Links(from)
	w, ok, err := tx.WorkingCopy(e.ID)
	switch {
	case err != nil || !ok:
		return l, err
	case w.Links != nil && w.Links.From == from:
		return alignment.Overlay(l, *w.Links), nil
	}
	before, _, err := archive.ViewAt(tx, e.ID, w.Base)
	return alignment.Carry(archive.BlocksOf(before.Body), target, l), err
}

func rowsOf(rows []alignment.Row, source, target []alignment.Block) []TranslationRow {
	keys, targets := alignment.Keys(source), alignment.Keys(target)
	all := make([]TranslationRow, len(rows))
	for n, row := range rows {
		w := TranslationRow{State: row.State, Links: row.Links}
		for _, i := range row.Sources {
			w.Sources = append(w.Sources, Piece{source[i], keys[i]})
			w.Tokens = append(w.Tokens, markdown.Tokens(source[i].Source)...)
		}
		if len(row.Targets) > 0 {
			w.Key, w.Target = "target:"+string(targets[row.Targets[0]]), joinBlocks(pick(target, row.Targets))
		} else {
			w.Key = "source:" + string(keys[row.Sources[0]])
		}
		if row.State == alignment.Stale || row.State == alignment.Gone {
			w.Before = joinBlocks(row.Before)
		}
		if row.State == alignment.Stale {
			w.Diff = journal.CompareWords(w.Before, joinBlocks(pick(source, row.Sources)))
		}
		all[n] = w
	}
	return all
}

func pick(blocks []alignment.Block, at []int) (some []alignment.Block) {
	for _, i := range at {
		some = append(some, blocks[i])
	}
	return some
}

func joinBlocks(blocks []alignment.Block) string {
	sources := make([]string, len(blocks))
	for i, b := range blocks {
		sources[i] = b.Source
	}
	return strings.Join(sources, "\n\n")
}

// mayMarkSame: whoever judges texts, and whoever wrote the newest of the source.
func mayMarkSame(tx *sqlite.Tx, me newsroom.MemberID, heads []newsroom.RevisionID) (bool, error) {
	person, _, err := tx.Member(me)
	if err != nil || newsroom.May(person.Roles, newsroom.Judge) {
		return err == nil, err
	}
	for _, head := range heads {
		if r, ok, err := tx.Revision(head); err != nil || ok && r.Member == me {
			return err == nil, err
		}
	}
	return false, nil
}
