package site

import (
	"strings"
	"time"

	"khabar/backend/newsroom"
)

// card is an article in a list on some page.
type card struct {
	p       *page
	a       *article
	Excerpt string
	Level   int // of the headline's heading
}

// cards returns the cards of articles on p. Excerpts cost a look into the bodies of
// articles that have no summary, so lists ask for them only where they show them.
func (p *page) cards(articles []*article, excerpts bool) []card {
	cards := make([]card, 0, len(articles))
	for _, a := range articles {
		c := card{p: p, a: a, Level: 2}
		if excerpts {
			// A body that cannot be read is reported by its own page; the list stands.
			c.Excerpt, _ = a.excerpt()
		}
		cards = append(cards, c)
	}
	return cards
}

func (c card) T(key string) string  { return c.p.T(key) }
func (c card) Link() string         { return c.p.Link(c.a.path) }
func (c card) Path() string         { return c.a.path }
func (c card) Headline() string     { return c.a.headline() }
func (c card) Published() time.Time { return c.a.Live.Published }
func (c card) Date() string         { return c.a.lang.date(c.a.Live.Published) }
func (c card) ShortDate() string    { return c.a.lang.shortDate(c.a.Live.Published) }
func (c card) Machine() string      { return c.a.lang.machine(c.a.Live.Published) }
func (c card) Lang() string         { return string(c.a.Lang) }
func (c card) Dir() string          { return c.a.Lang.Direction() }

// Under returns c for a list that has a heading of its own.
func (c card) Under() card { c.Level = 3; return c }

// Sections returns the labels over the headline.
func (c card) Sections() []navLink { return c.p.labels(c.a.sections) }

func (p *page) labels(lists []*list) []navLink {
	links := make([]navLink, 0, len(lists))
	for _, l := range lists {
		links = append(links, navLink{Label: l.label(), Link: p.Link(l.path)})
	}
	return links
}

// Image returns the lead picture, nil where there is none.
func (c card) Image() *figure {
	pic, ok := c.p.site.picture(c.a.story.Lead.Hash)
	if !ok {
		return nil
	}
	f := c.p.figure(pic)
	f.Alt = strings.TrimSpace(c.a.story.Lead.Alt[c.a.Lang])
	return f
}

// figure is a picture ready for an img element.
type figure struct {
	Src, Srcset          string
	Width, Height        int
	Alt, Caption, Credit string
	Lang                 newsroom.Lang
}

// figure returns pic as p shows it, without words.
func (p *page) figure(pic picture) *figure {
	p.site.published.Store(pic.hash, true)
	return &figure{
		Src: p.Link(pic.path(pic.best(960))), Srcset: pic.srcset(p.Path), Width: pic.width, Height: pic.height,
	}
}
