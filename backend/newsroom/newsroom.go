// Package newsroom holds the words of Khabar and the rules that belong to a word
// alone: what a story, an edition and a revision are, who may do what, which work
// state follows which, and the codes that every error a person can see carries.
//
// It is floor 0 of the house. It imports the standard library only, keeps nothing
// on disk and knows neither SQL nor HTML, so every other package may use it.
//
// Three ideas run through it:
//
//   - A story has no language; its editions have one each. An edition is therefore
//     named by its story and its language (EditionID), and two people who both
//     begin the Pashto edition of one story have begun the same edition.
//   - What readers see is a Text: headline, slug, summary, body, byline and
//     translator. A revision is one immutable Text, and approving or publishing
//     always names a revision, never "the current text".
//   - The work state (drafting … approved) and the live state (not live …
//     withdrawn) are two machines that move independently.
package newsroom

// Settings describe the newsroom and the site that it publishes: everything that
// is shared by its members and is not a story.
type Settings struct {
	Name     string `json:"name"`     // "RASC News": masthead and feeds
	FullName string `json:"fullName"` // "Rudabe Applied Studies Center"
	Agency   string `json:"agency"`   // opens a body and signs it off: "RASC"
	Owner    string `json:"owner"`    // holder of the copyright
	Since    int    `json:"since"`    // first year of the copyright line; 0 leaves it out
	Address  string `json:"address"`  // base address of the site, "https://example.org/"; "" = unknown: no absolute links
	TimeZone string `json:"timeZone"` // IANA name in which dates are shown; "" = UTC

	// Calendars names a calendar for a language where it differs from the
	// language's default: "persian-afghan", "persian-iranian" or "gregorian".
	Calendars map[Lang]string `json:"calendars"`

	Languages []Lang          `json:"languages"` // languages of the site, in the order of its switcher
	Follow    []FollowLink    `json:"follow"`
	Adverts   []Advert        `json:"adverts"`
	About     map[Lang]string `json:"about"` // body of the about page, Markdown

	Blocking []string `json:"blocking"` // checks that keep an edition from being approved; nil = DefaultBlocking
}

// FollowLink is one entry of the site's "Follow us" list.
type FollowLink struct {
	Service string `json:"service"` // "facebook", "x", "instagram", "youtube", "telegram", "rss"
	Address string `json:"address"` // absolute http(s) address
}

// Advert fills the labelled advertisement slot of the pages.
type Advert struct {
	Picture string `json:"picture,omitempty"` // content hash of a picture; "" shows Text alone
	Alt     string `json:"alt,omitempty"`
	Text    string `json:"text,omitempty"`
	Link    string `json:"link,omitempty"` // absolute http(s) address
	Lang    Lang   `json:"lang,omitempty"` // shown only in this language; "" = in all
}
