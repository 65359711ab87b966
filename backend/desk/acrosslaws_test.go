package desk_test

import (
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"khabar/backend/desk"
	"khabar/backend/newsroom"
	"khabar/backend/newsroomtest"
)

// drawStory makes a story with editions in states of the machine, some of which hold the name
// and the picture.
func drawStory(t *rapid.T, tb testing.TB, r *newsroomtest.Room) []newsroom.EditionID {
	langs := rapid.SliceOfNDistinct(rapid.SampledFrom(newsroom.Languages), 1, 9, rapid.ID).Draw(t, "languages")
	first, err := r.CreateStory(tb.Context(), langs[0])
	if err != nil {
		t.Fatal(err)
	}
	ids := []newsroom.EditionID{first}
	for _, l := range langs[1:] {
		id, err := r.CreateEdition(tb.Context(), first.Story(), l)
		if err != nil {
			t.Fatal(err)
		}
		ids = append(ids, id)
	}
	for _, id := range ids {
		text := newsroom.Text{Headline: "Head", Slug: "a-" + string(id.Story()), Body: "Body."}
		if rapid.Bool().Draw(t, "named") {
			text.Headline, text.Body = "Karim", karim.Body
		}
		if _, err := r.Save(tb.Context(), id, nil, text); err != nil {
			t.Fatal(err)
		}
		for _, step := range rapid.SampledFrom(machine).Draw(t, "state").path {
			if step == "wait" {
				continue // for all editions, or for none
			}
			if err := do(tb, r, id, step); err != nil {
				t.Fatalf("%s: %v", step, err)
			}
		}
		if rapid.IntRange(0, 4).Draw(t, "typing") == 0 {
			typed := r.Open(tb, id).Text
			typed.Body += "\n\nAbout Karim."
			if _, err := r.Keep(tb.Context(), id, nil, typed); err != nil {
				t.Fatal(err)
			}
		}
	}
	return ids
}

func drawAct(t *rapid.T, r *newsroomtest.Room, story newsroom.StoryID) desk.Across {
	a := without(story)
	a.Act = rapid.SampledFrom([]desk.AcrossAct{
		desk.WithdrawAcross, desk.CorrectAcross, desk.PublishAcross, desk.EmbargoAcross, desk.PictureAcross, desk.NameAcross,
	}).Draw(t, "act")
	a.Until = r.Clock.Now().Add(time.Duration(rapid.IntRange(1, 48).Draw(t, "hours")) * time.Hour).Truncate(time.Millisecond)
	a.Picture = desk.Exchanged{Old: "aa", New: rapid.SampledFrom([]string{"", "media/bb.png"}).Draw(t, "picture")}
	a.Notices = rapid.MapOf(rapid.SampledFrom(newsroom.Languages), rapid.Just("Notice.")).Draw(t, "notices")
	a.Langs = rapid.SliceOfDistinct(rapid.SampledFrom(newsroom.Languages), rapid.ID).Draw(t, "only")
	return a
}

// Whatever state the editions of a story are in: what the plan said is so afterwards, what
// it did not name is what it was, and there is nothing left of it to do.
func TestWhatAPlanSaysIsWhatHappens(t *testing.T) {
	r := newsroomtest.New(t)
	rapid.Check(t, func(rt *rapid.T) {
		ids := drawStory(rt, t, r)
		if rapid.Bool().Draw(rt, "later") {
			r.Clock.Advance(2 * time.Hour)
		}
		a := drawAct(rt, r, ids[0].Story())
		before := map[newsroom.EditionID]desk.Edition{}
		for _, id := range ids {
			before[id] = r.Open(t, id)
		}
		plan, err := r.Plan(t.Context(), a)
		if err != nil {
			rt.Fatal(err)
		}
		if !plan.Acts() {
			_, err := r.RunPlan(t.Context(), a, plan.Mark)
			if newsroom.CodeOf(err) != newsroom.Conflict {
				rt.Fatalf("nothing to do, and %v", err)
			}
		} else if plan, err = r.RunPlan(t.Context(), a, plan.Mark); err != nil {
			rt.Fatalf("%+v: %v", plan.Steps, err)
		}
		named := map[newsroom.EditionID]bool{}
		for _, s := range plan.Steps {
			if s.Edition == "" {
				continue
			}
			named[s.Edition] = true
			holds(rt, r, a, s, before[s.Edition], r.Open(t, s.Edition))
		}
		for id, was := range maps.All(before) {
			if now := r.Open(t, id); !named[id] && !reflect.DeepEqual(own(was), own(now)) {
				rt.Fatalf("%s was not named:\n%+v\n%+v", id, was, now)
			}
		}
		again, err := r.Plan(t.Context(), a)
		if err != nil || again.Acts() {
			rt.Fatalf("again: %+v %v", again.Steps, err)
		}
	})
	sound(t, r)
}

