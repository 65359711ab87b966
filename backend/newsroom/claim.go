package newsroom

import "time"

// Claim says that a member is at work on an edition, so that nobody else begins it too. It
// is advice: it keeps nobody from writing. An edition can be claimed before it has a text.
type Claim struct {
	Edition EditionID `json:"edition"`
	Member  MemberID  `json:"member"`
	Since   time.Time `json:"since"`
	Until   time.Time `json:"until"`
}

// ClaimTime is how long a claim holds. Whoever saves a text that she has claimed holds it
// that long again.
const ClaimTime = 3 * 24 * time.Hour

// At reports whether the claim still holds at time now.
func (c Claim) At(now time.Time) bool { return c.Member != "" && now.Before(c.Until) }

// Request says that somebody asks for an edition, which need not have a text yet.
type Request struct {
	Edition EditionID `json:"edition"`
	Member  MemberID  `json:"member"` // who asks
	Time    time.Time `json:"time"`
	Note    string    `json:"note"`
}
