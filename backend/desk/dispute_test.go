package desk_test

import (
	"slices"
	"testing"

	"khabar/backend/newsroom"
	"khabar/backend/newsroomtest"
)

// A dispute says whose text is which, at every place, also of what a person has settled
// already in what she is typing.
func TestADisputeSaysWhoseTextIsWhich(t *testing.T) {
	r, ctx := newsroomtest.New(t), t.Context()
	id := r.Edition(t, newsroom.Persian, newsroom.Text{Headline: "سر", Body: "یک.\n\nدو.\n\nسه."})
	base := r.Open(t, id)
	for _, change := range []newsroom.Text{
		{Headline: "سر ما", Slug: base.Text.Slug, Body: "یک ما.\n\nدو.\n\nسه ما."},
		{Headline: "سر دیگر", Slug: base.Text.Slug, Body: "یک دیگر.\n\nدو."},
	} {
		if _, err := r.Save(ctx, id, base.Base, change); err != nil {
			t.Fatal(err)
		}
	}
	e := r.Open(t, id)
	d, err := r.Dispute(ctx, id, nil, e.Text)
	if err != nil {
		t.Fatal(err)
	}
	if len(d.Sides) != 2 || d.Sides[0].Revision != e.Heads[0] || !d.Sides[1].Here || !d.Sides[1].Mine || d.Sides[0].Name == "" {
		t.Fatalf("%+v", d.Sides)
	}
	var got [][]string
	for _, p := range d.Places {
		got = append(got, []string{p.Field, p.Versions[0].Text, p.Versions[1].Text})
		if !slices.Equal(p.Versions[0].Sides, []int{0}) || !slices.Equal(p.Versions[1].Sides, []int{1}) {
			t.Errorf("%+v", p)
		}
	}
	want := [][]string{{"headline", "سر ما", "سر دیگر"}, {"body", "یک ما.", "یک دیگر."}, {"body", "سه ما.", ""}}
	if !slices.EqualFunc(got, want, slices.Equal) || len(d.Body) != 3 || d.Body[0].Place != 1 || d.Body[1].Text != "دو." || d.Body[2].Place != 2 {
		t.Fatalf("%q %+v", got, d.Body)
	}
	e.Text.Body = "یک دیگر.\n\nدو.\n\n⟪⟪⟪"
	if d, err = r.Dispute(ctx, id, e.Base, e.Text); err != nil || len(d.Places) != 1 || !d.Broken {
		t.Fatalf("%+v %v", d, err)
	}
	if d, err = r.Dispute(ctx, id, base.Base, base.Text); err != nil || len(d.Places)+len(d.Sides) != 0 {
		t.Fatalf("%+v %v", d, err)
	}
}
