package journal

import (
	"strings"

	"khabar/backend/newsroom"
)

// Marks that stand around the two texts of a block that both sides changed. Each is a
// paragraph of its own, so that Markdown shows it and nobody overlooks it.
const (
	MarkFirst  = "⟪⟪⟪"
	MarkSecond = "⟪⟫"
	MarkEnd    = "⟫⟫⟫"
)

// Merge merges two texts made from base. A field that one side changed takes that
// side's value. The body merges by blocks; where both changed a block, both texts are
// kept between marks and "body" is named in unclear. Of another field that both
// changed, theirs (the later head) is shown and the field is named.
func Merge(base, ours, theirs newsroom.Text) (merged newsroom.Text, unclear []string) {
	field := func(name, b, o, t string) string {
		switch {
		case o == t || t == b:
			return o
		case o == b:
			return t
		}
		unclear = append(unclear, name)
		return t
	}
	merged.Headline = field("headline", base.Headline, ours.Headline, theirs.Headline)
	merged.Slug = field("slug", base.Slug, ours.Slug, theirs.Slug)
	merged.Summary = field("summary", base.Summary, ours.Summary, theirs.Summary)
	merged.Byline = field("byline", base.Byline, ours.Byline, theirs.Byline)
	merged.Translator = field("translator", base.Translator, ours.Translator, theirs.Translator)
	body, clear := mergeBody(base.Body, ours.Body, theirs.Body)
	merged.Body = body
	if !clear {
		unclear = append(unclear, "body")
	}
	return merged, unclear
}

func mergeBody(base, ours, theirs string) (string, bool) {
	switch {
	case ours == theirs || theirs == base:
		return ours, true
	case ours == base:
		return theirs, true
	}
	b, o, t := splitBlocks(base), splitBlocks(ours), splitBlocks(theirs)
	var out []string
	clear := true
	for _, c := range chunks(b, o, t) {
		switch {
		case equal(c.ours, c.theirs) || equal(c.theirs, c.base):
			out = append(out, c.ours...)
		case equal(c.ours, c.base):
			out = append(out, c.theirs...)
		default:
			clear = false
			out = append(out, MarkFirst)
			out = append(out, c.ours...)
			out = append(out, MarkSecond)
			out = append(out, c.theirs...)
			out = append(out, MarkEnd)
		}
	}
	return strings.Join(out, "\n\n"), clear
}

// Marked reports whether body still holds marks of an unresolved merge.
func Marked(body string) bool {
	for _, b := range splitBlocks(body) {
		switch strings.TrimSpace(b) {
		case MarkFirst, MarkSecond, MarkEnd:
			return true
		}
	}
	return false
}

// splitBlocks cuts a body at blank lines, but not inside a fenced block.
func splitBlocks(body string) []string {
	var blocks []string
	var block []string
	fence := ""
	for line := range strings.SplitSeq(body, "\n") {
		trimmed := strings.TrimSpace(line)
		switch {
		case fence != "" && strings.HasPrefix(trimmed, fence):
			fence = ""
		case fence == "" && (strings.HasPrefix(trimmed, "```") || strings.HasPrefix(trimmed, "~~~")):
			fence = trimmed[:3]
		}
		if trimmed == "" && fence == "" {
			if block != nil {
				blocks = append(blocks, strings.Join(block, "\n"))
				block = nil
			}
			continue
		}
		block = append(block, line)
	}
	if block != nil {
		blocks = append(blocks, strings.Join(block, "\n"))
	}
	return blocks
}

type chunk struct{ base, ours, theirs []string }

// chunks cuts three sequences into pieces that correspond: diff3 (Khanna, Kunal and
// Pierce, "A formal investigation of diff3", 2007) over the matches with base.
func chunks(base, ours, theirs []string) []chunk {
	inOurs, inTheirs := matches(base, ours), matches(base, theirs)
	var out []chunk
	b, o, t := 0, 0, 0
	for {
		// The next block of base that both sides kept ends the piece in dispute.
		n := b
		for n < len(base) && (inOurs[n] < o || inTheirs[n] < t) {
			n++
		}
		if n == len(base) {
			if b < n || o < len(ours) || t < len(theirs) {
				out = append(out, chunk{base[b:], ours[o:], theirs[t:]})
			}
			return out
		}
		if n > b || inOurs[n] > o || inTheirs[n] > t {
			out = append(out, chunk{base[b:n], ours[o:inOurs[n]], theirs[t:inTheirs[n]]})
		}
		out = append(out, chunk{base[n : n+1], ours[inOurs[n] : inOurs[n]+1], theirs[inTheirs[n] : inTheirs[n]+1]})
		b, o, t = n+1, inOurs[n]+1, inTheirs[n]+1
	}
}

// matches gives for each element of a the index of its match in b, -1 where it has none.
func matches(a, b []string) []int {
	at := make([]int, len(a))
	i, j := 0, 0
	for _, e := range difference(a, b) {
		for ; i < e.start; i, j = i+1, j+1 {
			at[i] = j
		}
		for ; i < e.end; i++ {
			at[i] = -1
		}
		j = e.toEnd
	}
	for ; i < len(a); i, j = i+1, j+1 {
		at[i] = j
	}
	return at
}

func equal(a, b []string) bool {
	return strings.Join(a, "\n\n") == strings.Join(b, "\n\n") && len(a) == len(b)
}
