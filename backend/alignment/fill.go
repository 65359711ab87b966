package alignment

import (
	"slices"

	"khabar/backend/newsroom"
)

// Fill returns l with a guess for the blocks of target of which it says nothing: which of the
// blocks of the source that nothing translates yet they translate. filled says that there
// were such blocks; where l says nothing at all, it is Guess for the two texts.
func (source *Source) Fill(target []Block, l newsroom.Links) (out newsroom.Links, filled bool) {
	known := index(l)
	var fresh, open []Block
	var names, keys []newsroom.Digest
	var at []int
	for j, k := range Keys(target) {
		if _, is := known[k]; !is {
			fresh, names, at = append(fresh, target[j]), append(names, k), append(at, j)
		}
	}
	if len(fresh) == 0 {
		return l, false
	}
	rows := source.Status(target, l).Rows
	taken := map[int]bool{}
	for _, row := range rows {
		for _, i := range row.Sources {
			taken[i] = taken[i] || len(row.Targets) > 0 || row.State == Fresh
		}
	}
	var places []int
	for i, b := range source.now {
		if !taken[i] {
			open, keys, places = append(open, b), append(keys, source.keys[i]), append(places, i)
		}
	}
	out = newsroom.Links{From: l.From, Left: l.Left, Heads: l.Heads, Pairs: append([]newsroom.Link{}, l.Pairs...)}
	for _, p := range guessBetween(open, fresh, places, limits(rows, at)) {
		for _, j := range p.Target {
			link := newsroom.Link{Target: names[j]}
			for _, i := range p.Source {
				link.Sources = append(link.Sources, keys[i])
			}
			out.Pairs = append(out.Pairs, link)
		}
	}
	return out, true
}

// limit is between which blocks of the source, counted from 1, what a block of the target
// translates should be; 0 = nobody said.
type limit struct{ after, before int }

// limits are those of the blocks at some places of the target: what its neighbours translate.
// None where they were moved past each other.
func limits(rows []Row, at []int) []limit {
	all := make([]limit, len(at))
	for n, j := range at {
		for _, row := range rows {
			switch {
			case len(row.Targets) == 0 || len(row.Sources) == 0:
			case row.Targets[0] < j:
				all[n].after = slices.Max(row.Sources) + 1
			case row.Targets[0] > j && all[n].before == 0:
				all[n].before = slices.Min(row.Sources) + 1
			}
		}
		if all[n].before > 0 && all[n].after > all[n].before {
			all[n] = limit{}
		}
	}
	return all
}

// guessBetween is Guess for some blocks of a source, at these places in it, and some blocks of
// a target within limits.
func guessBetween(source, target []Block, places []int, within []limit) []Pair {
	if len(source) == 0 || len(target) == 0 {
		return nil
	}
	s, t := traits(source), traits(target)
	nameTraits(s, t, source, target)
	for i := range s {
		s[i].place = places[i] + 1
	}
	for j := range t {
		t[j].limit = within[j]
	}
	return guess(s, t, firstRatio(source, target))
}
