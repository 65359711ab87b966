package desk_test

import (
	"testing"

	"khabar/backend/newsroom"
	"khabar/backend/newsroomtest"
)

// The site's own names, and those that Windows cannot write, belong to no article.
func TestReservedSlugs(t *testing.T) {
	r, ctx := newsroomtest.New(t), t.Context()
	for headline, want := range map[string]string{"About": "about-2", "Index": "index-2", "Con": "con-2", "LPT1": "lpt1-2", "Feed!": "feed-2"} {
		id := r.Edition(t, newsroom.English, newsroom.Text{Headline: headline, Body: "Body."})
		if got := r.Open(t, id).Text.Slug; got != want {
			t.Errorf("%s has the slug %q, want %q", headline, got, want)
		}
	}
	for _, slug := range []string{"about", "index", "section", "tag", "feed", "nul", "com3"} {
		id := r.Edition(t, newsroom.English, newsroom.Text{Headline: "Head", Slug: slug, Body: "Body."})
		err := r.Approve(ctx, id, r.Open(t, id).Heads[0])
		wantMessage(t, err, newsroom.Conflict, "slug.reserved")
	}
	id := r.Edition(t, newsroom.English, newsroom.Text{Headline: "Head", Slug: "../khabar", Body: "Body."})
	wantMessage(t, r.Approve(ctx, id, r.Open(t, id).Heads[0]), newsroom.Invalid, "slug.malformed")
	// A headline without a letter gives none, and says so when it is to be published.
	id = r.Edition(t, newsroom.English, newsroom.Text{Headline: "!?", Body: "Body."})
	wantMessage(t, r.Approve(ctx, id, r.Open(t, id).Heads[0]), newsroom.Conflict, "slug.missing")
	other := r.Edition(t, newsroom.English, newsroom.Text{Headline: "…", Body: "Body."})
	wantMessage(t, r.Approve(ctx, other, r.Open(t, other).Heads[0]), newsroom.Conflict, "slug.missing")
}

func wantMessage(t *testing.T, err error, code newsroom.Code, message string) {
	t.Helper()
	wantCode(t, err, code)
	if e, ok := err.(*newsroom.Error); !ok || e.Message != message {
		t.Fatalf("got %v, want %s", err, message)
	}
}
