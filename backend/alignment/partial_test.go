package alignment_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"khabar/backend/alignment"
	"khabar/backend/markdown"
	"khabar/backend/newsroom"
)

// article is a block of the Declaration that every language has.
type article struct {
	alignment.Block
	name string // the same in every language
}

func articles(t testing.TB, l newsroom.Lang, headings bool) (all []article) {
	blocks, in := declaration(t, l)
	n := 0
	for i, b := range blocks {
		if n++; i > 0 && in[i] != in[i-1] {
			n = 0
		}
		if in[i] > 0 && (headings || b.Kind != markdown.Heading) {
			if !headings {
				b.Kind = markdown.Paragraph
			}
			all = append(all, article{b, fmt.Sprint(in[i], ".", n)})
		}
	}
	return all
}

func blocksIn(all []article) (blocks []alignment.Block) {
	for _, a := range all {
		blocks = append(blocks, a.Block)
	}
	return blocks
}

// A translation that is not finished: which of its blocks there are. right and alone are the
// least parts, in percent, of them that must find their own source, with headings and without:
// then there is nothing but their lengths.
var unfinished = []struct {
	name         string
	there        func(r *rand.Rand, n int) func(i int) bool
	right, alone float64
}{
	{"whole", func(*rand.Rand, int) func(int) bool { return func(int) bool { return true } }, 99.5, 99.5},
	{"stops", func(r *rand.Rand, n int) func(int) bool {
		end := 1 + r.IntN(n)
		return func(i int) bool { return i < end }
	}, 99.5, 98},
	{"begins late", func(r *rand.Rand, n int) func(int) bool {
		start := r.IntN(n)
		return func(i int) bool { return i >= start }
	}, 92, 92},
	{"lacks a stretch", func(r *rand.Rand, n int) func(int) bool {
		from := r.IntN(n)
		to := from + r.IntN(n-from)
		return func(i int) bool { return i < from || i >= to }
	}, 96, 94},
	{"lacks a fifth", func(r *rand.Rand, _ int) func(int) bool {
		return func(int) bool { return r.Float64() < 0.8 }
	}, 96, 93},
	{"lacks half", func(r *rand.Rand, _ int) func(int) bool {
		return func(int) bool { return r.Float64() < 0.5 }
	}, 85, 71},
}

// In every pair of the nine languages the blocks that are there find their own sources.
func TestGuessOfUnfinishedTranslations(t *testing.T) {
	for _, u := range unfinished {
		for _, headings := range []bool{true, false} {
			r := rand.New(rand.NewPCG(1, 2))
			texts := map[newsroom.Lang][]article{}
			for _, l := range newsroom.Languages {
				texts[l] = articles(t, l, headings)
			}
			var sum found
			for _, from := range newsroom.Languages {
				for _, to := range newsroom.Languages {
					if from != to {
						source, target := texts[from], texts[to]
						for range 3 {
							n := 8 + r.IntN(16)
							at := r.IntN(len(source) - n)
							sum.add(source[at:at+n], target[at:at+n], u.there(r, n))
						}
					}
				}
			}
			least := u.alone
			if headings {
				least = u.right
			}
			t.Logf("%s, headings %v: %.1f%% right, %.1f%% wrong, %d joined", u.name, headings, sum.part(sum.right), sum.part(sum.wrong), sum.joined)
			if sum.part(sum.right) < least || sum.joined*50 > sum.blocks {
				t.Errorf("%s, headings %v: %+v, not %v%%", u.name, headings, sum, least)
			}
		}
	}
}

// found counts blocks of unfinished translations.
type found struct{ blocks, right, wrong, joined int }

func (f *found) part(n int) float64 { return 100 * float64(n) / float64(f.blocks) }

