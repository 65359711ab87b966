package alignment

import (
	"maps"
	"slices"

	"khabar/backend/newsroom"
)

// Carry returns the links of a translation whose text was before and is after now, one for
// each block that has any. l may hold more than before has: a block that comes back, by
// undoing or restoring, translates what was recorded for it then.
func Carry(before, after []Block, l newsroom.Links) newsroom.Links {
	known, here := index(l), Keys(before)
	was := map[newsroom.Digest]bool{}
	for _, k := range here {
		was[k] = true
	}
	from := backwards(Follow(before, after), len(after))
	out := newsroom.Links{From: l.From, Left: l.Left, Heads: l.Heads}
	for j, k := range Keys(after) {
		sources, linked := known[k]
		// Equal blocks keep their order, so the one that is left may have had another number.
		exact := len(from[j]) == 1 && Digest(before[from[j][0]].Source) == Digest(after[j].Source)
		if exact || !was[k] && !linked {
			sources, linked = nil, false
			for _, i := range from[j] {
				more, is := known[here[i]]
				linked = linked || is
				sources = join(sources, more)
			}
		}
		if linked {
			out.Pairs = append(out.Pairs, newsroom.Link{Target: k, Sources: sources})
		}
	}
	return out
}

// Overlay returns the links of base with those of over in place of the ones for the same
// blocks and heads.
func Overlay(base, over newsroom.Links) newsroom.Links {
	out := newsroom.Links{From: over.From, Left: over.Left, Pairs: slices.Clone(over.Pairs), Heads: over.Heads}
	if base.From == over.From && len(base.Heads) > 0 {
		out.Heads = maps.Clone(base.Heads)
		maps.Copy(out.Heads, over.Heads)
	}
	known := index(over)
	for _, p := range base.Pairs {
		if _, is := known[p.Target]; !is && base.From == over.From {
			out.Pairs = append(out.Pairs, p)
		}
	}
	return out
}

func index(l newsroom.Links) map[newsroom.Digest][]newsroom.Digest {
	all := make(map[newsroom.Digest][]newsroom.Digest, len(l.Pairs))
	for _, p := range l.Pairs {
		all[p.Target] = p.Sources
	}
	return all
}

// backwards turns what became of each into where each came from.
func backwards(to [][]int, n int) [][]int {
	from := make([][]int, n)
	for i, js := range to {
		for _, j := range js {
			from[j] = append(from[j], i)
		}
	}
	return from
}

// join returns a with those of b that it lacks.
func join[T comparable](a, b []T) []T {
	a = slices.Clip(a)
	for _, v := range b {
		if !slices.Contains(a, v) {
			a = append(a, v)
		}
	}
	return a
}
