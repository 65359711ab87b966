package desk

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"time"

	"khabar/backend/archive"
	"khabar/backend/journal"
	"khabar/backend/newsroom"
	"khabar/backend/sqlite"
)

// Plan is what an act across editions does and leaves, edition by edition.
type Plan struct {
	Steps []PlanStep
	// Mark stands for the steps and the texts that they are about: where it is the same, what
	// is done is what was shown.
	Mark string
	Done bool

	settle func(*archive.Recorder) error // after all steps
}

// Acts reports whether carrying the plan out changes anything.
func (p Plan) Acts() bool {
	for _, s := range p.Steps {
		if len(s.Does) > 0 {
			return true
		}
	}
	return false
}

// PlanStep is what a plan means for one edition, or for the story itself.
type PlanStep struct {
	Story    newsroom.StoryID
	Edition  newsroom.EditionID // "" = what holds in every language
	Headline string
	Live     newsroom.LiveState // before the plan is carried out
	Does     []Do
	Left     []Do      // what a person must still do afterwards
	Stays    string    // why nothing is done; "" where something is, or is blocked
	Blocked  error     // why it, or a part of it, cannot be done
	Passages []Passage // the first places that change
	Places   int       // how many places change

	basis []string // what it was planned upon
	acts  []func(*archive.Recorder) error
}

// Do is one thing that is done, or is to be done by a person. The code names it.
type Do struct {
	Code  string
	Text  string
	Count int
	Time  time.Time
}

// Passage is a place in a text before and after the change.
type Passage struct{ Before, After string }

func (s *PlanStep) does(d Do, act func(*archive.Recorder) error) {
	s.Does = append(s.Does, d)
	if act != nil {
		s.acts = append(s.acts, act)
	}
}

func (s *PlanStep) left(d Do) { s.Left = append(s.Left, d) }

// Plan says what a would do now. It changes nothing. Errors: Invalid where a makes no
// sense; Forbidden to those who may not both judge and publish; NotFound.
func (d *Desk) Plan(ctx context.Context, a Across) (plan Plan, err error) {
	err = d.archive.DB().View(ctx, func(tx *sqlite.Tx) error {
		plan, err = d.plan(tx, a)
		return err
	})
	if err == nil {
		err = d.warn(ctx, &plan)
	}
	return plan, err
}

// RunPlan carries out a as the plan with this mark showed it, all of it in one transaction
// or nothing. It returns the plan, done. Errors as for Plan; Conflict where the editions are
// no longer as they were shown, or there is nothing to do.
func (d *Desk) RunPlan(ctx context.Context, a Across, mark string) (plan Plan, err error) {
	err = d.archive.Record(ctx, func(r *archive.Recorder) error {
		if plan, err = d.plan(r.Tx, a); err != nil {
			return err
		}
		switch {
		case plan.Mark != mark:
			return newsroom.Errorf(newsroom.Conflict, "across.changed")
		case !plan.Acts():
			return newsroom.Errorf(newsroom.Conflict, "across.nothing")
		}
		for _, s := range plan.Steps {
			for _, act := range s.acts {
				if err := act(r); err != nil {
					return err
				}
			}
		}
		return plan.settle(r)
	})
	if err != nil {
		return plan, err
	}
	plan.Done = true
	return plan, d.warn(ctx, &plan)
}

func (d *Desk) plan(tx *sqlite.Tx, a Across) (Plan, error) {
	now := d.archive.Clock().Now()
	if err := a.check(now); err != nil {
		return Plan{}, err
	}
	if err := mayAcross(tx, d.archive.Me()); err != nil {
		return Plan{}, err
	}
	p := planner{
		desk: d, tx: tx, across: a, now: now,
		slugs: map[string]newsroom.EditionID{}, turned: map[newsroom.EditionID]turn{},
	}
	for _, id := range a.Stories {
		if err := p.planStory(id); err != nil {
			return Plan{}, err
		}
	}
	return Plan{Steps: p.steps, Mark: markOf(a, p.steps), settle: p.relink}, nil
}

// planner makes the steps of a plan within one transaction.
type planner struct {
	desk    *Desk
	tx      *sqlite.Tx
	across  Across
	now     time.Time
	story   newsroom.Story
	steps   []PlanStep
	slugs   map[string]newsroom.EditionID // addresses that the plan gives out, by language and slug
	entered bool                          // that the name stands in the list of names is said
	turned  map[newsroom.EditionID]turn
}

