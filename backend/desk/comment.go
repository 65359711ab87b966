package desk

import (
	"context"
	"strings"
	"unicode/utf8"

	"khabar/backend/alignment"
	"khabar/backend/archive"
	"khabar/backend/journal"
	"khabar/backend/markdown"
	"khabar/backend/newsroom"
	"khabar/backend/sqlite"
)

// Remark is a comment that is to be made.
type Remark struct {
	Edition    newsroom.EditionID
	About      newsroom.Digest // AboutHeadline, AboutSummary; "" = a block where Quote says something, else the whole
	At         int             // which block of the body, as the window counts; Quote decides
	Quote      string          // source of the block, or its words
	Text       string          // may be empty where Suggestion says enough
	Suggestion *string         // proposed source; nil = a plain comment
}

// Comment makes a comment on an edition and returns its id. Errors: Invalid where it says
// nothing; Conflict where the block is not in the text.
func (d *Desk) Comment(ctx context.Context, m Remark) (id newsroom.CommentID, err error) {
	if err := validRemark(m); err != nil {
		return "", err
	}
	err = d.edition(ctx, m.Edition, func(r *archive.Recorder, e sqlite.Edition) error {
		text, heads, err := textNow(r.Tx, m.Edition)
		if err != nil {
			return err
		}
		about, quote := m.About, m.Quote
		if about == "" && quote != "" {
			blocks := markdown.Blocks(text.Body)
			at := locate(blocks, m.At, quote)
			if at < 0 {
				return newsroom.Errorf(newsroom.Conflict, "comment.noBlock")
			}
			about, quote = alignment.Digest(blocks[at].Source), blocks[at].Source
		} else if about != "" {
			quote = fieldOf(text, about)
		}
		writes := []write{
			{archive.CommentEdition, m.Edition}, {archive.CommentRevision, last(heads)}, {archive.CommentBlock, about},
			{archive.CommentQuote, quote}, {archive.CommentText, strings.TrimSpace(m.Text)},
		}
		if m.Suggestion != nil {
			writes = append(writes, write{archive.CommentSuggestion, *m.Suggestion})
		}
		id, err = say(r, writes...)
		return err
	})
	return id, err
}

// Reply answers a comment; what answers a reply answers its thread.
func (d *Desk) Reply(ctx context.Context, to newsroom.CommentID, text string) (id newsroom.CommentID, err error) {
	if err := validWords(text, false); err != nil {
		return "", err
	}
	err = d.comment(ctx, to, func(r *archive.Recorder, c newsroom.Comment) error {
		if c.Removed {
			return newsroom.Errorf(newsroom.Conflict, "comment.removed")
		}
		if c.Parent != "" {
			to = c.Parent
		}
		id, err = say(r, write{archive.CommentEdition, c.Edition}, write{archive.CommentParent, to},
			write{archive.CommentText, strings.TrimSpace(text)})
		return err
	})
	return id, err
}

// ResolveComment settles a comment; ReopenComment opens it again, also one that was
// declined.
func (d *Desk) ResolveComment(ctx context.Context, id newsroom.CommentID) error {
	return d.settle(ctx, id, newsroom.Resolved)
}

// ReopenComment opens a settled comment again. Conflict where its suggestion was accepted.
func (d *Desk) ReopenComment(ctx context.Context, id newsroom.CommentID) error {
	return d.settle(ctx, id, newsroom.Waiting)
}

// DeclineSuggestion settles a suggestion without taking it.
func (d *Desk) DeclineSuggestion(ctx context.Context, id newsroom.CommentID) error {
	return d.settle(ctx, id, newsroom.Declined)
}

// RemoveComment takes back a comment of one's own. Its replies stay.
func (d *Desk) RemoveComment(ctx context.Context, id newsroom.CommentID) error {
	return d.comment(ctx, id, func(r *archive.Recorder, c newsroom.Comment) error {
		if c.Member != r.Me().ID {
			return newsroom.Errorf(newsroom.Forbidden, "comment.notYours")
		}
		return set(r, journal.CommentSubject(id), write{archive.CommentRemoved, true})
	})
}

func (d *Desk) settle(ctx context.Context, id newsroom.CommentID, o newsroom.Outcome) error {
	return d.comment(ctx, id, func(r *archive.Recorder, c newsroom.Comment) error { return settle(r, c, o) })
}

func settle(r *archive.Recorder, c newsroom.Comment, o newsroom.Outcome) error {
	if !c.MaySettle(o) {
		return newsroom.Errorf(newsroom.Conflict, "comment.settled")
	}
	return set(r, journal.CommentSubject(c.ID), write{archive.CommentOutcome, o})
}

// comment runs f with a comment in the writing transaction.
func (d *Desk) comment(ctx context.Context, id newsroom.CommentID, f func(*archive.Recorder, newsroom.Comment) error) error {
	return d.archive.Record(ctx, func(r *archive.Recorder) error {
		c, err := r.Tx.Comment(id)
		if err != nil {
			return err
		}
		return f(r, c)
	})
}

// say makes the first entry of a comment.
func say(r *archive.Recorder, writes ...write) (newsroom.CommentID, error) {
	id := newsroom.CommentID(newsroom.NewID())
	e := journal.Entry{Kind: journal.Set, Subject: journal.CommentSubject(id)}
	for _, w := range writes {
		e.Changes = append(e.Changes, journal.Change{Field: w.field, Value: journal.Value(w.value)})
	}
	_, err := r.Add(e)
	return id, err
}

func validRemark(m Remark) error {
	if m.About != "" && m.About != AboutHeadline && m.About != AboutSummary {
		return newsroom.Errorf(newsroom.Invalid, "comment.noBlock")
	}
	if m.Suggestion == nil {
		return validWords(m.Text, false)
	}
	if m.About == "" && m.Quote == "" {
		return newsroom.Errorf(newsroom.Invalid, "comment.noBlock") // a suggestion is about something
	}
	if journal.Marked(*m.Suggestion) {
		return newsroom.Errorf(newsroom.Invalid, "edition.marked")
	}
	if err := validWords(*m.Suggestion, true); err != nil {
		return err
	}
	return validWords(m.Text, true)
}

func validWords(s string, mayBeEmpty bool) error {
	switch {
	case !mayBeEmpty && strings.TrimSpace(s) == "":
		return newsroom.Errorf(newsroom.Invalid, "comment.empty")
	case !utf8.ValidString(s):
		return newsroom.Errorf(newsroom.Invalid, "text.notUTF8", "field", "comment")
	case len(s) > newsroom.MaxBody:
		return newsroom.Errorf(newsroom.Invalid, "text.tooLong", "field", "comment", "max", newsroom.MaxBody)
	}
	return nil
}

// textNow returns what the window shows of an edition, the working copy where there is one,
// and the revisions that it stands on.
func textNow(tx *sqlite.Tx, id newsroom.EditionID) (newsroom.Text, []newsroom.RevisionID, error) {
	text, heads, _, err := archive.View(tx, id)
	if err != nil {
		return text, heads, err
	}
	w, typed, err := tx.WorkingCopy(id)
	if typed {
		return w.Text, w.Base, err
	}
	return text, heads, err
}

// fieldOf returns the field that a comment is about.
func fieldOf(t newsroom.Text, about newsroom.Digest) string {
	if about == AboutHeadline {
		return t.Headline
	}
	return t.Summary
}

func last(heads []newsroom.RevisionID) newsroom.RevisionID {
	if len(heads) == 0 {
		return ""
	}
	return heads[len(heads)-1]
}
