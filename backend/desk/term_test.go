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
	id, err := r.SaveTerm(ctx, newsroom.Term{}, old)
	if err != nil {
		t.Fatal(err)
	}
	if err := r.RemoveTerm(ctx, newsroom.Tag, id); err != nil {
		t.Fatal(err)
	}
	again, err := r.SaveTerm(ctx, newsroom.Term{}, tagged("Water"))
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
		id, err := r.SaveTerm(t.Context(), newsroom.Term{}, term)
		if err != nil || !id.Valid() {
			t.Errorf("%q: %q %v", label, id, err)
		}
	}
}

// Two members change one row that both saw as it was: what each of them wrote stays.
func TestTwoMembersChangeOneTerm(t *testing.T) {
	r, ctx := newsroomtest.New(t), t.Context()
	section := newsroom.Term{Kind: newsroom.Section, Order: 90, Labels: map[newsroom.Lang]string{newsroom.English: "Rivers"}}
	id, err := r.SaveTerm(ctx, newsroom.Term{}, section)
	if err != nil {
		t.Fatal(err)
	}
	held := func() (term newsroom.Term) {
		t.Helper()
		err := r.Archive.DB().View(ctx, func(tx *sqlite.Tx) (err error) { term, _, err = tx.Term(newsroom.Section, id); return err })
		if err != nil {
			t.Fatal(err)
		}
		return term
	}
	shown := held()
	change := func(write func(*newsroom.Term)) {
		t.Helper()
		after := shown
		after.Labels, after.Slugs = maps.Clone(shown.Labels), maps.Clone(shown.Slugs)
		write(&after)
		if _, err := r.SaveTerm(ctx, shown, after); err != nil {
			t.Fatal(err)
		}
	}
	change(func(a *newsroom.Term) { a.Labels[newsroom.Persian] = "رودها" })
	change(func(a *newsroom.Term) { a.Labels[newsroom.Pashto], a.Standing = "سیندونه", newsroom.AsPage })
	change(func(a *newsroom.Term) { a.Slugs[newsroom.English] = "all-rivers" })
	change(func(a *newsroom.Term) { a.Order = 7 })
	want := map[newsroom.Lang]string{newsroom.English: "Rivers", newsroom.Persian: "رودها", newsroom.Pashto: "سیندونه"}
	now := held()
	if !maps.Equal(now.Labels, want) || now.Slugs[newsroom.English] != "all-rivers" || now.Slugs[newsroom.Persian] == "" {
		t.Errorf("labels %v, slugs %v", now.Labels, now.Slugs)
	}
	if now.Order != 7 || now.Standing != newsroom.AsPage {
		t.Errorf("place %d, standing %s", now.Order, now.Standing)
	}
	change(func(a *newsroom.Term) { delete(a.Labels, newsroom.English) })
	if now = held(); now.Labels[newsroom.English] != "" || now.Slugs[newsroom.English] != "" || len(now.Labels) != 2 {
		t.Errorf("labels %v, slugs %v", now.Labels, now.Slugs)
	}
}
