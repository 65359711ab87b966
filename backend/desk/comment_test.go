package desk_test

import (
	"strings"
	"testing"

	"khabar/backend/desk"
	"khabar/backend/newsroom"
	"khabar/backend/newsroomtest"
)

const threeBlocks = "نخست: باران می‌بارد.\n\nدوم: راه کابل و جلال‌آباد بسته شد.\n\nسوم: کسی آسیب ندید."

func threads(t testing.TB, r *newsroomtest.Room, id newsroom.EditionID) []desk.Thread {
	t.Helper()
	all, err := r.Threads(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func comment(t testing.TB, r *newsroomtest.Room, m desk.Remark) newsroom.CommentID {
	t.Helper()
	id, err := r.Comment(t.Context(), m)
	if err != nil {
		t.Fatal(err)
	}
	return id
}

func write(t testing.TB, r *newsroomtest.Room, id newsroom.EditionID, body string) {
	t.Helper()
	text := r.Open(t, id).Text
	text.Body = body
	if _, err := r.Save(t.Context(), id, nil, text); err != nil {
		t.Fatal(err)
	}
}

func TestACommentFollowsItsBlock(t *testing.T) {
	r := newsroomtest.New(t)
	id := r.Edition(t, newsroom.Persian, newsroom.Text{Headline: "باران", Body: threeBlocks})
	second := strings.Split(threeBlocks, "\n\n")[1]
	comment(t, r, desk.Remark{Edition: id, At: 1, Quote: second, Text: "منبع؟"})
	comment(t, r, desk.Remark{Edition: id, Text: "خوب است"})
	for _, step := range []struct {
		body  string
		place desk.Place
		at    int
	}{
		{threeBlocks, desk.Unchanged, 1},
		{"پیش‌درآمد\n\n" + threeBlocks, desk.Unchanged, 2},
		{strings.ReplaceAll(threeBlocks, "راه کابل و جلال‌آباد بسته شد", "راه کابل و جلال‌آباد  \nبسته شد"), desk.Unchanged, 1},
		{strings.ReplaceAll(threeBlocks, "بسته شد", "باز شد"), desk.Reworded, 1},
		{second + "\n\nنخست: باران می‌بارد.", desk.Unchanged, 0},
		{"", desk.Gone, -1},
		{threeBlocks, desk.Unchanged, 1},
	} {
		write(t, r, id, step.body)
		all := threads(t, r, id)
		if len(all) != 2 {
			t.Fatalf("%q: %d threads", step.body, len(all))
		}
		on := all[0]
		if on.Place == desk.Whole {
			on = all[1]
		}
		if on.Place != step.place || on.At != step.at || on.Quote != second || on.Name != "Desk" {
			t.Errorf("%q: %s at %d, quote %q, by %s", step.body, on.Place, on.At, on.Quote, on.Name)
		}
	}
	if all := threads(t, r, id); all[1].Place != desk.Whole {
		t.Error("what is about the whole stands before what is about a block")
	}
}

func TestRepliesAndOutcomes(t *testing.T) {
	r, ctx := newsroomtest.New(t), t.Context()
	id := r.Edition(t, newsroom.English, newsroom.Text{Headline: "Head", Body: "One.\n\nTwo."})
	c := comment(t, r, desk.Remark{Edition: id, At: 1, Quote: "Two.", Text: "Who says so?"})
	first, err := r.Reply(ctx, c, "The ministry.")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := r.Reply(ctx, first, "Then write it."); err != nil {
		t.Fatal(err)
	}
	all := threads(t, r, id)
	if len(all) != 1 || len(all[0].Replies) != 2 || all[0].Replies[1].Text != "Then write it." {
		t.Fatalf("%+v", all)
	}
	_, err = r.Reply(ctx, c, "  ")
	wantCode(t, err, newsroom.Invalid)
	wantCode(t, r.DeclineSuggestion(ctx, c), newsroom.Conflict)
	wantCode(t, r.AcceptSuggestion(ctx, c, "Two."), newsroom.Conflict)
	if err := r.ResolveComment(ctx, c); err != nil {
		t.Fatal(err)
	}
	wantCode(t, r.ResolveComment(ctx, c), newsroom.Conflict)
	if got := threads(t, r, id)[0]; got.Outcome != newsroom.Resolved || got.Said.Settler != "Desk" || got.Settled.IsZero() {
		t.Fatalf("%+v", got)
	}
	if err := r.ReopenComment(ctx, c); err != nil {
		t.Fatal(err)
	}
	if err := r.RemoveComment(ctx, c); err != nil {
		t.Fatal(err)
	}
	if all := threads(t, r, id); len(all) != 1 || !all[0].Removed || len(all[0].Replies) != 2 {
		t.Fatalf("the replies went with the comment: %+v", all)
	}
	wantCode(t, r.ResolveComment(ctx, "aaaaaaaaaaaaaaaa"), newsroom.NotFound)
	_, err = r.Comment(ctx, desk.Remark{Edition: id, Quote: "Nowhere.", Text: "x"})
	wantCode(t, err, newsroom.Conflict)
}

func TestASuggestionReplacesItsBlockAndNothingElse(t *testing.T) {
	r, ctx := newsroomtest.New(t), t.Context()
	body := "# Head\n\nOne  \nline.\n\n- a\n- b\n\nThe *last* one."
	id := r.Edition(t, newsroom.English, newsroom.Text{Headline: "Head", Summary: "Short", Body: body})
	better := "One better\nline."
	c := comment(t, r, desk.Remark{Edition: id, At: 1, Quote: "One  \nline.", Suggestion: &better})
	all := threads(t, r, id)
	if len(all[0].Diff) < 2 || all[0].Now != "One  \nline." {
		t.Fatalf("%+v", all[0])
	}
	if err := r.AcceptSuggestion(ctx, c, all[0].Now); err != nil {
		t.Fatal(err)
	}
	if got, want := r.Open(t, id).Text.Body, strings.Replace(body, "One  \nline.", better, 1); got != want {
		t.Fatalf("%q, want %q", got, want)
	}
	if got := threads(t, r, id)[0]; got.Outcome != newsroom.Accepted || got.At != 1 {
		t.Fatalf("%+v", got)
	}
	wantCode(t, r.ReopenComment(ctx, c), newsroom.Conflict)

	headline := "A better head"
	c = comment(t, r, desk.Remark{Edition: id, About: desk.AboutHeadline, Suggestion: &headline})
	if err := r.AcceptSuggestion(ctx, c, "Head"); err != nil {
		t.Fatal(err)
	}
	if got := r.Open(t, id).Text.Headline; got != headline {
		t.Fatal(got)
	}
	gone := ""
	c = comment(t, r, desk.Remark{Edition: id, Quote: "- a\n- b", Suggestion: &gone})
	if err := r.AcceptSuggestion(ctx, c, "- a\n- b"); err != nil {
		t.Fatal(err)
	}
	if got, want := r.Open(t, id).Text.Body, "# Head\n\n"+better+"\n\nThe *last* one."; got != want {
		t.Fatalf("%q, want %q", got, want)
	}
}

// Who accepts decides about what stands there now, not about what stood there when the
// suggestion was made.
func TestASuggestionForABlockThatChanged(t *testing.T) {
	r, ctx := newsroomtest.New(t), t.Context()
	id := r.Edition(t, newsroom.English, newsroom.Text{Headline: "Head", Body: "One.\n\nThe road to Kabul is closed today."})
	better := "The road to Kabul is closed."
	c := comment(t, r, desk.Remark{Edition: id, At: 1, Quote: "The road to Kabul is closed today.", Suggestion: &better})
	text := r.Open(t, id).Text
	text.Body = "One.\n\nThe road to Kabul is closed since Monday."
	if _, err := r.Keep(ctx, id, nil, text); err != nil { // still being typed
		t.Fatal(err)
	}
	wantCode(t, r.AcceptSuggestion(ctx, c, "The road to Kabul is closed today."), newsroom.Conflict)
	seen := threads(t, r, id)[0]
	if seen.Place != desk.Reworded || seen.Now != "The road to Kabul is closed since Monday." {
		t.Fatalf("%+v", seen)
	}
	if err := r.AcceptSuggestion(ctx, c, seen.Now); err != nil {
		t.Fatal(err)
	}
	past, err := r.Revisions(ctx, id)
	if err != nil || r.Open(t, id).Text.Body != "One.\n\n"+better || len(past) != 4 {
		t.Fatal(r.Open(t, id).Text.Body, len(past), err)
	}
	write(t, r, id, "One.")
	c = comment(t, r, desk.Remark{Edition: id, Quote: "One.", Suggestion: &better})
	write(t, r, id, "")
	wantCode(t, r.AcceptSuggestion(ctx, c, "One."), newsroom.Conflict)
}
