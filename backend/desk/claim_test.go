package desk_test

import (
	"testing"

	"khabar/backend/newsroom"
	"khabar/backend/newsroomtest"
	"khabar/backend/sqlite"
)

func row(t *testing.T, r *newsroomtest.Room, id newsroom.EditionID) (row sqlite.CoverageRow) {
	t.Helper()
	err := r.Archive.DB().View(t.Context(), func(tx *sqlite.Tx) (err error) {
		row, err = tx.Coverage(id.Story())
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return row
}

func TestClaimOfAnEditionWithoutAText(t *testing.T) {
	r := newsroomtest.New(t)
	id := r.Edition(t, newsroom.Persian, newsroom.Text{Headline: "خبر", Body: "متن"})
	tajik := newsroom.NewEditionID(id.Story(), newsroom.Tajik)
	if err := r.Claim(t.Context(), tajik, false); err != nil {
		t.Fatal(err)
	}
	claims := row(t, r, id).Claims
	if len(claims) != 1 || claims[0].Edition != tajik || claims[0].Member != r.Archive.Me() || !claims[0].At(r.Clock.Now()) {
		t.Fatalf("claims are %+v", claims)
	}
	if r.Clock.Advance(newsroom.ClaimTime); claims[0].At(r.Clock.Now()) {
		t.Error("the claim does not expire")
	}
	if err := r.Release(t.Context(), tajik); err != nil {
		t.Fatal(err)
	}
	if claims := row(t, r, id).Claims; len(claims) != 0 {
		t.Errorf("after the release claims are %+v", claims)
	}
}

func TestSavingHoldsAClaim(t *testing.T) {
	r := newsroomtest.New(t)
	id := r.Edition(t, newsroom.Persian, newsroom.Text{Headline: "خبر", Body: "متن"})
	if err := r.Claim(t.Context(), id, false); err != nil {
		t.Fatal(err)
	}
	since := row(t, r, id).Claims[0].Since
	r.Clock.Advance(newsroom.ClaimTime * 3 / 4)
	if _, err := r.Save(t.Context(), id, nil, newsroom.Text{Headline: "خبر", Body: "متن تازه"}); err != nil {
		t.Fatal(err)
	}
	c := row(t, r, id).Claims[0]
	if c.Until.Sub(r.Clock.Now()) != newsroom.ClaimTime || !c.Since.Equal(since) {
		t.Errorf("after a save the claim is %+v", c)
	}
}

func TestSubmittingEndsAClaim(t *testing.T) {
	r := newsroomtest.New(t)
	id := r.Edition(t, newsroom.Persian, newsroom.Text{Headline: "خبر", Body: "متن"})
	if err := r.Claim(t.Context(), id, false); err != nil {
		t.Fatal(err)
	}
	if err := r.Submit(t.Context(), id); err != nil {
		t.Fatal(err)
	}
	if claims := row(t, r, id).Claims; len(claims) != 0 {
		t.Errorf("after the text was submitted claims are %+v", claims)
	}
}

func TestAskingLeavesOutWhatIsThere(t *testing.T) {
	r := newsroomtest.New(t)
	id := r.Edition(t, newsroom.Persian, newsroom.Text{Headline: "خبر", Body: "متن"})
	asked, err := r.Ask(t.Context(), []newsroom.StoryID{id.Story()}, []newsroom.Lang{newsroom.Persian, newsroom.Russian, newsroom.Tajik}, " soon ")
	if err != nil || asked != 2 {
		t.Fatalf("asked for %d: %v", asked, err)
	}
	requests := row(t, r, id).Requests
	if len(requests) != 2 || requests[0].Note != "soon" {
		t.Fatalf("requests are %+v", requests)
	}
	if err := r.TakeBack(t.Context(), requests[0].Edition); err != nil {
		t.Fatal(err)
	}
	if left := row(t, r, id).Requests; len(left) != 1 {
		t.Errorf("requests left are %+v", left)
	}
}

func TestErrandsOfARemovedStoryAreRefused(t *testing.T) {
	r := newsroomtest.New(t)
	id := r.Edition(t, newsroom.Persian, newsroom.Text{Headline: "خبر", Body: "متن"})
	if err := r.RemoveStory(t.Context(), id.Story()); err != nil {
		t.Fatal(err)
	}
	if err := r.Claim(t.Context(), id, false); newsroom.CodeOf(err) != newsroom.Conflict {
		t.Errorf("claiming gives %v", err)
	}
	if err := r.Claim(t.Context(), "nonsense", false); newsroom.CodeOf(err) != newsroom.NotFound {
		t.Errorf("claiming nonsense gives %v", err)
	}
}
