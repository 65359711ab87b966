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
// for the other where nothing else tells.
const likeness = 0.5

// follow returns where block i of before is in after, -1 where it is gone; of several pieces
// that it was split into, the one that has most of its words.
func follow(before []markdown.Block, i int, after []markdown.Block) int {
	best, share := -1, -1.0
	for _, n := range alignment.Follow(aligned(before), aligned(after))[i] {
		if s := alike(before[i].Source, after[n].Source); s > share {
			best, share = n, s
		}
	}
	return best
}

func aligned(blocks []markdown.Block) []alignment.Block {
	all := make([]alignment.Block, len(blocks))
	for i, b := range blocks {
		all[i] = alignment.Block(b)
	}
	return all
}

// closest returns the block that says quote, else the one that shares most words with it,
// if that is half of them; else -1.
func closest(blocks []markdown.Block, quote string) int {
	best, share := -1, likeness
	for n, b := range blocks {
		if alignment.Digest(b.Source) == alignment.Digest(quote) {
			return n
		}
		if s := max(alike(quote, b.Source), alike(quote, b.Text)); s > share {
			best, share = n, s
		}
	}
	return best
}

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
// that a reader reads in it); else the one that says it elsewhere, or nearly; else -1.
func locate(blocks []markdown.Block, at int, quote string) int {
	d := alignment.Digest(quote)
	says := func(b markdown.Block) bool { return alignment.Digest(b.Source) == d || alignment.Digest(b.Text) == d }
	if at >= 0 && at < len(blocks) && says(blocks[at]) {
		return at
	}
	if i := slices.IndexFunc(blocks, says); i >= 0 {
		return i
	}
	return closest(blocks, quote)
}
