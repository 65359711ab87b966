package desk_test

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"khabar/backend/desk"
	"khabar/backend/newsroom"
	"khabar/backend/newsroomtest"
	"khabar/backend/sqlite"
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
	if err := r.Schedule(ctx, fourth, r.Clock.Now().Add(time.Hour), ""); err != nil {
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
	wantCode(t, r.Schedule(ctx, id, at, ""), newsroom.Conflict) // nobody has approved it
	r.ApproveNewest(t, id)
	wantCode(t, r.Schedule(ctx, id, r.Clock.Now(), ""), newsroom.Invalid)
	wantCode(t, r.Unschedule(ctx, id), newsroom.Conflict)
	for _, to := range []time.Time{at, at.Add(time.Hour), at.Add(time.Minute)} {
		if err := r.Schedule(ctx, id, to, ""); err != nil {
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
	if err := r.Schedule(ctx, id, at, ""); err != nil {
		t.Fatal(err)
	}
	r.Clock.Advance(time.Hour)
	wantCode(t, r.Unschedule(ctx, id), newsroom.Conflict)
	wantCode(t, r.Schedule(ctx, id, at.Add(time.Hour), ""), newsroom.Conflict)
}

func liveEdition(t *testing.T, r *newsroomtest.Room) newsroom.EditionID {
	t.Helper()
	id := r.Edition(t, newsroom.English, newsroom.Text{Headline: "Head", Slug: "head", Body: "Body."})
	r.ApproveNewest(t, id)
	if err := r.Publish(t.Context(), id, time.Time{}); err != nil {
		t.Fatal(err)
	}
	return id
}

func saveAndApprove(t *testing.T, r *newsroomtest.Room, id newsroom.EditionID, text newsroom.Text) {
	t.Helper()
	if _, err := r.Save(t.Context(), id, nil, text); err != nil {
		t.Fatal(err)
	}
	r.ApproveNewest(t, id)
}

// A correction waits for its time while readers keep the text that it will replace.
func TestACorrectionIsScheduled(t *testing.T) {
	r, ctx := newsroomtest.New(t), t.Context()
	id := liveEdition(t, r)
	at := r.Clock.Now().Add(time.Hour)
	wantCode(t, r.Schedule(ctx, id, at, ""), newsroom.Conflict) // nothing is new
	correct := func(headline, slug string) newsroom.RevisionID {
		t.Helper()
		saveAndApprove(t, r, id, newsroom.Text{Headline: headline, Slug: slug, Body: "Body."})
		return r.Open(t, id).Heads[0]
	}
	first := r.Open(t, id).Live
	rev := correct("Headline", "headline")
	do := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	queued := func() (steps []desk.Step) {
		t.Helper()
		all, err := r.Queue(ctx)
		do(err)
		for _, q := range all {
			steps = append(steps, q.Step)
		}
		return steps
	}
	do(r.Schedule(ctx, id, at.Add(time.Hour), "It was wrong."))
	do(r.Schedule(ctx, id, at, "It was wrong."))
	if e := r.Open(t, id); e.Live.State != newsroom.IsLive || e.Live.Revision != first.Revision || !e.Changed || e.LiveSlug != "head" ||
		e.Live.Next == nil || e.Live.Next.Revision != rev || !e.Live.Next.From.Equal(at) {
		t.Fatalf("%+v", e)
	}
	if got := queued(); !slices.Equal(got, []desk.Step{desk.ToWait}) {
		t.Fatal(got)
	}
	do(r.Unschedule(ctx, id))
	if e := r.Open(t, id); e.Live.State != newsroom.IsLive || e.Live.Next != nil || e.Live.Revision != first.Revision {
		t.Fatalf("%+v", e.Live)
	}
	if got := queued(); !slices.Equal(got, []desk.Step{desk.ToPublish}) {
		t.Fatal(got)
	}
	do(r.Schedule(ctx, id, at, "It was wrong."))
	due, next := dueAt(t, r)
	if len(due) != 0 || !next.Equal(at) {
		t.Fatal(due, next)
	}
	r.Clock.Advance(time.Hour)
	e := r.Open(t, id)
	if e.Live.State != newsroom.Corrected || e.Live.Revision != rev || e.Live.Notice != "It was wrong." || !e.Live.Changed.Equal(at) ||
		!slices.Equal(e.Live.OldSlugs, []string{"head"}) || e.LiveSlug != "headline" || e.Changed || !e.Live.Published.Equal(first.Published) {
		t.Fatalf("%+v", e)
	}
	if got := queued(); len(got) != 0 {
		t.Fatal(got)
	}
	wantCode(t, r.Unschedule(ctx, id), newsroom.Conflict)

	// A correction made at once, and a withdrawal, take what was scheduled with them.
	correct("Third", "headline")
	do(r.Schedule(ctx, id, r.Clock.Now().Add(time.Hour), ""))
	last := correct("Fourth", "headline")
	do(r.Correct(ctx, id, ""))
	if e := r.Open(t, id).Live; e.Next != nil || e.Revision != last {
		t.Fatalf("%+v", e)
	}
	correct("Fifth", "headline")
	do(r.Schedule(ctx, id, r.Clock.Now().Add(time.Hour), ""))
	do(r.Withdraw(ctx, id, "Gone."))
	r.Clock.Advance(2 * time.Hour)
	if e := r.Open(t, id).Live; e.State != newsroom.Withdrawn || e.Next != nil || e.Notice != "Gone." {
		t.Fatalf("%+v", e)
	}
	do(r.Archive.Rebuild(ctx))
	if e := r.Open(t, id).Live; e.State != newsroom.Withdrawn {
		t.Fatalf("%+v", e)
	}
}

func dueAt(t *testing.T, r *newsroomtest.Room) (due []newsroom.EditionID, next time.Time) {
	t.Helper()
	now := r.Clock.Now()
	if err := r.Archive.DB().View(t.Context(), func(tx *sqlite.Tx) (err error) {
		due, next, err = tx.Due(now, now)
		return err
	}); err != nil {
		t.Fatal(err)
	}
	return due, next
}

// A name that goes is not brought back by a correction that was scheduled with it.
func TestANameGoesFromAScheduledCorrection(t *testing.T) {
	r, ctx := newsroomtest.New(t), t.Context()
	id := liveEdition(t, r)
	saveAndApprove(t, r, id, newsroom.Text{Headline: "Head", Slug: "head", Body: "Karim said so."})
	if err := r.Schedule(ctx, id, r.Clock.Now().Add(time.Hour), ""); err != nil {
		t.Fatal(err)
	}
	s := about(t, run(t, r, without(id.Story())), id)
	if got := said(s); !strings.Contains(got, "unschedule") || !strings.Contains(got, "again") {
		t.Fatal(got)
	}
	r.Clock.Advance(2 * time.Hour)
	if e := r.Open(t, id); e.Live.State != newsroom.IsLive || e.Live.Next != nil || strings.Contains(e.Text.Body, "Karim") {
		t.Fatalf("%+v", e)
	}
}

func TestAnEmbargoKeepsAStoryBack(t *testing.T) {
	r, ctx := newsroomtest.New(t), t.Context()
	id := r.Edition(t, newsroom.English, newsroom.Text{Headline: "Head", Body: "Body."})
	r.ApproveNewest(t, id)
	end := r.Clock.Now().Add(24 * time.Hour)
	set := func(until time.Time) ([]newsroom.EditionID, error) { return r.SetEmbargo(ctx, id.Story(), until) }
	_, err := set(r.Clock.Now())
	wantCode(t, err, newsroom.Invalid)
	if err := r.Schedule(ctx, id, r.Clock.Now().Add(time.Hour), ""); err != nil {
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
	wantCode(t, r.Schedule(ctx, id, end.Add(-time.Second), ""), newsroom.Conflict)
	if err := r.Schedule(ctx, id, end, ""); err != nil {
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
