package desk

import (
	"slices"
	"strings"

	"khabar/backend/alignment"
	"khabar/backend/archive"
	"khabar/backend/newsroom"
)

// assemble joins the targets of rows to a body and says what each of its blocks translates.
// Two targets may make one block, as lists do, and one may make several: a block translates
// what the rows do whose words are in it. Where a row says of several blocks together what
// is known of each, that stays.
func assemble(rows []RowDraft, known newsroom.Links, source []alignment.Block) (body string, l newsroom.Links) {
	body, spans := joinTargets(rows)
	blocks := archive.BlocksOf(body)
	keys, at := alignment.Keys(blocks), 0
	for i, b := range blocks {
		if n := strings.Index(body[at:], b.Source); n >= 0 {
			at += n
		}
		link := newsroom.Link{Target: keys[i]}
		for n := range spans {
			if s := &spans[n]; s.start < at+len(b.Source) && at < s.end {
				link.Sources = joinSets(link.Sources, s.links)
				s.blocks = append(s.blocks, i)
				s.silent = s.silent && alignment.Silent(b.Text)
			}
		}
		l.Pairs = append(l.Pairs, link)
		at += len(b.Source)
	}
	keepFiner(l.Pairs, spans, known)
	l.Left = leftOut(spans, known.Left, source)
	return body, l
}

// joinTargets returns the body and where in it the target of each row stands.
func joinTargets(rows []RowDraft) (string, []span) {
	var all strings.Builder
	spans := make([]span, len(rows))
	for n, row := range rows {
		s := span{row: row, links: row.Links, silent: true}
		if row.Done {
			s.links = row.Sources
		}
		if target := strings.Trim(row.Target, "\r\n"); strings.TrimSpace(target) != "" {
			if all.Len() > 0 {
				all.WriteString("\n\n")
			}
			s.start = all.Len()
			all.WriteString(target)
			s.end = all.Len()
		}
		spans[n] = s
	}
	return all.String(), spans
}

// span is where the target of a row stands in a body, and the blocks in it.
type span struct {
	row        RowDraft
	start, end int
	links      []newsroom.Digest
	blocks     []int
	silent     bool // there are no words in them
}

// keepFiner gives the blocks of a row back what is known of each, where that comes to what
// the row says of all of them.
func keepFiner(pairs []newsroom.Link, spans []span, known newsroom.Links) {
	was := map[newsroom.Digest][]newsroom.Digest{}
	for _, p := range known.Pairs {
		was[p.Target] = p.Sources
	}
	for _, s := range spans {
		var together []newsroom.Digest
		for _, i := range s.blocks {
			together = joinSets(together, was[pairs[i].Target])
		}
		for _, i := range s.blocks {
			if sources, is := was[pairs[i].Target]; is && len(s.blocks) > 1 && sameSet(together, s.links) {
				pairs[i].Sources = sources
			}
		}
	}
}

// leftOut is what is left out on purpose: what was, but for what the rows say about it. A
// block of the source that has no words need not be left out to have none.
func leftOut(spans []span, was []newsroom.Digest, source []alignment.Block) (left []newsroom.Digest) {
	wordless := map[newsroom.Digest]bool{}
	for i, k := range alignment.Keys(source) {
		wordless[k] = alignment.Silent(source[i].Text)
	}
	said := map[newsroom.Digest]bool{}
	for _, s := range spans {
		for _, k := range s.row.Sources {
			said[k] = true
			if s.row.Done && s.silent && (len(s.blocks) == 0 || !wordless[k]) {
				left = joinSets(left, []newsroom.Digest{k})
			}
		}
	}
	for _, k := range was {
		if !said[k] {
			left = joinSets(left, []newsroom.Digest{k})
		}
	}
	return left
}

func joinSets(a, b []newsroom.Digest) []newsroom.Digest {
	a = slices.Clip(a)
	for _, v := range b {
		if !slices.Contains(a, v) {
			a = append(a, v)
		}
	}
	return a
}
