package memory

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"khabar/backend/newsroom"
)

// The blocks of the benchmark are made up, with words as frequent as in a language: the
// n-th is used about 1/n as often as the first (Zipf), the frequent ones are short, and half
// of all words are seldom.
const (
	benchBlocks = 500_000
	vocabulary  = 120_000
)

var benchLanguages = []newsroom.Lang{newsroom.English, newsroom.Persian, newsroom.Russian}

var alphabets = map[newsroom.Lang][]rune{
	newsroom.English: []rune("etaoinshrdlcumwfgypbvkjxqz"),
	newsroom.Persian: []rune("اینرمدوتهبشکسزلخگفپقجآحعطصچژغضثذظ"),
	newsroom.Russian: []rune("оеаинтсрвлкмдпуяызьбгчйхжшюцщэф"),
}

// zipfWords gives words of a language by rank.
func zipfWords(l newsroom.Lang) []string {
	letters := alphabets[l]
	words := make([]string, vocabulary)
	for rank := range words {
		var b strings.Builder
		for n := rank + len(letters)*2; n > 0; n /= len(letters) {
			b.WriteRune(letters[n%len(letters)])
		}
		words[rank] = b.String()
	}
	return words
}

type writer struct {
	random *rand.Rand
	zipf   *rand.Zipf
	words  map[newsroom.Lang][]string
}

func newWriter() *writer {
	random := rand.New(rand.NewPCG(1, 2))
	w := &writer{random: random, zipf: rand.NewZipf(random, 1.08, 2.7, vocabulary-1), words: map[newsroom.Lang][]string{}}
	for _, l := range benchLanguages {
		w.words[l] = zipfWords(l)
	}
	return w
}

func (w *writer) block(l newsroom.Lang) string {
	n := 3 + int(w.random.ExpFloat64()*35)
	all := make([]string, min(n, 250))
	for i := range all {
		all[i] = w.words[l][w.zipf.Uint64()]
	}
	return strings.Join(all, " ")
}

// edited changes some of the words of a block.
func (w *writer) edited(l newsroom.Lang, block string, part float64) string {
	all := strings.Fields(block)
	for range int(float64(len(all)) * part) {
		all[w.random.IntN(len(all))] = w.words[l][w.zipf.Uint64()]
	}
	return strings.Join(all, " ")
}

// remembering fills a memory of benchBlocks blocks and returns some of them.
func remembering(b *testing.B, w *writer) (m *Memory, some map[newsroom.Lang][]string) {
	path := filepath.Join(b.TempDir(), FileName)
	m, _, err := Open(b.Context(), path)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { m.Close() })
	some, text, start := map[newsroom.Lang][]string{}, 0, time.Now()
	const perStory, perBatch = 10, 100
	for story := 0; story < benchBlocks/len(benchLanguages)/perStory; {
		var batch []Story
		for range perBatch {
			s := Story{ID: newsroom.StoryID(fmt.Sprintf("s%d", story))}
			for range perStory {
				p := Passage{}
				for _, l := range benchLanguages {
					block := w.block(l)
					p[l], text = Wording{block, block}, text+len(block)
					if w.random.IntN(500) == 0 {
						some[l] = append(some[l], block)
					}
				}
				s.Passages = append(s.Passages, p)
			}
			batch = append(batch, s)
			story++
		}
		if err := m.Put(b.Context(), batch); err != nil {
			b.Fatal(err)
		}
	}
	info, err := os.Stat(path)
	if err != nil {
		b.Fatal(err)
	}
	b.Logf("filled in %.0f s; %.0f MB of text, the file is %.2f of that", time.Since(start).Seconds(), float64(text)/1e6, float64(info.Size())/float64(text))
	return m, some
}

// BenchmarkMatches looks up blocks as translators do: new ones, edited ones, the same.
func BenchmarkMatches(b *testing.B) {
	w := newWriter()
	m, some := remembering(b, w)
	for _, part := range []float64{0, 0.1, 0.25, 1} {
		b.Run(fmt.Sprintf("%.0f%%changed", part*100), func(b *testing.B) {
			var times []time.Duration
			found := 0
			for b.Loop() {
				l := benchLanguages[w.random.IntN(3)]
				other := benchLanguages[(slices.Index(benchLanguages, l)+1)%3]
				block := w.edited(l, some[l][w.random.IntN(len(some[l]))], part)
				start := time.Now()
				matches, err := m.Matches(b.Context(), Query{From: l, To: other, Source: block, Text: block, Limit: 5})
				if err != nil {
					b.Fatal(err)
				}
				times = append(times, time.Since(start))
				if len(matches) > 0 {
					found++
				}
			}
			report(b, times)
			b.ReportMetric(float64(found)/float64(b.N)*100, "%found")
		})
	}
	b.Run("find", func(b *testing.B) {
		var times []time.Duration
		for b.Loop() {
			words := strings.Fields(some[newsroom.English][w.random.IntN(len(some[newsroom.English]))])
			at := w.random.IntN(max(1, len(words)-1))
			start := time.Now()
			if _, err := m.Find(b.Context(), strings.Join(words[at:min(at+2, len(words))], " "), newsroom.English, newsroom.Persian, 50); err != nil {
				b.Fatal(err)
			}
			times = append(times, time.Since(start))
		}
		report(b, times)
	})
}

func report(b *testing.B, times []time.Duration) {
	slices.Sort(times)
	at := func(part float64) float64 {
		return float64(times[int(float64(len(times)-1)*part)].Microseconds()) / 1000
	}
	b.ReportMetric(at(0.5), "p50-ms")
	b.ReportMetric(at(0.99), "p99-ms")
	b.ReportMetric(at(1), "max-ms")
}
