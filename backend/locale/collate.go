package locale

import (
	"bytes"
	"sync"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"khabar/backend/newsroom"
)

// SortKey returns bytes whose order under bytes.Compare is that of the alphabet of l.
// Texts that the alphabet does not tell apart, by an invisible character for instance,
// are ordered by their bytes: equal keys mean equal texts. A key is for one language, is three to four times as long as
// the text, and may change with a version of Khabar, so an index of keys has to be
// rebuildable.
func SortKey(l newsroom.Lang, s string) []byte {
	var key []byte
	if a, ok := alphabets()[l]; ok {
		key = a.key(s)
	} else {
		key = collationKey(l, s)
	}
	key = append(key, 0)
	return append(key, s...)
}

// Compare returns a comparison of two texts by the alphabet of l, for slices.SortFunc.
// It makes the keys anew each time: to sort more than some hundred texts, or the same
// ones again, keep their SortKey. It is safe for concurrent use.
func Compare(l newsroom.Lang) func(a, b string) int {
	return func(a, b string) int { return bytes.Compare(SortKey(l, a), SortKey(l, b)) }
}

// collators keeps collators that are not in use, by language: they have buffers and
// serve one caller at a time.
var collators sync.Map // newsroom.Lang → *sync.Pool of *collate.Collator

func collationKey(l newsroom.Lang, s string) []byte {
	pool, ok := collators.Load(l)
	if !ok {
		pool, _ = collators.LoadOrStore(l, &sync.Pool{New: func() any {
			return collate.New(language.Make(string(l)))
		}})
	}
	c := pool.(*sync.Pool).Get().(*collate.Collator)
	defer pool.(*sync.Pool).Put(c)
	return bytes.Clone(c.KeyFromString(new(collate.Buffer), s))
}
