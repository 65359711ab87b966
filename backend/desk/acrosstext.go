package desk

import (
	"slices"

	"khabar/backend/archive"
	"khabar/backend/journal"
	"khabar/backend/newsroom"
	"khabar/backend/sqlite"
)

// rewriting is one change of the texts of an edition: of the one that readers see, or will,
// and of the newest. What readers see does not wait for a draft to be finished: its change
// is made upon it, and the draft, changed in the same way, takes it in.
type rewriting struct {
	p      *planner
	e      sqlite.Edition
	change func(newsroom.Text) newsroom.Text

	live    bool // what readers see, or will, changes
	head    bool // the newest text changes
	single  bool // the two are one
	clear   bool // the newest text can be worked on
	approve bool // it was approved, and is again
}

// rewrite plans a change of the texts of e.
func (p *planner) rewrite(e sqlite.Edition, s *PlanStep, change func(newsroom.Text) newsroom.Text) error {
	open, err := openEdition(p.tx, e.ID)
	if err != nil {
		return err
	}
	after := change(open.Text)
	w := rewriting{
		p: p, e: e, change: change, head: after != open.Text,
		single: !open.Working && slices.Equal(open.Heads, []newsroom.RevisionID{e.Live.Revision}),
		clear:  len(open.Unclear) == 0 && (!open.Working || sameSet(open.Base, open.Heads)),
	}
	s.basis = []string{string(e.Live.Revision), string(e.Work.State), digestText(open.Text), digestText(after)}
	if err := w.planLive(s); err != nil {
		return err
	}
	if !w.single || !w.live {
		if err := w.planHead(s, after, open.Working); err != nil {
			return err
		}
	}
	switch {
	case w.live || w.head:
		s.acts = append(s.acts, w.run)
	case s.Blocked == nil && len(s.Does) == 0:
		s.Stays = staysClean
	}
	return nil
}

// planLive plans the change of what readers see.
func (w *rewriting) planLive(s *PlanStep) error {
	state := w.e.Live.At(w.p.now)
	if !state.Shown() && state != newsroom.Scheduled {
		return nil
	}
	before, err := w.p.textOf(w.e, w.e.Live.Revision)
	if err != nil {
		return err
	}
	after := w.change(before)
	if after == before {
		return w.planNext(s, false)
	}
	s.basis = append(s.basis, digestText(after))
	from := w.p.now
	if state == newsroom.Scheduled {
		from = w.e.Live.Published
	}
	if s.Blocked, err = w.p.fit(w.e.ID, after, from); err != nil || s.Blocked != nil {
		return err
	}
	w.live = true
	if state == newsroom.Scheduled {
		s.does(Do{Code: "reschedule", Time: w.e.Live.Published}, nil)
		return nil
	}
	s.does(Do{Code: "correct"}, nil)
	if err := w.planNext(s, true); err != nil {
		return err
	}
	if w.p.silent(w.e.ID.Lang()) {
		s.left(Do{Code: "untold"})
	}
	return nil
}

// planNext plans that a scheduled correction does not bring back what goes: it comes off the
// schedule, by itself where the live text is corrected anyway.
func (w *rewriting) planNext(s *PlanStep, anyway bool) error {
	next := w.e.Live.Next
	if next == nil {
		return nil
	}
	before, err := w.p.textOf(w.e, next.Revision)
	if err != nil || !anyway && w.change(before) == before {
		return err
	}
	take := func(r *archive.Recorder) error { return unscheduleNext(r, w.e) }
	if anyway {
		take = nil
	}
	s.does(Do{Code: "unschedule", Time: next.From}, take)
	s.left(Do{Code: "again", Time: next.From})
	return nil
}

// planHead plans the change of the newest text.
func (w *rewriting) planHead(s *PlanStep, after newsroom.Text, typed bool) error {
	if !w.head {
		return nil
	}
	if !w.clear {
		w.head = false
		s.Blocked = newsroom.Errorf(newsroom.Conflict, "edition.unclear")
		s.left(Do{Code: "settle"})
		return nil
	}
	unfit, err := w.p.fit(w.e.ID, after, w.p.now)
	if err != nil {
		return err
	}
	s.does(Do{Code: "revise"}, nil)
	if w.e.Work.State != newsroom.Approved || typed {
		return nil
	}
	if unfit != nil && !w.p.story.Embargoed(w.p.now) {
		s.left(Do{Code: "approve"})
		return nil
	}
	w.approve = true
	s.does(Do{Code: "approve"}, nil)
	return nil
}

func (w rewriting) run(r *archive.Recorder) error {
	e := w.e
	if w.clear {
		if err := w.p.desk.saveTyped(r, &e); err != nil {
			return err
		}
	}
	text, _, err := archive.ViewAt(r.Tx, e.ID, e.Heads)
	if err != nil {
		return err
	}
	parents := slices.Clone(e.Heads)
	if w.live {
		shown, err := w.correct(r, e)
		if err != nil || w.single || !w.clear {
			return err
		}
		parents = append(parents, shown)
	}
	after := w.change(text)
	w.p.turn(e.ID, text, after)
	rev, err := reviseUpon(r, e.ID, e.Heads, parents, after)
	if err != nil || !w.approve {
		return err
	}
	return approveAnew(r, e.ID, rev, after)
}

// correct makes the change upon the text that readers see, or will, and brings them that.
// Its approval is recorded unless the newest text is before the desk, or with its writer: an
// edition has one work state, and the draft keeps it.
func (w rewriting) correct(r *archive.Recorder, e sqlite.Edition) (newsroom.RevisionID, error) {
	live := []newsroom.RevisionID{e.Live.Revision}
	before, err := archive.TextOf(r.Tx, e.ID, e.Live.Revision)
	if err != nil {
		return "", err
	}
	after := w.change(before)
	if w.single {
		w.p.turn(e.ID, before, after)
	}
	rev, err := reviseUpon(r, e.ID, live, live, after)
	if err != nil {
		return "", err
	}
	if w.single || e.Work.State == newsroom.Drafting || e.Work.State == newsroom.Approved {
		if err := approveAnew(r, e.ID, rev, after); err != nil {
			return "", err
		}
	}
	entry := journal.Entry{Kind: journal.Publish, Revision: rev, Digest: journal.Digest(after), From: w.p.now.UnixMilli(), Note: w.p.notice(e.ID.Lang())}
	if e.Live.At(w.p.now) == newsroom.Scheduled {
		entry.From, entry.Note = e.Live.Published.UnixMilli(), e.Live.Notice
	}
	return rev, act(r, e.ID, entry)
}

func approveAnew(r *archive.Recorder, id newsroom.EditionID, rev newsroom.RevisionID, t newsroom.Text) error {
	return act(r, id, journal.Entry{Kind: journal.Approve, Revision: rev, Digest: journal.Digest(t)})
}

// reviseUpon makes a revision with these parents of a text that was made of base. The
// working copy stays what it is.
func reviseUpon(r *archive.Recorder, id newsroom.EditionID, base, parents []newsroom.RevisionID, t newsroom.Text) (newsroom.RevisionID, error) {
	if err := carry(r, id, base, t); err != nil {
		return "", err
	}
	return r.Add(journal.Entry{Kind: journal.Revise, Subject: journal.EditionSubject(id), Text: &t, Parents: parents})
}
