package archive

import (
	"fmt"
	"slices"
	"testing"

	"khabar/backend/alignment"
	"khabar/backend/newsroom"
	"khabar/backend/sqlite"
)

// Whenever a block was in a text, the past finds a revision that has it and that none with
// it follows at once; a block that never was is in none.
func TestThePastOfABlock(t *testing.T) {
	name := func(i int) newsroom.RevisionID { return newsroom.RevisionID(fmt.Sprint(i)) }
	for n := range 40 {
		for from := range n {
			for to := from; to <= n; to++ {
				p := &past{read: true, memory: newMemory(), blocks: map[newsroom.RevisionID][]alignment.Block{}}
				for i := range n {
					p.revisions = append(p.revisions, sqlite.Revision{ID: name(i)})
					text := []alignment.Block{{Source: fmt.Sprint("only ", i)}}
					if i >= from && i < to {
						text = append(text, alignment.Block{Source: "block"})
					}
					p.blocks[name(i)] = text
				}
				got := p.of(alignment.Digest("block"))
				want := []alignment.Block(nil)
				if to > from {
					want = p.blocks[name(to-1)]
				}
				if !slices.Equal(got, want) {
					t.Fatalf("%d revisions, there from %d to %d: %v", n, from, to, got)
				}
			}
		}
	}
}
