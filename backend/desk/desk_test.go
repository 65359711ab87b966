package desk_test

import (
	"testing"

	"khabar/backend/newsroom"
	"khabar/backend/newsroomtest"
)

func wantCode(t *testing.T, err error, code newsroom.Code) {
	t.Helper()
	if newsroom.CodeOf(err) != code {
		t.Fatalf("got %v, want code %q", err, code)
	}
}

// The whole life of an edition: written, judged, published, corrected, withdrawn.
func TestLifeOfAnEdition(t *testing.T) {
	r, ctx := newsroomtest.New(t), t.Context()
	id := r.Edition(t, newsroom.Persian, newsroom.Text{Headline: "ورود هیأت قزاقستان", Body: "متن می‌آید."})
	if got := r.Open(t, id).Text.Slug; got == "" {
		t.Fatal("no slug was made of the headline")
	}
	wantCode(t, r.Publish(ctx, id, r.Clock.Now()), newsroom.Conflict)
	if err := r.Submit(ctx, id); err != nil {
		t.Fatal(err)
	}
	wantCode(t, r.Return(ctx, id, "  "), newsroom.Invalid)
	if err := r.Return(ctx, id, "Name the source."); err != nil {
		t.Fatal(err)
	}
	e := r.Open(t, id)
	if e.Work.State != newsroom.Returned || e.Work.Note != "Name the source." {
		t.Fatalf("work = %+v", e.Work)
	}
	r.ApproveNewest(t, id)
	if err := r.Publish(ctx, id, r.Clock.Now()); err != nil {
		t.Fatal(err)
	}
	e = r.Open(t, id)
	live := e.Live.Revision
	if e.Live.State != newsroom.IsLive || live != e.Heads[0] {
		t.Fatalf("live = %+v", e.Live)
	}
	wantCode(t, r.RemoveStory(ctx, id.Story()), newsroom.Conflict)

	text := e.Text
	text.Body, text.Slug = "متن درست می‌آید.", "نشانی-تازه"
	if _, err := r.Save(ctx, id, nil, text); err != nil {
		t.Fatal(err)
	}
	e = r.Open(t, id)
	if e.Work.State != newsroom.Drafting || e.Live.Revision != live || !e.Changed {
		t.Fatalf("a draft touched the live text: %+v", e)
	}
	r.ApproveNewest(t, id)
	if err := r.Correct(ctx, id, "Name corrected"); err != nil {
		t.Fatal(err)
	}
	e = r.Open(t, id)
	if e.Live.State != newsroom.Corrected || len(e.Live.OldSlugs) != 1 {
		t.Fatalf("live = %+v", e.Live)
	}
	if err := r.Withdraw(ctx, id, "Withdrawn"); err != nil {
		t.Fatal(err)
	}
	wantCode(t, r.Withdraw(ctx, id, "again"), newsroom.Conflict)
	if err := r.RemoveStory(ctx, id.Story()); err != nil {
		t.Fatal(err)
	}
	report, err := r.Archive.Verify(ctx)
	if err != nil || len(report.Faults) > 0 {
		t.Fatalf("verify: %v %v", report, err)
	}
}

func TestRolesAreRefusedInTheBackend(t *testing.T) {
	r, ctx := newsroomtest.New(t), t.Context()
	id := r.Edition(t, newsroom.English, newsroom.Text{Headline: "Head", Body: "Body."})
	if err := r.Submit(ctx, id); err != nil {
		t.Fatal(err)
	}
	wantCode(t, r.ChangeMember(ctx, "Desk", []newsroom.Role{newsroom.Reporter}, newsroom.Languages), newsroom.Conflict)
	if err := r.ChangeMember(ctx, "Desk", []newsroom.Role{newsroom.Reporter, newsroom.Administrator}, newsroom.Languages); err != nil {
		t.Fatal(err)
	}
	wantCode(t, r.Approve(ctx, id, r.Open(t, id).Heads[0]), newsroom.Forbidden)
	wantCode(t, r.Return(ctx, id, "no"), newsroom.Forbidden)
	if got := r.Open(t, id).Work.State; got != newsroom.Submitted {
		t.Fatalf("a refused act moved the work state to %s", got)
	}
}

