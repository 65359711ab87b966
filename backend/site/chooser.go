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
func chooserPage(f *frame, fronts []front) ([]byte, error) {
	p := f.newPage(f.lingua(), "index.html", "chooser")
	p.Title, p.Description = f.Settings.Name, f.Settings.FullName
	p.Versioned, p.Default = true, "index.html"
	var entries []chooserEntry
	for _, in := range fronts {
		l := in.Tongue
		p.versions[l] = l.Home
		entries = append(entries, chooserEntry{
			Lang: string(l.Code), Dir: l.Code.Direction(), Name: l.Code.NativeName(),
			Link: p.Link(l.Home), Cards: p.cards(in.Newest, false),
		})
	}
	p.Content = entries
	return p.render("chooser")
}

// front is what the chooser shows of a language.
type front struct {
	Tongue *language
	Newest []*face
}

func (s *Site) fronts() (all []front, err error) {
	for _, l := range s.shelves {
		all = append(all, front{l.language, l.newest(chooserLatest)})
	}
	return all, nil
}

// lingua returns the language of the few words of a page in all languages: English
// where the site has it, else the first.
func (f *frame) lingua() *language {
	for _, l := range f.languages {
		if l.Code == newsroom.English {
			return l
		}
	}
	return f.languages[0]
}

// notFoundEntry is one language on the page for addresses that do not exist.
type notFoundEntry struct{ Lang, Dir, Title, Text, Name, Link string }

// notFoundPage renders 404.html. A server shows it under any address, so its links
// begin at the site's own address or, without one, at the web root, and it loads
// nothing: its few styles are in the page.
func notFoundPage(f *frame, _ struct{}) ([]byte, error) {
	p := f.newPage(f.lingua(), "404.html", "missing")
	p.Title, p.NoIndex = p.T("site.missing.title"), true
	var entries []notFoundEntry
	for _, l := range f.languages {
		link := f.absolute(l.Home)
		if link == "" {
			link = "/" + l.Home
		}
		entries = append(entries, notFoundEntry{
			string(l.Code), l.Code.Direction(), l.say("site.missing.title"), l.say("site.missing.text"),
			l.say("site.missing.home"), link,
		})
	}
	p.Content = entries
	return p.render("missing")
}

// addRedirects adds a page at every address under which an edition was known before,
// unless something else stands there now.
func (s *Site) addRedirects() {
	for _, a := range s.articles {
		for _, old := range a.Live.OldSlugs {
			path := string(a.Lang) + "/" + fileName(old) + ".html"
			if fileName(old) != "" {
				s.addRedirect(a.shelf.language, path, a.path)
			}
		}
	}
}

// addMerged adds a page at the address of every tag that went into another, in each
// language that has a page of the other, and at those of its numbered pages. What stood on
// one of these is spread over the pages of the other, so they lead to its newest.
func (s *Site) addMerged(merged []MergedTag) {
	for _, t := range merged {
		for _, l := range s.shelves {
			name := cmp.Or(fileName(t.Slug(l.Code)), fileName(string(t.ID)))
			into := l.byTerm[t.Into]
			if into == nil {
				continue
			}
			old := list{path: string(l.Code) + "/tag/" + name + ".html"}
			for n := range 1 + min(into.numbered(), numberedOf(t.Stories)) {
				s.addRedirect(l.language, old.pagePath(n), into.path)
			}
		}
	}
}

func (s *Site) addRedirect(l *language, path, to string) {
	if !s.taken.free(path) {
		return
	}
	s.taken[strings.ToLower(path)] = true
	s.files[path] = fixed(redirect{l, path, to}, redirectPage)
}

// redirect is what a page that leads to another is made from.
type redirect struct {
	Tongue   *language
	Path, To string
}

// redirectPage renders a page that leads to another.
func redirectPage(f *frame, r redirect) ([]byte, error) {
	p := f.newPage(r.Tongue, r.Path, "redirect")
	p.Title, p.NoIndex, p.Content = p.T("site.redirect.title"), true, r.To
	return p.render("redirect")
}

func robots(f *frame, _ struct{}) ([]byte, error) {
	text := "User-agent: *\nAllow: /\n"
	if f.base != nil {
		text += "Sitemap: " + f.absolute("sitemap.xml") + "\n"
	}
	return []byte(text), nil
}
