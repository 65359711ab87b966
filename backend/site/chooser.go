package site

import (
	"cmp"
	"strings"

	"khabar/backend/newsroom"
)

// chooserLatest is how many headlines of each language the chooser shows.
const chooserLatest = 3

// chooserEntry is one language on the language chooser.
type chooserEntry struct {
	Lang, Dir, Name, Link string
	Cards                 []card
}

// chooserPage renders index.html: the languages, each with its newest headlines, so
// that the page serves a reader who never chooses. Its script only marks the
// reader's own language; nobody is sent anywhere.
func (s *Site) chooserPage() ([]byte, error) {
	p := s.newPage(s.lingua(), "index.html", "chooser")
	p.Title, p.Description = s.settings.Name, s.settings.FullName
	p.Versioned, p.Default = true, "index.html"
	var entries []chooserEntry
	for _, l := range s.languages {
		p.addVersion(l, l.home)
		entries = append(entries, chooserEntry{
			Lang: string(l.code), Dir: l.code.Direction(), Name: l.code.NativeName(),
			Link: p.Link(l.home), Cards: p.cards(l.newest(chooserLatest), false),
		})
	}
	p.Content = entries
	return s.render("chooser", p)
}

// lingua returns the language of the few words of a page in all languages: English
// where the site has it, else the first.
func (s *Site) lingua() *language {
	if l := s.language(newsroom.English); l != nil {
		return l
	}
	return s.languages[0]
}

// notFoundEntry is one language on the page for addresses that do not exist.
type notFoundEntry struct{ Lang, Dir, Title, Text, Name, Link string }

// notFoundPage renders 404.html. A server shows it under any address, so its links
// begin at the site's own address or, without one, at the web root, and it loads
// nothing: its few styles are in the page.
func (s *Site) notFoundPage() ([]byte, error) {
	p := s.newPage(s.lingua(), "404.html", "missing")
	p.Title, p.NoIndex = p.T("site.missing.title"), true
	var entries []notFoundEntry
	for _, l := range s.languages {
		link := s.absolute(l.home)
		if link == "" {
			link = "/" + l.home
		}
		entries = append(entries, notFoundEntry{
			string(l.code), l.code.Direction(), l.say("site.missing.title"), l.say("site.missing.text"),
			l.say("site.missing.home"), link,
		})
	}
	p.Content = entries
	return s.render("missing", p)
}

// addRedirects adds a page at every address under which an edition was known before,
// unless something else stands there now.
func (s *Site) addRedirects() {
	for _, a := range s.articles {
		for _, old := range a.Live.OldSlugs {
			path := string(a.Lang) + "/" + fileName(old) + ".html"
			if fileName(old) != "" {
				s.addRedirect(a.lang, path, a.path)
			}
		}
	}
}

// addMerged adds a page at the address of every tag that went into another, in each
// language that has a page of the other, and at those of its numbered pages. What stood on
// one of these is spread over the pages of the other, so they lead to its newest.
func (s *Site) addMerged(merged []MergedTag) {
	for _, t := range merged {
		for _, l := range s.languages {
			name := cmp.Or(fileName(t.Slug(l.code)), fileName(string(t.ID)))
			into := l.byTerm[t.Into]
			if into == nil {
				continue
			}
			old := list{path: string(l.code) + "/tag/" + name + ".html"}
			for n := range 1 + min(into.numbered(), numberedOf(t.Stories)) {
				s.addRedirect(l, old.pagePath(n), into.path)
			}
		}
	}
}

func (s *Site) addRedirect(l *language, path, to string) {
	if !s.taken.free(path) {
		return
	}
	s.taken[strings.ToLower(path)] = true
	s.files[path] = func() ([]byte, error) { return s.redirectPage(l, path, to) }
}

// redirectPage renders a page that leads to another.
func (s *Site) redirectPage(l *language, path, to string) ([]byte, error) {
	p := s.newPage(l, path, "redirect")
	p.Title, p.NoIndex, p.Content = p.T("site.redirect.title"), true, to
	return s.render("redirect", p)
}

func (s *Site) robots() ([]byte, error) {
	text := "User-agent: *\nAllow: /\n"
	if s.base != nil {
		text += "Sitemap: " + s.absolute("sitemap.xml") + "\n"
	}
	return []byte(text), nil
}
