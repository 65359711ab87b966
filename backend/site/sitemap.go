package site

import (
	"encoding/xml"
	"strconv"
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

// sitemapPage is a page as the sitemap lists it: an article, or a page that stands
// whatever is written. There are tens of thousands of the first and few of the second.
type sitemapPage struct {
	article *article
	fixed   *fixedPage
}

type fixedPage struct {
	path   string
	others []string // the paths in all languages, in their order
}

// addSitemap adds sitemap.xml: one file, or an index of several. Without an address
// of the site there is none, since a sitemap holds absolute addresses only.
func (s *Site) addSitemap() {
	if s.base == nil {
		return
	}
	pages := s.sitemapPages()
	if len(pages) <= sitemapLength {
		s.files["sitemap.xml"] = func() ([]byte, error) { return s.sitemapFile(pages) }
		return
	}
	var index sitemapIndex
	for n := 0; n*sitemapLength < len(pages); n++ {
		path := "sitemap-" + strconv.Itoa(n+1) + ".xml"
		part := pages[n*sitemapLength : min((n+1)*sitemapLength, len(pages))]
		s.files[path] = func() ([]byte, error) { return s.sitemapFile(part) }
		index.Maps = append(index.Maps, sitemapURL{Loc: s.absolute(path)})
	}
	s.files["sitemap.xml"] = func() ([]byte, error) { return marshalXML(index) }
}

// sitemapPages lists the pages that search engines should know. Articles come oldest
// first, so that a new one changes only the last of several files.
func (s *Site) sitemapPages() []sitemapPage {
	var pages []sitemapPage
	var homes, abouts []string
	for _, l := range s.languages {
		homes, abouts = append(homes, l.home), append(abouts, l.about)
	}
	for i := range s.languages {
		pages = append(pages, sitemapPage{fixed: &fixedPage{homes[i], homes}}, sitemapPage{fixed: &fixedPage{abouts[i], abouts}})
	}
	for _, l := range s.languages {
		for _, section := range l.sections {
			var others []string
			for _, other := range s.languages {
				others = append(others, other.byTerm[section.term.ID].path)
			}
			pages = append(pages, sitemapPage{fixed: &fixedPage{section.path, others}})
		}
		for _, tag := range l.tags {
			pages = append(pages, sitemapPage{fixed: &fixedPage{path: tag.path}})
		}
	}
	for _, a := range s.articles {
		if a.state.Shown() {
			pages = append(pages, sitemapPage{article: a})
		}
	}
	return pages
}

func (s *Site) sitemapFile(pages []sitemapPage) ([]byte, error) {
	set := urlSet{XHTML: "http://www.w3.org/1999/xhtml"}
	for _, p := range pages {
		if p.article != nil {
			set.URLs = append(set.URLs, s.sitemapArticle(p.article))
			continue
		}
		u := sitemapURL{Loc: s.absolute(p.fixed.path)}
		for i, other := range p.fixed.others {
			u.link(string(s.languages[i].code), s.absolute(other))
		}
		set.URLs = append(set.URLs, u)
	}
	return marshalXML(set)
}

func (s *Site) sitemapArticle(a *article) sitemapURL {
	u := sitemapURL{Loc: s.absolute(a.path)}
	if changed := a.modified(); !changed.IsZero() {
		u.LastMod = s.languages[0].machine(changed)
	}
	if len(a.versions) > 1 {
		for _, v := range a.versions {
			u.link(string(v.Lang), s.absolute(v.path))
		}
	}
	return u
}

func (u *sitemapURL) link(lang, address string) {
	u.Links = append(u.Links, sitemapLink{"alternate", lang, address})
}
