package app

import (
	"context"
	"time"

	"khabar/backend/desk"
	"khabar/backend/newsroom"
)

// Text is everything of an edition that readers see.
type Text = newsroom.Text

// Work is the work state of an edition.
type Work struct {
	State    string `json:"state"`
	Revision string `json:"revision"`
	Note     string `json:"note"`
	Member   string `json:"member"`
	Time     string `json:"time"`
}

// Live is the live state of an edition.
type Live struct {
	State     string `json:"state"`
	Revision  string `json:"revision"`
	Published string `json:"published"`
	Changed   string `json:"changed"`
	Notice    string `json:"notice"`
	Path      string `json:"path"` // of its page in the site
	Next      string `json:"next"` // when a scheduled correction replaces it; "" = none is
}

// Edition is an edition as it is opened for work.
type Edition struct {
	ID      string   `json:"id"`
	Story   string   `json:"story"`
	Lang    string   `json:"lang"`
	Text    Text     `json:"text"`
	Heads   []string `json:"heads"` // the revisions that Text stands on
	Made    string   `json:"made"`  // the revision that the call made, "" where none
	Unclear []string `json:"unclear"`
	Working bool     `json:"working"`
	Saved   string   `json:"saved"`
	Work    Work     `json:"work"`
	Live    Live     `json:"live"`
	Changed bool     `json:"changed"`
}

// Edition opens an edition.
func (a *App) Edition(id string) (Edition, error) {
	room, err := a.open()
	if err != nil {
		return Edition{}, err
	}
	e, err := room.Edition(context.Background(), newsroom.EditionID(id))
	if err != nil {
		return Edition{}, err
	}
	room.live.readAhead(room)
	return editionOf(e, a.clock.Now()), nil
}

func editionOf(e desk.Edition, now time.Time) Edition {
	w := Edition{
		ID: string(e.ID), Story: string(e.ID.Story()), Lang: string(e.ID.Lang()), Text: e.Text, Heads: texts(e.Base),
		Unclear: list(e.Unclear), Working: e.Working, Saved: stamp(e.Kept), Changed: e.Changed,
		Work: workOf(e.Work), Live: liveOf(e.Live, now),
	}
	if e.LiveSlug != "" {
		w.Live.Path = w.Lang + "/" + e.LiveSlug + ".html"
	}
	return w
}

func workOf(w newsroom.Work) Work {
	return Work{State: string(w.State), Revision: string(w.Revision), Note: w.Note, Member: string(w.Member), Time: stamp(w.Time)}
}

// goesLive is when a scheduled edition, or a scheduled correction, goes live; "" of any other.
func goesLive(l newsroom.Live, now time.Time) string {
	switch {
	case l.At(now) == newsroom.Scheduled:
		return stamp(l.Published)
	case l.Next != nil && !l.Due(now):
		return stamp(l.Next.From)
	}
	return ""
}

// liveOf is l as readers have it at time now, without the path of its page.
func liveOf(l newsroom.Live, now time.Time) Live {
	l = l.Now(now)
	next := ""
	if l.Next != nil {
		next = stamp(l.Next.From)
	}
	return Live{
		Next:  next,
		State: string(l.At(now)), Revision: string(l.Revision), Published: stamp(l.Published), Changed: stamp(l.Changed), Notice: l.Notice,
	}
}

// act does something to an edition and returns it as it is then.
func (a *App) act(id string, f func(context.Context, *Room, newsroom.EditionID) error) (Edition, error) {
	room, err := a.open()
	if err != nil {
		return Edition{}, err
	}
	if err := f(context.Background(), room, newsroom.EditionID(id)); err != nil {
		return Edition{}, err
	}
	return a.Edition(id)
}

// CreateEdition makes an empty edition of a story.
func (a *App) CreateEdition(story, lang string) (Edition, error) {
	room, err := a.open()
	if err != nil {
		return Edition{}, err
	}
	id, err := room.CreateEdition(context.Background(), newsroom.StoryID(story), newsroom.Lang(lang))
	if err != nil {
		return Edition{}, err
	}
	return a.Edition(string(id))
}

