package site

import (
	"cmp"
	"math/bits"
	"slices"
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
func (a *article) related() []*article {
	scores := map[*article]int{}
	for _, l := range a.tags {
		l.offer(a, scores, 3)
	}
	for _, l := range a.sections {
		l.offer(a, scores, 1)
	}
	for _, word := range a.Gist {
		a.offerWord(word, scores)
	}
	if len(scores) <= relatedCount { // a itself is among them
		for _, near := range neighbours(a.lang.articles, a.place, relatedCount) {
			scores[near] += 0
		}
	}
	delete(scores, a)
	offers := make([]offered, 0, len(scores))
	for other, score := range scores {
		offers = append(offers, offered{other, score, a.distance(other)})
	}
	slices.SortFunc(offers, func(x, y offered) int {
		return cmp.Or(cmp.Compare(y.score, x.score), cmp.Compare(x.distance, y.distance), cmp.Compare(x.place, y.place))
	})
	var found []*article
	for _, o := range offers[:min(relatedCount, len(offers))] {
		found = append(found, o.article)
	}
	return found
}

// offered is a candidate for the related articles of another.
type offered struct {
	*article
	score    int
	distance int64
}

// offer adds weight times the rarity of l to the score of its articles near a.
func (l *list) offer(a *article, scores map[*article]int, weight int) {
	rarity := bits.Len(uint(len(a.lang.articles) / len(l.articles)))
	at, _ := slices.BinarySearchFunc(l.articles, a, func(x, y *article) int { return cmp.Compare(x.place, y.place) })
	for _, near := range neighbours(l.articles, at, relatedReach) {
		scores[near] += weight * rarity
	}
}

// offerWord adds the rarity of a word to the score of the articles near a that have it.
func (a *article) offerWord(word uint32, scores map[*article]int) {
	having, at := a.lang.saying(word, a.place)
	if len(having) < 2 || len(having) > max(2, len(a.lang.articles)/tellingShare) {
		return
	}
	rarity := bits.Len(uint(len(a.lang.articles) / len(having)))
	for _, near := range neighbours(having, at, relatedReach) {
		scores[a.lang.articles[uint32(near)]] += rarity
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
