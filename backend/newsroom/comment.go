package newsroom

import "time"

// CommentID names a comment, a reply or a suggested change.
type CommentID string

// Outcome says how a comment was settled.
type Outcome string

// The outcomes.
const (
	Waiting  Outcome = ""         // nobody has settled it
	Resolved Outcome = "resolved" // what it asks for is done, or was talked over
	Accepted Outcome = "accepted" // the suggested text stands in the edition
	Declined Outcome = "declined" // the suggestion was not taken
)

// Comment is what somebody says about an edition, or about one block of it. A suggestion
// proposes another source for the block.
type Comment struct {
	ID         CommentID  `json:"id"`
	Edition    EditionID  `json:"edition"`
	Revision   RevisionID `json:"revision"` // the text that its author had in sight
	Block      Digest     `json:"block"`    // of the block then; "" = the whole edition
	Quote      string     `json:"quote"`    // that block's source then
	Text       string     `json:"text"`
	Parent     CommentID  `json:"parent"`     // of a reply; "" = begins a thread
	Suggestion *string    `json:"suggestion"` // proposed source of the block, "" = without it; nil = a plain comment
	Outcome    Outcome    `json:"outcome"`
	Removed    bool       `json:"removed"` // taken back by its author
	Member     MemberID   `json:"member"`
	Stamp      Stamp      `json:"stamp"`   // when it was made; replies stand in this order
	Settler    MemberID   `json:"settler"` // who settled it; "" while open
	Settled    time.Time  `json:"settled"`
}

// Time is the wall-clock part of the comment's stamp.
func (c Comment) Time() time.Time { return c.Stamp.Wall() }

// Waits reports whether c begins a thread that nobody has settled.
func (c Comment) Waits() bool { return c.Parent == "" && c.Outcome == Waiting && !c.Removed }

// MaySettle reports whether outcome o fits c: a suggestion is accepted or declined, anything
// else is resolved, and everything but an accepted suggestion, whose text may stand by now,
// can be opened again. Replies are settled with their thread.
func (c Comment) MaySettle(o Outcome) bool {
	if c.Parent != "" || c.Removed || o == c.Outcome || c.Outcome == Accepted {
		return false
	}
	switch o {
	case Waiting:
		return true
	case Resolved:
		return c.Suggestion == nil && c.Outcome == Waiting
	case Accepted, Declined:
		return c.Suggestion != nil && c.Outcome == Waiting
	}
	return false
}
