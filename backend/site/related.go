package site

import (
	"cmp"
	"math/bits"
	"slices"
	"sync"
)

const (
	relatedCount = 5  // articles in a related list
	relatedReach = 24 // neighbours on either side that each shared term or word is asked for
	tellingShare = 16 // a word that more than one article in so many has says nothing of them
)

// related returns up to five articles of the same language that belong with a, the
// best first.
//
// Every list of a section or tag is an inverted index, in order of time. Each term of
// a offers its articles nearest in time, and an offered article scores by what it
// shares: a tag counts by its rarity (the binary logarithm of how many articles there
// are for each one under it), a section and a word of headline or summary that few
// articles have a third of that. Three telling words in common thus weigh what one tag
// of the same rarity does, and of many articles under one tag those come first whose
// words are near. Equal scores are ordered by nearness in time to a, then by age. Where
// terms and words offer too few, the nearest articles of the language fill up.
//
// Nearness, not newness, decides so that a new article changes the lists of a few
// neighbours and not of the whole archive; the reach bounds the work for an article
// under a term that half of the archive shares.
// The places of the articles are returned, in their language.
func (a *article) related() []int32 {
	t := tallies.Get().(*tally)
	defer tallies.Put(t)
	t.clear(len(a.shelf.articles))
	for _, l := range a.tags {
		l.offer(a, t, 3)
	}
	for _, l := range a.sections {
		l.offer(a, t, 1)
	}
	for _, word := range a.Gist {
		a.offerWord(word, t)
	}
	if len(t.touched) <= relatedCount { // a itself is among them
		for _, near := range neighbours(a.shelf.articles, a.place, relatedCount) {
			t.add(near.place, 0)
		}
	}
	return t.best(a)
}

// tally holds the scores of articles by their places.
type tally struct {
	scores  []int32 // one more than the score; 0 = was not offered
	touched []int32 // places of those offered
}

var tallies = sync.Pool{New: func() any { return new(tally) }}

// clear makes t empty, with room for articles at n places.
func (t *tally) clear(n int) {
	for _, place := range t.touched {
		t.scores[place] = 0
	}
	t.touched = t.touched[:0]
	if len(t.scores) < n {
		t.scores = make([]int32, n)
	}
}

func (t *tally) add(place, score int) {
	if t.scores[place] == 0 {
		t.scores[place] = 1
		t.touched = append(t.touched, int32(place))
	}
	t.scores[place] += int32(score)
}

// best returns the places of the best of those offered to a.
func (t *tally) best(a *article) []int32 {
	found := make([]offered, 0, relatedCount+1)
	for _, place := range t.touched {
		score := t.scores[place]
		if int(place) == a.place || len(found) == relatedCount && score < found[relatedCount-1].score {
			continue
		}
		o := offered{place, score, a.distance(a.shelf.articles[place])}
		at, _ := slices.BinarySearchFunc(found, o, offered.compare)
		found = slices.Insert(found, at, o)[:min(relatedCount, len(found)+1)]
	}
	places := make([]int32, 0, len(found))
	for _, o := range found {
		places = append(places, o.place)
	}
	return places
}

// offered is a candidate for the related articles of another.
type offered struct {
	place    int32
	score    int32
	distance int64
}

// compare puts the better one first.
func (o offered) compare(p offered) int {
	return cmp.Or(cmp.Compare(p.score, o.score), cmp.Compare(o.distance, p.distance), cmp.Compare(o.place, p.place))
}

// offer adds weight times the rarity of l to the score of its articles near a.
func (l *list) offer(a *article, t *tally, weight int) {
	rarity := bits.Len(uint(len(a.shelf.articles) / len(l.articles)))
	at, _ := slices.BinarySearchFunc(l.articles, a, func(x, y *article) int { return cmp.Compare(x.place, y.place) })
	for _, near := range neighbours(l.articles, at, relatedReach) {
		t.add(near.place, weight*rarity)
	}
}

// offerWord adds the rarity of a word to the score of the articles near a that have it.
func (a *article) offerWord(word uint32, t *tally) {
	having, at := a.shelf.saying(word, a.place)
	if len(having) < 2 || len(having) > max(2, len(a.shelf.articles)/tellingShare) {
		return
	}
	rarity := bits.Len(uint(len(a.shelf.articles) / len(having)))
	for _, near := range neighbours(having, at, relatedReach) {
		t.add(int(uint32(near)), rarity)
	}
}

// neighbours returns the articles at most reach places from at, itself among them.
func neighbours[T any](articles []T, at, reach int) []T {
	return articles[max(0, at-reach):min(len(articles), at+reach+1)]
}

// distance returns how far apart in time two articles were published.
func (a *article) distance(b *article) int64 {
	return int64(a.Live.Published.Sub(b.Live.Published).Abs())
}
