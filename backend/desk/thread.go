package desk

import (
	"context"
	"slices"

	"khabar/backend/alignment"
	"khabar/backend/archive"
	"khabar/backend/journal"
	"khabar/backend/markdown"
	"khabar/backend/newsroom"
	"khabar/backend/sqlite"
)

// Said is a comment and who made it.
type Said struct {
	newsroom.Comment
	Name    string // of its author
	Settler string // name of who settled it
	Mine    bool
}

// Thread is a comment with its replies, and where in the text of today it stands.
type Thread struct {
	Said
	Replies []Said
	Place   Place
	Now     string         // what the place says now; "" where it is the whole edition, or gone
	At      int            // which block of the body; -1 = none
	Diff    []journal.Part // of a suggestion: from Now, or from the quote where that is gone, to what is proposed
}

// Place says what became of what a comment is about.
type Place string

// The places.
const (
	Whole     Place = "whole"   // it is about the whole edition
	Unchanged Place = "here"    // it is in the text as it was
	Reworded  Place = "changed" // it is in the text, with other words
	Gone      Place = "gone"    // it is no longer in the text; the quote says what it was
)

// Threads returns the comments on an edition, in the order of the text: those on headline
// and summary, on the blocks, on the whole, and those whose block is gone. None is ever left
// out for want of a place. Replies are oldest first.
func (d *Desk) Threads(ctx context.Context, id newsroom.EditionID) (all []Thread, err error) {
	err = d.archive.DB().View(ctx, func(tx *sqlite.Tx) error {
		all, err = threads(tx, id, d.archive.Me())
		return err
	})
	return all, err
}

func threads(tx *sqlite.Tx, id newsroom.EditionID, me newsroom.MemberID) ([]Thread, error) {
	comments, err := tx.CommentsOf(id)
	if err != nil || len(comments) == 0 {
		return nil, err
	}
	names, err := memberNames(tx)
	if err != nil {
		return nil, err
	}
	f, err := newFinder(tx, id)
	if err != nil {
		return nil, err
	}
	var all []Thread
	at := map[newsroom.CommentID]int{}
	said := func(c newsroom.Comment) Said {
		return Said{Comment: c, Name: names[c.Member], Settler: names[c.Settler], Mine: c.Member == me}
	}
	known := func(id newsroom.CommentID) bool {
		return slices.ContainsFunc(comments, func(c newsroom.Comment) bool { return c.ID == id && c.Parent == "" })
	}
	for _, c := range comments {
		if c.Parent != "" && known(c.Parent) {
			continue
		}
		// What answers a comment that has not arrived yet begins the thread until then.
		t := Thread{Said: said(c)}
		if err := f.place(&t); err != nil {
			return nil, err
		}
		at[c.ID] = len(all)
		all = append(all, t)
	}
	for _, c := range comments {
		if i, ok := at[c.Parent]; ok && c.Parent != "" && !c.Removed {
			all[i].Replies = append(all[i].Replies, said(c))
		}
	}
	all = slices.DeleteFunc(all, func(t Thread) bool { return t.Removed && len(t.Replies) == 0 })
	slices.SortStableFunc(all, func(a, b Thread) int { return a.order() - b.order() })
	return all, nil
}

// order sorts threads as the text goes.
func (t Thread) order() int {
	const afterAll = 1 << 30
	switch {
	case t.Place == Gone:
		return afterAll + 1
	case t.Place == Whole:
		return afterAll
	case t.Block == AboutHeadline:
		return -2
	case t.Block == AboutSummary:
		return -1
	}
	return t.At
}

func memberNames(tx *sqlite.Tx) (map[newsroom.MemberID]string, error) {
	members, err := tx.Members()
	names := map[newsroom.MemberID]string{}
	for _, m := range members {
		names[m.ID] = m.Name
	}
	return names, err
}

// finder finds in the text of today what comments are about.
type finder struct {
	tx      *sqlite.Tx
	edition newsroom.EditionID
	text    newsroom.Text
	blocks  []markdown.Block
	past    map[newsroom.RevisionID][]markdown.Block
}

func newFinder(tx *sqlite.Tx, id newsroom.EditionID) (*finder, error) {
	text, _, err := textNow(tx, id)
	f := &finder{tx: tx, edition: id, text: text, blocks: markdown.Blocks(text.Body)}
	f.past = map[newsroom.RevisionID][]markdown.Block{}
	return f, err
}

// place fills in where t stands.
func (f *finder) place(t *Thread) error {
	t.At, t.Place = -1, Whole
	switch t.Block {
	case "":
		return nil
	case AboutHeadline, AboutSummary:
		t.Now = fieldOf(f.text, t.Block)
	default:
		at, err := f.find(t.Comment)
		if err != nil {
			return err
		}
		if t.At = at; at >= 0 {
			t.Now = f.blocks[at].Source
		}
	}
	switch {
	case t.Now == "" && t.At < 0:
		t.Place = Gone
	case alignment.Digest(t.Now) == alignment.Digest(t.Quote):
		t.Place = Unchanged
	default:
		t.Place = Reworded
	}
	if t.Suggestion != nil {
		before := t.Now
		if t.Place == Gone || t.Outcome != newsroom.Waiting {
			before = t.Quote
		}
		t.Diff = wordsChanged(before, *t.Suggestion)
	}
	return nil
}

// find follows a block from the revision that the comment was made on to the text of today;
// where that revision does not hold it, since it was being typed then, its quote is followed.
func (f *finder) find(c newsroom.Comment) (int, error) {
	before, err := f.revision(c.Revision)
	if err != nil {
		return -1, err
	}
	quote := c.Quote
	if c.Outcome == newsroom.Accepted && c.Suggestion != nil {
		before, quote = nil, *c.Suggestion // which stands in its place since
	}
	i := slices.IndexFunc(before, func(b markdown.Block) bool { return alignment.Digest(b.Source) == alignment.Digest(quote) })
	if i < 0 {
		return closest(f.blocks, quote), nil
	}
	return follow(before, i, f.blocks), nil
}

func (f *finder) revision(id newsroom.RevisionID) ([]markdown.Block, error) {
	if b, ok := f.past[id]; ok {
		return b, nil
	}
	t, err := archive.TextOf(f.tx, f.edition, id)
	if newsroom.CodeOf(err) == newsroom.NotFound {
		err = nil // it has not arrived
	}
	f.past[id] = markdown.Blocks(t.Body)
	return f.past[id], err
}
