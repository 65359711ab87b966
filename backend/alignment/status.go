package alignment

import (
	"slices"

	"khabar/backend/newsroom"
)

// What a row can be.
const (
	Missing = "missing" // to be written
	Fresh   = "fresh"   // a translation of what the source says; without a target: left out on purpose
	Stale   = "stale"   // the source says something else since
	Gone    = "gone"    // the source no longer has it
	Extra   = "extra"   // translates nothing
)

// Row is what belongs together of both texts.
type Row struct {
	State   string
	Sources []int             // blocks of the source of today
	Targets []int             // blocks of the translation, one after another
	Links   []newsroom.Digest // what the targets are recorded to translate; the sources where nothing is
	Before  []Block           // what Links were, where that is known; of stale and gone rows
}

// State is a translation beside its source.
type State struct {
	Rows    []Row // in the order of the translation; what is missing after what precedes it in the source
	Stale   int   // rows that are stale or gone
	Missing int
}

// unneeded kinds show nothing that a translation must have.
var unneeded = []string{"rule", "definition"}

// Status lays a translation beside its source.
func (source *Source) Status(target []Block, l newsroom.Links) State {
	s := &status{source: source.now, target: target, keys: source.keys}
	s.rows(l, source)
	s.unwritten(l.Left)
	s.missing(l.Left)
	var out State
	for _, row := range s.done {
		switch row.State {
		case Stale, Gone:
			out.Stale++
		case Missing:
			out.Missing++
		}
	}
	out.Rows = s.done
	return out
}

type status struct {
	source, target []Block
	keys           []newsroom.Digest
	done           []Row
}

// rows makes the rows that have a target. Neighbours that translate the same block are one.
func (s *status) rows(l newsroom.Links, source *Source) {
	known, targets := index(l), Keys(s.target)
	var used []newsroom.Digest
	for _, k := range targets {
		used = append(used, known[k]...)
	}
	r := newResolver(source, used)
	for j, k := range targets {
		row := s.row(j, known[k], r)
		if last := len(s.done) - 1; last >= 0 && overlap(s.done[last], row) {
			s.done[last] = joined(s.done[last], row)
		} else {
			s.done = append(s.done, row)
		}
	}
}

func (s *status) row(j int, links []newsroom.Digest, r resolver) Row {
	row := Row{State: Extra, Targets: []int{j}, Links: links}
	if len(links) == 0 {
		return row
	}
	row.State = Fresh
	for _, k := range links {
		now := r.resolve(k)
		row.Sources = join(row.Sources, now.at)
		if !now.fresh {
			row.State = Stale
		}
		switch {
		case now.was.Source != "":
			row.Before = append(row.Before, now.was)
		case now.fresh: // other words, but of no effect: what they are now will do
			for _, i := range now.at {
				row.Before = append(row.Before, s.source[i])
			}
		}
	}
	slices.Sort(row.Sources)
	switch {
	case row.State == Fresh:
		row.Before = nil
	case len(row.Sources) == 0:
		row.State = Gone
	}
	return row
}

func overlap(a, b Row) bool {
	if a.State == Gone && b.State == Gone {
		return slices.Equal(a.Links, b.Links)
	}
	return slices.ContainsFunc(b.Sources, func(i int) bool { return slices.Contains(a.Sources, i) })
}

func joined(a, b Row) Row {
	if b.State == Stale {
		a.State = Stale
	}
	a.Targets = append(a.Targets, b.Targets...)
	a.Sources, a.Links, a.Before = join(a.Sources, b.Sources), join(a.Links, b.Links), join(a.Before, b.Before)
	slices.Sort(a.Sources)
	return a
}

// unwritten finds the rows whose targets have no words while their sources have some: a
// picture without its caption, a table without its cells.
func (s *status) unwritten(left []newsroom.Digest) {
	for n := range s.done {
		row := &s.done[n]
		speaks := func(i int) bool { return !Silent(s.source[i].Text) && !slices.Contains(left, s.keys[i]) }
		if slices.ContainsFunc(row.Sources, speaks) &&
			!slices.ContainsFunc(row.Targets, func(j int) bool { return !Silent(s.target[j].Text) }) {
			row.State = Missing
		}
	}
}

// missing puts the blocks of the source that nothing translates where they belong.
func (s *status) missing(left []newsroom.Digest) {
	after := make([][]Row, len(s.done)+1) // rows that follow each row; those of 0 come first
	last := map[int]int{}                 // block of the source → the last row that has it, counted from 1
	for n, row := range s.done {
		for _, i := range row.Sources {
			last[i] = n + 1
		}
	}
	place := 0
	for i, b := range s.source {
		if n, covered := last[i]; covered {
			place = n
			continue
		}
		row := Row{State: Missing, Sources: []int{i}, Links: []newsroom.Digest{s.keys[i]}}
		if slices.Contains(left, s.keys[i]) {
			row.State = Fresh
		} else if slices.Contains(unneeded, b.Kind) {
			continue
		}
		after[place] = append(after[place], row)
	}
	rows := after[0]
	for n, row := range s.done {
		rows = append(append(rows, row), after[n+1]...)
	}
	s.done = rows
}
