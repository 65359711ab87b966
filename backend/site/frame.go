package site

import (
	"html/template"
	"net/url"
	"sync"

	"khabar/backend/newsroom"
)

// frame is what every page of the site can show, whatever it is about. Together with the
// input of a page it is all that the page is rendered from, so each field of frameFacts is
// in the fingerprint of every file.
type frame struct {
	frameFacts
	base      *url.URL    // of Settings.Address, nil without one
	languages []*language // their tongues are in the facts
	fragments sync.Map    // fragment → template.HTML
	sealing   func() seal
}

// frameFacts are what a frame is made from.
type frameFacts struct {
	Settings newsroom.Settings // without what only a page or two of it show
	Adverts  []advert
	Style    string // paths of what pages load; Style is that of the language chooser
	Script   string
	Finder   string // the script of the search page
	Icon     string
	Program  string // see program
}

func (f *frame) sum() seal { return f.sealing() }

// seal returns the seal of f once the site is complete.
func (f *frame) seal() seal {
	tongues := make([]tongue, 0, len(f.languages))
	for _, l := range f.languages {
		tongues = append(tongues, l.tongue)
	}
	return sealOf(f.frameFacts, tongues)
}

// navLink is an entry of the navigation.
type navLink struct {
	Label, Link string
	Here        bool
}

// Masthead returns the top of the page up to the navigation. Pages of one language
// and folder share it, unless they are an entry of the navigation themselves.
func (p *page) Masthead() (template.HTML, error) { return p.shared("masthead", p.Current) }

// Foot returns the footer and the reading list, which the pages of one language and
// folder share.
func (p *page) Foot() (template.HTML, error) { return p.shared("foot", "") }

// FollowList returns the list of follow links, which they share as well.
func (p *page) FollowList() (template.HTML, error) { return p.shared("follow", "") }

// Nav returns the navigation: the home page and the sections that stand in it.
func (p *page) Nav() []navLink {
	links := []navLink{{p.T("site.nav.home"), p.Home(), p.Current == p.lang.Home}}
	for _, e := range p.lang.Nav {
		links = append(links, navLink{e.Label, p.Link(e.Path), p.Current == e.Path})
	}
	return links
}

// Copyright returns the copyright line.
func (p *page) Copyright() string {
	s := p.frame.Settings
	owner := s.Owner
	if owner == "" {
		owner = s.Name
	}
	if s.Since == 0 {
		return p.lang.sayWith("site.footer.copyright", "owner", owner)
	}
	// A year is a name, not a quantity: digits, but no grouping.
	return p.lang.sayWith("site.footer.copyrightSince", "owner", owner, "year", p.lang.digits(s.Since))
}

// AboutLink returns the link to the about page.
func (p *page) AboutLink() string { return p.Link(p.lang.About) }

// Homes returns every language with the link to its home page, for the footer.
func (p *page) Homes() []switchLink {
	links := make([]switchLink, 0, len(p.frame.languages))
	for _, l := range p.frame.languages {
		links = append(links, switchLink{
			Lang: string(l.Code), Dir: l.Code.Direction(), Name: l.Code.NativeName(), Link: p.Link(l.Home), Here: l == p.lang,
		})
	}
	return links
}

// nav returns the entries of the navigation after the home page.
func (l *shelf) nav(sections []newsroom.Term) (entries []navEntry) {
	for i := range sections {
		t := &sections[i]
		switch t.Standing {
		case newsroom.InMenu:
			entries = append(entries, navEntry{t.Label(l.Code), l.byTerm[t.ID].path})
		case newsroom.AsPage:
			entries = append(entries, navEntry{t.Label(l.Code), l.About})
		}
	}
	return entries
}

// openGraphLocale returns l as Open Graph writes it: with a territory.
func openGraphLocale(l newsroom.Lang) string {
	territories := map[newsroom.Lang]string{
		newsroom.Arabic: "AR", newsroom.English: "US", newsroom.French: "FR", newsroom.German: "DE",
		newsroom.Pashto: "AF", newsroom.Persian: "IR", newsroom.Russian: "RU", newsroom.Spanish: "ES", newsroom.Tajik: "TJ",
	}
	return string(l) + "_" + territories[l]
}
