package site

import (
	"khabar/backend/newsroom"
)

// card is an article in a list on some page.
type card struct {
	p *page
	*face
	Excerpt string
	Level   int // of the headline's heading
}

// cards returns the cards of articles on p. Excerpts cost a look into the bodies of
// articles that have no summary, so lists ask for them only where they show them.
func (p *page) cards(faces []*face, excerpts bool) []card {
	cards := make([]card, 0, len(faces))
	for _, a := range faces {
		c := card{p: p, face: a, Level: 2}
		if excerpts {
			// A body that cannot be read is reported by its own page; the list stands.
			c.Excerpt, _ = a.excerpt()
		}
		cards = append(cards, c)
	}
	return cards
}

func (c card) T(key string) string { return c.p.T(key) }
func (c card) Link() string        { return c.p.Link(c.Path) }
func (c card) Date() string        { return c.Tongue.date(c.Published) }
func (c card) ShortDate() string   { return c.Tongue.shortDate(c.Published) }
func (c card) Machine() string     { return c.Tongue.machine(c.Published) }
func (c card) Lang() string        { return string(c.Tongue.Code) }
func (c card) Dir() string         { return c.Tongue.Code.Direction() }

// Under returns c for a list that has a heading of its own.
func (c card) Under() card { c.Level = 3; return c }

// Sections returns the labels over the headline.
func (c card) Labels() []navLink { return c.p.labels(c.Sections) }

func (p *page) labels(all []*label) []navLink {
	links := make([]navLink, 0, len(all))
	for _, l := range all {
		links = append(links, navLink{Label: l.Name, Link: p.Link(l.Path)})
	}
	return links
}

// Image returns the lead picture, nil where there is none.
func (c card) Image() *figure {
	if c.Lead == nil {
		return nil
	}
	f := c.p.figure(*c.Lead)
	f.Alt = c.Alt
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
	return &figure{
		Src: p.Link(pic.path(pic.best(960))), Srcset: pic.srcset(p.Path), Width: pic.Width, Height: pic.Height,
	}
}
