package desk

import (
	"slices"
	"strings"

	"khabar/backend/alignment"
	"khabar/backend/journal"
	"khabar/backend/markdown"
	"khabar/backend/newsroom"
)

// What a comment can be about besides a block of the body; they stand in the place of the
// block's digest.
const (
	AboutHeadline newsroom.Digest = "headline"
	AboutSummary  newsroom.Digest = "summary"
)

// likeness is the least share of words that two blocks have in common for one to be taken
// for the other.
const likeness = 0.5

// follow returns where block i of before is in after, -1 where it is gone: the same words,
// the nearest by place of several, else the block that shares most words with it, if that
// is half of them.
func follow(before []markdown.Block, i int, after []markdown.Block) int {
	best, near := -1, 0
	for n, b := range after {
		if d := abs(n - i); alignment.Digest(b.Source) == alignment.Digest(before[i].Source) && (best < 0 || d < near) {
			best, near = n, d
		}
	}
	if best >= 0 {
		return best
	}
	var share float64
	for n, b := range after {
		unchanged := slices.ContainsFunc(before, func(o markdown.Block) bool { return alignment.Digest(o.Source) == alignment.Digest(b.Source) })
		if s := alike(before[i].Source, b.Source); !unchanged && s >= likeness && s > share {
			best, share = n, s
		}
	}
	return best
}

func abs(n int) int { return max(n, -n) }

// alike returns the share of words that a and b have in common, 0 to 1 (Dice 1945).
func alike(a, b string) float64 {
	same, all := 0, 0
	for _, p := range wordsChanged(a, b) {
		n := len(strings.Fields(p.Text))
		all += n
		if p.Op == journal.Same {
			same, all = same+2*n, all+n
		}
	}
	if all == 0 {
		return 0
	}
	return float64(same) / float64(all)
}

// wordsChanged compares two blocks word by word.
func wordsChanged(before, after string) []journal.Part {
	if before == after {
		return []journal.Part{{Op: journal.Same, Text: after}}
	}
	return journal.Compare(newsroom.Text{Summary: before}, newsroom.Text{Summary: after})[0].Parts
}

// locate returns the block that stands at place at and says quote (its source, or the words
// that a reader reads in it); else the one that says it elsewhere; else -1.
func locate(blocks []markdown.Block, at int, quote string) int {
	says := func(b markdown.Block) bool {
		return alignment.Digest(b.Source) == alignment.Digest(quote) || alignment.Digest(b.Text) == alignment.Digest(quote)
	}
	if at >= 0 && at < len(blocks) && says(blocks[at]) {
		return at
	}
	return slices.IndexFunc(blocks, says)
}
