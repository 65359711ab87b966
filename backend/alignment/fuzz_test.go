package alignment_test

import (
	"fmt"
	"testing"

	"khabar/backend/alignment"
	"khabar/backend/newsroom"
)

// Whatever two texts hold, every block has one place in each answer.
func FuzzTexts(f *testing.F) {
	for _, seed := range [][2]string{
		{"", ""}, {"a\n\nb", "b\n\na"}, {"# h\n\n- a\n- b\n\n***\n\n***", "> q\n\n***"},
		{"۱۲۳ می\u200cرود\n\n![](a.jpg)", "123\n\n![](a.jpg \"x © y\")"}, {"a\r\n\r\na\r\n\r\na", "a"},
		{"| a |\n|---|\n| 1 |\n\n[^1]: n", "x[^1]\n\n[^1]: n"}, {"\x00\xff", "\u2028"},
	} {
		f.Add(seed[0], seed[1])
	}
	f.Fuzz(func(t *testing.T, before, after string) {
		a, b := blocksOf(before), blocksOf(after)
		for i, to := range alignment.Follow(a, b) {
			last := -1
			for _, j := range to {
				if j <= last || j >= len(b) {
					t.Fatalf("block %d became %v of %d", i, to, len(b))
				}
				last = j
			}
		}
		seen := map[int]bool{}
		for _, p := range alignment.Guess(a, b) {
			for _, j := range p.Target {
				if seen[j] || j >= len(b) || len(p.Source) == 0 {
					t.Fatalf("%+v", p)
				}
				seen[j] = true
			}
		}
		source := alignment.NewSource(a, nil, func(newsroom.Digest) []alignment.Block { return nil })
		links, _ := source.Fill(b, newsroom.Links{From: newsroom.Arabic})
		n := 0
		for _, row := range source.Status(b, links).Rows {
			if row.State == alignment.Stale || row.State == alignment.Gone {
				t.Fatalf("%+v", row)
			}
			for _, j := range row.Targets {
				if j != n {
					t.Fatalf("target %d stands where %d should", j, n)
				}
				n++
			}
		}
		if n != len(b) {
			t.Fatalf("%d of %d targets", n, len(b))
		}
		if c := alignment.Carry(b, b, links); fmt.Sprint(c.Pairs) != fmt.Sprint(inOrder(links, b)) {
			t.Fatalf("%v became %v", links, c)
		}
	})
}

// inOrder lists the links of blocks as they stand.
func inOrder(l newsroom.Links, blocks []alignment.Block) (all []newsroom.Link) {
	for _, k := range alignment.Keys(blocks) {
		for _, p := range l.Pairs {
			if p.Target == k {
				all = append(all, p)
			}
		}
	}
	return all
}