// Keep puts the text being typed on disk and returns when. base names the revisions that
// it was typed on, as Edition.Heads gave them.
func (a *App) Keep(id string, base []string, t Text) (string, error) {
	room, err := a.open()
	if err != nil {
		return "", err
	}
	at, err := room.Keep(context.Background(), newsroom.EditionID(id), typed[newsroom.RevisionID](base), t)
	return stamp(at), err
}

// Save makes a revision of the text, typed on base.
func (a *App) Save(id string, base []string, t Text) (Edition, error) {
	var made newsroom.RevisionID
	w, err := a.act(id, func(ctx context.Context, r *Room, id newsroom.EditionID) (err error) {
		made, err = r.Save(ctx, id, typed[newsroom.RevisionID](base), t)
		return err
	})
	w.Made = string(made)
	return w, err
}

// Resolve settles the conflict of base with the text.
func (a *App) Resolve(id string, base []string, t Text) (Edition, error) {
	return a.act(id, func(ctx context.Context, r *Room, id newsroom.EditionID) error {
		return r.Resolve(ctx, id, typed[newsroom.RevisionID](base), t)
	})
}

// Restore makes the text of an earlier revision the newest.
func (a *App) Restore(id, revision string) (Edition, error) {
	return a.act(id, func(ctx context.Context, r *Room, id newsroom.EditionID) error {
		return r.Restore(ctx, id, newsroom.RevisionID(revision))
	})
}

// SuggestSlug returns a slug that is free in the edition's language.
func (a *App) SuggestSlug(id, headline string) (string, error) {
	room, err := a.open()
	if err != nil {
		return "", err
	}
	return room.SuggestSlug(context.Background(), newsroom.EditionID(id), headline)
}

// Submit puts an edition before the desk.
func (a *App) Submit(id string) (Edition, error) {
	return a.act(id, func(ctx context.Context, r *Room, id newsroom.EditionID) error { return r.Submit(ctx, id) })
}

// ReturnEdition gives an edition back with a note.
func (a *App) ReturnEdition(id, note string) (Edition, error) {
	return a.act(id, func(ctx context.Context, r *Room, id newsroom.EditionID) error { return r.Return(ctx, id, note) })
}

// Approve approves one exact revision.
func (a *App) Approve(id, revision string) (Edition, error) {
	return a.act(id, func(ctx context.Context, r *Room, id newsroom.EditionID) error {
		return r.Approve(ctx, id, newsroom.RevisionID(revision))
	})
}

// Publish makes the approved revision live.
func (a *App) Publish(id string) (Edition, error) {
	return a.act(id, func(ctx context.Context, r *Room, id newsroom.EditionID) error {
		return r.Publish(ctx, id, time.Time{})
	})
}

// Schedule makes the approved revision live from a time to come, or moves a schedule there.
// Readers of a correction are told the notice.
func (a *App) Schedule(id, at, notice string) (Edition, error) {
	from, err := moment(at)
	if err != nil {
		return Edition{}, err
	}
	return a.act(id, func(ctx context.Context, r *Room, id newsroom.EditionID) error {
		return r.Schedule(ctx, id, from, notice)
	})
}

// Unschedule takes a schedule back.
func (a *App) Unschedule(id string) (Edition, error) {
	return a.act(id, func(ctx context.Context, r *Room, id newsroom.EditionID) error { return r.Unschedule(ctx, id) })
}

// Correct replaces the live text by the approved revision.
func (a *App) Correct(id, notice string) (Edition, error) {
	return a.act(id, func(ctx context.Context, r *Room, id newsroom.EditionID) error { return r.Correct(ctx, id, notice) })
}

// Withdraw takes the live text from the readers.
func (a *App) Withdraw(id, notice string) (Edition, error) {
	return a.act(id, func(ctx context.Context, r *Room, id newsroom.EditionID) error { return r.Withdraw(ctx, id, notice) })
}
