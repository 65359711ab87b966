package site

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"khabar/backend/newsroom"
)

// pageSize is how many articles a numbered page of a list holds.
const pageSize = 20

// list is a section or a tag in one language, with the articles under it.
//
// Pages are numbered from the oldest. Page n holds articles n*20-19 to n*20 counted
// from the first ever, so a new article changes one page and moves none. The page
// without a number holds the rest, 20 to 39 of them: the newest page is never thin.
type list struct {
	term     *newsroom.Term
	label    *label
	shelf    *shelf
	path     string     // of the newest page
	articles []*article // oldest first
}

// numbered returns how many pages with a number there are.
func (l *list) numbered() int { return numberedOf(len(l.articles)) }

func numberedOf(articles int) int { return max(0, articles/pageSize-1) }

// pagePath returns the path of page n; 0 is the newest.
func (l *list) pagePath(n int) string { return pagePath(l.path, n) }

func pagePath(newest string, n int) string {
	if n == 0 {
		return newest
	}
	return strings.TrimSuffix(newest, ".html") + "/" + strconv.Itoa(n) + ".html"
}

// page returns the articles of page n, newest first.
func (l *list) page(n int) []*face {
	from, to := l.numbered()*pageSize, len(l.articles)
	if n > 0 {
		from, to = (n-1)*pageSize, n*pageSize
	}
	return facesOf(l.articles[from:to])
}

// addLists gives the sections a page in every language, and the tags one in the
// languages in which something stands under them.
func (s *Site) addLists(n Newsroom) {
	s.sections = inOrder(n.Sections)
	for i := range s.sections {
		if s.sections[i].Standing == newsroom.AsPage {
			continue
		}
		for _, l := range s.shelves {
			l.sections = append(l.sections, s.addList(l, &s.sections[i]))
		}
	}
	used := s.usedTags()
	tags := inOrder(n.Tags)
	for i := range tags {
		for _, l := range s.shelves {
			if used[l][tags[i].ID] {
				l.tags = append(l.tags, s.addList(l, &tags[i]))
			}
		}
	}
	for _, a := range s.articles {
		a.sections = a.shelf.put(a, a.story.Sections)
		a.tags = a.shelf.put(a, a.story.Tags)
	}
	for _, l := range s.shelves {
		l.Nav = l.nav(s.sections)
		for _, list := range slices.Concat(l.sections, l.tags) {
			s.addListPages(list)
		}
	}
}

func (s *Site) addList(l *shelf, t *newsroom.Term) *list {
	dir := string(l.Code) + "/tag/"
	if t.Kind == newsroom.Section {
		dir = string(l.Code) + "/section/"
	}
	name := cmp.Or(fileName(t.Slug(l.Code)), fileName(string(t.ID)))
	made := &list{term: t, shelf: l, path: s.taken.take(dir, name, ".html")}
	made.label = &label{t.ID, t.Label(l.Code), made.path}
	l.byTerm[t.ID] = made
	return made
}

func (s *Site) addListPages(l *list) {
	for n := 0; n <= l.numbered(); n++ {
		s.files[l.pagePath(n)] = made[listing]{func() (listing, error) { return s.listing(l, n), nil }, listPage}
	}
}

// put files a under the terms that have a list, and returns those lists. A withdrawn
// article is under none.
func (l *shelf) put(a *article, terms []newsroom.TermID) []*list {
	if !a.state.Shown() {
		return nil
	}
	lists := make([]*list, 0, len(terms))
	for _, id := range terms {
		if under := l.byTerm[id]; under != nil && !slices.Contains(lists, under) {
			lists = append(lists, under)
			under.articles = append(under.articles, a)
		}
	}
	return lists
}

func (s *Site) usedTags() map[*shelf]map[newsroom.TermID]bool {
	used := map[*shelf]map[newsroom.TermID]bool{}
	for _, l := range s.shelves {
		used[l] = map[newsroom.TermID]bool{}
	}
	for _, a := range s.articles {
		if a.state.Shown() {
			for _, id := range a.story.Tags {
				used[a.shelf][id] = true
			}
		}
	}
	return used
}

// inOrder returns the terms that are in use, in the order of the navigation.
func inOrder(terms []newsroom.Term) []newsroom.Term {
	kept := slices.DeleteFunc(slices.Clone(terms), func(t newsroom.Term) bool { return t.Removed })
	slices.SortStableFunc(kept, func(a, b newsroom.Term) int {
		return cmp.Or(cmp.Compare(a.Order, b.Order), cmp.Compare(a.ID, b.ID))
	})
	return kept
}
