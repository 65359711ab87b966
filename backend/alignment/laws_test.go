package alignment_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"khabar/backend/alignment"
	"khabar/backend/newsroom"
)

// passage is a block that knows, beside the algorithm, what it is: for the source, which
// version it is and what became of it; for a translation, which versions it was made from.
type passage struct {
	words []string
	of    []string // versions of the source that it translates
}

// id is its version: no two blocks have the same words, unless one became the other again.
func (p passage) id() string { return strings.Join(p.words, " ") }

func (p passage) block() alignment.Block {
	return alignment.Block{Kind: "paragraph", Source: p.id(), Text: p.id()}
}

func blocks(all []passage) []alignment.Block {
	out := make([]alignment.Block, len(all))
	for i, p := range all {
		out[i] = p.block()
	}
	return out
}

// world is a source with its history and a translation that is kept up with Carry.
type world struct {
	t              *rapid.T
	words          int
	source, target []passage
	history        [][]alignment.Block
	heirs          map[string][]string // what became of a version
	links          newsroom.Links
}

func (w *world) word() string { w.words++; return fmt.Sprintf("w%d", w.words) }

func (w *world) fresh() passage {
	var p passage
	for range rapid.IntRange(6, 14).Draw(w.t, "words") {
		p.words = append(p.words, w.word())
	}
	return p
}

// newWorld is a text and its complete translation.
func newWorld(t *rapid.T) *world {
	w := &world{t: t, heirs: map[string][]string{}, links: newsroom.Links{From: newsroom.Persian}}
	for range rapid.IntRange(0, 12).Draw(t, "blocks") {
		s, p := w.fresh(), w.fresh()
		p.of = []string{s.id()}
		w.source, w.target = append(w.source, s), append(w.target, p)
	}
	w.saved()
	for i, k := range alignment.Keys(blocks(w.target)) {
		w.links.Pairs = append(w.links.Pairs, newsroom.Link{Target: k, Sources: []newsroom.Digest{alignment.Digest(w.source[i].id())}})
	}
	return w
}

// saved takes the source as it is into its history.
func (w *world) saved() { w.history = append(w.history, blocks(w.source)) }

func (w *world) past(k newsroom.Digest) []alignment.Block {
	for _, text := range slices.Backward(w.history) {
		if slices.Contains(alignment.Keys(text), k) {
			return text
		}
	}
	return nil
}

// edit does one thing that people do to a text. become is told what a passage turned into.
func (w *world) edit(text []passage, become func(from []passage, to []passage)) []passage {
	if len(text) == 0 {
		return append(text, w.fresh())
	}
	i := rapid.IntRange(0, len(text)-1).Draw(w.t, "at")
	p := text[i]
	part := func(words []string) passage { return passage{words: slices.Clone(words), of: p.of} }
	switch rapid.SampledFrom([]string{"insert", "delete", "words", "words", "split", "join", "move"}).Draw(w.t, "edit") {
	case "insert":
		return slices.Insert(text, i, w.fresh())
	case "delete":
		become([]passage{p}, nil)
		return slices.Delete(text, i, i+1)
	case "words":
		q := part(p.words)
		q.words[rapid.IntRange(0, len(q.words)-1).Draw(w.t, "word")] = w.word()
		become([]passage{p}, []passage{q})
		text[i] = q
	case "split":
		if len(p.words) >= 6 {
			at := rapid.IntRange(3, len(p.words)-3).Draw(w.t, "split")
			a, b := part(p.words[:at]), part(p.words[at:])
			become([]passage{p}, []passage{a, b})
			return slices.Replace(text, i, i+1, a, b)
		}
	case "join":
		if i+1 < len(text) {
			q := part(append(slices.Clone(p.words), text[i+1].words...))
			q.of = append(slices.Clone(p.of), text[i+1].of...)
			become([]passage{p, text[i+1]}, []passage{q})
			return slices.Replace(text, i, i+2, q)
		}
	case "move":
		text = slices.Delete(text, i, i+1)
		return slices.Insert(text, rapid.IntRange(0, len(text)).Draw(w.t, "to"), p)
	}
	return text
}

func (w *world) editSource() {
	w.source = w.edit(slices.Clone(w.source), func(from, to []passage) {
		for _, f := range from {
			for _, t := range to {
				w.heirs[f.id()] = append(w.heirs[f.id()], t.id())
			}
		}
	})
	w.saved()
}

func (w *world) editTarget() {
	before := w.target
	w.target = w.edit(slices.Clone(w.target), func([]passage, []passage) {})
	w.links = alignment.Carry(blocks(before), blocks(w.target), w.links)
}

func (w *world) status() alignment.State {
	s := alignment.NewSource(blocks(w.source), nil, w.past).Status(blocks(w.target), w.links)
	w.valid(s)
	return s
}

// valid: every block of the translation is in one row, in order, and every block of the
// source in one at least.
func (w *world) valid(s alignment.State) {
	var targets []int
	sources := map[int]bool{}
	for _, row := range s.Rows {
		targets = append(targets, row.Targets...)
		for _, i := range row.Sources {
			sources[i] = true
		}
	}
	for n, j := range targets {
		if n != j {
			w.t.Fatalf("targets %v", targets)
		}
	}
	if len(targets) != len(w.target) || len(sources) != len(w.source) {
		w.t.Fatalf("%d of %d targets, %d of %d sources", len(targets), len(w.target), len(sources), len(w.source))
	}
}

