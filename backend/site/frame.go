package site

import (
	"html/template"

	"khabar/backend/newsroom"
)

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
	links := []navLink{{p.T("site.nav.home"), p.Home(), p.Current == p.lang.home}}
	for i := range p.site.sections {
		t := &p.site.sections[i]
		target := p.lang.about
		switch t.Standing {
		case newsroom.InMenu:
			target = p.lang.byTerm[t.ID].path
		case newsroom.AsPage:
		default:
			continue
		}
		links = append(links, navLink{t.Label(p.lang.code), p.Link(target), p.Current == target})
	}
	return links
}

// Copyright returns the copyright line.
func (p *page) Copyright() string {
	s := p.site.settings
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
func (p *page) AboutLink() string { return p.Link(p.lang.about) }

// Homes returns every language with the link to its home page, for the footer.
func (p *page) Homes() []switchLink {
	links := make([]switchLink, 0, len(p.site.languages))
	for _, l := range p.site.languages {
		links = append(links, switchLink{
			Lang: string(l.code), Dir: l.code.Direction(), Name: l.code.NativeName(), Link: p.Link(l.home), Here: l == p.lang,
		})
	}
	return links
}

// openGraphLocale returns l as Open Graph writes it: with a territory.
func openGraphLocale(l newsroom.Lang) string {
	territories := map[newsroom.Lang]string{
		newsroom.Arabic: "AR", newsroom.English: "US", newsroom.French: "FR", newsroom.German: "DE",
		newsroom.Pashto: "AF", newsroom.Persian: "IR", newsroom.Russian: "RU", newsroom.Spanish: "ES", newsroom.Tajik: "TJ",
	}
	return string(l) + "_" + territories[l]
}