func (f *found) add(source, whole []article, there func(int) bool) {
	var target []article
	for i, a := range whole {
		if there(i) {
			target = append(target, a)
		}
	}
	f.blocks += len(target)
	for _, p := range alignment.Guess(blocksIn(source), blocksIn(target)) {
		switch {
		case len(p.Source)+len(p.Target) > 2:
			f.joined++
		case source[p.Source[0]].name == target[p.Target[0]].name:
			f.right++
		default:
			f.wrong++
		}
	}
}

// mostInARow is how many blocks in a row a text with numbers may leave out and go on. After
// more, one number says less than that so much is missing: perhaps it was just written wrong.
const mostInARow = 6

// text draws a text and its translation, block for block: ratio times as long, give or take a
// little. With marks, each says a number of its own.
//
// Two blocks of the source are as long as each other, or one is about twice as long or more.
// How long a translation is for its source is found out from what is paired: where little is,
// a block that became a fifth longer cannot be told from the translation of one that is a
// fifth longer, and no pairing is the right one.
func text(t *rapid.T, marks bool) (source, target []alignment.Block) {
	ratio := rapid.Float64Range(0.9, 1.15).Draw(t, "ratio")
	short := rapid.IntRange(40, 60).Draw(t, "short")
	block := func(sign, mark string, letters int) alignment.Block {
		words := strings.TrimSpace(strings.Repeat(strings.Repeat(sign, 5)+" ", letters/5+1) + mark)
		return alignment.Block{Kind: markdown.Paragraph, Source: words, Text: words}
	}
	for i, times := range rapid.SliceOfN(rapid.SampledFrom([]int{1, 2, 5, 11}), 1, 25).Draw(t, "lengths") {
		n := short * times
		mark, other := "", ""
		if marks {
			mark, other = fmt.Sprint(1000+i), strings.Map(func(r rune) rune { return r - '0' + '۰' }, fmt.Sprint(1000+i))
		}
		long := float64(n) * ratio * rapid.Float64Range(0.97, 1.03).Draw(t, "give or take")
		source, target = append(source, block("s", mark, n)), append(target, block("z", other, int(long)))
	}
	return source, target
}

// mustPair fails unless the blocks of target that are there are paired with their own sources,
// and the others are alone.
func mustPair(t *rapid.T, source, target []alignment.Block, there func(int) bool) {
	var kept []alignment.Block
	var own []int
	for i, b := range target {
		if there(i) {
			kept, own = append(kept, b), append(own, i)
		}
	}
	pairs := alignment.Guess(source, kept)
	if len(pairs) != len(own) {
		t.Fatalf("%d pairs of %d: %v", len(pairs), len(own), pairs)
	}
	for _, p := range pairs {
		if len(p.Source) != 1 || len(p.Target) != 1 || own[p.Target[0]] != p.Source[0] {
			t.Fatalf("%v of %v", p, own)
		}
	}
	links := alignment.LinksOf(newsroom.Russian, source, kept, pairs)
	s := alignment.NewSource(source, nil, func(newsroom.Digest) []alignment.Block { return nil }).Status(kept, links)
	if s.Missing != len(source)-len(own) || s.Stale != 0 {
		t.Fatalf("%d missing of %d, %d stale", s.Missing, len(source)-len(own), s.Stale)
	}
}

// A translation that stops half-way: what is there keeps its source, the rest is missing.
func TestGuessWhereATranslationStops(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		source, target := text(t, false)
		end := rapid.IntRange(0, len(target)).Draw(t, "end")
		mustPair(t, source, target, func(i int) bool { return i < end })
	})
}

// A translation that skips blocks here and there: numbers say which.
func TestGuessWhereATranslationSkips(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		source, target := text(t, true)
		there := rapid.SliceOfN(rapid.Bool(), len(target), len(target)).Draw(t, "there")
		left := 0
		for i, is := range there {
			if left++; is || left > mostInARow {
				there[i], left = true, 0
			}
		}
		mustPair(t, source, target, func(i int) bool { return there[i] })
	})
}
