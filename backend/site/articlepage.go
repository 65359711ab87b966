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
	piece
	p        *page
	Headline string
	Summary  string
	Sections []navLink
	Tags     []navLink
	Lead     *figure
	Body     template.HTML
	Share    []shareLink
	Related  []card
}

// articlePage renders the page of an edition.
func articlePage(f *frame, a piece) ([]byte, error) {
	face := a.Face
	p := f.newPage(face.Tongue, face.Path, "article")
	p.addVersions(a.Versions)
	source, err := a.Body.read()
	if err != nil {
		return nil, err
	}
	if p.Description, err = face.excerpt(); err != nil {
		return nil, err
	}
	v := articleView{
		piece: a, p: p, Headline: face.Headline, Summary: strings.TrimSpace(face.Summary),
		Sections: p.labels(face.Sections), Tags: p.labels(a.Tags),
		Lead: p.lead(a), Body: template.HTML(markdown.HTML(source, p.markdown(a.Pictures))),
		Related: p.cards(a.Related, false),
	}
	p.Title, p.Published, p.Modified = v.Headline, face.Published, face.Modified
	p.Versioned, p.Default, p.Image = true, a.Default, face.Lead
	if len(face.Sections) > 0 {
		p.Trail = append(p.Trail, crumb{face.Sections[0].Name, face.Sections[0].Path})
	}
	p.Trail = append(p.Trail, crumb{v.Headline, ""})
	v.Share = p.share(v.Headline)
	if p.Structured, err = p.structured(&a); err != nil {
		return nil, err
	}
	p.Content = v
	return p.render("article")
}

// lead returns the lead picture with its words in the article's language.
func (p *page) lead(a piece) *figure {
	if a.Face.Lead == nil {
		return nil
	}
	f := p.figure(*a.Face.Lead)
	f.Alt, f.Caption, f.Credit = a.Face.Alt, a.Caption, a.Credit
	return f
}

// markdown returns how a body with these pictures is rendered on p.
func (p *page) markdown(pictures map[string]picture) markdown.Options {
	return markdown.Options{
		IDPrefix:  "body-",
		Number:    func(n int) string { return locale.Number(p.lang.Code, n) },
		NoteLabel: p.T("site.notes"),
		BackLabel: p.T("site.notes.back"),
		Picture: func(ref string) (markdown.Picture, bool) {
			pic, ok := pictures[hashOf(ref)]
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
	return v.credit("site.article.byline", v.Face.Byline)
}

// Translator returns "Translated by …", "" where nobody is named.
func (v articleView) Translator() string {
	return v.credit("site.article.translator", v.piece.Translator)
}

func (v articleView) credit(key, name string) string {
	if name = strings.TrimSpace(name); name == "" {
		return ""
	}
	return v.p.lang.sayWith(key, "name", name)
}

// ReadingTime returns "4 min read", "" where the length is not known.
func (v articleView) ReadingTime() string {
	if v.Words <= 0 {
		return ""
	}
	return v.p.lang.sayWith("site.article.minutes", "count", (v.Words+wordsPerMinute-1)/wordsPerMinute)
}

func (v articleView) Path() string        { return v.Face.Path }
func (v articleView) Lang() string        { return v.p.Lang() }
func (v articleView) T(key string) string { return v.p.T(key) }

// Place returns where the story happened, as it is spelt in the page's language. One that the
// newsroom has no spelling for is shown only to readers of its script.
func (v articleView) Place() string {
	script := unicode.Latin
	switch {
	case v.p.lang.Code.RightToLeft():
		script = unicode.Arabic
	case v.p.lang.Code == newsroom.Russian || v.p.lang.Code == newsroom.Tajik:
		script = unicode.Cyrillic
	}
	if !strings.ContainsFunc(v.Where, func(r rune) bool { return unicode.Is(script, r) }) {
		return ""
	}
	return v.Where
}

// SignOff returns the agency's name, which closes the article with the date.
func (v articleView) SignOff() string {
	if agency := v.p.frame.Settings.Agency; agency != "" {
		return agency
	}
	return v.p.frame.Settings.Name
}

func (v articleView) ShortDate() string { return v.p.lang.shortDate(v.Face.Published) }

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

// withdrawnPage renders the notice that stands where a withdrawn edition stood.
func withdrawnPage(f *frame, a retreat) ([]byte, error) {
	p := f.newPage(a.Tongue, a.Path, "withdrawn")
	p.addVersions(a.Versions)
	p.NoIndex, p.Title = true, p.T("site.withdrawn.title")
	p.Trail = []crumb{{p.Title, ""}}
	p.Content = withdrawnView{Notice: a.Notice, Changed: a.Changed, Related: p.cards(a.Newest, false)}
	return p.render("withdrawn")
}
