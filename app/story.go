package app

import (
	"context"

	"khabar/backend/newsroom"
	"khabar/backend/sqlite"
)

// Picture is the use of a picture in a story.
type Picture struct {
	Hash    string            `json:"hash"`
	Alt     map[string]string `json:"alt"`
	Caption map[string]string `json:"caption"`
	Credit  string            `json:"credit"`
}

// Sibling is an edition in its story.
type Sibling struct {
	ID       string `json:"id"`
	Lang     string `json:"lang"`
	Headline string `json:"headline"`
	Work     string `json:"work"`
	Live     string `json:"live"`
	GoesLive string `json:"goesLive"` // of a scheduled one, or of a scheduled correction
	Changed  bool   `json:"changed"`
}

// Story is a story with its editions.
type Story struct {
	ID       string    `json:"id"`
	Sections []string  `json:"sections"`
	Tags     []string  `json:"tags"`
	Place    string    `json:"place"`
	Lead     Picture   `json:"lead"`
	Source   string    `json:"source"`
	Notes    string    `json:"notes"`
	Created  string    `json:"created"`
	Embargo  string    `json:"embargo"` // until when nothing of it may go live; "" = none that holds
	Removed  bool      `json:"removed"`
	Editions []Sibling `json:"editions"`
}

// Story returns a story.
func (a *App) Story(id string) (Story, error) {
	room, err := a.open()
	if err != nil {
		return Story{}, err
	}
	var w Story
	err = room.view(context.Background(), func(tx *sqlite.Tx) error {
		s, err := tx.Story(newsroom.StoryID(id))
		if err != nil {
			return err
		}
		editions, err := tx.EditionsOf(s.ID)
		if err != nil {
			return err
		}
		w = storyOf(s)
		now := a.clock.Now()
		w.Embargo = embargo(s.Embargo, now)
		for _, e := range editions {
			w.Editions = append(w.Editions, Sibling{
				ID: string(e.ID), Lang: string(e.ID.Lang()), Headline: e.Text.Headline,
				Work: string(e.Work.State), Live: string(e.Live.At(now)), GoesLive: goesLive(e.Live, now), Changed: e.Changed,
			})
		}
		return nil
	})
	return w, err
}

func storyOf(s newsroom.Story) Story {
	return Story{
		ID: string(s.ID), Sections: texts(s.Sections), Tags: texts(s.Tags), Place: s.Place, Source: string(s.Source),
		Lead:  Picture{Hash: s.Lead.Hash, Alt: out(s.Lead.Alt), Caption: out(s.Lead.Caption), Credit: s.Lead.Credit},
		Notes: s.Notes, Created: stamp(s.Created), Removed: s.Removed, Editions: []Sibling{},
	}
}

// SetEmbargo keeps everything of a story from going live before a time; "" lifts the embargo.
func (a *App) SetEmbargo(id, until string) (Story, error) {
	room, err := a.open()
	if err != nil {
		return Story{}, err
	}
	at, err := moment(until)
	if err == nil {
		_, err = room.SetEmbargo(context.Background(), newsroom.StoryID(id), at)
	}
	if err != nil {
		return Story{}, err
	}
	return a.Story(id)
}

// CreateStory makes a story with an empty edition in lang.
func (a *App) CreateStory(lang string) (Edition, error) {
	room, err := a.open()
	if err != nil {
		return Edition{}, err
	}
	id, err := room.CreateStory(context.Background(), newsroom.Lang(lang))
	if err != nil {
		return Edition{}, err
	}
	return a.Edition(string(id))
}

// ChangeStory makes the changes that lead from before, the story as the window showed it,
// to after.
func (a *App) ChangeStory(before, after Story) (Story, error) {
	room, err := a.open()
	if err != nil {
		return Story{}, err
	}
	if err := room.ChangeStory(context.Background(), storyIn(before), storyIn(after)); err != nil {
		return Story{}, err
	}
	return a.Story(after.ID)
}

func storyIn(w Story) newsroom.Story {
	return newsroom.Story{
		ID: newsroom.StoryID(w.ID), Sections: typed[newsroom.TermID](w.Sections), Tags: typed[newsroom.TermID](w.Tags),
		Place: w.Place, Source: newsroom.Lang(w.Source), Notes: w.Notes,
		Lead: newsroom.Picture{Hash: w.Lead.Hash, Alt: in(w.Lead.Alt), Caption: in(w.Lead.Caption), Credit: w.Lead.Credit},
	}
}

// RemoveStory takes a story out of the lists.
func (a *App) RemoveStory(id string) error {
	room, err := a.open()
	if err != nil {
		return err
	}
	return room.RemoveStory(context.Background(), newsroom.StoryID(id))
}

// RestoreStory brings a removed story back.
func (a *App) RestoreStory(id string) error {
	room, err := a.open()
	if err != nil {
		return err
	}
	return room.RestoreStory(context.Background(), newsroom.StoryID(id))
}

func texts[T ~string](all []T) []string {
	w := make([]string, len(all))
	for i, v := range all {
		w[i] = string(v)
	}
	return w
}

func typed[T ~string](all []string) []T {
	out := make([]T, len(all))
	for i, v := range all {
		out[i] = T(v)
	}
	return out
}

// out and in carry a text in each language across the bridge; empty ones stay behind.
func out(m map[newsroom.Lang]string) map[string]string {
	w := map[string]string{}
	for l, s := range m {
		w[string(l)] = s
	}
	return w
}

func in(w map[string]string) map[newsroom.Lang]string {
	m := map[newsroom.Lang]string{}
	for l, s := range w {
		if s != "" {
			m[newsroom.Lang(l)] = s
		}
	}
	return m
}
