package desk_test

import (
	"slices"
	"testing"

	"khabar/backend/desk"
	"khabar/backend/newsroom"
	"khabar/backend/newsroomtest"
	"khabar/backend/sqlite"
)

// tag makes a tag with labels in English and Persian, either of which may be "".
func tag(t *testing.T, r *newsroomtest.Room, en, fa string) newsroom.TermID {
	t.Helper()
	labels := map[newsroom.Lang]string{newsroom.English: en, newsroom.Persian: fa}
	id, err := r.SaveTerm(t.Context(), newsroom.Term{}, newsroom.Term{Kind: newsroom.Tag, Labels: labels})
	if err != nil {
		t.Fatal(err)
	}
	return id
}

// carrying makes a story with tags.
func carrying(t *testing.T, r *newsroomtest.Room, tags ...newsroom.TermID) newsroom.StoryID {
	t.Helper()
	id := r.Edition(t, newsroom.English, newsroom.Text{Headline: "Water"}).Story()
	retag(t, r, id, tags)
	return id
}

func retag(t *testing.T, r *newsroomtest.Room, id newsroom.StoryID, tags []newsroom.TermID) {
	t.Helper()
	before := r.Story(t, id)
	after := before
	after.Tags = tags
	if err := r.ChangeStory(t.Context(), before, after); err != nil {
		t.Fatal(err)
	}
}

func TestMergingTagsMovesTheirStoriesAndUnmergingBringsThemBack(t *testing.T) {
	r, ctx := newsroomtest.New(t), t.Context()
	kabul, city, road := tag(t, r, "Kabul", ""), tag(t, r, "Kabul City", "شهر کابل"), tag(t, r, "Road", "")
	first, second := carrying(t, r, city, road), carrying(t, r, kabul, city)
	if err := r.MergeTags(ctx, []newsroom.TermID{city}, kabul); err != nil {
		t.Fatal(err)
	}
	for id, want := range map[newsroom.StoryID][]newsroom.TermID{first: {kabul, road}, second: {kabul}} {
		if got := r.Story(t, id).Tags; !slices.Equal(got, want) {
			t.Errorf("merged: %v, want %v", got, want)
		}
	}
	if uses := uses(t, r); uses[kabul] != 2 || uses[city] != 0 || uses[road] != 1 {
		t.Errorf("uses: %v", uses)
	}
	report, err := r.TagReport(ctx)
	if err != nil || len(report.Merged) != 1 || report.Into[city] != kabul {
		t.Fatalf("%+v, %v", report, err)
	}
	if held := term(t, r, kabul); held.Labels[newsroom.Persian] != "شهر کابل" {
		t.Errorf("the label in Persian did not come along: %+v", held)
	}
	wantCode(t, r.MergeTags(ctx, []newsroom.TermID{city}, road), newsroom.NotFound)
	wantCode(t, r.MergeTags(ctx, []newsroom.TermID{road}, road), newsroom.Conflict)

	if err := r.UnmergeTag(ctx, city); err != nil {
		t.Fatal(err)
	}
	for id, want := range map[newsroom.StoryID][]newsroom.TermID{first: {city, road}, second: {kabul, city}} {
		if got := r.Story(t, id).Tags; !slices.Equal(got, want) {
			t.Errorf("unmerged: %v, want %v", got, want)
		}
	}
	if held := term(t, r, kabul); held.Labels[newsroom.Persian] != "" {
		t.Errorf("the label stayed behind: %+v", held)
	}
}

// Who takes a tag away from a story takes all away that went into it.
func TestATagIsTakenAwayWithThoseMergedIntoIt(t *testing.T) {
	r, ctx := newsroomtest.New(t), t.Context()
	kabul, city := tag(t, r, "Kabul", ""), tag(t, r, "Kabul City", "")
	story := carrying(t, r, kabul, city)
	if err := r.MergeTags(ctx, []newsroom.TermID{city}, kabul); err != nil {
		t.Fatal(err)
	}
	retag(t, r, story, nil)
	if err := r.UnmergeTag(ctx, city); err != nil {
		t.Fatal(err)
	}
	if got := r.Story(t, story).Tags; len(got) != 0 {
		t.Errorf("still there: %v", got)
	}
}

