package alignment

import (
	"math"

	"khabar/backend/newsroom"
)

// Pair says that blocks of a source and blocks of a target belong together.
type Pair struct{ Source, Target []int }

// Guess pairs the blocks of two texts of which nobody has said what belongs to what. Blocks
// without counterpart are in no pair: of a translation that stops half-way, or that skips
// some, the blocks that are there keep to their own sources.
//
// It follows Gale and Church ("A program for aligning sentences in bilingual corpora",
// Computational Linguistics 19, 1993), with blocks for sentences: a long paragraph becomes a
// long paragraph. What the two texts share whatever their languages counts beside length: the
// kind of block, the pictures and addresses in it, the numbers, whichever digits they are
// written in, and names. Unlike sentences, blocks are seldom joined or split, but often left
// out, and many in a row: see programme.
func Guess(source, target []Block) []Pair {
	return guessBetween(source, target, make([]int, len(source)), make([]limit, len(target)))
}

// guess finds the pairs and the ratio of lengths together: the pairs show the ratio, and it
// shows better pairs.
func guess(s, t []trait, ratio float64) []Pair {
	for pass := 1; ; pass++ {
		p := newProgramme(s, t, ratio)
		p.fill()
		pairs := p.pairs()
		better := ratioOf(pairs, s, t, ratio)
		if pass == mostPasses || math.Abs(math.Log(better/ratio)) < closeEnough {
			return pairs
		}
		ratio = better
	}
}

// LinksOf records pairs as links.
func LinksOf(from newsroom.Lang, source, target []Block, pairs []Pair) newsroom.Links {
	l := newsroom.Links{From: from}
	s, t := Keys(source), Keys(target)
	for _, p := range pairs {
		for _, j := range p.Target {
			link := newsroom.Link{Target: t[j]}
			for _, i := range p.Source {
				link.Sources = append(link.Sources, s[i])
			}
			l.Pairs = append(l.Pairs, link)
		}
	}
	return l
}
