package newsroom

import "time"

// Story is what happened, without a language.
type Story struct {
	ID       StoryID   `json:"id"`
	Sections []TermID  `json:"sections"`
	Tags     []TermID  `json:"tags"`
	Place    string    `json:"place"`
	Lead     Picture   `json:"lead"` // zero where the story has no lead picture
	Source   Lang      `json:"source"`
	Notes    string    `json:"notes"` // confidential: never rendered, exported or published
	Created  time.Time `json:"created"`
	Embargo  time.Time `json:"embargo"` // until when nothing of it may go live; zero = none
	Removed  bool      `json:"removed"` // taken out of the lists; everything is kept
}

// Picture is the use of a picture in a story: which one, and what goes with it in
// each language.
type Picture struct {
	Hash    string          `json:"hash"` // content hash; "" = none
	Alt     map[Lang]string `json:"alt,omitempty"`
	Caption map[Lang]string `json:"caption,omitempty"`
	Credit  string          `json:"credit,omitempty"`
}

// Embargoed reports whether nothing of s may go live at time at.
func (s Story) Embargoed(at time.Time) bool { return at.Before(s.Embargo) }
