package site

import "khabar/backend/newsroom"

// listView is what the list template shows.
type listView struct {
	Title string
	Tag   bool
	Cards []card
	Pages []pageLink
	Older string // link to the next older page, "" on the oldest
	Newer string
}

// pageLink is a link to one page of a list; Link is "" for the page itself.
type pageLink struct{ Label, Link string }

func (s *Site) listPage(l *list, n int) ([]byte, error) {
	p := s.newPage(l.lang, l.pagePath(n), "list")
	p.Title, p.Current = l.label(), l.path
	p.Description = l.lang.sayWith("site.list.description", "section", l.label(), "name", s.settings.Name)
	if n > 0 {
		p.Title = l.lang.sayWith("site.list.numbered", "section", l.label(), "number", n)
	}
	for _, other := range s.languages {
		if in := other.byTerm[l.term.ID]; in != nil {
			p.addVersion(other, in.path)
		}
	}
	p.Versioned = n == 0
	p.Trail = []crumb{{l.label(), ""}}
	v := listView{Title: p.Title, Tag: l.term.Kind == newsroom.Tag, Cards: p.cards(l.page(n), true)}
	l.link(p, n, &v)
	p.Content = v
	return s.render("list", p)
}

// link fills in the links between the pages of the list: nearby pages, the first and
// the newest.
func (l *list) link(p *page, n int, v *listView) {
	last := l.numbered()
	if last == 0 {
		return
	}
	at := n
	if n == 0 {
		at = last + 1
	}
	for k := last + 1; k >= 1; k-- {
		if k != 1 && k != last+1 && (k < at-2 || k > at+2) {
			continue
		}
		link, label := "", l.lang.say("site.list.newest")
		if k <= last {
			label = l.lang.number(k)
		}
		if k != at {
			link = p.Link(l.pagePath(k % (last + 1)))
		}
		v.Pages = append(v.Pages, pageLink{label, link})
	}
	if at > 1 {
		v.Older = p.Link(l.pagePath(at - 1))
	}
	if at <= last {
		v.Newer = p.Link(l.pagePath((at + 1) % (last + 1)))
	}
}
