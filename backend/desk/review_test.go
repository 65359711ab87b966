package desk_test

import (
	"context"
	"slices"
	"testing"
	"time"

	"khabar/backend/desk"
	"khabar/backend/newsroom"
	"khabar/backend/newsroomtest"
)

func item(t *testing.T, r *newsroomtest.Room, id newsroom.EditionID, check string) desk.Item {
	t.Helper()
	v, err := r.Review(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(v.Items, func(i desk.Item) bool { return i.Check == check })
	if i < 0 {
		t.Fatalf("no %s among %v", check, v.Items)
	}
	return v.Items[i]
}

func queue(t *testing.T, r *newsroomtest.Room) (rows []string) {
	t.Helper()
	all, err := r.Queue(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range all {
		rows = append(rows, string(q.Step)+" "+string(q.News)+" "+q.Text.Headline)
	}
	return rows
}

func TestTheQueueGoesStepByStep(t *testing.T) {
	r, ctx := newsroomtest.New(t), t.Context()
	make := func(headline string) newsroom.EditionID {
		r.Clock.Advance(time.Minute)
		return r.Edition(t, newsroom.English, newsroom.Text{Headline: headline, Body: "Body."})
	}
	first, second, third, fourth := make("first"), make("second"), make("third"), make("fourth")
	translation, err := r.CreateEdition(ctx, first.Story(), newsroom.Pashto)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := r.Save(ctx, translation, nil, newsroom.Text{Headline: "لومړی", Body: "متن"}); err != nil {
		t.Fatal(err)
	}
	for _, id := range []newsroom.EditionID{second, translation, first} {
		r.Clock.Advance(time.Minute)
		if err := r.Submit(ctx, id); err != nil {
			t.Fatal(err)
		}
	}
	r.ApproveNewest(t, third)
	if err := r.Publish(ctx, third, time.Time{}); err != nil {
		t.Fatal(err)
	}
	r.ApproveNewest(t, fourth)
	if err := r.Schedule(ctx, fourth, r.Clock.Now().Add(time.Hour)); err != nil {
		t.Fatal(err)
	}
	want := []string{"submitted new second", "submitted translation لومړی", "submitted new first", "scheduled new fourth"}
	if got := queue(t, r); !slices.Equal(got, want) {
		t.Fatalf("%q, want %q", got, want)
	}
	write(t, r, third, "Another body.")
	r.ApproveNewest(t, third)
	r.Clock.Advance(2 * time.Hour)
	want = append(want[:3], "approved correction third")
	if got := queue(t, r); !slices.Equal(got, want) {
		t.Fatalf("%q, want %q", got, want)
	}
}

func TestAReviewShowsWhatChangedSince(t *testing.T) {
	r, ctx := newsroomtest.New(t), t.Context()
	id := r.Edition(t, newsroom.Persian, newsroom.Text{Headline: "باران", Body: threeBlocks})
	kinds := func() (all []string) {
		v, err := r.Review(ctx, id)
		if err != nil {
			t.Fatal(err)
		}
		for _, b := range v.Bases {
			all = append(all, b.Kind)
		}
		return all
	}
	if got := kinds(); len(got) > 0 {
		t.Fatalf("a new text is compared with %v", got)
	}
	r.ApproveNewest(t, id)
	if err := r.Publish(ctx, id, time.Time{}); err != nil {
		t.Fatal(err)
	}
	write(t, r, id, threeBlocks+"\n\nچهارم.")
	if err := r.Submit(ctx, id); err != nil {
		t.Fatal(err)
	}
	if err := r.Return(ctx, id, "منبع؟"); err != nil {
		t.Fatal(err)
	}
	write(t, r, id, "پیش‌درآمد.\n\n"+threeBlocks+"\n\nچهارم: وزارت گفت.")
	if got, want := kinds(), []string{"live", "returned"}; !slices.Equal(got, want) {
		t.Fatalf("%v, want %v", got, want)
	}
	v, err := r.Review(ctx, id)
	if err != nil {
		t.Fatal(err)
	}
	changes, err := r.Changes(ctx, id, v.Bases[1].Revision)
	if err != nil {
		t.Fatal(err)
	}
	var ops []string
	var blocks []int
	for _, c := range changes {
		ops, blocks = append(ops, c.Op), append(blocks, c.Block)
	}
	if !slices.Equal(ops, []string{"add", "same", "same", "same", "change"}) || !slices.Equal(blocks, []int{0, 1, 2, 3, 4}) {
		t.Fatalf("%v at %v", ops, blocks)
	}
}

func TestTheListBeforeAnApproval(t *testing.T) {
	r, ctx := newsroomtest.New(t), t.Context()
	other := r.Edition(t, newsroom.English, newsroom.Text{Headline: "Other", Slug: "other", Body: "Body."})
	body := "See [it](other.html), [nothing](nothing.html) and [all](../en/section/world.html).\n\n![](media/a.jpg)\n\n[far](https://example.org/x.html)"
	id := r.Edition(t, newsroom.English, newsroom.Text{Headline: "Head", Body: body})
	if got := item(t, r, id, desk.CheckLinks); got.OK || got.Count != 2 || got.Spots[0].Why != "notLive" || got.Spots[1].Why != "unknown" || got.Blocks {
		t.Errorf("%+v", got)
	}
	r.ApproveNewest(t, other)
	if err := r.Publish(ctx, other, time.Time{}); err != nil {
		t.Fatal(err)
	}
	if got := item(t, r, id, desk.CheckLinks); got.Count != 1 || got.Spots[0].Text != "nothing.html" {
		t.Errorf("%+v", got)
	}
	if got := item(t, r, id, desk.CheckAlt); got.Count != 1 || got.Spots[0].Block != 1 {
		t.Errorf("%+v", got)
	}
	for _, check := range []string{desk.CheckSection, desk.CheckSummary} {
		if item(t, r, id, check).OK {
			t.Errorf("%s is taken for there", check)
		}
	}
	if err := r.Submit(ctx, id); err != nil {
		t.Fatal(err)
	}
	head := r.Open(t, id).Heads[0]
	for _, check := range []string{desk.CheckSection, desk.CheckSummary, desk.CheckAlt, desk.CheckLinks} {
		if err := r.ChangeBlocking(ctx, []string{check}); err != nil {
			t.Fatal(err)
		}
		wantCode(t, r.Approve(ctx, id, head), newsroom.Conflict)
		if !item(t, r, id, check).Blocks {
			t.Errorf("%s does not block", check)
		}
	}
	wantCode(t, r.ChangeBlocking(ctx, []string{"no such\ncode"}), newsroom.Invalid)
	comment := comment(t, r, desk.Remark{Edition: id, Text: "Wait."})
	if err := r.ChangeBlocking(ctx, []string{desk.CheckComments}); err != nil {
		t.Fatal(err)
	}
	wantCode(t, r.Approve(ctx, id, head), newsroom.Conflict)
	if err := r.ResolveComment(ctx, comment); err != nil {
		t.Fatal(err)
	}
	if err := r.Approve(ctx, id, head); err != nil {
		t.Fatal(err)
	}
}

// picky objects to everything.
type picky struct{}

func (picky) Blocking(context.Context, newsroom.EditionID) ([]desk.Finding, error) {
	return []desk.Finding{{Check: "numbers"}}, nil
}

func TestWhatACheckerFindsKeepsFromApproving(t *testing.T) {
	r, ctx := newsroomtest.New(t), t.Context()
	id := r.Edition(t, newsroom.English, newsroom.Text{Headline: "Head", Body: "Body."})
	r.CheckWith(picky{})
	wantCode(t, r.Approve(ctx, id, r.Open(t, id).Heads[0]), newsroom.Conflict)
	if v, err := r.Review(ctx, id); err != nil || len(v.Findings) != 1 {
		t.Fatal(v.Findings, err)
	}
	if err := r.ChangeMember(ctx, "Desk", []newsroom.Role{newsroom.Reporter, newsroom.Administrator}, nil); err != nil {
		t.Fatal(err)
	}
	wantCode(t, r.Approve(ctx, id, r.Open(t, id).Heads[0]), newsroom.Forbidden) // whatever is found
}

func TestSchedules(t *testing.T) {
	r, ctx := newsroomtest.New(t), t.Context()
	id := r.Edition(t, newsroom.English, newsroom.Text{Headline: "Head", Body: "Body."})
	at := r.Clock.Now().Add(time.Hour)
	wantCode(t, r.Schedule(ctx, id, at), newsroom.Conflict) // nobody has approved it
	r.ApproveNewest(t, id)
	wantCode(t, r.Schedule(ctx, id, r.Clock.Now()), newsroom.Invalid)
	wantCode(t, r.Unschedule(ctx, id), newsroom.Conflict)
	for _, to := range []time.Time{at, at.Add(time.Hour), at.Add(time.Minute)} {
		if err := r.Schedule(ctx, id, to); err != nil {
			t.Fatal(err)
		}
		if got := r.Open(t, id).Live; got.State != newsroom.Scheduled || !got.Published.Equal(to) {
			t.Fatalf("%+v", got)
		}
	}
	if err := r.Unschedule(ctx, id); err != nil {
		t.Fatal(err)
	}
	if got := r.Open(t, id).Live.State; got != newsroom.NotLive {
		t.Fatal(got)
	}
	if err := r.Schedule(ctx, id, at); err != nil {
		t.Fatal(err)
	}
	r.Clock.Advance(time.Hour)
	wantCode(t, r.Unschedule(ctx, id), newsroom.Conflict)
	wantCode(t, r.Schedule(ctx, id, at.Add(time.Hour)), newsroom.Conflict)
}

func TestAnEmbargoKeepsAStoryBack(t *testing.T) {
	r, ctx := newsroomtest.New(t), t.Context()
	id := r.Edition(t, newsroom.English, newsroom.Text{Headline: "Head", Body: "Body."})
	r.ApproveNewest(t, id)
	end := r.Clock.Now().Add(24 * time.Hour)
	set := func(until time.Time) ([]newsroom.EditionID, error) { return r.SetEmbargo(ctx, id.Story(), until) }
	_, err := set(r.Clock.Now())
	wantCode(t, err, newsroom.Invalid)
	if err := r.Schedule(ctx, id, r.Clock.Now().Add(time.Hour)); err != nil {
		t.Fatal(err)
	}
	moved, err := set(end)
	if err != nil || !slices.Equal(moved, []newsroom.EditionID{id}) {
		t.Fatal(moved, err)
	}
	if got := r.Open(t, id).Live; !got.Published.Equal(end) || got.State != newsroom.Scheduled {
		t.Fatalf("%+v", got)
	}
	wantCode(t, r.Publish(ctx, id, time.Time{}), newsroom.Conflict)
	wantCode(t, r.Schedule(ctx, id, end.Add(-time.Second)), newsroom.Conflict)
	if err := r.Schedule(ctx, id, end); err != nil {
		t.Fatal(err)
	}
	if _, err := set(time.Time{}); err != nil || !r.Story(t, id.Story()).Embargo.IsZero() {
		t.Fatal(err)
	}
	if err := r.Publish(ctx, id, time.Time{}); err != nil {
		t.Fatal(err)
	}
	_, err = set(end)
	wantCode(t, err, newsroom.Conflict) // readers see it
	if err := r.ChangeMember(ctx, "Desk", []newsroom.Role{newsroom.Reporter, newsroom.Administrator}, nil); err != nil {
		t.Fatal(err)
	}
	_, err = set(end)
	wantCode(t, err, newsroom.Forbidden)
}
