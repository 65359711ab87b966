package site

import (
	"crypto/sha256"
	"encoding/xml"
	"fmt"
	"time"
)

// feedLength is how many articles a feed holds.
const feedLength = 30

// atomFeed is an Atom feed (RFC 4287).
type atomFeed struct {
	XMLName   xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	Lang      string      `xml:"xml:lang,attr"`
	ID        string      `xml:"id"`
	Title     string      `xml:"title"`
	Subtitle  string      `xml:"subtitle,omitempty"`
	Updated   string      `xml:"updated"`
	Links     []atomLink  `xml:"link"`
	Author    atomPerson  `xml:"author"`
	Rights    string      `xml:"rights,omitempty"`
	Generator string      `xml:"generator"`
	Entries   []atomEntry `xml:"entry"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr,omitempty"`
	Type string `xml:"type,attr,omitempty"`
	Href string `xml:"href,attr"`
}

type atomPerson struct {
	Name string `xml:"name"`
}

type atomEntry struct {
	ID         string         `xml:"id"`
	Title      string         `xml:"title"`
	Links      []atomLink     `xml:"link"`
	Published  string         `xml:"published"`
	Updated    string         `xml:"updated"`
	Author     *atomPerson    `xml:"author,omitempty"`
	Categories []atomCategory `xml:"category"`
	Summary    string         `xml:"summary"`
}

type atomCategory struct {
	Term  string `xml:"term,attr"`
	Label string `xml:"label,attr"`
}

// news is what a feed is made from.
type news struct {
	Tongue *language
	Newest []*face
}

func (s *Site) addFeeds() {
	for _, l := range s.shelves {
		s.files[l.Feed] = made[news]{func() (news, error) { return news{l.language, l.newest(feedLength)}, nil }, feedFile}
	}
}

// feedFile renders the Atom feed of a language: its newest articles, headline and
// excerpt. A feed is as old as its newest change, so nothing changes by itself.
func feedFile(in *frame, n news) ([]byte, error) {
	l := n.Tongue
	p := in.newPage(l, l.Feed, "feed")
	f := atomFeed{
		Lang: string(l.Code), ID: permanentID("feed " + in.Settings.Name + " " + string(l.Code)),
		Title: in.Settings.Name, Subtitle: in.Settings.FullName, Author: atomPerson{in.Settings.Name},
		Rights: p.Copyright(), Generator: "Khabar",
		Links: []atomLink{{"alternate", "text/html", p.Address(l.Home)}},
	}
	if in.base != nil { // a feed's link to itself must be absolute
		f.Links = append(f.Links, atomLink{"self", "application/atom+xml", p.Address(l.Feed)})
	}
	updated := time.Date(max(in.Settings.Since, 2000), 1, 1, 0, 0, 0, 0, l.zone) // of a feed without entries
	for _, a := range n.Newest {
		e, err := p.entry(a)
		if err != nil {
			return nil, err
		}
		f.Entries = append(f.Entries, e)
		if a.Modified.After(updated) {
			updated = a.Modified
		}
	}
	f.Updated = l.machine(updated)
	return marshalXML(f)
}

// entry returns the feed entry of a.
func (p *page) entry(a *face) (atomEntry, error) {
	excerpt, err := a.excerpt()
	e := atomEntry{
		ID: permanentID("edition " + string(a.ID)), Title: a.Headline, Summary: excerpt,
		Links:     []atomLink{{"alternate", "text/html", p.Address(a.Path)}},
		Published: p.Machine(a.Published), Updated: p.Machine(a.Modified),
	}
	if a.Byline != "" {
		e.Author = &atomPerson{a.Byline}
	}
	for _, l := range a.Sections {
		e.Categories = append(e.Categories, atomCategory{string(l.ID), l.Name})
	}
	return e, err
}

// permanentID returns an Atom id that never changes, wherever the site moves: a UUID
// of version 8 (RFC 9562) over the SHA-256 of name.
func permanentID(name string) string {
	h := sha256.Sum256([]byte("khabar " + name))
	h[6], h[8] = h[6]&0x0f|0x80, h[8]&0x3f|0x80
	return fmt.Sprintf("urn:uuid:%x-%x-%x-%x-%x", h[0:4], h[4:6], h[6:8], h[8:10], h[10:16])
}

// marshalXML returns v with the declaration that feeds and sitemaps begin with.
func marshalXML(v any) ([]byte, error) {
	b, err := xml.MarshalIndent(v, "", " ")
	return append([]byte(xml.Header), append(b, '\n')...), err
}
