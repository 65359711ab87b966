package site

import (
	"html/template"
	"net/url"
	"strings"
	"time"

	"khabar/backend/newsroom"
)

// page is what every template gets: the frame around a page, and in Content what
// the page is about. Its exported fields and methods are for the templates.
type page struct {
	frame *frame
	lang  *language
	Path  string
	Kind  string // of page: "article", "list", …; styles and scripts look at it

	Title       string // without the newsroom's name
	Description string
	Current     string // path of the navigation entry that the page is, "" for none
	NoIndex     bool
	Trail       []crumb // after the home page
	Versioned   bool    // the versions are this very page in other languages
	Default     string  // path of the version for readers of no listed language
	Image       *picture
	Structured  template.JS // JSON-LD
	Published   time.Time   // articles only
	Modified    time.Time
	Content     any

	versions map[*language]string
}

// crumb is one step of the breadcrumb; Path is "" for the page itself.
type crumb struct{ Label, Path string }

// newPage returns the frame of the page at path.
func (f *frame) newPage(l *language, path, kind string) *page {
	return &page{frame: f, lang: l, Path: path, Kind: kind, versions: map[*language]string{}}
}

// version is a page in another language.
type version struct {
	Lang *language
	Path string
}

// addVersions says where the page is in other languages.
func (p *page) addVersions(all []version) {
	for _, v := range all {
		p.versions[v.Lang] = v.Path
	}
}

// T returns a catalogue entry in the page's language.
func (p *page) T(key string) string { return p.lang.say(key) }

// Link returns the relative link to a file of the site.
func (p *page) Link(path string) string { return rel(p.Path, path) }

func (p *page) Lang() string                { return string(p.lang.Code) }
func (p *page) Dir() string                 { return p.lang.Code.Direction() }
func (p *page) Settings() newsroom.Settings { return p.frame.Settings }
func (p *page) Home() string                { return p.Link(p.lang.Home) }
func (p *page) SearchLink() string          { return p.Link(p.lang.Search) }
func (p *page) Feed() string                { return p.Link(p.lang.Feed) }
func (p *page) Script() string              { return p.Link(p.frame.Script) }
func (p *page) Icon() string                { return p.Link(p.frame.Icon) }
func (p *page) Canonical() string           { return p.frame.absolute(p.Path) }
func (p *page) Date(t time.Time) string     { return p.lang.date(t) }
func (p *page) Machine(t time.Time) string  { return p.lang.machine(t) }

// Style returns the link to the style sheet: that of the language, or the one with the
// fonts of all of them.
func (p *page) Style() string {
	if p.Kind == "chooser" {
		return p.Link(p.frame.Style)
	}
	return p.Link(p.lang.Style)
}

// Root returns the relative link to the site's root, for the script.
func (p *page) Root() string { return strings.Repeat("../", strings.Count(p.Path, "/")) }

// FullTitle returns the title as browsers and search engines show it.
func (p *page) FullTitle() string {
	if p.Title == "" || p.Title == p.frame.Settings.Name {
		return p.frame.Settings.Name
	}
	return p.Title + " · " + p.frame.Settings.Name
}

// ImageAddress returns the absolute address of the page's picture for share cards.
func (p *page) ImageAddress() string {
	if p.Image == nil {
		return ""
	}
	return p.frame.absolute(p.Image.path(p.Image.best(1200)))
}

// alternate is one hreflang link.
type alternate struct{ Lang, Link string }

// Alternates returns the hreflang links: all versions of the page, itself among
// them, and the default one.
func (p *page) Alternates() []alternate {
	if !p.Versioned {
		return nil
	}
	var all []alternate
	for _, l := range p.frame.languages {
		if path, ok := p.versions[l]; ok {
			all = append(all, alternate{string(l.Code), p.Address(path)})
		}
	}
	if p.Default != "" {
		all = append(all, alternate{"x-default", p.Address(p.Default)})
	}
	return all
}

// Address returns the absolute address of a file, or a relative link where the site
// does not know its own, percent-encoded.
func (p *page) Address(path string) string {
	if full := p.frame.absolute(path); full != "" {
		return full
	}
	return (&url.URL{Path: p.Link(path)}).EscapedPath()
}

// Locales returns the languages of the page as Open Graph names them, its own first.
func (p *page) Locales() []string {
	all := []string{openGraphLocale(p.lang.Code)}
	for _, l := range p.frame.languages {
		if _, ok := p.versions[l]; ok && l != p.lang && p.Versioned {
			all = append(all, openGraphLocale(l.Code))
		}
	}
	return all
}

// switchLink is an entry of the language switcher.
type switchLink struct {
	Lang, Dir, Name, Link string
	Title                 string // says where the link leads when not to this page
	Here                  bool
}

// Switcher returns the site's languages, each with the page in that language or,
// where there is none, with that language's home page.
func (p *page) Switcher() []switchLink {
	links := make([]switchLink, 0, len(p.frame.languages))
	for _, l := range p.frame.languages {
		link := switchLink{Lang: string(l.Code), Dir: l.Code.Direction(), Name: l.Code.NativeName(), Here: l == p.lang}
		if path, ok := p.versions[l]; ok {
			link.Link = p.Link(path)
		} else {
			link.Link = p.Link(l.Home)
			link.Title = p.lang.sayWith("site.language.missing", "language", link.Name)
		}
		links = append(links, link)
	}
	return links
}

// LanguageName is the name of the page's language in itself.
func (p *page) LanguageName() string { return p.lang.Code.NativeName() }
