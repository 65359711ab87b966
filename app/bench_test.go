package app

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"khabar/backend/archive"
	"khabar/backend/desk"
	"khabar/backend/newsroom"
	"khabar/backend/newsroomtest"
)

// large is how many editions the benchmarks of the list have before them.
const large = 50_000

// library makes a newsroom of that size.
func library(b *testing.B) (dir string) {
	b.Helper()
	dir = b.TempDir()
	a, err := archive.Found(b.Context(), dir, "Desk", newsroom.SystemClock{})
	if err != nil {
		b.Fatal(err)
	}
	d := desk.New(a)
	if err := d.Furnish(b.Context(), newsroom.Settings{Name: "Large", Languages: newsroom.Languages}, nil); err != nil {
		b.Fatal(err)
	}
	rnd := rand.New(rand.NewPCG(1, 2))
	begin := time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)
	for n := 0; n < large; {
		var batch []desk.Incoming
		for ; len(batch) < 5000 && n < large; n++ {
			batch = append(batch, article(rnd, n, begin))
		}
		if _, err := d.TakeIn(b.Context(), batch); err != nil {
			b.Fatal(err)
		}
	}
	if err := a.Close(b.Context()); err != nil {
		b.Fatal(err)
	}
	return dir
}

// syllables of four scripts, of which words are made up.
var syllables = map[newsroom.Lang][]string{
	newsroom.Persian: strings.Fields("با را می\u200c کا نو شه دل گر تا هم بو زا رو ست خو جی"),
	newsroom.Pashto:  strings.Fields("ښا ډو ځم ټو ړن وو ېر بی هې کن سف سو لو دا نه غو"),
	newsroom.English: strings.Fields("ta ro mer il con da per is wa kel no vi bro sa un gar"),
	newsroom.Russian: strings.Fields("во до ро ма тор пу ре мо ве се ка ге лю на ши зи"),
}

// word returns the made-up word of a rank: the commoner, the shorter.
func word(l newsroom.Lang, rank int) string {
	var b strings.Builder
	for all := syllables[l]; ; rank /= len(all) {
		b.WriteString(all[rank%len(all)])
		if rank < len(all) {
			return b.String()
		}
	}
}

const vocabulary = 30_000 // words of a language

// prose returns words that are as common as in real texts: each as often as its rank is low
// (Zipf's law, by way of its inverse).
func prose(rnd *rand.Rand, l newsroom.Lang, count int) string {
	words := make([]string, count)
	for i := range words {
		words[i] = word(l, int(math.Pow(vocabulary, rnd.Float64()))-1)
	}
	return strings.Join(words, " ")
}

var libraryLangs = []newsroom.Lang{newsroom.Persian, newsroom.Pashto, newsroom.English, newsroom.Russian}

// article is four languages to a story, 3 kB each.
func article(rnd *rand.Rand, n int, begin time.Time) desk.Incoming {
	l := libraryLangs[n%len(libraryLangs)]
	count := 60 // words of a paragraph
	if l == newsroom.English {
		count *= 2 // which have half as many bytes
	}
	body := make([]string, 5)
	for i := range body {
		body[i] = prose(rnd, l, count)
	}
	sections := []string{"afghanistan", "world", "sport", "history", "business"}
	at := begin.Add(time.Duration(n) * time.Hour)
	return desk.Incoming{
		Story: newsroom.Story{ID: newsroomtest.StoryID(n / len(libraryLangs)), Source: libraryLangs[0], Place: "Kabul"}, Lang: l,
		Text:     newsroom.Text{Headline: prose(rnd, l, 6), Slug: fmt.Sprintf("s-%d", n), Summary: prose(rnd, l, 12), Body: strings.Join(body, "\n\n")},
		Sections: []string{sections[rnd.IntN(len(sections))]}, Tags: []string{"trade"}, Date: at, Modified: at,
	}
}

// BenchmarkLarge measures, over one newsroom of 50,000 editions, what somebody waits for.
func BenchmarkLarge(b *testing.B) {
	dir := library(b)
	b.Run("open newsroom", func(b *testing.B) {
		for b.Loop() {
			a, err := archive.Open(b.Context(), dir, newsroom.SystemClock{})
			if err != nil {
				b.Fatal(err)
			}
			if err := a.Close(b.Context()); err != nil {
				b.Fatal(err)
			}
		}
	})
	a := start(b, dir, newsroom.SystemClock{}, quiet{})
	for name, filter := range map[string]EditionFilter{
		"updated": {}, "headline": {Sort: "headline"}, "section": {Section: "sport"}, "section by headline": {Section: "sport", Sort: "headline"},
		"language": {Lang: "ps"},
	} {
		filter.Descending = filter.Sort == ""
		b.Run("list "+name, func(b *testing.B) { list50000(b, a, filter) })
	}
	b.Run("find", func(b *testing.B) { findIn50000(b, a) })
	b.Run("open edition", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			must(a.Edition(string(newsroomtest.StoryID(i*7919%(large/4))) + ".fa"))(b)
		}
	})
	text := must(a.Edition(string(newsroomtest.StoryID(1)) + ".fa"))(b).Text
	b.Run("save revision", func(b *testing.B) { // synced to the disk
		for b.Loop() {
			text.Headline += "."
			if len(text.Headline) > 500 {
				text.Headline = "سرخط"
			}
			must(a.Save(string(newsroomtest.StoryID(1))+".fa", nil, text))(b)
		}
	})
	b.Run("keep 10,000 words", func(b *testing.B) {
		text.Body = strings.Repeat("می\u200cنویسم و می\u200cخوانم ", 3333)
		for b.Loop() {
			must(a.Keep(string(newsroomtest.StoryID(2))+".fa", nil, text))(b)
		}
	})
}

// list50000 measures the shape of a list and one of its pages, as the window asks for them.
func list50000(b *testing.B, a *App, filter EditionFilter) {
	keys := must(a.EditionIndex(filter))(b).Keys
	b.Run("index", func(b *testing.B) {
		for b.Loop() {
			must(a.EditionIndex(filter))(b)
		}
	})
	b.Run("page", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			if rows := must(a.Editions(filter, keys[i*7%len(keys)]))(b); len(rows) == 0 {
				b.Fatal("an empty page")
			}
		}
	})
}
