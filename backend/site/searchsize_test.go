package site_test

import (
	"bytes"
	"compress/gzip"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"khabar/backend/newsroom"
)

// Among 5,000 articles, what a reader loads before the first result of the dearest word stays
// far below what a poor line can carry: all files of a word and the newest months.
func TestSearchLoadsLittle(t *testing.T) {
	const articles, limit = 5_000, 200_000
	room := many(3 * articles)
	room.Settings.Languages = []newsroom.Lang{newsroom.English} // of the three that stories have
	rnd := rand.New(rand.NewPCG(1, 2))
	for i := range room.Stories {
		e := &room.Stories[i].Editions[0]
		words := make([]string, 10)
		for n := range words {
			words[n] = spelt(uint64(math.Pow(30_000, rnd.Float64()))) // by Zipf's law
		}
		e.Text.Headline = strings.Join(words, " ")
	}
	s := open(t, room)
	words, month := 0, 0
	for _, p := range s.Paths() {
		if !strings.Contains(p, "/search/") {
			continue
		}
		size := compressed(t, []byte(file(t, s, p)))
		if strings.Contains(p, "/search/w") {
			words = max(words, size)
		} else {
			month = max(month, size)
		}
	}
	t.Logf("the largest file of words %d bytes, the largest month %d", words, month)
	if words+month > limit || words == 0 || month == 0 {
		t.Errorf("%d and %d bytes are loaded before the first result, more than %d", words, month, limit)
	}
}

// spelt returns a word for a number. As in a language, some letters begin many more words
// than others: the square of an even draw.
func spelt(number uint64) string {
	rnd := rand.New(rand.NewPCG(number, 3))
	word := make([]byte, 3+rnd.IntN(7))
	for i := range word {
		at := rnd.Float64()
		word[i] = 'a' + byte(at*at*26)
	}
	return string(word)
}

func compressed(t *testing.T, content []byte) int {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write(content); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Len()
}
