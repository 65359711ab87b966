package desk_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"khabar/backend/desk"
	"khabar/backend/markdown"
	"khabar/backend/newsroom"
	"khabar/backend/newsroomtest"
)

// finding finds a word as it stands.
func finding(word, now string) func(newsroom.Lang, string) []markdown.Swap {
	return func(_ newsroom.Lang, text string) (all []markdown.Swap) {
		for at := 0; ; {
			i := strings.Index(text[at:], word)
			if i < 0 {
				return all
			}
			all = append(all, markdown.Swap{Start: at + i, End: at + i + len(word), Text: now})
			at += i + len(word)
		}
	}
}

var everyLanguage = func() map[newsroom.Lang]string {
	words := map[newsroom.Lang]string{}
	for _, l := range newsroom.Languages {
		words[l] = "somebody"
	}
	return words
}()

func without(stories ...newsroom.StoryID) desk.Across {
	return desk.Across{Act: desk.NameAcross, Stories: stories, Name: desk.Removed{ID: "karim", Words: everyLanguage, Find: finding("Karim", "somebody")}}
}

func run(t testing.TB, r *newsroomtest.Room, a desk.Across) desk.Plan {
	t.Helper()
	plan, err := r.Plan(t.Context(), a)
	if err != nil {
		t.Fatal(err)
	}
	done, err := r.RunPlan(t.Context(), a, plan.Mark)
	if err != nil {
		t.Fatalf("%+v: %v", plan, err)
	}
	return done
}

// about is the step of a plan that is about an edition.
func about(t testing.TB, plan desk.Plan, id newsroom.EditionID) desk.PlanStep {
	t.Helper()
	i := slices.IndexFunc(plan.Steps, func(s desk.PlanStep) bool { return s.Edition == id })
	if i < 0 {
		t.Fatalf("nothing is said of %s: %+v", id, plan)
	}
	return plan.Steps[i]
}

// said is a step in short: what it does, leaves, why it stays, what blocks it.
func said(s desk.PlanStep) string {
	var all []string
	for _, d := range s.Does {
		all = append(all, d.Code)
	}
	for _, d := range s.Left {
		all = append(all, "left:"+d.Code)
	}
	if s.Stays != "" {
		all = append(all, "stays:"+s.Stays)
	}
	if s.Blocked != nil {
		all = append(all, "blocked")
	}
	return strings.Join(all, " ")
}

const figure = "![Karim](media/aa.jpg \"Karim at work © P\")"

var karim = newsroom.Text{Headline: "Karim speaks", Slug: "", Summary: "Karim spoke.", Body: "Karim spoke today.\n\n" + figure + "\n\nHe left.", Byline: "Karim"}

