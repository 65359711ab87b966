package desk

import (
	"context"
	"slices"
	"strings"

	"khabar/backend/alignment"
	"khabar/backend/newsroom"
	"khabar/backend/sqlite"
)

// Returned is a piece of a translation that was made elsewhere.
type Returned struct {
	Sources []newsroom.Digest // blocks of the source as they were when it went out
	Target  string            // Markdown
	Before  newsroom.Digest   // of what the target was then; "" = nothing was written
	Known   bool              // Before is known
}

// ReturnedHead is a headline or summary that was translated elsewhere.
type ReturnedHead struct {
	Name   string // as package alignment has it
	Source string // as it was when it went out
	Target string
}

// What becomes of a piece that comes back.
const (
	ReturnTaken   = "taken"
	ReturnStale   = "stale" // taken, and what it translates says something else since
	ReturnSame    = "same"  // it says what is here
	ReturnGone    = "gone"  // what it translates is no longer there: left out
	ReturnKept    = "kept"  // what is here was changed since: that stays
	returnNothing = ""
)

// TakeTranslation puts what was translated elsewhere where it belongs, in the words of today,
// and saves it: heads are the headline and summary, those that came. A head or block whose
// source has changed since gets its translation and is stale. It returns what became of each
// piece, in their order.
func (d *Desk) TakeTranslation(ctx context.Context, id newsroom.EditionID, from newsroom.Lang, heads []ReturnedHead, pieces []Returned) ([]string, error) {
	t, err := d.Translation(ctx, id, from)
	if err != nil {
		return nil, err
	}
	r := &returning{rows: t.Rows, pieces: pieces, outcome: make([]string, len(pieces))}
	err = d.archive.DB().View(ctx, func(tx *sqlite.Tx) error { return r.place(d, tx, newsroom.NewEditionID(id.Story(), from)) })
	if err != nil {
		return nil, err
	}
	draft := TranslationDraft{From: from, Text: t.Edition.Text, Rows: r.drafts(), Heads: map[string]newsroom.Digest{}}
	for _, head := range heads {
		draft.Heads[head.Name] = alignment.HeadDigest(head.Name, head.Source)
		if head.Name == alignment.Headline {
			draft.Text.Headline = head.Target
		} else {
			draft.Text.Summary = head.Target
		}
	}
	if draft.Text == t.Edition.Text && !slices.ContainsFunc(r.outcome, func(s string) bool { return s == ReturnTaken || s == ReturnStale }) {
		return r.outcome, nil
	}
	_, err = d.SaveTranslation(ctx, id, draft)
	return r.outcome, err
}

type returning struct {
	rows    []TranslationRow
	pieces  []Returned
	outcome []string
	of      []*returnGroup // by row
}

// returnGroup is rows and pieces that belong together.
type returnGroup struct {
	rows, pieces []int
	fresh        bool
}

// place finds the rows of each piece. Status says where blocks of the past are today; that
// the pieces are not in the text yet makes no difference to it.
func (r *returning) place(d *Desk, tx *sqlite.Tx, id newsroom.EditionID) error {
	source, err := d.archive.Source(tx, id)
	if err != nil {
		return err
	}
	r.of = make([]*returnGroup, len(r.rows))
	for n, piece := range r.pieces {
		block := alignment.Block{Kind: "paragraph", Source: piece.Target, Text: piece.Target}
		links := newsroom.Links{Pairs: []newsroom.Link{{Target: alignment.Keys([]alignment.Block{block})[0], Sources: piece.Sources}}}
		for _, row := range source.Status([]alignment.Block{block}, links).Rows {
			if len(row.Targets) > 0 {
				r.join(n, pickKeys(source.Keys(), row.Sources), row.State == alignment.Fresh)
			}
		}
	}
	return source.Err()
}

func pickKeys(keys []newsroom.Digest, at []int) (some []newsroom.Digest) {
	for _, i := range at {
		some = append(some, keys[i])
	}
	return some
}