func (p *planner) planStory(id newsroom.StoryID) (err error) {
	if p.story, err = p.tx.Story(id); err != nil {
		return err
	}
	editions, err := p.tx.EditionsOf(id)
	if err != nil {
		return err
	}
	whole := PlanStep{Story: id}
	if p.story.Removed {
		whole.Headline = headlineOf(p.story, editions)
		whole.Blocked = newsroom.Errorf(newsroom.Conflict, "story.removed")
		p.steps = append(p.steps, whole)
		return nil
	}
	whole.Headline = headlineOf(p.story, editions)
	langs := p.across.Langs
	if p.across.Act == EmbargoAcross {
		langs = nil
	}
	at := len(p.steps)
	for _, e := range byLanguage(editions, langs) {
		s := PlanStep{Story: id, Edition: e.ID, Headline: e.Text.Headline, Live: e.Live.At(p.now)}
		if err := p.planEdition(e, &s); err != nil {
			return err
		}
		p.steps = append(p.steps, s)
	}
	if err := p.planWhole(&whole); err != nil {
		return err
	}
	if len(whole.Does)+len(whole.Left) > 0 || whole.Blocked != nil {
		p.steps = slices.Insert(p.steps, at, whole)
	}
	return nil
}

// headlineOf names a story by its edition in the source language, else by any.
func headlineOf(s newsroom.Story, editions []sqlite.Edition) (headline string) {
	for _, e := range editions {
		if headline == "" || e.ID.Lang() == s.Source && e.Text.Headline != "" {
			headline = e.Text.Headline
		}
	}
	return headline
}

func (p *planner) planEdition(e sqlite.Edition, s *PlanStep) error {
	switch p.across.Act {
	case WithdrawAcross:
		p.withdraw(e, s)
	case CorrectAcross:
		return p.correct(e, s)
	case PublishAcross:
		return p.publish(e, s)
	case EmbargoAcross:
		p.holdBack(e, s)
	case PictureAcross:
		return p.exchangePicture(e, s)
	case NameAcross:
		return p.removeName(e, s)
	}
	return nil
}

// planWhole plans what holds in every language.
func (p *planner) planWhole(s *PlanStep) error {
	switch p.across.Act {
	case EmbargoAcross:
		p.embargo(s)
	case PictureAcross:
		p.exchangeLead(s)
	case NameAcross:
		return p.removeFromStory(s)
	}
	return nil
}

// notice is what readers of a language are told.
func (p *planner) notice(l newsroom.Lang) string { return strings.TrimSpace(p.across.Notices[l]) }

// silent reports whether readers of l are told nothing while those of other languages are.
func (p *planner) silent(l newsroom.Lang) bool {
	if p.notice(l) != "" {
		return false
	}
	for other := range p.across.Notices {
		if p.notice(other) != "" {
			return true
		}
	}
	return false
}

// fit returns a Conflict or Invalid error that says why t cannot be what readers see of an
// edition from a time on; failed is another error.
func (p *planner) fit(id newsroom.EditionID, t newsroom.Text, from time.Time) (unfit, failed error) {
	if p.story.Embargoed(from) {
		return newsroom.Errorf(newsroom.Conflict, "live.embargoed"), nil
	}
	err := publishable(p.tx, id, t)
	if err == nil {
		err = t.Validate()
	}
	switch newsroom.CodeOf(err) {
	case newsroom.Conflict, newsroom.Invalid:
		return err, nil
	}
	return nil, err
}

// textOf returns the text of a revision of e.
func (p *planner) textOf(e sqlite.Edition, rev newsroom.RevisionID) (newsroom.Text, error) {
	return archive.TextOf(p.tx, e.ID, rev)
}

// markOf sums up what is shown and what it rests on.
func markOf(a Across, steps []PlanStep) string {
	type shown struct {
		PlanStep
		Blocked string
		Basis   []string
	}
	all := make([]shown, len(steps))
	for i, s := range steps {
		all[i] = shown{PlanStep: s, Basis: s.basis}
		if e, ok := errors.AsType[*newsroom.Error](s.Blocked); ok {
			all[i].Blocked = e.Message
		}
		all[i].PlanStep.Blocked = nil
	}
	a.Name.Find = nil
	sum := sha256.New()
	encoder := json.NewEncoder(sum)
	for _, v := range []any{a.Act, a.Stories, a.Langs, a.Notices, a.Until.UnixMilli(), a.Picture, a.Name.ID, a.Name.Words, all} {
		encoder.Encode(v) // cannot fail: a hash takes everything
	}
	return hex.EncodeToString(sum.Sum(nil)[:16])
}

// digestText names a text in what a step rests on.
func digestText(t newsroom.Text) string { return journal.Digest(t) }