// What each act does in each state of an edition, in order: what the step says, and the
// state after.
func TestAcrossInEveryState(t *testing.T) {
	until := newsroomtest.NewClock().Now().Add(90 * 24 * time.Hour)
	notices := map[newsroom.Lang]string{"en": "We were wrong."}
	acts := map[string]func(newsroom.StoryID) desk.Across{
		"withdraw": func(id newsroom.StoryID) desk.Across {
			return desk.Across{Act: desk.WithdrawAcross, Stories: []newsroom.StoryID{id}, Notices: notices}
		},
		"correct": func(id newsroom.StoryID) desk.Across {
			return desk.Across{Act: desk.CorrectAcross, Stories: []newsroom.StoryID{id}, Notices: notices}
		},
		"publish": func(id newsroom.StoryID) desk.Across {
			return desk.Across{Act: desk.PublishAcross, Stories: []newsroom.StoryID{id}}
		},
		"embargo": func(id newsroom.StoryID) desk.Across {
			return desk.Across{Act: desk.EmbargoAcross, Stories: []newsroom.StoryID{id}, Until: until, Notices: notices}
		},
		"picture": func(id newsroom.StoryID) desk.Across {
			return desk.Across{Act: desk.PictureAcross, Stories: []newsroom.StoryID{id}, Picture: desk.Exchanged{Old: "aa", New: "media/bb.png"}}
		},
		"name": func(id newsroom.StoryID) desk.Across { return without(id) },
	}
	want := map[string]map[string]string{
		"drafting": {
			"withdraw": "stays:draft → drafting/notLive", "correct": "stays:draft → drafting/notLive",
			"publish": "left:submit stays:draft → drafting/notLive", "embargo": "stays:draft → drafting/notLive",
			"picture": "revise left:describe → drafting/notLive", "name": "revise address left:grammar → drafting/notLive"},
		"submitted": {
			"withdraw": "stays:draft → submitted/notLive", "correct": "stays:draft → submitted/notLive",
			"publish": "left:approve stays:draft → submitted/notLive", "embargo": "stays:draft → submitted/notLive",
			"picture": "revise left:describe → submitted/notLive", "name": "revise address left:grammar → submitted/notLive"},
		"approved": {
			"withdraw": "stays:draft → approved/notLive", "correct": "stays:draft → approved/notLive",
			"publish": "publish → approved/live", "embargo": "stays:draft → approved/notLive",
			"picture": "revise approve left:describe → approved/notLive", "name": "revise approve address left:grammar → approved/notLive"},
		"scheduled": {
			"withdraw": "unschedule → approved/notLive", "correct": "stays:scheduled → approved/scheduled",
			"publish": "stays:scheduled → approved/scheduled", "embargo": "move → approved/scheduled",
			"picture": "reschedule left:describe → approved/scheduled", "name": "reschedule address left:grammar → approved/scheduled"},
		"live": {
			"withdraw": "withdraw → approved/withdrawn", "correct": "stays:live → approved/live",
			"publish": "stays:live → approved/live", "embargo": "withdraw left:again → approved/withdrawn",
			"picture": "correct left:describe → approved/corrected", "name": "correct address left:grammar left:oldAddress → approved/corrected"},
		"live, with a draft": {
			"withdraw": "withdraw → drafting/withdrawn", "correct": "left:submit stays:live → drafting/live",
			"publish": "stays:live → drafting/live", "embargo": "withdraw left:again → drafting/withdrawn",
			"picture": "correct revise left:describe → drafting/corrected", "name": "correct revise address left:grammar left:oldAddress → drafting/corrected"},
		"live, with an approved text": {
			"withdraw": "withdraw → approved/withdrawn", "correct": "correct → approved/corrected",
			"publish": "left:correct stays:live → approved/live", "embargo": "withdraw left:again → approved/withdrawn",
			"picture": "correct revise approve left:describe → approved/corrected",
			"name":    "correct revise approve address left:grammar left:oldAddress → approved/corrected"},
		"withdrawn": {
			"withdraw": "notice → approved/withdrawn", "correct": "stays:withdrawn → approved/withdrawn",
			"publish": "stays:withdrawn → approved/withdrawn", "embargo": "stays:withdrawn → approved/withdrawn",
			"picture": "revise approve left:describe → approved/withdrawn", "name": "revise approve address left:grammar left:oldAddress → approved/withdrawn"},
	}
	r := newsroomtest.New(t)
	for _, m := range machine {
		for name, act := range acts {
			expected, ok := want[m.name][name]
			if !ok {
				continue
			}
			id := r.Edition(t, newsroom.English, karim)
			for _, step := range m.path {
				if err := do(t, r, id, step); err != nil {
					t.Fatalf("%s: on the way, %s: %v", m.name, step, err)
				}
				r.Clock.Advance(time.Second)
			}
			a := act(id.Story())
			plan, err := r.Plan(t.Context(), a)
			if err != nil {
				t.Fatal(err)
			}
			if plan.Acts() {
				if plan, err = r.RunPlan(t.Context(), a, plan.Mark); err != nil {
					t.Fatalf("%s: %s: %v", m.name, name, err)
				}
			}
			e := r.Open(t, id)
			got := said(about(t, plan, id)) + " → " + string(e.Work.State) + "/" + string(e.Live.At(r.Clock.Now()))
			if got != expected {
				t.Errorf("%s: %s\n got %s\nwant %s", m.name, name, got, expected)
			}
			if len(e.Unclear) > 0 || len(e.Heads) != 1 {
				t.Errorf("%s: %s: %d heads, unclear %v", m.name, name, len(e.Heads), e.Unclear)
			}
			r.Clock.Advance(time.Second)
		}
	}
	sound(t, r)
}

// sound checks that the tables are what the entries make of them.
func sound(t testing.TB, r *newsroomtest.Room) {
	t.Helper()
	report, err := r.Archive.Verify(t.Context())
	if err != nil || len(report.Faults) > 0 || report.Refused > 0 || report.Parked > 0 {
		t.Fatalf("%+v %v", report, err)
	}
}

