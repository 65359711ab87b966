package app

import (
	"slices"
	"testing"

	"khabar/backend/newsroom"
)

// However many languages are asked about, the words of a few are kept, and every answer is
// that of a book that keeps all.
func TestOnlyAFewLanguagesAreKept(t *testing.T) {
	s := newStage(t)
	if err := s.AddWord("tg", "ғӯр"); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		for _, l := range newsroom.Languages {
			got := must(s.UnknownWords(string(l), []string{"ғӯр"}, true))(t)
			if want := l != newsroom.Tajik; slices.Contains(got, "ғӯр") != want {
				t.Errorf("%s: unknown %v", l, got)
			}
			held := s.room.words.held
			if len(held) > lexiconsKept || held[len(held)-1].lang != l {
				t.Fatalf("%s: %d languages are kept", l, len(held))
			}
		}
	}
}
