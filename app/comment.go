package app

import (
	"context"

	"khabar/backend/desk"
	"khabar/backend/journal"
	"khabar/backend/newsroom"
)

// Said is a comment or a reply.
type Said struct {
	ID      string `json:"id"`
	Text    string `json:"text"`
	Member  string `json:"member"` // name
	Mine    bool   `json:"mine"`
	Time    string `json:"time"`
	Removed bool   `json:"removed"`
}

// Thread is a comment with its replies, and where in the text of today it stands.
type Thread struct {
	Said
	Block      string     `json:"block"` // digest, "headline", "summary", "" = the whole
	Quote      string     `json:"quote"`
	Place      string     `json:"place"` // whole, here, changed, gone
	Now        string     `json:"now"`
	At         int        `json:"at"`
	Suggests   bool       `json:"suggests"`
	Suggestion string     `json:"suggestion"`
	Diff       []DiffPart `json:"diff"`
	Outcome    string     `json:"outcome"`
	Settler    string     `json:"settler"` // name
	Settled    string     `json:"settled"`
	Replies    []Said     `json:"replies"`
}

// Remark is a comment that is to be made.
type Remark struct {
	About      string `json:"about"` // "headline", "summary"; "" = the block that quote says, else the whole
	At         int    `json:"at"`
	Quote      string `json:"quote"`
	Text       string `json:"text"`
	Suggests   bool   `json:"suggests"`
	Suggestion string `json:"suggestion"`
}

// Comments returns the comments on an edition in the order of its text.
func (a *App) Comments(edition string) ([]Thread, error) {
	room, err := a.open()
	if err != nil {
		return nil, err
	}
	threads, err := room.Threads(context.Background(), newsroom.EditionID(edition))
	w := make([]Thread, len(threads))
	for i, t := range threads {
		w[i] = threadOf(t)
	}
	return w, err
}

func threadOf(t desk.Thread) Thread {
	w := Thread{
		Said: saidOf(t.Said), Block: string(t.Block), Quote: t.Quote, Place: string(t.Place), Now: t.Now, At: t.At,
		Suggests: t.Suggestion != nil, Diff: partsOf(t.Diff), Outcome: string(t.Outcome), Settler: t.Said.Settler,
		Settled: stamp(t.Settled), Replies: make([]Said, len(t.Replies)),
	}
	if t.Suggestion != nil {
		w.Suggestion = *t.Suggestion
	}
	for i, r := range t.Replies {
		w.Replies[i] = saidOf(r)
	}
	return w
}

func saidOf(s desk.Said) Said {
	w := Said{ID: string(s.ID), Text: s.Text, Member: s.Name, Mine: s.Mine, Time: stamp(s.Time()), Removed: s.Removed}
	if s.Removed {
		w.Text = ""
	}
	return w
}

func partsOf(parts []journal.Part) []DiffPart {
	w := make([]DiffPart, len(parts))
	for i, p := range parts {
		w[i] = DiffPart(p)
	}
	return w
}

// AddComment makes a comment, or a suggestion, on an edition.
func (a *App) AddComment(edition string, w Remark) ([]Thread, error) {
	return a.commented(edition, func(ctx context.Context, r *Room) error {
		m := desk.Remark{Edition: newsroom.EditionID(edition), About: newsroom.Digest(w.About), At: w.At, Quote: w.Quote, Text: w.Text}
		if w.Suggests {
			m.Suggestion = &w.Suggestion
		}
		_, err := r.Comment(ctx, m)
		return err
	})
}

// ReplyComment answers a comment.
func (a *App) ReplyComment(edition, id, text string) ([]Thread, error) {
	return a.commented(edition, func(ctx context.Context, r *Room) error {
		_, err := r.Reply(ctx, newsroom.CommentID(id), text)
		return err
	})
}

// ResolveComment settles a comment.
func (a *App) ResolveComment(edition, id string) ([]Thread, error) {
	return a.commented(edition, func(ctx context.Context, r *Room) error { return r.ResolveComment(ctx, newsroom.CommentID(id)) })
}

// ReopenComment opens a settled comment again.
func (a *App) ReopenComment(edition, id string) ([]Thread, error) {
	return a.commented(edition, func(ctx context.Context, r *Room) error { return r.ReopenComment(ctx, newsroom.CommentID(id)) })
}

// RemoveComment takes back a comment of one's own.
func (a *App) RemoveComment(edition, id string) ([]Thread, error) {
	return a.commented(edition, func(ctx context.Context, r *Room) error { return r.RemoveComment(ctx, newsroom.CommentID(id)) })
}

// AcceptSuggestion puts a suggestion in the place of what it is about; seen is what stands
// there, as Thread.Now gave it.
func (a *App) AcceptSuggestion(edition, id, seen string) ([]Thread, error) {
	return a.commented(edition, func(ctx context.Context, r *Room) error {
		return r.AcceptSuggestion(ctx, newsroom.CommentID(id), seen)
	})
}

// DeclineSuggestion settles a suggestion without taking it.
func (a *App) DeclineSuggestion(edition, id string) ([]Thread, error) {
	return a.commented(edition, func(ctx context.Context, r *Room) error { return r.DeclineSuggestion(ctx, newsroom.CommentID(id)) })
}

// commented does something to the comments of an edition and returns them as they are then.
func (a *App) commented(edition string, f func(context.Context, *Room) error) ([]Thread, error) {
	room, err := a.open()
	if err != nil {
		return nil, err
	}
	if err := f(context.Background(), room); err != nil {
		return nil, err
	}
	return a.Comments(edition)
}
