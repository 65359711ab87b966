package journal_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"khabar/backend/journal"
	"khabar/backend/newsroom"
)

func ids(t *rapid.T, max int) []newsroom.EntryID {
	n := rapid.IntRange(0, max).Draw(t, "n")
	all := make([]newsroom.EntryID, n)
	for i := range all {
		all[i] = newsroom.EntryID('a' + rune(i))
	}
	return all
}

// writes draws a history: each write may name any of those before it.
func writes(t *rapid.T) []journal.Written {
	var all []journal.Written
	for i, id := range ids(t, 10) {
		w := journal.Written{Entry: id, Time: newsroom.Stamp(rapid.IntRange(0, 5).Draw(t, "time"))}
		w.Op = rapid.SampledFrom([]journal.Op{journal.Add, journal.Add, journal.Remove}).Draw(t, "op")
		w.Value = journal.Value(rapid.SampledFrom([]string{"x", "y", "z"}).Draw(t, "value"))
		for _, earlier := range all[:i] {
			if rapid.Bool().Draw(t, "over") {
				w.Over = append(w.Over, earlier.Entry)
			}
		}
		all = append(all, w)
	}
	return all
}

func shuffled[T any](t *rapid.T, all []T) []T {
	twice := append(slices.Clone(all), all...)
	r := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 0))
	r.Shuffle(len(twice), func(i, j int) { twice[i], twice[j] = twice[j], twice[i] })
	return twice
}

// Any order and any duplication of the same writes resolve to the same.
func TestRegistersAndSetsDoNotDependOnOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := writes(t)
		again := shuffled(t, all)
		if d := cmp.Diff(journal.Resolve(all), journal.Resolve(again)); d != "" {
			t.Fatal(d)
		}
		a, b := journal.Members(all), journal.Members(again)
		if d := cmp.Diff(a, b); d != "" {
			t.Fatal(d)
		}
	})
}

// The clock of a laptop in 2037 does not beat a correction that saw its write.
func TestParentsBeatClocks(t *testing.T) {
	far := journal.Written{Entry: "a", Time: 1 << 60, Value: journal.Value("wrong")}
	near := journal.Written{Entry: "b", Time: 1, Value: journal.Value("right"), Over: []newsroom.EntryID{"a"}}
	open := journal.Resolve([]journal.Written{far, near})
	if len(open) != 1 || open[0].Entry != "b" {
		t.Fatalf("%+v", open)
	}
}

func TestARemovalTakesOnlyWhatItSaw(t *testing.T) {
	x := journal.Value("x")
	ops := []journal.Written{
		{Entry: "a", Op: journal.Add, Value: x},
		{Entry: "b", Op: journal.Add, Value: x, Time: 1},
		{Entry: "c", Op: journal.Remove, Value: x, Time: 2, Over: []newsroom.EntryID{"a"}},
	}
	if m := journal.Members(ops); len(m) != 1 || !slices.Equal(m[0].By, []newsroom.EntryID{"b"}) {
		t.Fatalf("%+v", m)
	}
}

// graph draws revisions, each made from one or two before it.
func graph(t *rapid.T) []journal.Node {
	var all []journal.Node
	for i, id := range ids(t, 8) {
		n := journal.Node{ID: id, Time: newsroom.Stamp(rapid.IntRange(0, 3).Draw(t, "time"))}
		if i > 0 {
			for range rapid.IntRange(1, 2).Draw(t, "parents") {
				n.Parents = append(n.Parents, all[rapid.IntRange(0, i-1).Draw(t, "parent")].ID)
			}
		}
		all = append(all, n)
	}
	return all
}

var texts = map[newsroom.RevisionID]string{
	"a": "یک\n\nدو\n\nسه", "b": "یک\n\nدو!\n\nسه", "c": "یک\n\nدو\n\nسه\n\nچهار", "d": "یک\n\nدو?\n\nسه",
	"e": "دو\n\nسه", "f": "", "g": "تازه", "h": "یک\n\nدو\n\nسه",
}

func textOf(id newsroom.RevisionID) newsroom.Text {
	return newsroom.Text{Headline: string(id), Body: texts[id]}
}

