package site

import (
	"hash/fnv"
	"math"
	"slices"
	"unicode/utf8"

	"khabar/backend/locale"
	"khabar/backend/newsroom"
)

// shortestWord is how many letters a word has that can say what a text is about.
const shortestWord = 3

// Gist is what a text is about, as far as its headline and its summary say: the hashes of
// their folded words, in order, each once. Two words of one hash would do no more than
// bring an article into a list where it does not belong.
type Gist []uint32

// GistOf returns the gist of a text. It costs some microseconds, so whoever makes the site
// again and again keeps it.
func GistOf(t newsroom.Text) Gist {
	var all Gist
	for token := range locale.Tokens(t.Headline + "\n" + t.Summary) {
		if utf8.RuneCountInString(token.Key) < shortestWord {
			continue
		}
		h := fnv.New32a()
		h.Write([]byte(token.Key))
		all = append(all, h.Sum32())
	}
	slices.Sort(all)
	return slices.Clip(slices.Compact(all))
}

// wordPlaces returns, for every word of a gist in the language, where it stands: the hash
// in the upper half, the place of the article in the lower one, in order. It is made when
// the first list of related articles is asked for: 20,000 articles take some 50 ms.
func (l *shelf) wordPlaces() []uint64 {
	l.indexed.Do(func() {
		for _, a := range l.articles {
			for _, word := range a.Gist {
				l.places = append(l.places, uint64(word)<<32|uint64(a.place))
			}
		}
		slices.Sort(l.places)
	})
	return l.places
}

// saying returns the articles that have a word, oldest first, with the one at place here as
// the at-th of them.
func (l *shelf) saying(word uint32, here int) (articles []uint64, at int) {
	all := l.wordPlaces()
	from, _ := slices.BinarySearch(all, uint64(word)<<32)
	to, _ := slices.BinarySearch(all, uint64(word)<<32|math.MaxUint32)
	at, _ = slices.BinarySearch(all[from:to], uint64(word)<<32|uint64(here))
	return all[from:to], at
}
