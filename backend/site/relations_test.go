package site_test

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"khabar/backend/newsroom"
	"khabar/backend/site"
)

// What is remembered of related articles is what would be chosen anew, whatever changed.
func TestRecalledIsChosenAnew(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		room := many(60)
		words := rapid.SliceOfNDistinct(rapid.Uint32Range(1, 30), 0, 4, rapid.ID)
		for i := range room.Stories {
			room.Stories[i].Tags = nil
			for k := range room.Stories[i].Editions {
				gist := words.Draw(t, "gist")
				slices.Sort(gist)
				room.Stories[i].Editions[k].Gist = gist
			}
		}
		var remembered site.Relations
		for range 4 {
			s := open(t, room)
			s.Recall(&remembered)
			anew := open(t, room)
			for _, p := range s.Paths() {
				if s.Fingerprint(p) != anew.Fingerprint(p) {
					t.Fatalf("%s is made from something else than anew", p)
				}
			}
			room.Stories = slices.Clone(room.Stories)
			story := &room.Stories[rapid.IntRange(0, len(room.Stories)-1).Draw(t, "story")]
			story.Editions = slices.Clone(story.Editions)
			e := &story.Editions[rapid.IntRange(0, len(story.Editions)-1).Draw(t, "edition")]
			switch rapid.IntRange(0, 3).Draw(t, "change") {
			case 0:
				gist := words.Draw(t, "gist")
				slices.Sort(gist)
				e.Gist = gist
			case 1:
				story.Tags = []newsroom.TermID{rapid.SampledFrom([]newsroom.TermID{"trade", "kazakhstan"}).Draw(t, "tag")}
			case 2:
				e.Live.Published = now.AddDate(0, 0, -rapid.IntRange(1, 9).Draw(t, "days"))
			case 3:
				e.Text.Headline = fmt.Sprint("Headline ", rapid.IntRange(1, 9).Draw(t, "headline"))
			}
		}
	})
}