func TestTypingIsKeptApartFromRevisions(t *testing.T) {
	r, ctx := newsroomtest.New(t), t.Context()
	id := r.Edition(t, newsroom.Pashto, newsroom.Text{Headline: "سرلیک", Body: "لومړی"})
	text := r.Open(t, id).Text
	text.Body = "دویم ښه متن"
	if _, err := r.Keep(ctx, id, nil, text); err != nil {
		t.Fatal(err)
	}
	e := r.Open(t, id)
	if !e.Working || e.Text != text {
		t.Fatalf("working copy not shown: %+v", e)
	}
	past, err := r.Revisions(ctx, id)
	if err != nil || len(past) != 2 {
		t.Fatalf("%d revisions, %v", len(past), err)
	}
	wantCode(t, r.Approve(ctx, id, e.Heads[0]), newsroom.Conflict)
	if _, err := r.Save(ctx, id, nil, text); err != nil {
		t.Fatal(err)
	}
	if _, err := r.Save(ctx, id, nil, text); err != nil {
		t.Fatal(err)
	}
	past, err = r.Revisions(ctx, id)
	if err != nil || len(past) != 3 {
		t.Fatalf("%d revisions, %v", len(past), err)
	}
	diff, err := r.Compare(ctx, past[1].ID, past[0].ID)
	if err != nil || len(diff) != 1 {
		t.Fatalf("%v %v", diff, err)
	}
	if err := r.Restore(ctx, id, past[1].ID); err != nil {
		t.Fatal(err)
	}
	if got := r.Open(t, id).Text.Body; got != "لومړی" {
		t.Fatalf("restored %q", got)
	}
}

// What a kill left behind becomes a revision at the next start, once.
func TestWordsLeftBehindBecomeRevisions(t *testing.T) {
	r, ctx := newsroomtest.New(t), t.Context()
	first := r.Edition(t, newsroom.Persian, newsroom.Text{})
	second := r.Edition(t, newsroom.English, newsroom.Text{})
	for id, text := range map[newsroom.EditionID]newsroom.Text{first: {Headline: "بازار", Body: "می‌روند"}, second: {Headline: "Left", Body: "kept"}} {
		if _, err := r.Keep(ctx, id, nil, text); err != nil {
			t.Fatal(err)
		}
	}
	if err := r.SaveLeft(ctx); err != nil {
		t.Fatal(err)
	}
	for _, id := range []newsroom.EditionID{first, second} {
		if e := r.Open(t, id); e.Working || len(e.Heads) != 1 || e.Text.Headline == "" {
			t.Errorf("%s: working %v, heads %v, text %+v", id, e.Working, e.Heads, e.Text)
		}
	}
	before, err := r.Revisions(ctx, first)
	if err != nil {
		t.Fatal(err)
	}
	if err := r.SaveLeft(ctx); err != nil {
		t.Fatal(err)
	}
	if past, err := r.Revisions(ctx, first); err != nil || len(past) != len(before) {
		t.Errorf("a second start left %d revisions of %d, %v", len(past), len(before), err)
	}
}

func TestSlugsAreUniqueInALanguage(t *testing.T) {
	r, ctx := newsroomtest.New(t), t.Context()
	a := r.Edition(t, newsroom.English, newsroom.Text{Headline: "Same words", Body: "One."})
	b := r.Edition(t, newsroom.English, newsroom.Text{Headline: "Same words", Body: "Two."})
	if x, y := r.Open(t, a).Text.Slug, r.Open(t, b).Text.Slug; x != "same-words" || y != "same-words-2" {
		t.Fatalf("slugs %q, %q", x, y)
	}
	text := r.Open(t, b).Text
	text.Slug = "same-words"
	if _, err := r.Save(ctx, b, nil, text); err != nil {
		t.Fatal("a save must never fail for a slug:", err)
	}
	if err := r.Submit(ctx, b); err != nil {
		t.Fatal(err)
	}
	wantCode(t, r.Approve(ctx, b, r.Open(t, b).Heads[0]), newsroom.Conflict)
}