// own is what an edition is by itself: how it stands to its source changes with the source.
func own(e desk.Edition) desk.Edition {
	e.Origin, e.Stale, e.Missing = "", 0, 0
	return e
}

// holds checks that an edition is what its step said.
func holds(t *rapid.T, r *newsroomtest.Room, a desk.Across, s desk.PlanStep, was, now desk.Edition) {
	if len(s.Does) == 0 {
		if !reflect.DeepEqual(own(was), own(now)) {
			t.Fatalf("nothing was to be done (%s):\n%+v\n%+v", s.Stays, was, now)
		}
		return
	}
	state := now.Live.At(r.Clock.Now())
	for _, d := range s.Does {
		var ok bool
		switch d.Code {
		case "withdraw", "notice":
			ok = state == newsroom.Withdrawn && now.Live.Notice == a.Notices[s.Edition.Lang()]
		case "unschedule":
			ok = state != newsroom.Scheduled && !state.Shown()
		case "correct":
			ok = state == newsroom.Corrected && now.Live.Revision != was.Live.Revision
		case "publish":
			ok = state == newsroom.IsLive && now.Live.Revision == was.Work.Revision
		case "move":
			ok = state == newsroom.Scheduled && now.Live.Published.Equal(a.Until)
		case "reschedule":
			ok = state == newsroom.Scheduled && now.Live.Published.Equal(was.Live.Published) && now.Live.Revision != was.Live.Revision
		case "revise":
			ok = !slices.Equal(now.Heads, was.Heads) && now.Text != was.Text
		case "approve":
			ok = now.Work.State == newsroom.Approved
		}
		if !ok {
			t.Fatalf("%s:\n%+v\n%+v", d.Code, was, now)
		}
	}
	if len(now.Heads) != 1 || len(now.Unclear) > 0 {
		t.Fatalf("%v is unclear in %v", now.Heads, now.Unclear)
	}
	gone := map[desk.AcrossAct]string{desk.PictureAcross: "media/aa.jpg", desk.NameAcross: "Karim spoke"}[a.Act]
	if s.Blocked == nil && gone != "" && strings.Contains(now.Text.Body, gone) {
		t.Fatalf("%q is still there", gone)
	}
	if (a.Act == desk.PictureAcross || a.Act == desk.NameAcross) && was.Work.State != newsroom.Approved && was.Work.State != newsroom.Drafting &&
		now.Work.State != was.Work.State {
		t.Fatalf("%s became %s", was.Work.State, now.Work.State)
	}
}

// A translation that had the same change is as fresh as before; one in which the name is
// written in another way waits to be looked at.
func TestRemovingANameLeavesTranslationsFresh(t *testing.T) {
	r := newsroomtest.New(t)
	body := "Karim spoke today.\n\nThe road is closed.\n\nNobody was hurt in Herat."
	en := r.Edition(t, newsroom.English, newsroom.Text{Headline: "Karim speaks", Summary: "By Karim", Body: body})
	translations := map[newsroom.Lang]int{newsroom.Arabic: 0, newsroom.Persian: 0, newsroom.Russian: 2}
	for l, stale := range translations {
		text := newsroom.Text{Headline: "Karim speaks", Summary: "By Karim", Body: body}
		if stale > 0 { // a headline and a block
			text.Headline, text.Body = "He speaks", strings.ReplaceAll(body, "Karim", "He")
		}
		id, err := r.CreateEdition(t.Context(), en.Story(), l)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := r.Save(t.Context(), id, nil, text); err != nil {
			t.Fatal(err)
		}
	}
	run(t, r, without(en.Story()))
	for l, stale := range translations {
		if e := r.Open(t, newsroom.NewEditionID(en.Story(), l)); e.Origin != newsroom.English || e.Stale != stale || e.Missing != 0 {
			t.Errorf("%s: of %q, %d stale, %d missing", l, e.Origin, e.Stale, e.Missing)
		}
	}
	sound(t, r)
}