// join puts piece n together with the rows of the blocks that it translates today.
func (r *returning) join(n int, blocks []newsroom.Digest, fresh bool) {
	g := &returnGroup{pieces: []int{n}, fresh: fresh}
	for i, row := range r.rows {
		touched := slices.ContainsFunc(row.Sources, func(p Piece) bool { return slices.Contains(blocks, p.Digest) })
		if !touched {
			continue
		}
		if other := r.of[i]; other != nil && other != g {
			g.rows, g.pieces = append(other.rows, g.rows...), append(other.pieces, g.pieces...)
			g.fresh = g.fresh && other.fresh
			for _, at := range other.rows {
				r.of[at] = g
			}
		} else if other == nil {
			g.rows = append(g.rows, i)
		}
		r.of[i] = g
	}
	if len(g.rows) == 0 {
		r.outcome[n] = ReturnGone
		return
	}
	slices.Sort(g.rows)
}

// drafts are all rows with what came back in its place: in the first of the rows that it
// belongs to.
func (r *returning) drafts() (all []RowDraft) {
	for i, row := range r.rows {
		g := r.of[i]
		switch {
		case g == nil || !r.settle(g):
			all = append(all, rowDraftOf(row))
		case i == g.rows[0]:
			all = append(all, r.draft(g))
		}
	}
	return all
}

func rowDraftOf(row TranslationRow) RowDraft {
	w := RowDraft{Links: row.Links, Target: row.Target, Done: row.State == alignment.Fresh}
	for _, p := range row.Sources {
		w.Sources = append(w.Sources, p.Digest)
	}
	return w
}

// settle says what becomes of the pieces of a group and reports whether they go in.
func (r *returning) settle(g *returnGroup) bool {
	said := r.outcome[g.pieces[0]]
	if said == returnNothing {
		said = r.verdict(g)
		for _, n := range g.pieces {
			r.outcome[n] = said
		}
	}
	return said == ReturnTaken || said == ReturnStale
}

func (r *returning) verdict(g *returnGroup) string {
	here, target := r.here(g), r.target(g)
	known := false
	for _, n := range g.pieces {
		known = known || r.pieces[n].Known
	}
	switch {
	case alignment.Digest(here) == alignment.Digest(target):
		return ReturnSame
	case known && !alignment.Silent(here) && !r.asItWas(g), !alignment.Silent(here) && !r.covered(g):
		return ReturnKept
	case g.fresh:
		return ReturnTaken
	}
	return ReturnStale
}

// covered reports whether the pieces translate all that the rows do.
func (r *returning) covered(g *returnGroup) bool {
	if !g.fresh {
		return true // of a source that changed, nobody can say
	}
	w := r.draft(g)
	return !slices.ContainsFunc(w.Sources, func(d newsroom.Digest) bool { return !slices.Contains(w.Links, d) })
}

// asItWas reports whether what is here is what went out.
func (r *returning) asItWas(g *returnGroup) bool {
	for _, i := range g.rows {
		target := r.rows[i].Target
		was := slices.ContainsFunc(g.pieces, func(n int) bool { return r.pieces[n].Before == alignment.Digest(target) })
		if !alignment.Silent(target) && !was {
			return false
		}
	}
	return true
}

func (r *returning) here(g *returnGroup) string {
	var all []string
	for _, i := range g.rows {
		if s := strings.TrimSpace(r.rows[i].Target); s != "" {
			all = append(all, s)
		}
	}
	return strings.Join(all, "\n\n")
}

func (r *returning) target(g *returnGroup) string {
	var all []string
	for _, n := range g.pieces {
		all = append(all, r.pieces[n].Target)
	}
	return strings.Join(all, "\n\n")
}

func (r *returning) draft(g *returnGroup) RowDraft {
	w := RowDraft{Target: r.target(g)}
	for _, i := range g.rows {
		w.Sources = joinSets(w.Sources, rowDraftOf(r.rows[i]).Sources)
	}
	for _, n := range g.pieces {
		w.Links = joinSets(w.Links, r.pieces[n].Sources)
	}
	if g.fresh { // of a row that was joined since, the rest is missing
		w.Done = !slices.ContainsFunc(w.Sources, func(d newsroom.Digest) bool { return !slices.Contains(w.Links, d) })
	}
	return w
}
