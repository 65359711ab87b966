package desk_test

import (
	"maps"
	"strings"
	"testing"

	"khabar/backend/archive"
	"khabar/backend/journal"
	"khabar/backend/newsroom"
	"khabar/backend/newsroomtest"
	"khabar/backend/sqlite"
)

func tagged(label string) newsroom.Term {
	return newsroom.Term{Kind: newsroom.Tag, Labels: map[newsroom.Lang]string{newsroom.English: label}}
}

// A new term is not a removed one come back, with its old labels in other languages.
func TestANewTermDoesNotWakeARemovedOne(t *testing.T) {
	r, ctx := newsroomtest.New(t), t.Context()
	old := tagged("Water")
	old.Labels[newsroom.Persian] = "آب"
	id, err := r.SaveTerm(ctx, old)
	if err != nil {
		t.Fatal(err)
	}
	if err := r.RemoveTerm(ctx, newsroom.Tag, id); err != nil {
		t.Fatal(err)
	}
	again, err := r.SaveTerm(ctx, tagged("Water"))
	if err != nil || again == id {
		t.Fatalf("%s after %s, %v", again, id, err)
	}
	err = r.Archive.DB().View(ctx, func(tx *sqlite.Tx) error {
		term, ok, err := tx.Term(newsroom.Tag, again)
		if !ok || len(term.Labels) != 1 {
			t.Errorf("%+v", term)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	wantCode(t, r.RemoveTerm(ctx, newsroom.Section, again), newsroom.NotFound)
}

// A section and a tag of one name, which two devices may make, are two terms, counted and
// removed apart.
func TestASectionAndATagOfOneName(t *testing.T) {
	r, ctx := newsroomtest.New(t), t.Context()
	err := r.Archive.Record(ctx, func(r *archive.Recorder) error {
		_, err := r.Add(journal.Entry{Kind: journal.Set, Subject: journal.TermSubject(newsroom.Tag, "sport"), Changes: []journal.Change{
			{Field: "label.en", Value: journal.Value("Sport, the tag")},
		}})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	id := r.Edition(t, newsroom.English, newsroom.Text{Headline: "Head", Body: "Body."})
	change := newsroom.Story{ID: id.Story(), Source: newsroom.English, Tags: []newsroom.TermID{"sport"}}
	if err := r.ChangeStory(ctx, newsroom.Story{}, change); err != nil {
		t.Fatal(err)
	}
	look := func(kind newsroom.TermKind, uses, listed int, filter sqlite.Filter) {
		t.Helper()
		err := r.Archive.DB().View(ctx, func(tx *sqlite.Tx) error {
			term, ok, err := tx.Term(kind, "sport")
			if err != nil || !ok || term.Kind != kind || (term.Label(newsroom.English) == "Sport, the tag") != (kind == newsroom.Tag) {
				t.Errorf("%+v %v", term, err)
			}
			all, err := tx.TermUses(kind)
			if err != nil || all["sport"] != uses {
				t.Errorf("%s has %v uses, %v", kind, all, err)
			}
			index, err := tx.IndexEditions(filter, 10)
			if index.Total != listed {
				t.Errorf("%s lists %d", kind, index.Total)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	look(newsroom.Section, 0, 0, sqlite.Filter{Section: "sport"})
	look(newsroom.Tag, 1, 1, sqlite.Filter{Tag: "sport"})
	digests := func() (d map[string]string) {
		if err := r.Archive.DB().View(ctx, func(tx *sqlite.Tx) (err error) { d, err = tx.ProjectionDigests(); return err }); err != nil {
			t.Fatal(err)
		}
		return d
	}
	before := digests()
	if err := r.Archive.Rebuild(ctx); err != nil {
		t.Fatal(err)
	}
	if !maps.Equal(before, digests()) {
		t.Error("rebuilding changed the tables")
	}
	if err := r.RemoveTerm(ctx, newsroom.Tag, "sport"); err != nil {
		t.Fatal(err)
	}
	look(newsroom.Section, 0, 0, sqlite.Filter{Section: "sport"})
}

// Whatever the label, the id is one that every device takes.
func TestTermIDsAreSensible(t *testing.T) {
	r := newsroomtest.New(t)
	for _, label := range []string{"C++", "می‌روم", "a_b", strings.Repeat("ښ", 120), "!?"} {
		term := tagged(label)
		term.Slugs = map[newsroom.Lang]string{newsroom.English: label}
		id, err := r.SaveTerm(t.Context(), term)
		if err != nil || !id.Valid() {
			t.Errorf("%q: %q %v", label, id, err)
		}
	}
}
