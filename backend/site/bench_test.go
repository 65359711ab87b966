package site_test

import (
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
