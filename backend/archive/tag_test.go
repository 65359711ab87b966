package archive_test

import (
	"maps"
	"math/rand/v2"
	"slices"
	"testing"

	"khabar/backend/archive"
	"khabar/backend/desk"
	"khabar/backend/newsroom"
	"khabar/backend/newsroomtest"
	"khabar/backend/sqlite"
)

// Two devices merge tags without knowing of each other, both ways and on to a third, and go
// on tagging: in whatever order that arrives, both end with the same tables, and every story
// is under one tag that is in use.
func TestTagsMergedOnTwoDevices(t *testing.T) {
	for seed := range uint64(6) {
		room := newsroomtest.New(t)
		tags := []newsroom.TermID{newTag(t, room.Desk, "Kabul"), newTag(t, room.Desk, "Kabul City"), newTag(t, room.Desk, "Capital")}
		first := tagged(t, room.Desk, tags[0])
		other := device(t, room)
		there := desk.New(other)

		merge(t, room.Desk, tags[0], tags[1])
		merge(t, there, tags[1], tags[0])
		merge(t, room.Desk, tags[1], tags[2])
		second := tagged(t, there, tags[0])
		if seed%2 == 1 {
			if err := there.RemoveTerm(t.Context(), newsroom.Tag, tags[2]); err != nil {
				t.Fatal(err)
			}
		}
		exchange(t, room.Archive, other, seed)
		if a, b := digests(t, room.Archive), digests(t, other); !maps.Equal(a, b) {
			t.Fatalf("seed %d: tables differ:\n%v\n%v", seed, a, b)
		}
		for _, id := range []newsroom.StoryID{first, second} {
			used := usedTags(t, room.Archive)
			if story := room.Story(t, id); len(story.Tags) != 1 || !slices.Contains(used, story.Tags[0]) {
				t.Errorf("seed %d: tags %v, in use %v", seed, story.Tags, used)
			}
		}
	}
}

func newTag(t *testing.T, d *desk.Desk, label string) newsroom.TermID {
	t.Helper()
	tag := newsroom.Term{Kind: newsroom.Tag, Labels: map[newsroom.Lang]string{newsroom.English: label}}
	id, err := d.SaveTerm(t.Context(), newsroom.Term{}, tag)
	if err != nil {
		t.Fatal(err)
	}
	return id
}

func tagged(t *testing.T, d *desk.Desk, tag newsroom.TermID) newsroom.StoryID {
	t.Helper()
	id, err := d.CreateStory(t.Context(), newsroom.English)
	if err != nil {
		t.Fatal(err)
	}
	before := newsroom.Story{ID: id.Story(), Source: newsroom.English}
	after := before
	after.Tags = []newsroom.TermID{tag}
	if err := d.ChangeStory(t.Context(), before, after); err != nil {
		t.Fatal(err)
	}
	return id.Story()
}

func merge(t *testing.T, d *desk.Desk, from, into newsroom.TermID) {
	t.Helper()
	if err := d.MergeTags(t.Context(), []newsroom.TermID{from}, into); err != nil {
		t.Fatal(err)
	}
}

// exchange gives each what the other has, in an order of chance.
func exchange(t *testing.T, a, b *archive.Archive, seed uint64) {
	t.Helper()
	rnd := rand.New(rand.NewPCG(seed, 9))
	fromA, fromB := entries(t, a), entries(t, b)
	for to, all := range map[*archive.Archive][]archive.Foreign{a: fromB, b: fromA} {
		rnd.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		for len(all) > 0 {
			n := min(len(all), 1+rnd.IntN(5))
			apply(t, to, all[:n])
			all = all[n:]
		}
	}
}

func usedTags(t *testing.T, a *archive.Archive) (ids []newsroom.TermID) {
	t.Helper()
	err := a.DB().View(t.Context(), func(tx *sqlite.Tx) error {
		terms, err := tx.Terms(false)
		for _, term := range terms {
			if term.Kind == newsroom.Tag {
				ids = append(ids, term.ID)
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return ids
}
