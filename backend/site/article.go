package site

import (
	"cmp"
	"slices"
	"strings"
	"sync"
	"time"

	"khabar/backend/locale"
	"khabar/backend/newsroom"
)

// maxExcerpt is the length of an excerpt in characters: about what a search engine
// and a card of a list show.
const maxExcerpt = 220

// article is an edition that has a page: shown, or withdrawn and a notice. A preview makes
// all of them after every pause, so what only a page needs is worked out when it is.
type article struct {
	*Edition
	story    *newsroom.Story
	site     *Site
	shelf    *shelf
	state    newsroom.LiveState
	path     string
	where    string // the story's place, as it is spelt in this language
	sections []*list
	tags     []*list
	versions []*article // the shown editions of the story, in the order of the site's languages
	place    int        // index in shelf.articles

	faced sync.Once
	faces *face
}

// addArticles gives every edition that readers see, or saw, its page.
func (s *Site) addArticles(n Newsroom, now time.Time) {
	for i := range n.Stories {
		story := &n.Stories[i]
		if story.Removed {
			continue
		}
		for j := range story.Editions {
			e := &story.Editions[j]
			state, shelf := e.Live.At(now), s.shelf(e.Lang)
			if shelf == nil || (!state.Shown() && state != newsroom.Withdrawn) {
				continue
			}
			a := &article{Edition: e, story: &story.Story, site: s, shelf: shelf, state: state, where: strings.TrimSpace(s.spell(e.Lang, story.Place))}
			s.articles = append(s.articles, a)
			s.byID[e.ID] = a
		}
	}
	slices.SortFunc(s.articles, func(a, b *article) int {
		return cmp.Or(a.Live.Published.Compare(b.Live.Published), strings.Compare(string(a.ID), string(b.ID)))
	})
	shown := map[newsroom.StoryID][]*article{}
	for _, a := range s.articles {
		s.place(a)
		if a.state.Shown() {
			shown[a.story.ID] = append(shown[a.story.ID], a)
		}
	}
	for _, a := range s.articles {
		a.versions = s.inSiteOrder(shown[a.story.ID])
	}
}

// place gives a its path and its place among the articles of its language. The
// oldest come first, so that a later article never takes an older one's slug.
func (s *Site) place(a *article) {
	name := fileName(a.Text.Slug)
	if name == "" {
		name = cmp.Or(fileName(locale.Slug(a.Lang, a.Text.Headline)), fileName(string(a.story.ID)))
	}
	a.path = s.taken.take(string(a.Lang)+"/", name, ".html")
	if !a.state.Shown() {
		s.files[a.path] = made[retreat]{a.retreat, withdrawnPage}
		return
	}
	s.files[a.path] = made[piece]{a.piece, articlePage}
	a.place = len(a.shelf.articles)
	a.shelf.articles = append(a.shelf.articles, a)
}

func (s *Site) inSiteOrder(versions []*article) []*article {
	slices.SortStableFunc(versions, func(a, b *article) int {
		return slices.Index(s.shelves, a.shelf) - slices.Index(s.shelves, b.shelf)
	})
	return versions
}

// body returns the Markdown of the article.
func (a *article) body() (string, error) {
	if a.Edition.Body == nil {
		return a.Text.Body, nil
	}
	return a.Edition.Body()
}

// modified returns when the page's text last changed for its readers.
func (a *article) modified() time.Time {
	if a.Live.Changed.After(a.Live.Published) {
		return a.Live.Changed
	}
	return a.Live.Published
}

// headline returns the headline, or the story's place or a general word where a live
// edition has none: a page needs a name.
func (a *article) headline() string {
	return cmp.Or(strings.TrimSpace(a.Text.Headline), a.where, a.shelf.say("site.untitled"))
}

// source returns the version that search engines should prefer when they know no
// better: the original, else English, else the first.
func (a *article) source() *article {
	for _, code := range []newsroom.Lang{a.story.Source, newsroom.English} {
		for _, v := range a.versions {
			if v.Lang == code {
				return v
			}
		}
	}
	return a.versions[0]
}
