package site

import (
	"encoding/binary"
	"slices"
	"sync"
	"sync/atomic"

	"khabar/backend/newsroom"
)

// Relations remembers which articles go with which, from one site to the next: to choose
// them is most of the work of finding out what a large site's pages are made from. What is
// remembered of a language holds as long as nothing that the choice looks at has changed in
// it, and is thrown away otherwise. It is safe for concurrent use; the zero value is empty.
type Relations struct {
	mu    sync.Mutex
	known map[newsroom.Lang]*chosen
}

// chosen is what was chosen in one language: for each article, in their order, the places of
// those that go with it.
type chosen struct {
	from seal
	of   []atomic.Pointer[[]int32]
}

// Recall makes s use, and add to, what r remembers.
func (s *Site) Recall(r *Relations) { s.relations = r }

// of returns the articles that go with a.
func (r *Relations) of(a *article) []*face {
	known := &r.in(a.shelf).of[a.place]
	places := known.Load()
	if places == nil {
		found := a.related()
		places = &found
		known.Store(places)
	}
	faces := make([]*face, 0, len(*places))
	for _, place := range *places {
		faces = append(faces, a.shelf.articles[place].face())
	}
	return faces
}

func (r *Relations) in(l *shelf) *chosen {
	from := l.kinship()
	r.mu.Lock()
	defer r.mu.Unlock()
	if c := r.known[l.Code]; c != nil && c.from == from {
		return c
	}
	if r.known == nil {
		r.known = map[newsroom.Lang]*chosen{}
	}
	c := &chosen{from, make([]atomic.Pointer[[]int32], len(l.articles))}
	r.known[l.Code] = c
	return c
}

// kinship returns the seal of all that the choice of related articles looks at.
func (l *shelf) kinship() seal {
	l.akin.Do(func() {
		var s sealer
		lists := map[*list]uint64{}
		for i, list := range slices.Concat(l.sections, l.tags) {
			lists[list] = uint64(i)
		}
		for _, a := range l.articles {
			s.number(uint64(a.Live.Published.Unix()))
			s.number(uint64(a.Live.Published.Nanosecond()))
			s.number(uint64(len(a.Gist)))
			for _, word := range a.Gist {
				s.buf = binary.LittleEndian.AppendUint32(s.buf, word)
			}
			s.number(uint64(len(a.sections)))
			s.number(uint64(len(a.tags)))
			for _, list := range a.sections {
				s.number(lists[list])
			}
			for _, list := range a.tags {
				s.number(lists[list])
			}
		}
		l.kin = s.made()
	})
	return l.kin
}
