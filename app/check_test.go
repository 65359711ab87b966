package app

import (
	"fmt"
	"slices"
	"testing"

	"khabar/backend/desk"
	"khabar/backend/newsroom"
)

func codesOf(all []Finding) (codes []string) {
	for _, f := range all {
		if f.Dismissed == nil {
			codes = append(codes, f.Check)
		}
	}
	return codes
}

// A translation is looked over beside its source; what is found is dismissed with a
// reason, comes back, and keeps the translation from being approved meanwhile.
func TestFindingsAreDismissedOrBlock(t *testing.T) {
	s := newStage(t)
	source := s.edition(t, "", "en", "Rain", "It rained for 36 days.\n\nThe the river rose.")
	made := must(s.BeginTranslation(source.Story, "de", "en"))(t)
	rows := must(s.Translation(made.ID, ""))(t).Rows
	draft := TranslationDraft{From: "en", Fields: Text{Headline: "Regen", Slug: "regen"}, Rows: []RowDraft{
		{Sources: []string{rows[0].Sources[0].Digest}, Target: "Es regnete 63 Tage.", Done: true},
		{Sources: []string{rows[1].Sources[0].Digest}, Target: "Der Fluss  stieg.", Done: true},
	}}
	e := must(s.SaveTranslation(made.ID, draft))(t).Edition
	found := must(s.Checks(e.ID))(t)
	if !slices.Equal(codesOf(found), []string{"number", "space"}) {
		t.Fatalf("%+v", found)
	}
	number := found[0]
	if number.Place != 0 || number.Start != 11 || number.End != 13 || number.Replace[0] != "36" || !number.Blocks || found[1].Blocks {
		t.Fatalf("%+v", number)
	}
	if got := codesOf(must(s.Checks(source.ID))(t)); !slices.Equal(got, []string{"word"}) {
		t.Fatalf("the original: %v", got)
	}

	must(s.Submit(e.ID))(t)
	head := must(s.Edition(e.ID))(t).Heads[0]
	_, err := s.Approve(e.ID, head)
	wantError(t, err, newsroom.Conflict, "review.checks")
	_, err = s.DismissCheck(e.ID, number.Objection, "  ")
	wantError(t, err, newsroom.Invalid, "check.noReason")
	found = must(s.DismissCheck(e.ID, number.Objection, "As the ministry has it"))(t)
	if d := found[0].Dismissed; d == nil || d.Reason != "As the ministry has it" || d.Member != "Desk" || d.Time == "" {
		t.Fatalf("%+v", found[0])
	}
	if found = must(s.RestoreCheck(e.ID, number.Objection))(t); found[0].Dismissed != nil {
		t.Fatal("it did not come back")
	}
	must(s.DismissCheck(e.ID, number.Objection, "As the ministry has it"))(t)
	must(s.Approve(e.ID, head))(t)
}

// What blocks is the newsroom's choice.
func TestChosenChecksBlock(t *testing.T) {
	s := newStage(t)
	e := s.edition(t, "", "de", "Regen", "Der der Fluss stieg und und fiel.")
	must(s.Submit(e.ID))(t)
	head := must(s.Edition(e.ID))(t).Heads[0]
	must(s.ChangeBlocking([]string{"word"}))(t)
	_, err := s.Approve(e.ID, head)
	wantError(t, err, newsroom.Conflict, "review.checks")
	if v := must(s.ReviewOf(e.ID))(t); !slices.ContainsFunc(v.Checks, func(c CheckItem) bool { return c.Check == "checks" && c.Blocks }) {
		t.Fatalf("%+v", v.Checks)
	}
	must(s.ChangeBlocking([]string{desk.CheckComments}))(t)
	must(s.Approve(e.ID, head))(t)
}

// An approved text goes live whatever is made to block afterwards; before it does so with
// others, it is said what an approval would meet now.
func TestWhatIsApprovedGoesLiveButIsSpokenOf(t *testing.T) {
	s := newStage(t)
	e := s.edition(t, "", "de", "Regen", "Der der Fluss stieg und und fiel.")
	must(s.Submit(e.ID))(t)
	must(s.ChangeBlocking([]string{}))(t)
	must(s.Approve(e.ID, must(s.Edition(e.ID))(t).Heads[0]))(t)
	act := Across{Act: "publish", Stories: []string{e.Story}}
	left := func(p AcrossPlan) (codes []string) {
		for _, d := range p.Steps[0].Left {
			codes = append(codes, fmt.Sprint(d.Code, " ", d.Text, " ", d.Count))
		}
		return codes
	}
	if got := left(must(s.PlanAcross(act))(t)); len(got) != 0 {
		t.Fatalf("nothing blocks: %v", got)
	}
	must(s.ChangeBlocking([]string{"word", desk.CheckSummary, desk.CheckStale}))(t)
	plan := must(s.PlanAcross(act))(t)
	if got := left(plan); !slices.Equal(got, []string{"check summary 1", "finding word 1"}) || len(plan.Steps[0].Does) != 1 {
		t.Fatalf("%v in %+v", got, plan)
	}
	if v := must(s.ReviewOf(e.ID))(t); !slices.ContainsFunc(v.Checks, func(c CheckItem) bool { return c.Blocks && !c.OK }) {
		t.Fatalf("the review: %+v", v.Checks)
	}
	done := must(s.RunAcross(act, plan.Mark))(t)
	if got := left(done); !done.Done || !slices.Equal(got, left(plan)) {
		t.Fatalf("%v in %+v", got, done)
	}
	if live := must(s.Edition(e.ID))(t).Live.State; live != "live" {
		t.Fatal(live)
	}
}
