package desk_test

import (
	"maps"
	"slices"
	"testing"

	"khabar/backend/newsroom"
	"khabar/backend/newsroomtest"
	"khabar/backend/sqlite"
)

type spelt = map[newsroom.Lang]string

func nameOf(t *testing.T, r *newsroomtest.Room, id newsroom.NameID) (n newsroom.Name) {
	t.Helper()
	err := r.Archive.DB().View(t.Context(), func(tx *sqlite.Tx) (err error) { n, _, err = tx.Name(id); return err })
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func saveName(t *testing.T, r *newsroomtest.Room, before, after newsroom.Name) newsroom.NameID {
	t.Helper()
	id, err := r.SaveName(t.Context(), before, after)
	if err != nil {
		t.Fatal(err)
	}
	return id
}

// Two members change one name that both saw as it was: what each of them wrote stays, in the
// tables as in tables made again.
func TestTwoMembersChangeOneName(t *testing.T) {
	r := newsroomtest.New(t)
	id := saveName(t, r, newsroom.Name{}, newsroom.Name{
		Kind: newsroom.Place, Labels: spelt{"en": " Herat ", "fa": "هرات"}, Variants: map[newsroom.Lang][]string{"en": {"Hirat", "", "Hirat", "Heart"}},
	})
	shown := nameOf(t, r, id)
	if shown.Labels["en"] != "Herat" || !slices.Equal(shown.Variants["en"], []string{"Hirat", "Heart"}) {
		t.Fatalf("%+v", shown)
	}
	mine, theirs := shown, shown
	mine.Labels = spelt{"en": "Herat", "fa": "هرات", "fr": "Hérat"}
	mine.Variants = map[newsroom.Lang][]string{"en": {"Hirat", "Herath"}}
	theirs.Note, theirs.Tag, theirs.Labels = "The city", "herat", spelt{"en": "Herat"}
	theirs.Variants = map[newsroom.Lang][]string{"en": {"Hirat", "Heart"}, "ru": {"Гират"}}
	saveName(t, r, shown, mine)
	saveName(t, r, shown, theirs)
	held := nameOf(t, r, id)
	if !maps.Equal(held.Labels, spelt{"en": "Herat", "fr": "Hérat"}) || held.Note != "The city" || held.Tag != "herat" {
		t.Errorf("%+v", held)
	}
	if !slices.Equal(held.Variants["en"], []string{"Hirat", "Herath"}) || !slices.Equal(held.Variants["ru"], []string{"Гират"}) {
		t.Errorf("%+v", held.Variants)
	}
	if err := r.Archive.Rebuild(t.Context()); err != nil {
		t.Fatal(err)
	}
	if again := nameOf(t, r, id); !maps.Equal(again.Labels, held.Labels) || again.Note != held.Note {
		t.Errorf("made again: %+v", again)
	}
	report, err := r.Archive.Verify(t.Context())
	if err != nil || len(report.Faults) > 0 {
		t.Errorf("%v %v", report.Faults, err)
	}
}

func TestARemovedNameComesBack(t *testing.T) {
	r := newsroomtest.New(t)
	id := saveName(t, r, newsroom.Name{}, newsroom.Name{Labels: spelt{"en": "Balkh"}})
	if err := r.RemoveName(t.Context(), id); err != nil {
		t.Fatal(err)
	}
	wantCode(t, r.RemoveName(t.Context(), id), newsroom.NotFound)
	removed := nameOf(t, r, id)
	if !removed.Removed {
		t.Fatal("it is still here")
	}
	saveName(t, r, removed, removed)
	if back := nameOf(t, r, id); back.Removed || back.Labels["en"] != "Balkh" || back.Kind != newsroom.Expression {
		t.Errorf("%+v", back)
	}
}

func TestANameNeedsASpelling(t *testing.T) {
	r := newsroomtest.New(t)
	for _, n := range []newsroom.Name{
		{}, {Labels: spelt{"en": " "}}, {Labels: spelt{"xx": "Herat"}}, {Kind: "town", Labels: spelt{"en": "Herat"}},
		{Labels: spelt{"en": "\xff"}}, {Labels: spelt{"en": "a"}, Tag: "not a tag"}, {Labels: spelt{"en": "a|b"}},
	} {
		_, err := r.SaveName(t.Context(), newsroom.Name{}, n)
		wantCode(t, err, newsroom.Invalid)
	}
}

// A file may be taken in again and again: it finds the names that it brought.
func TestTakeNames(t *testing.T) {
	r := newsroomtest.New(t)
	take := func(added, changed, unchanged, problems int, all ...newsroom.Name) {
		t.Helper()
		got, err := r.TakeNames(t.Context(), all)
		if err != nil {
			t.Fatal(err)
		}
		wrong := 0
		for _, p := range got.Problems {
			if p != nil {
				wrong++
			}
		}
		if len(got.Added) != added || len(got.Changed) != changed || len(got.Unchanged) != unchanged || wrong != problems {
			t.Fatalf("%+v", got)
		}
	}
	file := []newsroom.Name{
		{ID: "herat", Kind: newsroom.Place, Labels: spelt{"en": "Herat", "fa": "هرات"}, Variants: map[newsroom.Lang][]string{"en": {"Hirat"}}},
		{Kind: newsroom.Place, Labels: spelt{"en": "Kabul"}},
		{Labels: spelt{}},
	}
	take(2, 0, 0, 1, file...)
	take(0, 0, 2, 1, file...)
	take(0, 1, 0, 0, newsroom.Name{Labels: spelt{"en": "kabul", "fa": "کابل"}})
	take(0, 1, 0, 0, newsroom.Name{ID: "herat", Labels: spelt{"fr": "Hérat"}, Variants: map[newsroom.Lang][]string{"en": {"Heart"}}})
	held := nameOf(t, r, "herat")
	if !maps.Equal(held.Labels, spelt{"en": "Herat", "fa": "هرات", "fr": "Hérat"}) || held.Kind != newsroom.Place ||
		!slices.Equal(held.Variants["en"], []string{"Hirat", "Heart"}) {
		t.Errorf("%+v", held)
	}
	if err := r.RemoveName(t.Context(), "herat"); err != nil {
		t.Fatal(err)
	}
	take(0, 1, 0, 0, file[0])
	if nameOf(t, r, "herat").Removed {
		t.Error("a name of a file is not back")
	}
}
