package site_test

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"khabar/backend/locale"
	"khabar/backend/site"
)

// BenchmarkNew measures how long it takes to work out a site of 10,000 editions.
func BenchmarkNew(b *testing.B) {
	room := many(10_000)
	words, err := locale.Load()
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := site.New(room, words, store, fonts, now); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkPage measures the pages of a site of 10,000 editions, one at a time.
func BenchmarkPage(b *testing.B) {
	s := open(b, many(10_000))
	for name, path := range map[string]string{
		"article": "en/story-6000.html", "home": "en/index.html", "section": "fa/section/جهان.html", "feed": "en/feed.xml",
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if _, err := s.File(path); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkBuild measures a whole site, from the newsroom to no folder at all.
func BenchmarkBuild(b *testing.B) {
	for name, n := range map[string]int{"1000": 1_000, "10000": 10_000} {
		room := many(n)
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				s := open(b, room)
				for _, p := range s.Paths() {
					if _, err := s.File(p); err != nil {
						b.Fatal(err)
					}
				}
			}
		})
	}
}

// BenchmarkRelated measures the first article page of a new site of 20,000 editions in three
// languages, with the index of words that it makes, and the pages after it.
func BenchmarkRelated(b *testing.B) {
	const editions = 20_000
	rnd := rand.New(rand.NewPCG(1, 2))
	room := many(editions)
	for i := range room.Stories {
		e := &room.Stories[i].Editions[0]
		e.Gist = make(site.Gist, 25)
		for n := range e.Gist {
			e.Gist[n] = uint32(math.Pow(30_000, rnd.Float64()))
		}
		slices.Sort(e.Gist)
		e.Gist = slices.Compact(e.Gist)
	}
	b.Run("first", func(b *testing.B) {
		for b.Loop() {
			b.StopTimer()
			s := open(b, room)
			b.StartTimer()
			file(b, s, "en/story-6000.html")
		}
	})
	s := open(b, room)
	b.Run("next", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			file(b, s, s.EditionPath(room.Stories[i*7919%len(room.Stories)].Editions[0].ID))
		}
	})
}
