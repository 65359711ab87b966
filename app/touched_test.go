package app

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"khabar/backend/newsroom"
	"khabar/backend/site"
)

// stocked is a newsstand with n editions in four languages.
func stocked(t testing.TB, n int) *newsstand {
	stand := newNewsstand(t, t.TempDir())
	stand.Settings.Languages = newsstandLangs
	for i := range 100 {
		stand.Tags = append(stand.Tags, newsroom.Term{ID: newsroom.TermID(fmt.Sprint("t", 5+i)), Kind: newsroom.Tag})
	}
	rnd := rand.New(rand.NewPCG(3, 4))
	for len(stand.Stories)*len(newsstandLangs) < n {
		stand.another(rnd)
	}
	return stand
}

// another adds a story in four languages.
func (n *newsstand) another(rnd *rand.Rand) {
	n.now = n.now.Add(time.Hour)
	n.Stories = slices.Clone(n.Stories) // a site holds on to what it was made from
	s := n.addStory(0, "", "", newsroom.TermID(fmt.Sprint("s", rnd.IntN(2))),
		newsroom.TermID(fmt.Sprint("t", rnd.IntN(105))), newsroom.TermID(fmt.Sprint("t", rnd.IntN(20))))
	for _, l := range newsstandLangs {
		n.addEdition(s, l, prose(rnd, l, 8), prose(rnd, l, 40))
	}
}

// edit gives one edition another text.
func (n *newsstand) edit(rnd *rand.Rand) {
	n.Stories = slices.Clone(n.Stories)
	story := &n.Stories[rnd.IntN(len(n.Stories))]
	story.Editions = slices.Clone(story.Editions)
	e := &story.Editions[rnd.IntN(len(story.Editions))]
	n.write(e, prose(rnd, e.Lang, 8), "", prose(rnd, e.Lang, 40))
}

// touched makes edits and new articles, and returns how many files each wrote anew or
// removed, in the mean.
func (n *newsstand) touched(t testing.TB, times int) (edit, article float64) {
	rnd := rand.New(rand.NewPCG(5, 6))
	remembered := func() *site.Site {
		s := n.site(t)
		s.Recall(&n.relations)
		return s
	}
	before := remembered()
	step := func(change func(*rand.Rand)) float64 {
		change(rnd)
		after := remembered()
		defer func() { before = after }()
		return float64(differing(t, before, after))
	}
	for range times {
		edit += step(n.edit)
		article += step(n.another)
	}
	return edit / float64(times), article / float64(times)
}

// differing counts the files that are in one of two sites only, or hold other bytes.
func differing(t testing.TB, before, after *site.Site) (count int) {
	was, is := before.Paths(), after.Paths()
	prints := map[string]string{} // first, since two sites would take what is remembered from each other in turn
	for _, p := range was {
		prints[p] = before.Fingerprint(p)
	}
	for _, p := range was {
		if _, still := slices.BinarySearch(is, p); !still {
			count++
		}
	}
	for _, p := range is {
		if prints[p] == after.Fingerprint(p) {
			continue
		}
		old, _ := before.File(p) // a file that was not there differs
		content, err := after.File(p)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(old, content) {
			count++
		}
	}
	return count
}

// An edit, and a new article, touch as many files in a large archive as in a small one.
func TestFilesTouchedDoNotGrow(t *testing.T) {
	edit, article := stocked(t, 500).touched(t, 8)
	edits, articles := stocked(t, 5_000).touched(t, 8)
	t.Logf("of 500 editions, an edit touches %.1f files and a new story in 4 languages %.1f; of 5,000, %.1f and %.1f", edit, article, edits, articles)
	if edits > 1.5*edit || articles > 1.5*article {
		t.Errorf("ten times the archive: %.1f files instead of %.1f, %.1f instead of %.1f", edits, edit, articles, article)
	}
}
