package site

import (
	"html/template"
	"path"
	"strings"

	"khabar/backend/newsroom"
)

// fragment names a part of a page that other pages have as well. Links are relative,
// so a part is the same only within a folder. Rendering each once takes a third off
// the time for a whole site.
type fragment struct {
	template string
	lang     newsroom.Lang
	dir      string
	current  string // of mastheads: the entry of the navigation that the page is
	face     *face  // of cards
	level    int
	excerpt  bool
}

// shared returns a part of the frame.
func (p *page) shared(name, current string) (template.HTML, error) {
	return p.frame.fragment(fragment{template: name, lang: p.lang.Code, dir: path.Dir(p.Path), current: current}, p)
}

// Card returns the card with picture and excerpt.
func (c card) Card() (template.HTML, error) { return c.fragment("card") }

// Line returns the card as headline and date.
func (c card) Line() (template.HTML, error) { return c.fragment("line") }

func (c card) fragment(name string) (template.HTML, error) {
	return c.p.frame.fragment(fragment{
		template: name, lang: c.p.lang.Code, dir: path.Dir(c.p.Path), face: c.face, level: c.Level, excerpt: c.Excerpt != "",
	}, c)
}

// fragment renders f with data, or returns what was rendered before.
func (s *frame) fragment(f fragment, data any) (template.HTML, error) {
	if made, ok := s.fragments.Load(f); ok {
		return made.(template.HTML), nil
	}
	var b strings.Builder
	if err := templates.ExecuteTemplate(&b, f.template, data); err != nil {
		return "", err
	}
	made := template.HTML(b.String())
	s.fragments.Store(f, made)
	return made, nil
}
