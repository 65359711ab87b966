package site

import (
	"cmp"
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
	s.files[s.taken.take("", "index", ".html")] = made[[]front]{s.fronts, chooserPage}
	s.files[s.taken.take("", "404", ".html")] = fixed(struct{}{}, notFoundPage)
	s.files[s.taken.take("", "robots", ".txt")] = fixed(struct{}{}, robots)
	for _, l := range s.shelves {
		s.files[l.Home] = made[home]{l.home, homePage}
		s.files[l.About] = made[about]{func() (about, error) { return s.aboutIn(l.language), nil }, aboutPage}
	}
}

// home is what a home page is made from.
type home struct {
	Tongue *language
	Newest []*face // enough for the lead story and those beside it
	Latest []*face
	Strips []row
}

// row is a section on the home page with its articles.
type row struct {
	Label *label
	Faces []*face
}

func (l *shelf) home() (home, error) {
	h := home{Tongue: l.language, Newest: l.newest(homeTop + 1), Latest: l.newest(homeLatest)}
	seen := map[*face]bool{}
	for _, f := range h.Newest {
		seen[f] = true
	}
	for _, section := range l.sections {
		if section.term.Standing != newsroom.InMenu {
			continue
		}
		if chosen := section.row(seen); len(chosen) > 0 {
			h.Strips = append(h.Strips, row{section.label, chosen})
		}
	}
	return h, nil
}

// row returns the articles of a section's strip: its newest, those that stand on the page
// already only where there are too few others. They are seen then.
func (l *list) row(seen map[*face]bool) (chosen []*face) {
	for _, again := range []bool{false, true} {
		for _, a := range slices.Backward(l.articles) {
			if len(chosen) == homeStrip {
				break
			}
			if f := a.face(); seen[f] == again && !slices.Contains(chosen, f) {
				chosen = append(chosen, f)
			}
		}
	}
	for _, f := range chosen {
		seen[f] = true
	}
	return chosen
}

// homePage renders the home page of a language: the newest article with a picture as
// the lead story, the newest others beside it, a strip for every section that has
// something, and the latest.
func homePage(f *frame, h home) ([]byte, error) {
	p := f.newPage(h.Tongue, h.Tongue.Home, "home")
	p.Title, p.Current, p.Description = f.Settings.Name, h.Tongue.Home, f.Settings.FullName
	p.Versioned, p.Default = true, "index.html"
	for _, other := range f.languages {
		p.versions[other] = other.Home
	}
	v := homeView{Latest: p.cards(h.Latest, false)}
	if len(h.Newest) > 0 {
		lead := max(0, slices.IndexFunc(h.Newest, func(f *face) bool { return f.Lead != nil }))
		cards := p.cards(h.Newest, true)
		v.Lead, v.Top = &cards[lead], slices.Concat(cards[:lead], cards[lead+1:])
	}
	for _, s := range h.Strips {
		v.Strips = append(v.Strips, strip{s.Label.Name, p.Link(s.Label.Path), p.cards(s.Faces, false)})
	}
	p.Content = v
	return p.render("home")
}

// aboutView is what the about template shows.
type aboutView struct {
	Title     string
	Lang, Dir string // of the text, where it is not the page's
	Body      template.HTML
}

// about is what the about page of a language is made from.
type about struct {
	Tongue   *language
	Title    string        // "" = the usual one
	Text     string        // Markdown
	Lang     newsroom.Lang // of the text
	Pictures map[string]picture
}

// aboutIn returns the about page of a language. One without a text of its own shows the
// first that there is, marked as being in its language.
func (s *Site) aboutIn(l *language) about {
	a := about{Tongue: l}
	for _, t := range s.sections {
		if t.Standing == newsroom.AsPage {
			a.Title = t.Label(l.Code)
		}
	}
	for _, code := range append([]newsroom.Lang{l.Code, newsroom.English}, newsroom.Languages...) {
		if text := s.about[code]; text != "" {
			a.Text, a.Lang, a.Pictures = text, code, s.picturesOf(PicturesIn(text))
			break
		}
	}
	return a
}

func aboutPage(f *frame, a about) ([]byte, error) {
	p := f.newPage(a.Tongue, a.Tongue.About, "about")
	p.Versioned, p.Current = true, a.Tongue.About
	for _, other := range f.languages {
		p.versions[other] = other.About
	}
	v := aboutView{Title: cmp.Or(a.Title, p.T("site.about.title"))}
	if a.Text != "" {
		v.Lang, v.Dir = string(a.Lang), a.Lang.Direction()
		v.Body = template.HTML(markdown.HTML(a.Text, p.markdown(a.Pictures)))
		p.Description = markdown.Excerpt(a.Text, maxExcerpt)
	}
	p.Title, p.Trail, p.Content = v.Title, []crumb{{v.Title, ""}}, v
	return p.render("about")
}
