package journal_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"khabar/backend/journal"
	"khabar/backend/newsroom"
)

func paragraphs(t *rapid.T, name string) string {
	words := rapid.SampledFrom([]string{"یک", "دو", "three", "four", "```\na\n\nb\n```"})
	return strings.Join(rapid.SliceOfN(words, 0, 6).Draw(t, name), "\n\n")
}

// put chooses a version at every place.
func put(pieces []journal.Piece, version int) string {
	var blocks []string
	for _, p := range pieces {
		text := p.Text
		if len(p.Versions) > 0 {
			text = p.Versions[min(version, len(p.Versions)-1)]
		}
		if text != "" {
			blocks = append(blocks, text)
		}
	}
	return strings.Join(blocks, "\n\n")
}

// Whoever chooses one side everywhere has no mark left and nothing that neither side wrote.
func TestEverySideOfAMergeCanBeChosen(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		base, ours, theirs := paragraphs(t, "base"), paragraphs(t, "ours"), paragraphs(t, "theirs")
		merged, unclear := journal.Merge(newsroom.Text{Body: base}, newsroom.Text{Body: ours}, newsroom.Text{Body: theirs})
		pieces := journal.Pieces(merged.Body)
		disputed := slices.ContainsFunc(pieces, func(p journal.Piece) bool { return len(p.Versions) > 0 })
		if disputed != (len(unclear) > 0) {
			t.Fatalf("%q: %v", merged.Body, unclear)
		}
		for side, written := range []string{ours, theirs} {
			chosen := put(pieces, side)
			if journal.Marked(chosen) {
				t.Fatalf("a mark is left in %q", chosen)
			}
			for _, p := range pieces {
				if len(p.Versions) == 0 {
					continue
				}
				if v := p.Versions[side]; v != "" && !journal.Holds(written, v) {
					t.Fatalf("side %d never wrote %q", side, v)
				}
			}
		}
	})
}

// Three sides give three versions, and marks without partners stay text.
func TestPiecesOfNestedAndBrokenMarks(t *testing.T) {
	const first, second, end = journal.MarkFirst, journal.MarkSecond, journal.MarkEnd
	body := func(blocks ...string) string { return strings.Join(blocks, "\n\n") }
	for _, c := range []struct {
		body string
		want []journal.Piece
	}{
		{"", nil},
		{"a", []journal.Piece{{Text: "a"}}},
		{body("a", first, "b", second, "c", end, "d"), []journal.Piece{{Text: "a"}, {Text: body(first, "b", second, "c", end), Versions: []string{"b", "c"}}, {Text: "d"}}},
		{body(first, "b", second, end), []journal.Piece{{Text: body(first, "b", second, end), Versions: []string{"b", ""}}}},
		{body(first, "x", first, "a", second, "b", end, second, "c", end), []journal.Piece{{Text: body(first, "x", first, "a", second, "b", end, second, "c", end), Versions: []string{"x\n\na", "x\n\nb", "c"}}}},
		{body(first, "b", second, "c"), []journal.Piece{{Text: body(first, "b", second, "c")}}},
		{body("b", end), []journal.Piece{{Text: body("b", end)}}},
		{body(first, first, "a", second, "b", end), []journal.Piece{{Text: first}, {Text: body(first, "a", second, "b", end), Versions: []string{"a", "b"}}}},
	} {
		got := journal.Pieces(c.body)
		if !slices.EqualFunc(got, c.want, func(a, b journal.Piece) bool { return a.Text == b.Text && slices.Equal(a.Versions, b.Versions) }) {
			t.Errorf("%q: %q, want %q", c.body, got, c.want)
		}
	}
}

// The words of a version are whole, whatever is marked in them.
func TestBesideKeepsEveryWord(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		versions := rapid.SliceOfN(rapid.StringMatching(`[ab می‌ ]{0,12}`), 1, 3).Draw(t, "versions")
		for i, parts := range journal.Beside(versions) {
			joined := ""
			for _, p := range parts {
				joined += p.Text
			}
			if joined != versions[i] {
				t.Fatalf("%q became %q", versions[i], joined)
			}
		}
	})
}
