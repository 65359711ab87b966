package site

import (
	"html/template"
	"slices"

	"khabar/backend/markdown"
	"khabar/backend/newsroom"
)

const (
	homeTop    = 4  // articles beside the lead story
	homeLatest = 10 // entries of the latest list
	homeStrip  = 3  // articles of a section
)

// strip is a section on the home page.
type strip struct {
	Label, Link string
	Cards       []card
}

// homeView is what the home template shows.
type homeView struct {
	Lead   *card
	Top    []card
	Strips []strip
	Latest []card
}

// addFixedPages adds the pages that every site has.
func (s *Site) addFixedPages() {
	s.files[s.taken.take("", "index", ".html")] = s.chooserPage
	s.files[s.taken.take("", "404", ".html")] = s.notFoundPage
	s.files[s.taken.take("", "robots", ".txt")] = s.robots
	for _, l := range s.languages {
		s.files[l.home] = func() ([]byte, error) { return s.homePage(l) }
		s.files[l.about] = func() ([]byte, error) { return s.aboutPage(l) }
	}
}

// homePage renders the home page of a language: the newest article with a picture as
// the lead story, the newest others beside it, a strip for every section that has
// something, and the latest.
func (s *Site) homePage(l *language) ([]byte, error) {
	p := s.newPage(l, l.home, "home")
	p.Title, p.Current, p.Description = s.settings.Name, l.home, s.settings.FullName
	p.Versioned, p.Default = true, "index.html"
	for _, other := range s.languages {
		p.addVersion(other, other.home)
	}
	newest := l.newest(homeTop + 1)
	seen := map[*article]bool{}
	v := homeView{}
	if len(newest) > 0 {
		lead := max(0, slices.IndexFunc(newest, func(a *article) bool { _, ok := s.picture(a.story.Lead.Hash); return ok }))
		cards := p.cards(newest, true)
		v.Lead, v.Top = &cards[lead], slices.Concat(cards[:lead], cards[lead+1:])
	}
	for _, a := range newest {
		seen[a] = true
	}
	for _, section := range l.sections {
		if section.term.Standing == newsroom.InMenu {
			v.addStrip(p, section, seen)
		}
	}
	v.Latest = p.cards(l.newest(homeLatest), false)
	p.Content = v
	return s.render("home", p)
}

// addStrip adds the strip of a section: its newest articles, those that stand on the
// page already only where there are too few others.
func (v *homeView) addStrip(p *page, section *list, seen map[*article]bool) {
	var chosen []*article
	for _, again := range []bool{false, true} {
		for _, a := range slices.Backward(section.articles) {
			if len(chosen) < homeStrip && seen[a] == again && !slices.Contains(chosen, a) {
				chosen = append(chosen, a)
			}
		}
	}
	for _, a := range chosen {
		seen[a] = true
	}
	if len(chosen) > 0 {
		v.Strips = append(v.Strips, strip{section.label(), p.Link(section.path), p.cards(chosen, false)})
	}
}

// aboutView is what the about template shows.
type aboutView struct {
	Title     string
	Lang, Dir string // of the text, where it is not the page's
	Body      template.HTML
}

// aboutPage renders the about page. A language without a text of its own shows the
// first that there is, marked as being in its language.
func (s *Site) aboutPage(l *language) ([]byte, error) {
	p := s.newPage(l, l.about, "about")
	p.Versioned, p.Current = true, l.about
	for _, other := range s.languages {
		p.addVersion(other, other.about)
	}
	v := aboutView{Title: l.say("site.about.title")}
	for _, t := range s.sections {
		if t.Standing == newsroom.AsPage {
			v.Title = t.Label(l.code)
		}
	}
	for _, code := range append([]newsroom.Lang{l.code, newsroom.English}, newsroom.Languages...) {
		if text := s.settings.About[code]; text != "" {
			v.Lang, v.Dir = string(code), code.Direction()
			v.Body = template.HTML(markdown.HTML(text, p.markdown()))
			p.Description = markdown.Excerpt(text, maxExcerpt)
			break
		}
	}
	p.Title, p.Trail, p.Content = v.Title, []crumb{{v.Title, ""}}, v
	return s.render("about", p)
}
