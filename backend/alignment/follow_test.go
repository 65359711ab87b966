package alignment_test

import (
	"fmt"
	"strings"
	"testing"

	"khabar/backend/alignment"
	"khabar/backend/newsroom"
)

// Each case is a text before and after, blocks parted by bars, and what became of each.
func TestFollow(t *testing.T) {
	for _, c := range []struct{ before, after, want string }{
		{"one | two | three", "one | two | three", "[[0] [1] [2]]"},
		{"one | two | three", "three | one | two", "[[1] [2] [0]]"},
		{"a b c d e f | x", "a b c d e f g | x", "[[0] [1]]"},
		{"a b c d e f g h i j k l", "a b c d | e f g h | i j k l", "[[0 1 2]]"},
		{"a b c d | e f g h | i j k l", "a b c d e f g h i j k l", "[[0] [0] [0]]"},
		{"first | a b c d e f", "a b c d e z | first", "[[1] [0]]"},
		{"keep | all of this goes away | end", "keep | nothing in it is left now | end", "[[0] [1] [2]]"},
		{"keep | a b c d | end", "keep | end", "[[0] [] [1]]"},
		{"keep | a b c d e | end", "keep | a b c d f | of the same common words as the other | end", "[[0] [1] [3]]"},
		{"x | x | y", "y | x | x", "[[1] [2] [0]]"},
		{"", "a", "[]"},
		{"a", "", "[[]]"},
	} {
		if got := fmt.Sprint(alignment.Follow(parts(c.before), parts(c.after))); got != c.want {
			t.Errorf("%s → %s: %s, want %s", c.before, c.after, got, c.want)
		}
	}
}

func parts(text string) (all []alignment.Block) {
	for s := range strings.SplitSeq(text, "|") {
		if s = strings.TrimSpace(s); s != "" {
			all = append(all, alignment.Block{Kind: "paragraph", Source: s, Text: s})
		}
	}
	return all
}

// A hundred thousand tiny paragraphs, all of them new, take no longer than to read them.
func TestFollowOfATextWithoutEnd(t *testing.T) {
	before, after := make([]alignment.Block, 100_000), make([]alignment.Block, 100_000)
	for i := range before {
		before[i].Source, after[i].Source = fmt.Sprint("a", i%5000), fmt.Sprint("b", i%5000)
	}
	after[500].Source = "a7"
	if to := alignment.Follow(before, after); len(to) != len(before) {
		t.Fatal(len(to))
	}
	if pairs := alignment.Guess(before[:20_000], after[:20_000]); len(pairs) == 0 {
		t.Fatal("nothing is paired")
	}
}

// A change that is of no effect leaves the translation fresh, and the next one does not.
func TestSame(t *testing.T) {
	first, second, third := parts("a b c d | e"), parts("a b | c d | e"), parts("a b | c d x | e")
	target := parts("A | E")
	links := alignment.LinksOf(newsroom.French, first, target, []alignment.Pair{{[]int{0}, []int{0}}, {[]int{1}, []int{1}}})
	past := func(newsroom.Digest) []alignment.Block { return first }
	same := []newsroom.Same{{Before: alignment.Keys(first)[:1], After: alignment.Keys(second)[:2]}}
	for _, c := range []struct {
		now  []alignment.Block
		same []newsroom.Same
		want string
	}{
		{first, nil, "fresh[0] fresh[1]"},
		{second, nil, "stale[0 1] fresh[2]"},
		{second, same, "fresh[0 1] fresh[2]"},
		{first, same, "fresh[0] fresh[1]"},
		{third, same, "stale[0 1] fresh[2]"},
		{third[:1], same, "stale[0] gone[]"},
	} {
		var got []string
		for _, row := range alignment.NewSource(c.now, c.same, past).Status(target, links).Rows {
			got = append(got, fmt.Sprint(row.State, row.Sources))
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s, want %s", s, c.want)
		}
	}
	// It holds backwards too: what was translated from the newer text is no staler with the older.
	links = alignment.LinksOf(newsroom.French, second, target, []alignment.Pair{{[]int{0, 1}, []int{0}}, {[]int{2}, []int{1}}})
	if s := alignment.NewSource(first, same, past).Status(target, links); s.Stale+s.Missing > 0 {
		t.Errorf("%+v", s)
	}
}

// A picture, a table or a caption that was carried over waits for its words.
func TestUnwritten(t *testing.T) {
	source := []alignment.Block{{Kind: "figure", Source: "![a](b \"c\")", Text: "a c"}, {Kind: "rule", Source: "***"}, {Kind: "video", Source: "![](v.mp4)"}}
	target := []alignment.Block{{Kind: "figure", Source: "![](b)"}, {Kind: "video", Source: "![](v.mp4)"}}
	links := alignment.LinksOf(newsroom.German, source, target, []alignment.Pair{{[]int{0}, []int{0}}, {[]int{2}, []int{1}}})
	s := alignment.NewSource(source, nil, nil).Status(target, links)
	if len(s.Rows) != 2 || s.Rows[0].State != alignment.Missing || s.Rows[1].State != alignment.Fresh || s.Missing != 1 {
		t.Fatalf("%+v", s)
	}
}