// Merging into a tag that goes away loses nothing: the merged one stands on its own again.
func TestATagMergedIntoARemovedOneStandsOnItsOwn(t *testing.T) {
	r, ctx := newsroomtest.New(t), t.Context()
	kabul, city, capital := tag(t, r, "Kabul", ""), tag(t, r, "Kabul City", ""), tag(t, r, "Capital", "")
	story := carrying(t, r, city)
	for _, step := range []error{
		r.MergeTags(ctx, []newsroom.TermID{city}, capital), r.MergeTags(ctx, []newsroom.TermID{capital}, kabul),
		r.RemoveTerm(ctx, newsroom.Tag, kabul),
	} {
		if step != nil {
			t.Fatal(step)
		}
	}
	if got := r.Story(t, story).Tags; !slices.Equal(got, []newsroom.TermID{capital}) {
		t.Errorf("%v, want the tag that the removed one had taken in", got)
	}
}

// A file that names a merged tag means the one that stands for it now.
func TestAnImportKnowsMergedTags(t *testing.T) {
	r, ctx := newsroomtest.New(t), t.Context()
	kabul, city := tag(t, r, "Kabul", ""), tag(t, r, "Kabul City", "")
	if err := r.MergeTags(ctx, []newsroom.TermID{city}, kabul); err != nil {
		t.Fatal(err)
	}
	in := desk.Incoming{Lang: newsroom.English, Text: newsroom.Text{Headline: "Snow"}, Tags: []string{"kabul city"}}
	in.Story.ID, in.Story.Source = newsroomtest.StoryID(1), newsroom.English
	if _, err := r.TakeIn(ctx, []desk.Incoming{in}); err != nil {
		t.Fatal(err)
	}
	if got := r.Story(t, in.Story.ID).Tags; !slices.Equal(got, []newsroom.TermID{kabul}) {
		t.Errorf("%v", got)
	}
}

func TestTagReport(t *testing.T) {
	r, ctx := newsroomtest.New(t), t.Context()
	price, prices := tag(t, r, "Market price", ""), tag(t, r, "market prices", "")
	kandahar, qandahar := tag(t, r, "Kandahar", ""), tag(t, r, "Qandahar", "")
	book, same := tag(t, r, "Reading", "کتاب‌خانه"), tag(t, r, "Library", "كتابخانه")
	alone := tag(t, r, "Music", "موسیقی")
	carrying(t, r, price, kandahar, qandahar, same, book, alone)
	carrying(t, r, qandahar, book)
	report, err := r.TagReport(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(report.Unused, []newsroom.TermID{prices}) {
		t.Errorf("unused: %v", report.Unused)
	}
	want := []desk.AlikeTags{
		{A: book, B: same, Lang: newsroom.Persian, Why: desk.SameLabel}, {A: price, B: prices, Lang: newsroom.English, Why: desk.Plural},
		{A: qandahar, B: kandahar, Lang: newsroom.English, Why: desk.OneLetter},
	}
	if !slices.Equal(report.Alike, want) {
		t.Errorf("alike: %+v\nwant %+v", report.Alike, want)
	}
}

func term(t *testing.T, r *newsroomtest.Room, id newsroom.TermID) (found newsroom.Term) {
	t.Helper()
	err := r.Archive.DB().View(t.Context(), func(tx *sqlite.Tx) (err error) {
		found, _, err = tx.Term(newsroom.Tag, id)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func uses(t *testing.T, r *newsroomtest.Room) (all map[newsroom.TermID]int) {
	t.Helper()
	err := r.Archive.DB().View(t.Context(), func(tx *sqlite.Tx) (err error) {
		all, err = tx.TermUses(newsroom.Tag)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}
