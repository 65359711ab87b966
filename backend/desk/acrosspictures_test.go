package desk_test

import (
	"slices"
	"testing"

	"khabar/backend/desk"
	"khabar/backend/newsroom"
	"khabar/backend/newsroomtest"
)

// A picture is found in every story that shows it: in what readers see, in the newest text, in
// what is being typed and as the lead picture; and one plan takes it out of all of them.
func TestAPictureInSeveralStories(t *testing.T) {
	r := newsroomtest.New(t)
	shows := newsroom.Text{Headline: "Head", Body: "Words.\n\n" + figure}
	here := r.Edition(t, newsroom.English, shows)
	there := r.Edition(t, newsroom.Persian, shows)
	typed := r.Edition(t, newsroom.English, newsroom.Text{Headline: "Typed", Body: "Words."})
	if _, err := r.Keep(t.Context(), typed, nil, shows); err != nil {
		t.Fatal(err)
	}
	other := r.Edition(t, newsroom.English, newsroom.Text{Headline: "Other", Body: "![](media/bb.jpg)"})
	all, err := r.PicturesOf(t.Context(), []newsroom.StoryID{here.Story()})
	if err != nil || len(all) != 1 || all[0].Hash != "aa" {
		t.Fatalf("%+v, %v", all, err)
	}
	want := []newsroom.StoryID{here.Story(), there.Story(), typed.Story()}
	slices.Sort(want)
	found := slices.Sorted(slices.Values(all[0].Stories))
	if !slices.Equal(found, want) || slices.Contains(found, other.Story()) {
		t.Fatalf("found in %v, not in %v", found, want)
	}
	run(t, r, desk.Across{Act: desk.PictureAcross, Stories: all[0].Stories, Picture: desk.Exchanged{Old: "aa"}})
	for _, id := range []newsroom.EditionID{here, there, typed} {
		if all, err := r.PicturesOf(t.Context(), []newsroom.StoryID{id.Story()}); err != nil || len(all) != 0 {
			t.Errorf("%s still shows %+v, %v", id, all, err)
		}
	}
}
