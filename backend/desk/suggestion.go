package desk

import (
	"context"
	"strings"

	"khabar/backend/alignment"
	"khabar/backend/archive"
	"khabar/backend/markdown"
	"khabar/backend/newsroom"
)

// AcceptSuggestion puts a suggested text in the place of what it is about, and nothing else,
// as a revision. seen is what stood there when the person decided, as Thread.Now gave it: a
// Conflict error says plainly that it has changed since, or is gone. What is being typed
// becomes a revision first.
func (d *Desk) AcceptSuggestion(ctx context.Context, id newsroom.CommentID, seen string) error {
	return d.comment(ctx, id, func(r *archive.Recorder, c newsroom.Comment) error {
		if c.Suggestion == nil || !c.MaySettle(newsroom.Accepted) {
			return newsroom.Errorf(newsroom.Conflict, "comment.settled")
		}
		e, err := r.Tx.Edition(c.Edition)
		if err != nil {
			return err
		}
		if err := d.saveTyped(r, &e); err != nil {
			return err
		}
		if err := settled(e); err != nil {
			return err
		}
		text, err := archive.TextOf(r.Tx, c.Edition, e.Heads[0])
		if err != nil {
			return err
		}
		after, err := replaced(r, c, seen, text)
		if err != nil {
			return err
		}
		if after != text {
			if _, err := revise(r, c.Edition, after, e.Heads); err != nil {
				return err
			}
		}
		return settle(r, c, newsroom.Accepted)
	})
}

// replaced returns text with the suggestion of c in its place.
func replaced(r *archive.Recorder, c newsroom.Comment, seen string, text newsroom.Text) (newsroom.Text, error) {
	f, err := newFinder(r.Tx, c.Edition)
	if err != nil {
		return text, err
	}
	t := Thread{Said: Said{Comment: c}}
	if err := f.place(&t); err != nil {
		return text, err
	}
	switch {
	case t.Place == Gone:
		return text, newsroom.Errorf(newsroom.Conflict, "comment.blockGone")
	case alignment.Digest(t.Now) != alignment.Digest(seen):
		return text, newsroom.Errorf(newsroom.Conflict, "comment.changedSince")
	}
	switch c.Block {
	case AboutHeadline:
		text.Headline = oneLine(*c.Suggestion)
	case AboutSummary:
		text.Summary = oneLine(*c.Suggestion)
	default:
		text.Body = markdown.Replace(text.Body, t.At, *c.Suggestion)
	}
	return text, text.Validate()
}

// oneLine is s as a field of one line takes it.
func oneLine(s string) string {
	return strings.TrimSpace(strings.NewReplacer("\r\n", " ", "\n", " ", "\r", " ").Replace(s))
}
