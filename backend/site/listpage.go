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

// listing is what a page of a list is made from.
type listing struct {
	Tongue   *language
	Label    *label
	Tag      bool
	Number   int // 0 = the newest
	Last     int // the highest that there is
	Versions []version
	Faces    []*face
}

func (s *Site) listing(l *list, n int) listing {
	in := listing{
		Tongue: l.shelf.language, Label: l.label, Tag: l.term.Kind == newsroom.Tag, Number: n, Last: l.numbered(), Faces: l.page(n),
	}
	for _, other := range s.shelves {
		if there := other.byTerm[l.term.ID]; there != nil {
			in.Versions = append(in.Versions, version{other.language, there.path})
		}
	}
	return in
}

func listPage(f *frame, l listing) ([]byte, error) {
	p := f.newPage(l.Tongue, pagePath(l.Label.Path, l.Number), "list")
	p.Title, p.Current = l.Label.Name, l.Label.Path
	p.Description = l.Tongue.sayWith("site.list.description", "section", l.Label.Name, "name", f.Settings.Name)
	if l.Number > 0 {
		p.Title = l.Tongue.sayWith("site.list.numbered", "section", l.Label.Name, "number", l.Number)
	}
	p.addVersions(l.Versions)
	p.Versioned = l.Number == 0
	p.Trail = []crumb{{l.Label.Name, ""}}
	v := listView{Title: p.Title, Tag: l.Tag, Cards: p.cards(l.Faces, true)}
	l.link(p, &v)
	p.Content = v
	return p.render("list")
}

// link fills in the links between the pages of the list: nearby pages, the first and
// the newest.
func (l listing) link(p *page, v *listView) {
	last, n := l.Last, l.Number
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
		link, label := "", l.Tongue.say("site.list.newest")
		if k <= last {
			label = l.Tongue.number(k)
		}
		if k != at {
			link = p.Link(pagePath(l.Label.Path, k%(last+1)))
		}
		v.Pages = append(v.Pages, pageLink{label, link})
	}
	if at > 1 {
		v.Older = p.Link(pagePath(l.Label.Path, at-1))
	}
	if at <= last {
		v.Newer = p.Link(pagePath(l.Label.Path, (at+1)%(last+1)))
	}
}
