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
func assemble(rows []RowDraft, known newsroom.Links) (body string, l newsroom.Links) {
	var all strings.Builder
	var spans []span
	for _, row := range rows {
		target := strings.Trim(row.Target, "\r\n")
		if strings.TrimSpace(target) == "" {
			continue
		}
		if all.Len() > 0 {
			all.WriteString("\n\n")
		}
		s := span{start: all.Len(), links: row.Links}
		if row.Done {
			s.links = row.Sources
		}
		all.WriteString(strings.ReplaceAll(target, "\r\n", "\n"))
		s.end = all.Len()
		spans = append(spans, s)
	}
	body = all.String()
	l.Left = leftOut(rows, known.Left)
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
			}
		}
		l.Pairs = append(l.Pairs, link)
		at += len(b.Source)
	}
	keepFiner(l.Pairs, spans, known)
	return body, l
}

// span is where the target of a row stands in a body, and the blocks in it.
type span struct {
	start, end int
	links      []newsroom.Digest
	blocks     []int
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

// leftOut is what is left out on purpose: what was, but for what the rows say about it.
func leftOut(rows []RowDraft, was []newsroom.Digest) (left []newsroom.Digest) {
	said := map[newsroom.Digest]bool{}
	for _, row := range rows {
		for _, s := range row.Sources {
			said[s] = true
			if row.Done && strings.TrimSpace(row.Target) == "" {
				left = joinSets(left, []newsroom.Digest{s})
			}
		}
	}
	for _, s := range was {
		if !said[s] {
			left = joinSets(left, []newsroom.Digest{s})
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
