package app

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"khabar/backend/newsroom"
)

// findIn50000 measures searches as the window asks for them: how many there are, and the
// first page with its passages. The words are drawn as they are in the texts, so that common
// ones are asked for as often as rare ones are.
func findIn50000(b *testing.B, a *App) {
	common := func(_ *rand.Rand, l newsroom.Lang) string { return word(l, 0) + " " + word(l, 1) + " " }
	two := func(rnd *rand.Rand, l newsroom.Lang) string { return prose(rnd, l, 2) + " " }
	begun := func(letters int) func(*rand.Rand, newsroom.Lang) string {
		return func(rnd *rand.Rand, l newsroom.Lang) string {
			w := []rune(word(l, rnd.IntN(vocabulary)))
			return string(w[:min(letters, len(w))])
		}
	}
	phrase := func(rnd *rand.Rand, l newsroom.Lang) string { return `"` + prose(rnd, l, 2) + `"` }
	for name, query := range map[string]func(*rand.Rand, newsroom.Lang) string{
		"two words": two, "commonest words": common, "prefix of 2": begun(2), "prefix of 3": begun(3), "phrase": phrase,
	} {
		for _, sort := range []string{"updated", "match"} {
			b.Run(name+" by "+sort, func(b *testing.B) {
				rnd := rand.New(rand.NewPCG(3, 4))
				var times []time.Duration
				for i := 0; b.Loop(); i++ {
					f := EditionFilter{Query: query(rnd, libraryLangs[i%len(libraryLangs)]), Sort: sort, Descending: true}
					start := time.Now()
					index := must(a.EditionIndex(f))(b)
					if index.Total > 0 {
						must(a.Editions(f, index.Keys[0]))(b)
					}
					times = append(times, time.Since(start))
				}
				percentiles(b, times)
			})
		}
	}
}

// percentiles reports the middle one and the one that a hundredth exceeds.
func percentiles(b *testing.B, times []time.Duration) {
	slices.Sort(times)
	at := func(share float64) float64 {
		return float64(times[int(math.Min(float64(len(times)-1), share*float64(len(times))))].Microseconds()) / 1000
	}
	b.ReportMetric(at(0.5), "p50-ms")
	b.ReportMetric(at(0.99), "p99-ms")
}
