package archive_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"khabar/backend/alignment"
	"khabar/backend/desk"
	"khabar/backend/journal"
	"khabar/backend/newsroom"
	"khabar/backend/newsroomtest"
)

// pair makes a story with a translation of ten blocks, all linked.
func pair(t *testing.T, room *newsroomtest.Room) (source, id newsroom.EditionID) {
	t.Helper()
	paragraphs := func(word string) string {
		var all []string
		for i := range 10 {
			all = append(all, fmt.Sprintf("%s %d of this %s in so many words", word, i, word))
		}
		return strings.Join(all, "\n\n")
	}
	source = room.Edition(t, newsroom.English, newsroom.Text{Headline: "Head", Body: paragraphs("line")})
	id, err := room.BeginTranslation(t.Context(), source.Story(), newsroom.Russian, "")
	if err != nil {
		t.Fatal(err)
	}
	d := draft(t, room.Desk, id)
	for i, target := range strings.Split(paragraphs("строка"), "\n\n") {
		d.Rows[i].Target = target
	}
	saveDraft(t, room.Desk, id, d)
	return source, id
}

func draft(t *testing.T, d *desk.Desk, id newsroom.EditionID) desk.TranslationDraft {
	t.Helper()
	a, err := d.Translation(t.Context(), id, "")
	if err != nil {
		t.Fatal(err)
	}
	out := desk.TranslationDraft{From: a.From, Base: a.Edition.Base, Text: a.Edition.Text}
	for _, row := range a.Rows {
		w := desk.RowDraft{Links: row.Links, Target: row.Target, Done: row.State == alignment.Fresh}
		for _, p := range row.Sources {
			w.Sources = append(w.Sources, p.Digest)
		}
		out.Rows = append(out.Rows, w)
	}
	return out
}

func saveDraft(t *testing.T, d *desk.Desk, id newsroom.EditionID, draft desk.TranslationDraft) {
	t.Helper()
	if _, err := d.SaveTranslation(t.Context(), id, draft); err != nil {
		t.Fatal(err)
	}
}

func replace(t *testing.T, d *desk.Desk, id newsroom.EditionID, words ...string) {
	t.Helper()
	e, err := d.Edition(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	e.Text.Body = strings.NewReplacer(words...).Replace(e.Text.Body)
	if _, err := d.Save(t.Context(), id, nil, e.Text); err != nil {
		t.Fatal(err)
	}
}

func wantStale(t *testing.T, d *desk.Desk, id newsroom.EditionID, stale, missing int) {
	t.Helper()
	a, err := d.Translation(t.Context(), id, "")
	if err != nil {
		t.Fatal(err)
	}
	if a.Stale != stale || a.Missing != missing || a.Edition.Stale != stale || a.Edition.Missing != missing {
		t.Fatalf("%d stale, %d missing; the row says %d and %d; want %d and %d", a.Stale, a.Missing, a.Edition.Stale, a.Edition.Missing, stale, missing)
	}
}

// Two people who look at different blocks of one translation at once take nothing from each
// other, and neither does one who changes the source meanwhile.
func TestTwoDevicesLookAtDifferentBlocks(t *testing.T) {
	room := newsroomtest.New(t)
	source, id := pair(t, room)
	replace(t, room.Desk, source, "line 2 of", "line two of", "line 7 of", "line seven of")
	wantStale(t, room.Desk, id, 2, 0)
	other := device(t, room)
	second := desk.New(other)
	d := draft(t, room.Desk, id)
	d.Rows[2].Done = true
	saveDraft(t, room.Desk, id, d)
	d = draft(t, second, id)
	d.Rows[7].Done = true
	d.Rows[7].Target = strings.ReplaceAll(d.Rows[7].Target, "7", "семь")
	saveDraft(t, second, id, d)
	replace(t, second, source, "line 9 of", "line nine of")
	both, others := entries(t, room.Archive), entries(t, other)
	apply(t, room.Archive, others)
	apply(t, other, both)
	for _, one := range []*desk.Desk{room.Desk, second} {
		wantStale(t, one, id, 1, 0)
	}
	if a, b := digests(t, room.Archive), digests(t, other); !maps.Equal(a, b) {
		t.Fatalf("tables differ:\n%v\n%v", a, b)
	}
	verified(t, room.Archive)
}

// However the entries of a source and its translations arrive, every device counts the same,
// and so does one that makes its tables again.
func TestStalenessDoesNotDependOnTheOrderOfArrival(t *testing.T) {
	for seed := range uint64(4) {
		rnd := rand.New(rand.NewPCG(seed, 9))
		room := newsroomtest.New(t)
		empty := device(t, room)
		source, id := pair(t, room)
		for range 12 {
			edit(t, room, rnd, []newsroom.EditionID{source, id}[rnd.IntN(2)])
			if d := draft(t, room.Desk, id); rnd.IntN(3) == 0 && len(d.Rows) > 0 {
				d.Rows[rnd.IntN(len(d.Rows))].Done = true
				saveDraft(t, room.Desk, id, d)
			}
			a, err := room.Translation(t.Context(), id, "")
			if err != nil || a.Edition.Stale != a.Stale || a.Edition.Missing != a.Missing {
				t.Fatalf("seed %d: %d stale, %d missing; the row says %d and %d; %v", seed, a.Stale, a.Missing, a.Edition.Stale, a.Edition.Missing, err)
			}
		}
		verified(t, room.Archive)
		all := entries(t, room.Archive)
		rnd.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		for piece := range slices.Chunk(all, 1+rnd.IntN(30)) {
			apply(t, empty, piece)
		}
		if a, b := digests(t, room.Archive), digests(t, empty); !maps.Equal(a, b) {
			t.Fatalf("seed %d: tables differ:\n%v\n%v", seed, a, b)
		}
	}
}

// edit changes, joins, moves or takes out a paragraph.
func edit(t *testing.T, room *newsroomtest.Room, rnd *rand.Rand, id newsroom.EditionID) {
	t.Helper()
	text := room.Open(t, id).Text
	all := strings.Split(text.Body, "\n\n")
	i := rnd.IntN(len(all))
	switch rnd.IntN(5) {
	case 0:
		all[i] += fmt.Sprintf(" and %d", rnd.IntN(100))
	case 1:
		all = slices.Insert(all, i, fmt.Sprintf("something new %d", rnd.IntN(1000)))
	case 2:
		all = slices.Delete(all, i, i+1)
	case 3:
		all = append(slices.Delete(slices.Clone(all), i, i+1), all[i])
	case 4:
		all[i] = strings.ReplaceAll(all[i], " ", "\n")
	}
	text.Body = strings.Join(all, "\n\n")
	if _, err := room.Save(t.Context(), id, nil, text); err != nil {
		t.Fatal(err)
	}
}

// Those who follow are told which translations changed because of it.
func TestTranslationsAreToldOf(t *testing.T) {
	room := newsroomtest.New(t)
	source, id := pair(t, room)
	var told []journal.Subject
	room.Archive.Watch(func(all []journal.Subject) { told = all })
	replace(t, room.Desk, source, "line 2 of", "line two of")
	if !slices.Contains(told, journal.EditionSubject(id)) {
		t.Fatalf("told of %v", told)
	}
	replace(t, room.Desk, source, "line two of", "line\ntwo of")
	if slices.Contains(told, journal.EditionSubject(id)) {
		t.Fatalf("a reflow told of %v", told)
	}
}
