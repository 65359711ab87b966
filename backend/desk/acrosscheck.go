package desk

import (
	"context"
	"slices"

	"khabar/backend/archive"
	"khabar/backend/newsroom"
	"khabar/backend/sqlite"
)

// The checks that the newsroom has chosen stand before an approval, and nowhere else: what
// goes live is the exact text that an editor has approved, and nothing that happened since
// stops it, be it a check that was made to block afterwards or a source that has changed.
// But before many editions go live at once, it is said what an approval would meet today.

// What a step leaves to a person where a check objects: Text is its code, Count how often.
const (
	leftCheck   = "check"   // of the list before an approval
	leftFinding = "finding" // of a Checker
)

// warn adds to the steps that bring a text to readers what would keep it from being
// approved today. What is stale is said already.
func (d *Desk) warn(ctx context.Context, plan *Plan) error {
	for i := range plan.Steps {
		s := &plan.Steps[i]
		if !slices.ContainsFunc(s.Does, func(d Do) bool { return d.Code == "publish" || d.Code == "correct" }) {
			continue
		}
		if err := d.archive.DB().View(ctx, func(tx *sqlite.Tx) error { return objections(tx, s) }); err != nil {
			return err
		}
		found, err := d.found(ctx, s.Edition)
		if err != nil {
			return err
		}
		for _, f := range found {
			at := slices.IndexFunc(s.Left, func(d Do) bool { return d.Code == leftFinding && d.Text == f.Check })
			if at < 0 {
				s.left(Do{Code: leftFinding, Text: f.Check})
				at = len(s.Left) - 1
			}
			s.Left[at].Count++
		}
	}
	return nil
}

// objections adds what the list before an approval says of the approved text.
func objections(tx *sqlite.Tx, s *PlanStep) error {
	e, err := tx.Edition(s.Edition)
	if err != nil {
		return err
	}
	t, err := archive.TextOf(tx, e.ID, e.Work.Revision)
	if newsroom.CodeOf(err) == newsroom.NotFound {
		return nil // written on meanwhile: the plan is no longer what was shown
	}
	if err != nil {
		return err
	}
	items, err := checklist(tx, e, t)
	for _, item := range items {
		if item.Blocks && !item.OK && item.Check != CheckStale && slices.Contains(Chosen, item.Check) {
			s.left(Do{Code: leftCheck, Text: item.Check, Count: item.Count})
		}
	}
	return err
}