// Readers lose the name at once, and the draft that somebody is at keeps what it is.
func TestANameGoesFromWhatReadersSeeWhileADraftIsWritten(t *testing.T) {
	r := newsroomtest.New(t)
	id := r.Edition(t, newsroom.English, karim)
	for _, step := range []string{"submit", "approve", "publish"} {
		if err := do(t, r, id, step); err != nil {
			t.Fatal(err)
		}
	}
	draft := r.Open(t, id)
	typed := draft.Text
	typed.Body = strings.Replace(typed.Body, "Karim spoke today.", "Karim spoke of Karim at length today.", 1)
	if _, err := r.Save(t.Context(), id, nil, typed); err != nil {
		t.Fatal(err)
	}
	if err := r.Submit(t.Context(), id); err != nil {
		t.Fatal(err)
	}
	typed.Body += "\n\nA last word of Karim."
	if _, err := r.Keep(t.Context(), id, nil, typed); err != nil {
		t.Fatal(err)
	}
	plan := run(t, r, without(id.Story()))
	step := about(t, plan, id)
	if got := said(step); got != "correct revise address left:grammar left:oldAddress" || step.Places != 6 {
		t.Errorf("%s in %d places", got, step.Places)
	}
	e := r.Open(t, id)
	live, err := r.Revision(t.Context(), e.Live.Revision)
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(live.Headline+live.Slug+live.Summary+live.Body+live.Byline, "arim") || live.Headline != "somebody speaks" || live.Slug != "somebody-speaks" {
		t.Errorf("readers see %+v", live)
	}
	if strings.Contains(live.Body, "at length") {
		t.Error("readers see the draft")
	}
	if e.Work.State != newsroom.Submitted || len(e.Heads) != 1 || e.Working ||
		!strings.Contains(e.Text.Body, "somebody spoke of somebody at length today.") || !strings.Contains(e.Text.Body, "A last word of somebody.") {
		t.Errorf("the draft is %+v", e)
	}
	if !slices.Equal(e.Live.OldSlugs, []string{"karim-speaks"}) {
		t.Errorf("old addresses %v", e.Live.OldSlugs)
	}
	again, err := r.Plan(t.Context(), without(id.Story()))
	if err != nil || again.Acts() {
		t.Errorf("again: %+v %v", again, err)
	}
	sound(t, r)
}

func TestRunPlanRefuses(t *testing.T) {
	r := newsroomtest.New(t)
	id := r.Edition(t, newsroom.English, karim)
	r.ApproveNewest(t, id)
	a := desk.Across{Act: desk.PublishAcross, Stories: []newsroom.StoryID{id.Story()}}
	plan, err := r.Plan(t.Context(), a)
	if err != nil {
		t.Fatal(err)
	}
	if err := do(t, r, id, "save"); err != nil {
		t.Fatal(err)
	}
	_, err = r.RunPlan(t.Context(), a, plan.Mark)
	wantMessage(t, err, newsroom.Conflict, "across.changed")
	plan, err = r.Plan(t.Context(), a)
	if err != nil {
		t.Fatal(err)
	}
	_, err = r.RunPlan(t.Context(), a, plan.Mark)
	wantMessage(t, err, newsroom.Conflict, "across.nothing")
	for _, wrong := range []desk.Across{
		{}, {Act: desk.PublishAcross}, {Act: "burn", Stories: a.Stories}, {Act: desk.PictureAcross, Stories: a.Stories},
		{Act: desk.NameAcross, Stories: a.Stories}, {Act: desk.EmbargoAcross, Stories: a.Stories, Until: r.Clock.Now()},
		{Act: desk.WithdrawAcross, Stories: a.Stories, Notices: map[newsroom.Lang]string{"en": "\xff"}},
	} {
		_, err := r.Plan(t.Context(), wrong)
		wantCode(t, err, newsroom.Invalid)
	}
	if err := r.ChangeMember(t.Context(), "Desk", []newsroom.Role{newsroom.Reporter, newsroom.Administrator}, nil); err != nil {
		t.Fatal(err)
	}
	_, err = r.Plan(t.Context(), a)
	wantCode(t, err, newsroom.Forbidden)
	_, err = r.RunPlan(t.Context(), a, plan.Mark)
	wantCode(t, err, newsroom.Forbidden)
}
