package memory

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"

	"khabar/backend/newsroom"
	"khabar/backend/sqlite"
)

// Threshold is how alike a block must be to be a match, of 100.
const Threshold = 70

// Bounds of a look-up. Beyond them a match may be missed, never made up: for a block in which
// even the rarest words are in thousands of others, and for one of hundreds of words.
const (
	mostProbed   = 24   // words looked up
	mostEach     = 3000 // blocks taken of one word, the newest
	mostPostings = 9000 // of all words
	mostCompared = 200
)

// Query is a block that is to be translated.
type Query struct {
	From, To newsroom.Lang
	Source   string // its Markdown
	Text     string // what a reader reads in it
	Not      newsroom.StoryID
	Limit    int
}

// Match is what was said for a block that is like the one asked for.
type Match struct {
	Source, Text string // the block then: Markdown, and what a reader reads
	Target       string // what it became; Markdown
	Score        int    // of 100; 100 = the same, 99 = the same words
	Story        newsroom.StoryID
}

// Matches returns what is remembered for a block, the best first, and of equals the newest;
// no two of them say the same.
func (m *Memory) Matches(ctx context.Context, q Query) (found []Match, err error) {
	keys := keysOf(q.Text)
	if len(keys) == 0 || place(q.From) < 0 || place(q.To) < 0 || q.From == q.To {
		return nil, nil
	}
	err = m.db.View(ctx, func(tx *sqlite.Tx) error {
		candidates, err := m.candidates(tx, q.From, keys)
		if err != nil {
			return err
		}
		pairs, err := tx.Pairs(candidates, place(q.To))
		if err != nil {
			return err
		}
		found, err = rank(tx, q, keys, pairs)
		return err
	})
	return found, err
}

// candidates returns the wordings that have most of the rare words, as weighed by rarity.
func (m *Memory) candidates(tx *sqlite.Tx, l newsroom.Lang, keys []string) ([]int64, error) {
	probes, weights, err := m.probes(tx, l, keys)
	if err != nil {
		return nil, err
	}
	score := map[int64]int{}
	left := mostPostings
	for i, key := range probes {
		if left <= 0 {
			break
		}
		err := tx.WordingsWith(quoted(term(l, key)), min(left, mostEach), func(n int64) {
			score[n] += weights[i]
			left--
		})
		if err != nil {
			return nil, err
		}
	}
	all := slices.SortedFunc(maps.Keys(score), func(a, b int64) int {
		return cmp.Or(cmp.Compare(score[b], score[a]), cmp.Compare(b, a))
	})
	return all[:min(len(all), mostCompared)], nil
}

// probes returns the words to look up: what stands for the whole, and the rarest. Every
// block of at least Threshold has one of them, where they are not too many.
func (m *Memory) probes(tx *sqlite.Tx, l newsroom.Lang, keys []string) (probes []string, weights []int, err error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	c, err := m.countsOf(tx, l)
	if err != nil {
		return nil, nil, err
	}
	probes = slices.Compact(slices.Sorted(slices.Values(keys)))
	slices.SortStableFunc(probes, func(a, b string) int { return cmp.Compare(c.of(a), c.of(b)) })
	needed := min(len(keys)*(100-Threshold)/100+1, mostProbed, len(probes))
	probes = append([]string{wholeOf(keys)}, probes[:needed]...)
	for _, key := range probes {
		weights = append(weights, c.weight(key))
	}
	weights[0] += 1000 // the same words are a match, whatever else is
	return probes, weights, nil
}

// rank compares what may match and returns what does.
func rank(tx *sqlite.Tx, q Query, keys []string, pairs []sqlite.Pair) (found []Match, err error) {
	c := newComparison(keys)
	said := map[[2]string]bool{}
	for _, p := range pairs {
		score := c.score(keysOf(p.From.Plain))
		if score == 100 && flat(p.From.Source) != flat(q.Source) {
			score = 99
		}
		if score < Threshold {
			continue
		}
		passage, _ := sqlite.PassageOf(p.From.N)
		story, err := tx.StoryOfPassage(passage)
		if err != nil {
			return nil, err
		}
		same := [2]string{flat(p.From.Plain), flat(p.To.Source)}
		if story == q.Not || said[same] {
			continue
		}
		said[same] = true
		found = append(found, Match{Source: p.From.Source, Text: p.From.Plain, Target: p.To.Source, Score: score, Story: story})
	}
	// The pairs come the newest of the likeliest first: of equal scores that stays.
	slices.SortStableFunc(found, func(a, b Match) int { return cmp.Compare(b.Score, a.Score) })
	return once(found)[:min(len(once(found)), q.Limit)], nil
}

// once keeps the best of what has the same words to insert.
func once(found []Match) (kept []Match) {
	said := map[string]bool{}
	for _, m := range found {
		if key := flat(m.Target); !said[key] {
			said[key] = true
			kept = append(kept, m)
		}
	}
	return kept
}

func flat(s string) string { return strings.Join(strings.Fields(s), " ") }
