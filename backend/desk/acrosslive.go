package desk

import (
	"khabar/backend/archive"
	"khabar/backend/journal"
	"khabar/backend/newsroom"
	"khabar/backend/sqlite"
)

// Why nothing is done in an edition.
const (
	staysDraft     = "draft"     // no reader has seen it
	staysLive      = "live"      // it is what readers see
	staysScheduled = "scheduled" // it goes live at its time
	staysWithdrawn = "withdrawn" // readers see a notice
	staysClean     = "clean"     // what goes is not in it
)

// withdraw plans that readers see no text of e. One that is withdrawn gets the notice that
// it lacked.
func (p *planner) withdraw(e sqlite.Edition, s *PlanStep) {
	state, notice := e.Live.At(p.now), p.notice(e.ID.Lang())
	s.basis = []string{string(e.Live.Revision)}
	switch {
	case state.Shown():
		p.takeDown(e, s)
	case state == newsroom.Scheduled:
		s.does(Do{Code: "unschedule", Time: e.Live.Published}, func(r *archive.Recorder) error {
			return act(r, e.ID, journal.Entry{Kind: journal.Withdraw, Revision: e.Live.Revision})
		})
	case state == newsroom.Withdrawn && notice != "" && notice != e.Live.Notice:
		s.does(Do{Code: "notice"}, withdrawing(e, notice))
	case state == newsroom.Withdrawn:
		s.Stays = staysWithdrawn
		if e.Live.Notice == "" {
			s.left(Do{Code: "notice"})
		}
	default:
		s.Stays = staysDraft
	}
}

func (p *planner) takeDown(e sqlite.Edition, s *PlanStep) {
	notice := p.notice(e.ID.Lang())
	s.does(Do{Code: "withdraw"}, withdrawing(e, notice))
	if e.Live.Next != nil { // the act takes it back too
		s.does(Do{Code: "unschedule", Time: e.Live.Next.From}, nil)
	}
	if notice == "" {
		s.left(Do{Code: "notice"})
	}
}

func withdrawing(e sqlite.Edition, notice string) func(*archive.Recorder) error {
	return func(r *archive.Recorder) error {
		return act(r, e.ID, journal.Entry{Kind: journal.Withdraw, Revision: e.Live.Revision, Note: notice})
	}
}

// correct plans that the approved text of e replaces the one that readers see.
func (p *planner) correct(e sqlite.Edition, s *PlanStep) error {
	s.basis = []string{string(e.Live.Revision), string(e.Work.Revision), string(e.Work.State)}
	switch state := e.Live.At(p.now); {
	case state == newsroom.Scheduled:
		s.Stays = staysScheduled
	case state == newsroom.Withdrawn:
		s.Stays = staysWithdrawn
	case !state.Shown():
		s.Stays = staysDraft
	case e.Live.Next != nil && e.Live.Next.Revision == e.Work.Revision:
		s.Stays = staysScheduled
	case e.Work.State == newsroom.Approved && e.Work.Revision != e.Live.Revision:
		if e.Live.Next != nil { // of an older text, which this one replaces
			s.does(Do{Code: "unschedule", Time: e.Live.Next.From}, nil)
		}
		return p.bring(e, s, "correct")
	default:
		s.Stays = staysLive
		if e.Stale > 0 {
			s.left(Do{Code: "update", Count: e.Stale})
		}
		if e.Changed {
			s.left(nextWork(e))
		}
	}
	return nil
}

// publish plans that the approved text of e goes live. What was withdrawn on purpose, or is
// to go live later, is left alone.
func (p *planner) publish(e sqlite.Edition, s *PlanStep) error {
	s.basis = []string{string(e.Live.Revision), string(e.Work.Revision), string(e.Work.State)}
	switch state := e.Live.At(p.now); {
	case state == newsroom.Scheduled:
		s.Stays = staysScheduled
	case state == newsroom.Withdrawn:
		s.Stays = staysWithdrawn
	case state.Shown():
		s.Stays = staysLive
		switch {
		case e.Live.Next != nil:
			s.Stays = staysScheduled
		case e.Changed && e.Work.State == newsroom.Approved:
			s.left(Do{Code: "correct"})
		}
	case e.Work.State == newsroom.Approved:
		return p.bring(e, s, "publish")
	default:
		s.Stays = staysDraft
		s.left(nextWork(e))
	}
	return nil
}

// nextWork is what has to happen before the newest text can go live.
func nextWork(e sqlite.Edition) Do {
	switch e.Work.State {
	case newsroom.Submitted:
		return Do{Code: "approve"}
	case newsroom.Approved:
		return Do{Code: "correct"}
	case newsroom.Returned:
		return Do{Code: "rework"}
	}
	return Do{Code: "submit"}
}

// bring plans that readers see the approved text of e.
func (p *planner) bring(e sqlite.Edition, s *PlanStep, code string) error {
	t, err := p.textOf(e, e.Work.Revision)
	if err != nil {
		return err
	}
	if s.Blocked, err = p.fit(e.ID, t, p.now); err != nil || s.Blocked != nil {
		return err
	}
	notice := ""
	if code == "correct" {
		notice = p.notice(e.ID.Lang())
		if p.silent(e.ID.Lang()) {
			s.left(Do{Code: "untold"})
		}
	}
	if e.Stale > 0 {
		s.left(Do{Code: "update", Count: e.Stale})
	}
	entry := journal.Entry{Kind: journal.Publish, Revision: e.Work.Revision, Digest: journal.Digest(t), From: p.now.UnixMilli(), Note: notice}
	s.does(Do{Code: code}, func(r *archive.Recorder) error { return act(r, e.ID, entry) })
	return nil
}

// holdBack plans that no text of e is live before the end of the embargo.
func (p *planner) holdBack(e sqlite.Edition, s *PlanStep) {
	until := p.across.Until
	s.basis = []string{string(e.Live.Revision)}
	switch state := e.Live.At(p.now); {
	case until.IsZero() && state == newsroom.Scheduled, state == newsroom.Scheduled && !e.Live.Published.Before(until):
		s.Stays = staysScheduled
	case until.IsZero() && state.Shown():
		s.Stays = staysLive
	case state.Shown():
		p.takeDown(e, s)
		s.left(Do{Code: "again", Time: until})
	case state == newsroom.Scheduled:
		s.does(Do{Code: "move", Time: until}, func(r *archive.Recorder) error { return move(r, e, until) })
	case state == newsroom.Withdrawn:
		s.Stays = staysWithdrawn
	default:
		s.Stays = staysDraft
	}
}

// embargo plans the end of the embargo itself.
func (p *planner) embargo(s *PlanStep) {
	until := p.across.Until
	if until.Equal(p.story.Embargo) || until.IsZero() && !p.story.Embargoed(p.now) {
		return
	}
	do, ms := Do{Code: "lift"}, int64(0)
	if !until.IsZero() {
		do, ms = Do{Code: "embargo", Time: until}, until.UnixMilli()
	}
	id := p.story.ID
	s.does(do, func(r *archive.Recorder) error {
		return set(r, journal.StorySubject(id), write{archive.EmbargoField, ms})
	})
}
