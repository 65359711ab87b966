package app

import (
	"context"
	"fmt"
	"slices"
	"sync"

	"khabar/backend/desk"
	"khabar/backend/markdown"
	"khabar/backend/newsroom"
	"khabar/backend/site"
	"khabar/backend/sqlite"
)

// previews holds the sites made for previews, the newest few: the window shows one
// while it loads the next.
type previews struct {
	mu    sync.Mutex
	count int
	sites map[string]*site.Site
}

const previewsKept = 2

func (p *previews) add(s *site.Site) (token string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.sites == nil {
		p.sites = map[string]*site.Site{}
	}
	p.count++
	p.sites[fmt.Sprint(p.count)] = s
	delete(p.sites, fmt.Sprint(p.count-previewsKept))
	return fmt.Sprint(p.count)
}

func (p *previews) get(token string) *site.Site {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.sites[token]
}

// Preview keeps the text and returns the address of its page as it would be published.
func (a *App) Preview(id string, base []string, t Text) (string, error) {
	room, err := a.open()
	if err != nil {
		return "", err
	}
	ctx, edition := context.Background(), newsroom.EditionID(id)
	e, err := room.Edition(ctx, edition)
	if err != nil {
		return "", err
	}
	if e.Text != t {
		if _, err := room.Keep(ctx, edition, typed[newsroom.RevisionID](base), t); err != nil {
			return "", err
		}
	}
	e.Text = t
	s, err := room.previewSite(ctx, e)
	if err != nil {
		return "", err
	}
	return "/preview/" + a.previews.add(s) + "/" + s.EditionPath(edition), nil
}

// previewSite is the site that publishing e's text now would make.
func (r *Room) previewSite(ctx context.Context, e desk.Edition) (*site.Site, error) {
	n, err := r.live.get(ctx, r)
	if err != nil {
		return nil, err
	}
	shown, err := r.asIfLive(ctx, e)
	if err != nil {
		return nil, err
	}
	story, err := r.story(ctx, e.ID.Story())
	if err != nil {
		return nil, err
	}
	n.Stories = slices.Clone(n.Stories)
	i := slices.IndexFunc(n.Stories, func(s site.Story) bool { return s.ID == story.ID })
	if i < 0 {
		n.Stories = append(n.Stories, site.Story{Story: story})
		i = len(n.Stories) - 1
	}
	n.Stories[i].Story = story
	editions := slices.DeleteFunc(slices.Clone(n.Stories[i].Editions), func(o site.Edition) bool { return o.ID == e.ID })
	n.Stories[i].Editions = append(editions, shown)
	return site.New(n, r.text, pictures{r.Media}, r.fonts, r.clock.Now())
}

func (r *Room) asIfLive(ctx context.Context, e desk.Edition) (site.Edition, error) {
	text, now := e.Text, r.clock.Now()
	if text.Slug == "" {
		var err error
		if text.Slug, err = r.SuggestSlug(ctx, e.ID, text.Headline); err != nil {
			return site.Edition{}, err
		}
	}
	live := e.Live
	live.State, live.OldSlugs = live.At(now), slices.Clone(live.OldSlugs)
	switch {
	case live.State == newsroom.Withdrawn:
		live.State, live.Changed, live.Notice = newsroom.IsLive, now, ""
	case !live.State.Shown():
		live.State, live.Published = newsroom.IsLive, now
	case e.Changed:
		live.State, live.Changed = newsroom.Corrected, now
	}
	words := markdown.Words(markdown.Plain(text.Body)) // of what is being typed, too
	return site.Edition{ID: e.ID, Lang: e.ID.Lang(), Text: text, Live: live, Words: words}, nil
}

func (r *Room) story(ctx context.Context, id newsroom.StoryID) (s newsroom.Story, err error) {
	err = r.view(ctx, func(tx *sqlite.Tx) error {
		s, err = tx.Story(id)
		return err
	})
	return s, err
}
