package site

import (
	"encoding/xml"
	"slices"
	"strconv"
	"time"
)

// sitemapLength is how many addresses one sitemap holds. The protocol allows 50,000
// but also only 50 MB, and an address in Arabic script with eight others beside it
// takes several kilobytes.
const sitemapLength = 2_000

type urlSet struct {
	XMLName xml.Name     `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
	XHTML   string       `xml:"xmlns:xhtml,attr"`
	URLs    []sitemapURL `xml:"url"`
}

type sitemapURL struct {
	Loc     string        `xml:"loc"`
	LastMod string        `xml:"lastmod,omitempty"`
	Links   []sitemapLink `xml:"xhtml:link"`
}

type sitemapLink struct {
	Rel      string `xml:"rel,attr"`
	HrefLang string `xml:"hreflang,attr"`
	Href     string `xml:"href,attr"`
}

type sitemapIndex struct {
	XMLName xml.Name     `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 sitemapindex"`
	Maps    []sitemapURL `xml:"sitemap"`
}

// entry is a page as the sitemap lists it: an article, or a page that stands whatever is
// written.
type entry struct {
	Path     string
	Modified time.Time // zero of all but articles
	Versions []version
}

// addSitemap adds sitemap.xml: one file, or an index of several. Without an address
// of the site there is none, since a sitemap holds absolute addresses only.
func (s *Site) addSitemap() {
	if s.frame.base == nil {
		return
	}
	standing := s.standing()
	var shown []*article
	for _, a := range s.articles {
		if a.state.Shown() {
			shown = append(shown, a)
		}
	}
	// Articles come oldest first, so that a new one changes only the last of several files.
	part := func(from, to int) output {
		return made[[]entry]{func() ([]entry, error) {
			all := slices.Clone(standing[min(from, len(standing)):min(to, len(standing))])
			for _, a := range shown[max(0, from-len(standing)):max(0, to-len(standing))] {
				all = append(all, a.entry())
			}
			return all, nil
		}, sitemapFile}
	}
	pages := len(standing) + len(shown)
	if pages <= sitemapLength {
		s.files["sitemap.xml"] = part(0, pages)
		return
	}
	var parts []string
	for n := 0; n*sitemapLength < pages; n++ {
		path := "sitemap-" + strconv.Itoa(n+1) + ".xml"
		s.files[path] = part(n*sitemapLength, min((n+1)*sitemapLength, pages))
		parts = append(parts, path)
	}
	s.files["sitemap.xml"] = fixed(parts, sitemapOf)
}

// standing lists the pages that stand whatever is written.
func (s *Site) standing() (pages []entry) {
	var homes, abouts []version
	for _, l := range s.frame.languages {
		homes, abouts = append(homes, version{l, l.Home}), append(abouts, version{l, l.About})
	}
	for _, l := range s.frame.languages {
		pages = append(pages, entry{Path: l.Home, Versions: homes}, entry{Path: l.About, Versions: abouts})
	}
	for _, l := range s.shelves {
		for _, section := range l.sections {
			var others []version
			for _, other := range s.shelves {
				others = append(others, version{other.language, other.byTerm[section.term.ID].path})
			}
			pages = append(pages, entry{Path: section.path, Versions: others})
		}
		for _, tag := range l.tags {
			pages = append(pages, entry{Path: tag.path})
		}
	}
	return pages
}

func (a *article) entry() entry {
	e := entry{Path: a.path, Modified: a.modified()}
	if len(a.versions) > 1 {
		e.Versions = a.others()
	}
	return e
}

func sitemapFile(f *frame, pages []entry) ([]byte, error) {
	set := urlSet{XHTML: "http://www.w3.org/1999/xhtml"}
	for _, p := range pages {
		u := sitemapURL{Loc: f.absolute(p.Path)}
		if !p.Modified.IsZero() {
			u.LastMod = f.languages[0].machine(p.Modified)
		}
		for _, v := range p.Versions {
			u.link(string(v.Lang.Code), f.absolute(v.Path))
		}
		set.URLs = append(set.URLs, u)
	}
	return marshalXML(set)
}

// sitemapOf renders the index of a sitemap of several files.
func sitemapOf(f *frame, parts []string) ([]byte, error) {
	var index sitemapIndex
	for _, path := range parts {
		index.Maps = append(index.Maps, sitemapURL{Loc: f.absolute(path)})
	}
	return marshalXML(index)
}

func (u *sitemapURL) link(lang, address string) {
	u.Links = append(u.Links, sitemapLink{"alternate", lang, address})
}
