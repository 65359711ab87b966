package journal

import (
	"slices"
	"strings"
)

// Piece is a stretch of a merged body: either blocks that nobody disputes, or a place that
// both sides changed, which has as many versions as differ.
type Piece struct {
	Text     string   // as it stands in the body, at a place with its marks
	Versions []string // none where nobody disputes it; "" = taken out
}

// Pieces cuts a body at the places that Merge put between marks; joining the pieces with
// an empty line, a version of each place for the place, gives a body without marks. Marks
// that a person has left without their partners are text: Marked finds them in a Text.
func Pieces(body string) []Piece {
	all, _ := pieces(splitBlocks(body), "")
	return all
}

// pieces reads blocks up to the mark that ends them, and returns what follows that mark;
// nil where the mark is missing.
func pieces(blocks []string, end string) (all []Piece, rest []string) {
	var plain []string
	flush := func() {
		if plain != nil {
			all = append(all, Piece{Text: strings.Join(plain, "\n\n")})
			plain = nil
		}
	}
	for i := 0; i < len(blocks); i++ {
		mark := strings.TrimSpace(blocks[i])
		if end != "" && mark == end {
			flush()
			return all, blocks[i+1:]
		}
		if p, after, ok := place(mark, blocks[i+1:]); ok {
			flush()
			next := len(blocks) - len(after)
			p.Text = strings.Join(blocks[i:next], "\n\n")
			all = append(all, p)
			i = next - 1
			continue
		}
		plain = append(plain, blocks[i])
	}
	flush()
	return all, nil
}

// place reads a place whose first mark is before blocks.
func place(mark string, blocks []string) (p Piece, after []string, ok bool) {
	if mark != MarkFirst {
		return p, nil, false
	}
	first, second := pieces(blocks, MarkSecond)
	if second == nil {
		return p, nil, false
	}
	last, after := pieces(second, MarkEnd)
	if after == nil {
		return p, nil, false
	}
	for _, v := range append(versions(first), versions(last)...) {
		if !slices.Contains(p.Versions, v) {
			p.Versions = append(p.Versions, v)
		}
	}
	return p, after, true
}

// versions returns what pieces can become. Of places within, all take the same side.
func versions(all []Piece) []string {
	n := 1
	for _, p := range all {
		n = max(n, len(p.Versions))
	}
	out := make([]string, n)
	for i := range out {
		var blocks []string
		for _, p := range all {
			text := p.Text
			if len(p.Versions) > 0 {
				text = p.Versions[min(i, len(p.Versions)-1)]
			}
			if text != "" {
				blocks = append(blocks, text)
			}
		}
		out[i] = strings.Join(blocks, "\n\n")
	}
	return out
}

// Holds reports whether body has the blocks of part one after another; of no blocks, false.
func Holds(body, part string) bool {
	all, sought := splitBlocks(body), splitBlocks(part)
	for i := 0; len(sought) > 0 && i+len(sought) <= len(all); i++ {
		if slices.Equal(all[i:i+len(sought)], sought) {
			return true
		}
	}
	return false
}

// Beside marks in each of several versions the words that it alone has: the first is held
// against the second, every other against the first. Words of its own are Added; joining
// the parts of a version gives the version.
func Beside(versions []string) [][]Part {
	out := make([][]Part, len(versions))
	for i, v := range versions {
		other := versions[0]
		if i == 0 {
			other = versions[min(1, len(versions)-1)]
		}
		for _, p := range CompareWords(other, v) {
			if p.Op != Deleted {
				out[i] = append(out[i], p)
			}
		}
	}
	return out
}
