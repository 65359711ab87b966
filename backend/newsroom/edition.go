package newsroom

import (
	"strings"
	"time"
	"unicode/utf8"
)

// Limits of a text. They are generous: they exist so that a damaged or hostile file
// cannot take the newsroom down, not to teach anybody brevity.
const (
	MaxLine = 1_000     // characters of a headline, byline or translator credit
	MaxSlug = 120       // characters of a slug
	MaxBody = 2_000_000 // bytes of a body or summary
)

// Text is everything of an edition that readers see.
type Text struct {
	Headline   string `json:"headline"`
	Slug       string `json:"slug"`
	Summary    string `json:"summary"`
	Body       string `json:"body"` // Markdown
	Byline     string `json:"byline"`
	Translator string `json:"translator"`
}

// Empty reports whether t has no word in it; a slug alone does not count.
func (t Text) Empty() bool {
	return strings.TrimSpace(t.Headline+t.Summary+t.Body+t.Byline+t.Translator) == ""
}

// Validate returns an Invalid error that names the field where t is not UTF-8 or is
// over a limit.
func (t Text) Validate() error {
	for _, f := range []struct {
		name, value string
		max         int
	}{
		{"headline", t.Headline, MaxLine}, {"slug", t.Slug, MaxSlug}, {"summary", t.Summary, MaxBody},
		{"body", t.Body, MaxBody}, {"byline", t.Byline, MaxLine}, {"translator", t.Translator, MaxLine},
	} {
		if !utf8.ValidString(f.value) {
			return Errorf(Invalid, "text.notUTF8", "field", f.name)
		}
		if n := len(f.value); n > f.max && (f.max == MaxBody || utf8.RuneCountInString(f.value) > f.max) {
			return Errorf(Invalid, "text.tooLong", "field", f.name, "max", f.max)
		}
	}
	return nil
}

// Revision is one immutable saved text of an edition.
type Revision struct {
	ID      RevisionID   `json:"id"`
	Edition EditionID    `json:"edition"`
	Parents []RevisionID `json:"parents"` // the revisions that it was made from; none = the first
	Member  MemberID     `json:"member"`
	Time    time.Time    `json:"time"`
	Text    Text         `json:"text"`
}

// Edition is a story in one language, as this device knows it now.
type Edition struct {
	ID      EditionID    `json:"id"`
	Heads   []RevisionID `json:"heads"`   // one where nobody disagrees
	Text    Text         `json:"text"`    // of the head, or the common view of several
	Unclear []string     `json:"unclear"` // fields in which the heads conflict, "body" among them
	Updated time.Time    `json:"updated"`
	Words   int          `json:"words"`
	Origin  Lang         `json:"origin"`  // the language that it was last translated from; "" where nobody said
	Stale   int          `json:"stale"`   // blocks whose source has changed since they were translated
	Missing int          `json:"missing"` // blocks of the source that have no counterpart
	Work    Work         `json:"work"`
	Live    Live         `json:"live"`
}
