package markdown

import (
	"cmp"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
)

// What a Run is.
const (
	Wording = iota // Text is what is read, Source the same in Markdown
	Open           // a mark that begins: **, [
	Close          // and ends: **, ](address)
	Alone          // a mark by itself: a footnote reference, code, the sign of a list item
)

// Run is a stretch of a block: words to translate, or a mark to carry over as it is.
type Run struct {
	Kind   int
	Text   string // of Wording: what a reader reads
	Source string // Markdown; the Sources of all runs are the block
	Pair   int    // of Open and Close: the same number in both, from 1
}

// Runs parts the source of one block into words and marks. rest is what the marks of the
// block may refer to: the definitions and footnotes of its body. A block without words to
// translate (code, a rule, a picture without caption) has no run of Wording.
func Runs(source, rest string) []Run {
	source = unix(source)
	r := newRunner(source, rest)
	if r.kind == Code || r.kind == Rule || r.kind == Definition || r.kind == Markup {
		return []Run{{Kind: Alone, Source: source}}
	}
	runs := r.runs()
	if joinRuns(runs) != source || hasWords(runs) && Join(runs) != source {
		runs = r.plainly()
	}
	return runs
}

func joinRuns(runs []Run) string {
	var b strings.Builder
	for _, r := range runs {
		b.WriteString(r.Source)
	}
	return b.String()
}

func hasWords(runs []Run) bool {
	return slices.ContainsFunc(runs, func(r Run) bool { return r.Kind == Wording })
}

// leaf is a piece of the source that is read, and the marks that it stands in.
type wordLeaf struct {
	start, end int
	within     []ast.Node // from the outermost
	block      ast.Node   // the paragraph, heading or cell
}

type runner struct {
	source string
	kind   string
	leaves []wordLeaf
	out    []Run
	pairs  map[ast.Node]int // of what began with a mark of its own
	last   int
}

func newRunner(source, rest string) *runner {
	r := &runner{source: source, pairs: map[ast.Node]int{}}
	doc, text := parse(source + "\n\n" + rest)
	for n := doc.FirstChild(); n != nil; n = n.NextSibling() {
		if n.Pos() < len(source) && r.kind == "" {
			r.kind = kindOf(n, text)
		}
		r.gather(n, nil, nil)
		if place, ok := n.(*footnotePlace); ok {
			r.gather(place.note, nil, nil)
		}
	}
	slices.SortStableFunc(r.leaves, func(a, b wordLeaf) int { return cmp.Compare(a.start, b.start) })
	r.leaves = slices.CompactFunc(r.leaves, func(a, b wordLeaf) bool { return a.start == b.start })
	return r
}

// gather collects the words below n.
func (r *runner) gather(n ast.Node, block ast.Node, within []ast.Node) {
	switch n := n.(type) {
	case *ast.CodeSpan, *ast.FencedCodeBlock, *ast.CodeBlock, *ast.HTMLBlock, *ast.RawHTML, *ast.AutoLink:
		return
	case *ast.Text:
		if start, end := n.Segment.Start, n.Segment.Stop; end <= len(r.source) && start < end {
			r.leaves = append(r.leaves, wordLeaf{start, end, within, block})
		}
		return
	case *ast.Emphasis, *extast.Strikethrough, *ast.Link, *ast.Image:
		within = append(slices.Clip(within), n)
	}
	if n.Type() == ast.TypeBlock {
		block, within = n, nil
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		r.gather(c, block, within)
	}
}

// runs goes through the words and the gaps between them.
func (r *runner) runs() []Run {
	at := 0
	var within []ast.Node
	var block ast.Node
	for _, l := range r.leaves {
		if l.start < at {
			return nil
		}
		if l.start == at && l.block == block && slices.Equal(l.within, within) && len(r.out) > 0 && r.out[len(r.out)-1].Kind == Wording {
			r.out[len(r.out)-1].Source += r.source[at:l.end]
		} else {
			r.gap(r.source[at:l.start], within, l.within, l.block == block)
			r.words(r.source[l.start:l.end])
		}
		at, within, block = l.end, l.within, l.block
	}
	r.gap(r.source[at:], within, nil, false)
	r.readWords()
	r.unpaired()
	return r.out
}

func (r *runner) words(s string) {
	if last := len(r.out) - 1; last >= 0 && r.out[last].Kind == Wording {
		r.out[last].Source += s
		return
	}
	r.out = append(r.out, Run{Kind: Wording, Source: s})
}

func (r *runner) alone(s string) {
	if s == "" {
		return
	}
	if r.kind == Figure || r.kind == Gallery || r.kind == Video {
		r.titled(s)
		return
	}
	r.out = append(r.out, Run{Kind: Alone, Source: s})
}

// gap parts what stands between words: what ends, what stands alone, what begins.
func (r *runner) gap(raw string, before, after []ast.Node, sameBlock bool) {
	shared := 0
	for shared < len(before) && shared < len(after) && before[shared] == after[shared] {
		shared++
	}
	closed, closers, at := before[shared:], []Run{}, 0
	for _, n := range slices.Backward(closed) {
		size := endSize(n, raw[at:])
		if size == 0 {
			break
		}
		closers = append(closers, Run{Kind: Close, Source: raw[at : at+size], Pair: r.pairs[n]})
		at += size
	}
	openers, to := []Run{}, len(raw)
	for _, n := range slices.Backward(after[shared:]) {
		size := beginSize(n, raw[at:to])
		if size == 0 {
			break
		}
		to -= size
		openers = append(openers, Run{Kind: Open, Source: raw[to : to+size]})
	}
	if len(closers) < len(closed) || len(openers) < len(after)-shared {
		r.alone(raw) // it cannot be told apart
		return
	}
	for _, c := range closers {
		if r.figure() {
			r.titled(c.Source)
			continue
		}
		r.out = append(r.out, c)
	}
	if middle := raw[at:to]; sameBlock && softBreak(middle) && r.kind == Paragraph {
		r.words(middle)
	} else {
		r.alone(middle)
	}
	slices.Reverse(openers)
	for i, o := range openers {
		if r.figure() {
			r.alone(o.Source)
			continue
		}
		r.last++
		o.Pair = r.last
		r.pairs[after[shared+i]] = r.last
		r.out = append(r.out, o)
	}
}

func (r *runner) figure() bool { return r.kind == Figure || r.kind == Gallery || r.kind == Video }

// softBreak reports whether s is the end of a line that is no more than a space.
func softBreak(s string) bool {
	line, rest, ok := strings.Cut(s, "\n")
	return ok && strings.Trim(line, " \t") == "" && len(line) < 2 && rest == ""
}

// unpaired makes marks whose other half is missing stand alone.
func (r *runner) unpaired() {
	count := map[int]int{}
	for _, run := range r.out {
		if run.Pair > 0 {
			count[run.Pair]++
		}
	}
	for i := range r.out {
		if run := &r.out[i]; run.Kind != Wording && (run.Pair == 0 || count[run.Pair] != 2) {
			run.Kind, run.Pair = Alone, 0
		}
	}
}

// plainly is the block as one stretch that is carried over as it is.
func (r *runner) plainly() []Run { return []Run{{Kind: Alone, Source: r.source}} }
