package site

import "strings"

// searching is what the search page of a language is made from: without a script it leads to
// the sections.
type searching struct {
	Tongue   *language
	Sections []*label
}

// searchView is what the search template shows.
type searchView struct {
	Program  string // link to the script that searches
	Index    string // folder of the index
	Sections []navLink
}

func (s *Site) searching(l *shelf) searching {
	return searching{l.language, labelsOver(l.sections)}
}

func searchPage(f *frame, in searching) ([]byte, error) {
	p := f.newPage(in.Tongue, in.Tongue.Search, "search")
	p.Title, p.NoIndex, p.Versioned = p.T("site.search.title"), true, true
	for _, other := range f.languages {
		p.versions[other] = other.Search
	}
	p.Trail = []crumb{{p.Title, ""}}
	p.Content = searchView{p.Link(f.Finder), strings.TrimSuffix(p.Link(in.Tongue.indexPath("")), ".js"), p.labels(in.Sections)}
	return p.render("search")
}
