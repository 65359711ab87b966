package find

import (
	"cmp"
	"maps"
	"math/bits"
	"slices"
	"unicode/utf8"

	"khabar/backend/locale"
	"khabar/backend/markdown"
	"khabar/backend/newsroom"
	"khabar/backend/sqlite"
)

// Similar is an edition whose text has something to do with another.
type Similar struct {
	Edition newsroom.EditionID
	Score   int // only to compare with others of the same call
}

// How a text is compared with fifty thousand in some milliseconds: of its words, those it
// says most (mostWeighed) are counted in the index, and those that few others say (mostAsked,
// in fewer than commonIn texts) are asked for; each brings its newest texts (mostBrought).
const (
	mostWeighed = 40
	mostAsked   = 12
	commonIn    = 600
	mostBrought = 60
	shortest    = 3 // letters of a word that can tell texts apart
)

// What a word counts for, once for each time it stands there.
const (
	inHeadline = 4
	inSummary  = 2
	inBody     = 1
	mostTimes  = 6 // of the body
)

// Alike returns the editions in language l that say what text says, the most similar first.
// A word counts by where and how often text has it and by how few other texts do: the
// weight tf·idf of Salton and Buckley ("Term-weighting approaches in automatic text
// retrieval", 1988) in whole numbers, the logarithm being the length in bits. The same
// archive gives the same answer. The edition itself is among them.
func Alike(tx *sqlite.Tx, l newsroom.Lang, text newsroom.Text) ([]Similar, error) {
	words, err := telling(tx, weigh(text))
	if err != nil {
		return nil, err
	}
	scores := map[newsroom.EditionID]int{}
	for _, w := range words {
		have, err := tx.HaveWords(l, `"`+w.key+`"`, mostBrought)
		if err != nil {
			return nil, err
		}
		for _, id := range have {
			scores[id] += w.weight
		}
	}
	all := make([]Similar, 0, len(scores))
	for id, score := range scores {
		all = append(all, Similar{id, score})
	}
	slices.SortFunc(all, func(a, b Similar) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.Edition, b.Edition))
	})
	return all, nil
}

type weighed struct {
	key    string
	weight int
}

// weigh returns the words that text says most, the weightiest first.
func weigh(text newsroom.Text) []weighed {
	weights, times := map[string]int{}, map[string]int{}
	count := func(s string, each, most int) {
		for t := range locale.Tokens(s) {
			if utf8.RuneCountInString(t.Key) >= shortest && times[t.Key] < most {
				weights[t.Key] += each
				times[t.Key]++
			}
		}
	}
	count(text.Headline, inHeadline, mostTimes)
	count(text.Summary, inSummary, mostTimes)
	clear(times)
	count(markdown.Plain(text.Body), inBody, mostTimes)
	return heaviest(weights, mostWeighed)
}

func heaviest(weights map[string]int, most int) []weighed {
	all := make([]weighed, 0, len(weights))
	for _, key := range slices.Sorted(maps.Keys(weights)) {
		all = append(all, weighed{key, weights[key]})
	}
	slices.SortStableFunc(all, func(a, b weighed) int {
		return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(len(b.key), len(a.key)))
	})
	return all[:min(most, len(all))]
}

// telling returns those of the words that few texts have, with their final weights.
func telling(tx *sqlite.Tx, words []weighed) ([]weighed, error) {
	weights := map[string]int{}
	for _, w := range words {
		n, err := tx.CountWords(`"`+w.key+`"`, commonIn)
		if err != nil {
			return nil, err
		}
		if n > 0 && n < commonIn {
			weights[w.key] = w.weight * (bits.Len(commonIn) - bits.Len(uint(n)) + 1)
		}
	}
	return heaviest(weights, mostAsked), nil
}
