package desk_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"khabar/backend/newsroom"
	"khabar/backend/newsroomtest"
)

// Whoever removes a story is told all that must be withdrawn first, not one thing after another.
func TestARemovalNamesAllLanguagesThatReadersSee(t *testing.T) {
	r, ctx := newsroomtest.New(t), t.Context()
	id := liveEdition(t, r)
	for lang, at := range map[newsroom.Lang]time.Time{newsroom.Persian: {}, newsroom.Russian: r.Clock.Now().Add(time.Hour)} {
		other, err := r.CreateEdition(ctx, id.Story(), lang)
		if err != nil {
			t.Fatal(err)
		}
		saveAndApprove(t, r, other, newsroom.Text{Headline: "Head", Slug: "head", Body: "Body."})
		if err := r.Publish(ctx, other, at); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := r.CreateEdition(ctx, id.Story(), newsroom.German); err != nil { // nobody sees it
		t.Fatal(err)
	}
	refused, ok := errors.AsType[*newsroom.Error](r.RemoveStory(ctx, id.Story()))
	if !ok || refused.Code != newsroom.Conflict {
		t.Fatal(refused)
	}
	named, _ := refused.Params["languages"].(string)
	if got := slices.Sorted(strings.SplitSeq(named, " ")); !slices.Equal(got, []string{"en", "fa", "ru"}) {
		t.Errorf("named %q", named)
	}
}
