package site

import (
	"html/template"
	"strings"
	"time"
	"unicode"

	"khabar/backend/locale"
	"khabar/backend/markdown"
	"khabar/backend/newsroom"
)

// wordsPerMinute is the reading speed behind the reading time: the middle of what
// studies of silent reading report across languages.
const wordsPerMinute = 200

// articleView is what the article template shows.
type articleView struct {
	a          *article
	p          *page
	Headline   string
	Summary    string
	Sections   []navLink
	Tags       []navLink
	Lead       *figure
	Body       template.HTML
	Share      []shareLink
	Related    []card
	Correction string
	Corrected  time.Time
}

// articlePage renders the page of an edition: the article, or the notice that it was
// withdrawn.
func (s *Site) articlePage(a *article) ([]byte, error) {
	p := s.newPage(a.lang, a.path, "article")
	for _, v := range a.versions {
		p.addVersion(v.lang, v.path)
	}
	if a.state == newsroom.Withdrawn {
		return s.withdrawnPage(p, a)
	}
	source, err := a.body()
	if err != nil {
		return nil, err
	}
	if p.Description, err = a.excerpt(); err != nil {
		return nil, err
	}
	v := articleView{
		a: a, p: p, Headline: a.headline(), Summary: strings.TrimSpace(a.Text.Summary),
		Sections: p.labels(a.sections), Tags: p.labels(a.tags),
		Lead: p.lead(a), Body: template.HTML(markdown.HTML(source, p.markdown())),
		Related: p.cards(a.related(), false),
	}
	if a.state == newsroom.Corrected {
		v.Correction, v.Corrected = strings.TrimSpace(a.Live.Notice), a.Live.Changed
	}
	p.Title, p.Published, p.Modified = v.Headline, a.Live.Published, a.modified()
	p.Versioned, p.Default = true, a.source().path
	if pic, ok := s.picture(a.story.Lead.Hash); ok {
		p.Image = &pic
	}
	if len(a.sections) > 0 {
		p.Trail = append(p.Trail, crumb{a.sections[0].label(), a.sections[0].path})
	}
	p.Trail = append(p.Trail, crumb{v.Headline, ""})
	v.Share = p.share(v.Headline)
	if p.Structured, err = p.structured(a); err != nil {
		return nil, err
	}
	p.Content = v
	return s.render("article", p)
}

// lead returns the lead picture with its words in the article's language.
func (p *page) lead(a *article) *figure {
	lead := a.story.Lead
	pic, ok := p.site.picture(lead.Hash)
	if !ok {
		return nil
	}
	f := p.figure(pic)
	f.Alt, f.Caption, f.Credit = strings.TrimSpace(lead.Alt[a.Lang]), strings.TrimSpace(lead.Caption[a.Lang]), strings.TrimSpace(p.site.spell(a.Lang, lead.Credit))
	return f
}

// markdown returns how bodies are rendered on p.
func (p *page) markdown() markdown.Options {
	return markdown.Options{
		IDPrefix:  "body-",
		Number:    func(n int) string { return locale.Number(p.lang.code, n) },
		NoteLabel: p.T("site.notes"),
		BackLabel: p.T("site.notes.back"),
		Picture: func(ref string) (markdown.Picture, bool) {
			pic, ok := p.site.picture(hashOf(ref))
			if !ok {
				return markdown.Picture{}, false
			}
			f := p.figure(pic)
			return markdown.Picture{Src: f.Src, Srcset: f.Srcset, Width: f.Width, Height: f.Height}, true
		},
		VideoLabel: func(service string) string {
			if service == "" {
				return p.T("site.video.watch")
			}
			return p.lang.sayWith("site.video.watchOn", "service", service)
		},
	}
}

// Byline returns "By …", "" where nobody is named.
func (v articleView) Byline() string {
	return v.credit("site.article.byline", v.a.Text.Byline)
}

// Translator returns "Translated by …", "" where nobody is named.
func (v articleView) Translator() string {
	return v.credit("site.article.translator", v.a.Text.Translator)
}

func (v articleView) credit(key, name string) string {
	if name = strings.TrimSpace(name); name == "" {
		return ""
	}
	return v.p.lang.sayWith(key, "name", name)
}

// ReadingTime returns "4 min read", "" where the length is not known.
func (v articleView) ReadingTime() string {
	if v.a.Words <= 0 {
		return ""
	}
	return v.p.lang.sayWith("site.article.minutes", "count", (v.a.Words+wordsPerMinute-1)/wordsPerMinute)
}

func (v articleView) Path() string        { return v.a.path }
func (v articleView) Lang() string        { return v.p.Lang() }
func (v articleView) T(key string) string { return v.p.T(key) }

// Place returns where the story happened, as it is spelt in the page's language. One that the
// newsroom has no spelling for is shown only to readers of its script.
func (v articleView) Place() string {
	script := unicode.Latin
	switch {
	case v.a.Lang.RightToLeft():
		script = unicode.Arabic
	case v.a.Lang == newsroom.Russian || v.a.Lang == newsroom.Tajik:
		script = unicode.Cyrillic
	}
	if !strings.ContainsFunc(v.a.where, func(r rune) bool { return unicode.Is(script, r) }) {
		return ""
	}
	return v.a.where
}

// SignOff returns the agency's name, which closes the article with the date.
func (v articleView) SignOff() string {
	if agency := v.p.site.settings.Agency; agency != "" {
		return agency
	}
	return v.p.site.settings.Name
}

func (v articleView) ShortDate() string { return v.p.lang.shortDate(v.a.Live.Published) }

// Updated reports whether the text changed on a later day than it was published.
func (v articleView) Updated() bool {
	return v.p.Date(v.p.Modified) != v.p.Date(v.p.Published)
}

// withdrawnView is what the withdrawal template shows. The headline is not repeated:
// it may be what had to be withdrawn.
type withdrawnView struct {
	Notice  string
	Changed time.Time
	Related []card
}

func (s *Site) withdrawnPage(p *page, a *article) ([]byte, error) {
	p.Kind, p.NoIndex, p.Title = "withdrawn", true, p.T("site.withdrawn.title")
	p.Trail = []crumb{{p.Title, ""}}
	p.Content = withdrawnView{
		Notice: strings.TrimSpace(a.Live.Notice), Changed: a.modified(), Related: p.cards(a.lang.newest(relatedCount), false),
	}
	return s.render("withdrawn", p)
}