func TestEveryDeviceComputesTheSameView(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		nodes := graph(t)
		again := shuffled(t, nodes)
		heads := journal.Heads(nodes)
		if d := cmp.Diff(heads, journal.Heads(again)); d != "" {
			t.Fatal(d)
		}
		view, unclear := journal.View(nodes, heads, textOf)
		view2, unclear2 := journal.View(again, heads, textOf)
		if view != view2 || !slices.Equal(unclear, unclear2) {
			t.Fatalf("%v %v\n%v %v", view, unclear, view2, unclear2)
		}
	})
}

func bodies(t *rapid.T, name string) string {
	return strings.Join(rapid.SliceOfN(rapid.SampledFrom([]string{"الف", "ب", "می‌روم", "ټول", "ғ"}), 0, 6).Draw(t, name), "\n\n")
}

// Merging with an unchanged side gives the other side; no block that a side added is
// lost; and nothing unclear goes unmarked.
func TestMergeLosesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		base := newsroom.Text{Body: bodies(t, "base")}
		ours := newsroom.Text{Body: bodies(t, "ours")}
		theirs := newsroom.Text{Body: bodies(t, "theirs")}
		if m, unclear := journal.Merge(base, ours, base); m != ours || unclear != nil {
			t.Fatalf("merge with base: %q %v", m.Body, unclear)
		}
		if m, unclear := journal.Merge(base, base, theirs); m != theirs || unclear != nil {
			t.Fatalf("merge with base: %q %v", m.Body, unclear)
		}
		m, unclear := journal.Merge(base, ours, theirs)
		if journal.Marked(m.Body) != slices.Contains(unclear, "body") {
			t.Fatalf("marks and unclear disagree: %q %v", m.Body, unclear)
		}
		for _, side := range []newsroom.Text{ours, theirs} {
			for b := range strings.SplitSeq(side.Body, "\n\n") {
				if !strings.Contains(base.Body, b) && !strings.Contains(m.Body, b) {
					t.Fatalf("%q is lost from %q", b, m.Body)
				}
			}
		}
	})
}

// The parts of a comparison give back both texts.
func TestCompareGivesBackBothTexts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.SampledFrom([]string{"کتاب‌ها ", "می‌روم، ", "سال ۱۴۰۵ ", "x", "ښه\n"})
		body := func(name string) string {
			return strings.Join(rapid.SliceOfN(word, 1, 8).Draw(t, name), "")
		}
		a, b := newsroom.Text{Summary: body("a")}, newsroom.Text{Summary: body("b")}
		for _, c := range journal.Compare(a, b) {
			var older, newer strings.Builder
			for _, p := range c.Parts {
				if p.Op != journal.Added {
					older.WriteString(p.Text)
				}
				if p.Op != journal.Deleted {
					newer.WriteString(p.Text)
				}
			}
			if older.String() != a.Summary || newer.String() != b.Summary {
				t.Fatalf("%q %q from %+v", older.String(), newer.String(), c)
			}
		}
	})
}

func TestADigestTellsFieldsApart(t *testing.T) {
	if journal.Digest(newsroom.Text{Headline: "ab", Slug: "c"}) == journal.Digest(newsroom.Text{Headline: "a", Slug: "bc"}) {
		t.Fatal("two texts share a digest")
	}
}

// What an act replaced comes before it, whatever the clocks said; only acts that know
// nothing of each other are in the order of their times.
func TestOrderedGoesByParents(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := writes(t)
		if len(all) == 0 {
			return
		}
		last := all[len(all)-1].Entry
		order := journal.Ordered(all, last)
		if d := cmp.Diff(order, journal.Ordered(shuffled(t, all), last)); d != "" {
			t.Fatal(d)
		}
		if order[len(order)-1] != last {
			t.Fatalf("%v ends before %s", order, last)
		}
		for _, w := range all {
			for _, over := range w.Over {
				if at := slices.Index(order, w.Entry); at >= 0 && slices.Index(order, over) > at {
					t.Fatalf("%v: %s replaces %s", order, w.Entry, over)
				}
			}
		}
	})
	years := []journal.Written{
		{Entry: "publish", Time: 1 << 60}, {Entry: "withdraw", Time: 1, Over: []newsroom.EntryID{"publish", "gone"}},
		{Entry: "elsewhere", Time: 2},
	}
	if got := journal.Ordered(years, "withdraw"); !slices.Equal(got, []newsroom.EntryID{"publish", "withdraw"}) {
		t.Fatal(got)
	}
}
