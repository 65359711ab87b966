package app

import (
	"context"
	"fmt"
	"math/rand/v2"
	"testing"
	"testing/fstest"
	"time"

	"khabar/backend/archive"
	"khabar/backend/desk"
	"khabar/backend/locale"
	"khabar/backend/newsroom"
)

// published is how many live editions the benchmarks of publishing have before them.
const published = 20_000

// liveLibrary makes a newsroom of that many editions, all live, and returns one of each story.
func liveLibrary(b *testing.B, dir string) (editions []newsroom.EditionID) {
	b.Helper()
	a, err := archive.Found(b.Context(), dir, "Desk", newsroom.SystemClock{})
	if err != nil {
		b.Fatal(err)
	}
	d := desk.New(a)
	s := newsroom.Settings{Name: "Large", Languages: libraryLangs, Address: "https://news.example/"}
	if err := d.Furnish(b.Context(), s, nil); err != nil {
		b.Fatal(err)
	}
	rnd := rand.New(rand.NewPCG(1, 2))
	begin := time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)
	for n := 0; n < published; {
		var batch []desk.Incoming
		for ; len(batch) < 2000 && n < published; n++ {
			in := article(rnd, n, begin)
			in.Live, in.Tags = true, []string{fmt.Sprint("tag ", rnd.IntN(300)), fmt.Sprint("tag ", rnd.IntN(30))}
			batch = append(batch, in)
			if n%len(libraryLangs) == 0 {
				editions = append(editions, newsroom.NewEditionID(in.Story.ID, in.Lang))
			}
		}
		if _, err := d.TakeIn(b.Context(), batch); err != nil {
			b.Fatal(err)
		}
	}
	if err := a.Close(b.Context()); err != nil {
		b.Fatal(err)
	}
	return editions
}

func openLibrary(b *testing.B, dir string) *Room {
	b.Helper()
	words, err := locale.Load()
	if err != nil {
		b.Fatal(err)
	}
	r, err := OpenRoom(b.Context(), dir, fstest.MapFS{"fonts/.keep": {}}, words, newsroom.SystemClock{})
	if err != nil {
		b.Fatal(err)
	}
	return r
}

// edit gives an edition another text and makes it live.
func (r *Room) edit(b *testing.B, id newsroom.EditionID, i int) {
	b.Helper()
	ctx := context.Background()
	e, err := r.Edition(ctx, id)
	if err != nil {
		b.Fatal(err)
	}
	e.Text.Headline, e.Text.Body = fmt.Sprint(e.Text.Headline, " ", i), fmt.Sprint(e.Text.Body, "\n\n", i)
	head, err := r.Save(ctx, id, e.Heads, e.Text)
	if err != nil {
		b.Fatal(err)
	}
	for _, act := range []func() error{
		func() error { return r.Submit(ctx, id) },
		func() error { return r.Approve(ctx, id, head) },
		func() error { return r.Correct(ctx, id, "") },
	} {
		if err := act(); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkPublishEdit measures how long it takes to publish one edited article of 20,000 to
// a folder: in an app that has published before, and in one that has just been started, with
// the opening of the newsroom. It reports how many files that writes.
func BenchmarkPublishEdit(b *testing.B) {
	dir, to := b.TempDir(), b.TempDir()
	editions := liveLibrary(b, dir)
	room := openLibrary(b, dir)
	publish := func(b *testing.B) int {
		report, err := room.PublishFolder(b.Context(), to, nil)
		if err != nil || report.Failed > 0 {
			b.Fatal(report.Failed, err)
		}
		return report.Written
	}
	began := time.Now()
	b.Logf("first publication: %d files in %v", publish(b), time.Since(began))
	edits := 0
	next := func(b *testing.B) {
		edits++
		room.edit(b, editions[edits*7919%len(editions)], edits)
	}
	b.Run("warm", func(b *testing.B) {
		written := 0
		for b.Loop() {
			b.StopTimer()
			next(b)
			b.StartTimer()
			written += publish(b)
		}
		b.ReportMetric(float64(written)/float64(b.N), "files/op")
	})
	b.Run("cold", func(b *testing.B) {
		for b.Loop() {
			b.StopTimer()
			next(b)
			if err := room.Close(b.Context()); err != nil {
				b.Fatal(err)
			}
			b.StartTimer()
			room = openLibrary(b, dir)
			publish(b)
		}
	})
	if err := room.Close(b.Context()); err != nil {
		b.Fatal(err)
	}
}

// BenchmarkFilesTouched reports how many files an edit and a new article touch.
func BenchmarkFilesTouched(b *testing.B) {
	for _, n := range []int{500, 5_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			stand := stocked(b, n)
			var edit, article float64
			for b.Loop() {
				edit, article = stand.touched(b, 8)
			}
			b.ReportMetric(edit, "files/edit")
			b.ReportMetric(article, "files/article")
		})
	}
}
