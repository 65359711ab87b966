package newsroom

import "time"

// Objection is what a check finds in an edition, so far as it is the same finding when the
// check is run again: another text of the block makes it another one.
type Objection struct {
	Check  string `json:"check"`
	Block  Digest `json:"block"`  // "headline", "summary"; "" = no block in particular
	Detail string `json:"detail"` // what tells it from others of this check in the block
}

// Dismissal says that an objection was looked at and is none.
type Dismissal struct {
	Objection
	Reason string    `json:"reason"`
	Member MemberID  `json:"member"`
	Time   time.Time `json:"time"`
}
