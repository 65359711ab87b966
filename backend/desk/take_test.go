package desk_test

import (
	"strconv"
	"testing"

	"khabar/backend/desk"
	"khabar/backend/newsroom"
	"khabar/backend/newsroomtest"
	"khabar/backend/sqlite"
)

func take(t *testing.T, r *newsroomtest.Room, all ...desk.Incoming) []desk.Taken {
	t.Helper()
	for i := range all {
		all[i].Date, all[i].Modified = r.Clock.Now(), r.Clock.Now()
		if all[i].Story.Source == "" {
			all[i].Story.Source = all[i].Lang
		}
	}
	taken, err := r.TakeIn(t.Context(), all)
	if err != nil {
		t.Fatal(err)
	}
	return taken
}

func incoming(story int, slug string) desk.Incoming {
	return desk.Incoming{
		Story: newsroom.Story{ID: newsroomtest.StoryID(story)}, Lang: newsroom.English,
		Text: newsroom.Text{Headline: "Head " + strconv.Itoa(story), Slug: slug, Body: "Body."},
	}
}

// A slug in another form than ours is put into it once, not at every import.
func TestTakingInAgainChangesNothing(t *testing.T) {
	r := newsroomtest.New(t)
	for i, slug := range []string{"", "One Address", "UPPER", "with/slash", "!?"} {
		in := incoming(i, slug)
		if first := take(t, r, in); first[0].Err != nil || !first[0].Changed {
			t.Fatalf("%q: %+v", slug, first)
		}
		if second := take(t, r, in); second[0].Err != nil || second[0].Changed {
			t.Errorf("%q: taken in twice: %+v", slug, second)
		}
	}
}

// An edition that cannot be taken leaves nothing: no story, no tag that only it had.
func TestARefusedEditionLeavesNothing(t *testing.T) {
	r := newsroomtest.New(t)
	second := incoming(2, "one")
	second.Tags = []string{"Only here"}
	taken := take(t, r, incoming(1, "one"), second, incoming(3, "about"), incoming(4, "two"))
	if taken[0].Err != nil || taken[3].Err != nil {
		t.Fatalf("%+v", taken)
	}
	wantMessage(t, taken[1].Err, newsroom.Conflict, "slug.taken")
	wantMessage(t, taken[2].Err, newsroom.Conflict, "slug.reserved")
	err := r.Archive.DB().View(t.Context(), func(tx *sqlite.Tx) error {
		for _, id := range []newsroom.StoryID{newsroomtest.StoryID(2), newsroomtest.StoryID(3)} {
			if _, err := tx.Story(id); newsroom.CodeOf(err) != newsroom.NotFound {
				t.Errorf("story %s is there: %v", id, err)
			}
		}
		terms, err := tx.Terms(true)
		for _, term := range terms {
			if term.Kind == newsroom.Tag {
				t.Errorf("tag %s is there", term.ID)
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// Tags that would have one slug are still three tags.
func TestTagsWithOneSlug(t *testing.T) {
	r := newsroomtest.New(t)
	in := incoming(1, "")
	in.Tags = []string{"C", "C++", "C#", "c", "!?", "؟"}
	if taken := take(t, r, in); taken[0].Err != nil {
		t.Fatal(taken[0].Err)
	}
	err := r.Archive.DB().View(t.Context(), func(tx *sqlite.Tx) error {
		s, err := tx.Story(in.Story.ID)
		if len(s.Tags) != 5 {
			t.Errorf("tags %v", s.Tags)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// Vocabulary from elsewhere: what fits comes in, the rest is told.
func TestTakeTerms(t *testing.T) {
	r := newsroomtest.New(t)
	label := func(s string) map[newsroom.Lang]string { return map[newsroom.Lang]string{newsroom.English: s} }
	problems, err := r.TakeTerms(t.Context(), []newsroom.Term{
		{ID: "one", Kind: newsroom.Tag, Labels: label("One"), Slugs: label("one")},
		{ID: "two", Kind: newsroom.Tag, Labels: label("Two"), Slugs: label("one")},
		{ID: "three", Kind: "planet", Labels: label("Three")},
		{ID: "four", Kind: newsroom.Tag},
		{ID: "five", Kind: newsroom.Tag, Labels: label("Five")},
	})
	if err != nil || len(problems) != 3 {
		t.Fatal(problems, err)
	}
	wantMessage(t, problems[0], newsroom.Conflict, "term.slugTaken")
	wantMessage(t, problems[1], newsroom.Invalid, "term.kind")
	wantMessage(t, problems[2], newsroom.Invalid, "term.noLabel")
}
