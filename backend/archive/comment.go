package archive

import (
	"cmp"
	"slices"

	"khabar/backend/journal"
	"khabar/backend/newsroom"
	"khabar/backend/sqlite"
)

// Registers of a comment. All but the outcome are its author's: what another member writes
// there counts for nothing.
const (
	CommentEdition    = "edition"
	CommentRevision   = "revision"
	CommentBlock      = "block"
	CommentQuote      = "quote"
	CommentText       = "text"
	CommentParent     = "parent"
	CommentSuggestion = "suggestion"
	CommentOutcome    = "outcome"
	CommentRemoved    = "removed"
)

// projectComment makes the row of a comment. Its author is who wrote it first.
func projectComment(tx *sqlite.Tx, id newsroom.CommentID, entries []applied) error {
	if len(entries) == 0 {
		return nil
	}
	first := slices.MinFunc(entries, func(a, b applied) int {
		return cmp.Or(cmp.Compare(a.Time, b.Time), cmp.Compare(a.ID, b.ID))
	})
	own := slices.DeleteFunc(slices.Clone(entries), func(e applied) bool { return e.Member != first.Member })
	f, c := fieldsOf(own), newsroom.Comment{ID: id, Member: first.Member, Stamp: first.Time}
	f.Get(CommentEdition, &c.Edition)
	f.Get(CommentRevision, &c.Revision)
	f.Get(CommentBlock, &c.Block)
	f.Get(CommentQuote, &c.Quote)
	f.Get(CommentText, &c.Text)
	f.Get(CommentParent, &c.Parent)
	f.Get(CommentSuggestion, &c.Suggestion)
	f.Get(CommentRemoved, &c.Removed)
	settle(&c, entries)
	return tx.PutComment(c)
}

// precedence decides between outcomes that were reached without knowing of each other: an
// accepted suggestion has changed the text; what somebody opened again is not to be
// overlooked.
var precedence = []newsroom.Outcome{newsroom.Accepted, newsroom.Waiting, newsroom.Declined, newsroom.Resolved}

// settle reads the outcome of c, by whom and when. Of several that are alike the latest
// counts.
func settle(c *newsroom.Comment, entries []applied) {
	best := len(precedence)
	for _, w := range journal.Resolve(fieldsOf(entries)[CommentOutcome]) {
		var o newsroom.Outcome
		Fields{"": {w}}.Get("", &o)
		place := slices.Index(precedence, o)
		if place < 0 || place >= best {
			continue
		}
		best, c.Outcome, c.Settler = place, o, ""
		if o != newsroom.Waiting {
			at := slices.IndexFunc(entries, func(e applied) bool { return e.ID == w.Entry })
			c.Settler, c.Settled = entries[at].Member, w.Time.Wall()
		}
	}
}
