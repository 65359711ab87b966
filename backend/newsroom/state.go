package newsroom

import "time"

// WorkState says where the next version of an edition is.
type WorkState string

// The work states.
const (
	Drafting  WorkState = "drafting"
	Submitted WorkState = "submitted"
	Returned  WorkState = "returned"
	Approved  WorkState = "approved"
)

// Work is the work state of an edition and the act that brought it there.
type Work struct {
	State    WorkState  `json:"state"`
	Revision RevisionID `json:"revision"` // the revision that the act named; "" while drafting
	Note     string     `json:"note"`     // the editor's note of a return
	Member   MemberID   `json:"member"`
	Time     time.Time  `json:"time"`
}

// After returns the work state of an edition whose newest act is w and whose text is
// now the revision head. An approval is of one exact text, so any later text is a
// draft again; a submitted or returned edition stays so while it is worked on.
func (w Work) After(head RevisionID) WorkState {
	switch {
	case w.State == "":
		return Drafting
	case w.State == Approved && w.Revision != head:
		return Drafting
	}
	return w.State
}

// MayMove reports whether the act that leads to state to is possible from state w.
func (w WorkState) MayMove(to WorkState) bool {
	switch to {
	case Submitted:
		return w == Drafting || w == Returned
	case Returned:
		return w == Submitted || w == Approved
	case Approved:
		return w != Approved
	}
	return false
}

// LiveState says what readers see of an edition now.
type LiveState string

// The live states.
const (
	NotLive   LiveState = "notLive"
	Scheduled LiveState = "scheduled"
	IsLive    LiveState = "live"
	Corrected LiveState = "corrected"
	Withdrawn LiveState = "withdrawn"
)

// Live is the live state of an edition and the revision that it names.
type Live struct {
	State     LiveState  `json:"state"`
	Revision  RevisionID `json:"revision"`  // the text that readers see
	Published time.Time  `json:"published"` // when it first went live, or will
	Changed   time.Time  `json:"changed"`   // when the live text was last corrected or withdrawn
	Notice    string     `json:"notice"`    // correction or withdrawal notice, shown on the page
	OldSlugs  []string   `json:"oldSlugs"`  // slugs under which readers knew it before; they redirect
	Next      *Next      `json:"next,omitempty"`
}

// Next is a correction that is scheduled: until its time has come, readers have the text
// that it is to replace.
type Next struct {
	Revision RevisionID `json:"revision"`
	From     time.Time  `json:"from"`
	Notice   string     `json:"notice"`
	OldSlugs []string   `json:"oldSlugs"` // what Live.OldSlugs are then
}

// Due reports whether a scheduled correction has replaced the text before at time now.
func (l Live) Due(now time.Time) bool { return l.Next != nil && !now.Before(l.Next.From) }

// Now returns l as it is once a correction that is due has replaced the text before.
func (l Live) Now(now time.Time) Live {
	if !l.Due(now) {
		return l
	}
	n := l.Next
	return Live{State: Corrected, Revision: n.Revision, Published: l.Published, Changed: n.From, Notice: n.Notice, OldSlugs: n.OldSlugs}
}

// At returns the live state as readers have it at time now: what is scheduled is
// live once its time has come.
func (l Live) At(now time.Time) LiveState {
	switch {
	case l.State == "":
		return NotLive
	case l.State == Scheduled && !now.Before(l.Published):
		return IsLive
	case l.Due(now):
		return Corrected
	}
	return l.State
}

// Shown reports whether readers see a text in state s, not a notice and not nothing.
func (s LiveState) Shown() bool { return s == IsLive || s == Corrected }

// MayMove reports whether the act that leads to state to is possible from state s.
func (s LiveState) MayMove(to LiveState) bool {
	switch to {
	case IsLive, Scheduled:
		return s == "" || s == NotLive || s == Scheduled || s == Withdrawn
	case Corrected:
		return s == IsLive || s == Corrected
	case Withdrawn:
		return s == IsLive || s == Corrected || s == Scheduled
	}
	return false
}