// today follows a version to the blocks of the source that are left of it.
func (w *world) today(id string) (ids []string) {
	seen := map[string]bool{}
	for todo := []string{id}; len(todo) > 0; {
		id, todo = todo[0], todo[1:]
		if slices.ContainsFunc(w.source, func(p passage) bool { return p.id() == id }) {
			ids = append(ids, id)
		} else if !seen[id] {
			todo = append(todo, w.heirs[id]...)
		}
		seen[id] = true
	}
	return ids
}

// stale says by what is known of each passage whether target j must be looked at again.
func (w *world) stale(j int) bool {
	return slices.ContainsFunc(w.target[j].of, func(id string) bool { return !slices.Equal(w.today(id), []string{id}) })
}

func (w *world) compare(s alignment.State) {
	for _, row := range s.Rows {
		for _, j := range row.Targets {
			extra := len(w.target[j].of) == 0
			if extra != (row.State == alignment.Extra) {
				w.t.Fatalf("target %d of %v: %s", j, w.target[j].of, row.State)
			}
		}
		stale := slices.ContainsFunc(row.Targets, w.stale)
		if is := row.State == alignment.Stale || row.State == alignment.Gone; is != stale {
			w.t.Fatalf("row %+v: stale is %v", row, stale)
		}
	}
}

// However both texts are edited, a row is stale exactly where what it translates has changed.
func TestStalenessIsExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := newWorld(t)
		for range rapid.IntRange(0, 25).Draw(t, "edits") {
			if rapid.Bool().Draw(t, "source") {
				w.editSource()
			} else {
				w.editTarget()
			}
			w.compare(w.status())
		}
	})
}

// After one change of a source that was up to date, exactly the rows of the block that
// changed are not, and what is new is missing.
func TestOneChangeIsFound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := newWorld(t)
		w.editSource()
		s := w.status()
		covered := map[string]bool{}
		for _, p := range w.target {
			for _, id := range p.of {
				for _, now := range w.today(id) {
					covered[now] = true
				}
			}
		}
		for _, row := range s.Rows {
			for _, i := range row.Sources {
				if covered[w.source[i].id()] == (row.State == alignment.Missing) {
					t.Fatalf("source %d: %+v", i, row)
				}
			}
			if row.State == alignment.Stale {
				var want []string
				for _, id := range w.target[row.Targets[0]].of {
					want = append(want, w.today(id)...)
				}
				if len(row.Targets) == 1 && len(want) != len(row.Sources) {
					t.Fatalf("%+v: should be %v", row, want)
				}
			}
		}
	})
}

// Blocks that are equal are told apart by their number: no change goes unseen, and no
// change is seen where there is none.
func TestEqualBlocks(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.Custom(func(t *rapid.T) alignment.Block {
			s := rapid.SampledFrom([]string{"a", "b", "a b c d e f", "a b c d e g", "***", ""}).Draw(t, "text")
			return alignment.Block{Kind: "paragraph", Source: s, Text: s}
		})
		source := rapid.SliceOfN(text, 0, 8).Draw(t, "source")
		target := make([]alignment.Block, len(source))
		for i, b := range source {
			target[i] = alignment.Block{Kind: b.Kind, Source: "t " + b.Source, Text: "t " + b.Text}
		}
		var pairs []alignment.Pair
		for i := range source {
			pairs = append(pairs, alignment.Pair{Source: []int{i}, Target: []int{i}})
		}
		links := alignment.LinksOf(newsroom.Russian, source, target, pairs)
		now := rapid.SliceOfN(text, 0, 8).Draw(t, "now")
		past := func(newsroom.Digest) []alignment.Block { return source }
		s := alignment.NewSource(now, nil, past).Status(target, links)
		before, after := alignment.Keys(source), alignment.Keys(now)
		slices.Sort(before)
		slices.Sort(after)
		if same := slices.Equal(before, after); same != (s.Stale+s.Missing == 0) {
			t.Fatalf("same is %v, %d stale, %d missing", same, s.Stale, s.Missing)
		}
		if c := alignment.Carry(target, target, links); fmt.Sprint(c) != fmt.Sprint(links) {
			t.Fatalf("%v carried to %v", links, c)
		}
	})
}

// White space is not a change: neither of lines, nor of the signs that begin those of a quote.
func TestReflow(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOfN(rapid.StringMatching(`[\p{L}\p{Nd}\x{200c}«»*_.]{1,6}`), 1, 20).Draw(t, "words")
		flow := func(start, line string) string {
			out := start
			for i, w := range words {
				if i > 0 {
					out += rapid.SampledFrom([]string{" ", "  ", "\t", "\n" + line, " \n" + line + " "}).Draw(t, "space")
				}
				out += w
			}
			return out
		}
		for _, form := range [][2]string{{"", ""}, {"> ", "> "}, {"> ", ">"}, {"- ", "  "}, {"## ", ""}} {
			if a, b := flow(form[0], form[1]), flow(form[0], form[1]); alignment.Digest(a) != alignment.Digest(b) {
				t.Fatalf("%q and %q", a, b)
			}
		}
		if a, b := strings.Join(words, " "), strings.Join(append(words, "x"), " "); alignment.Digest(a) == alignment.Digest(b) {
			t.Fatalf("%q and %q", a, b)
		}
	})
	for _, pair := range [][2]string{{"می\u200cرود", "میرود"}, {"« a »", "«\u00a0a\u00a0»"}, {"ي", "ی"}, {"a\u200eb", "ab"}, {"# a", "## a"}, {"a", "*a*"}} {
		if alignment.Digest(pair[0]) == alignment.Digest(pair[1]) {
			t.Errorf("%q and %q", pair[0], pair[1])
		}
	}
}
