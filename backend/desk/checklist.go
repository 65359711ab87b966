package desk

import (
	"context"
	"slices"
	"strings"

	"khabar/backend/archive"
	"khabar/backend/journal"
	"khabar/backend/markdown"
	"khabar/backend/newsroom"
	"khabar/backend/sqlite"
)

// The checks of the list before an approval. Those of Always keep any newsroom from
// approving; of the others the settings say which do.
const (
	CheckHeadline = "headline"
	CheckBody     = "body"
	CheckSlug     = "slug"
	CheckMarks    = "marks"    // of a merge that nobody resolved
	CheckUnclear  = "unclear"  // two devices disagree
	CheckSection  = "section"  // the story is in none
	CheckSummary  = "summary"  // there is none
	CheckAlt      = "alt"      // pictures without a description
	CheckStale    = "stale"    // blocks whose source has changed since
	CheckMissing  = "missing"  // blocks of the source that nobody has translated
	CheckComments = "comments" // that nobody has settled
	CheckLinks    = "links"    // inside the newsroom, that lead to nothing that readers can see
)

// Always are the checks that block everywhere; Chosen are those that the settings can make
// block, besides the checks of a Checker.
var (
	Always = []string{CheckHeadline, CheckBody, CheckSlug, CheckMarks, CheckUnclear}
	Chosen = []string{CheckSection, CheckSummary, CheckAlt, CheckStale, CheckMissing, CheckComments, CheckLinks}
)

// Finding is something in an edition that a check objects to.
type Finding struct {
	Check  string          // code of the check
	Block  newsroom.Digest // of the block that it is in; "" = the whole edition
	Params map[string]any  // what the sentence about it names
}

// Checker looks at editions for what this package cannot know.
type Checker interface {
	// Blocking returns what keeps an edition from being approved: the findings that nobody
	// has dismissed, of the checks that newsroom.Settings.Blocks names.
	Blocking(ctx context.Context, id newsroom.EditionID) ([]Finding, error)
}

// CheckWith has c asked before every approval. It is called once, before the desk is used.
func (d *Desk) CheckWith(c Checker) { d.checkers = append(d.checkers, c) }

// Item is a line of the list before an approval.
type Item struct {
	Check  string
	OK     bool
	Blocks bool // as long as it is not OK, the edition cannot be approved
	Count  int  // how often it is not as it should be
	Spots  []Spot
}

// Spot is a place in an edition at which a check objects.
type Spot struct {
	Block int    // of the body; -1 = elsewhere
	Why   string // "lead" and "picture" of alt; "unknown" and "notLive" of links; the check of a Finding
	Text  string // what is there: the address of a link
}

// list is the list before an approval while it is being made.
type list struct {
	settings newsroom.Settings
	items    []Item
}

// add puts down a check and where it objects.
func (l *list) add(check string, spots ...Spot) {
	l.items = append(l.items, Item{
		Check: check, OK: len(spots) == 0, Count: len(spots), Spots: spots,
		Blocks: slices.Contains(Always, check) || l.settings.Blocks(check),
	})
}

// times puts down a check that objects n times to the edition as a whole.
func (l *list) times(check string, n int) { l.add(check, slices.Repeat([]Spot{{Block: -1}}, n)...) }

// lacks puts down a check that objects where text has no words.
func (l *list) lacks(check, text string) { l.wrong(check, strings.TrimSpace(text) == "") }

// wrong puts down a check that objects where is holds.
func (l *list) wrong(check string, is bool) {
	n := 0
	if is {
		n = 1
	}
	l.times(check, n)
}

// checklist looks an edition over. t is its text, with the body.
func checklist(tx *sqlite.Tx, e sqlite.Edition, t newsroom.Text) ([]Item, error) {
	s, err := tx.Story(e.ID.Story())
	if err != nil {
		return nil, err
	}
	var l list
	if l.settings, err = tx.Settings(); err != nil {
		return nil, err
	}
	slug := slugFit(tx, e.ID, t.Slug)
	if code := newsroom.CodeOf(slug); code != "" && code != newsroom.Conflict && code != newsroom.Invalid {
		return nil, slug
	}
	comments, err := tx.WaitingComments(e.ID)
	if err != nil {
		return nil, err
	}
	links, err := deadLinks(tx, e.ID, t.Body, l.settings)
	if err != nil {
		return nil, err
	}
	l.lacks(CheckHeadline, t.Headline)
	l.wrong(CheckSlug, slug != nil)
	l.lacks(CheckBody, t.Body)
	l.wrong(CheckSection, len(s.Sections) == 0)
	l.lacks(CheckSummary, t.Summary)
	l.add(CheckAlt, undescribed(s, e.ID.Lang(), t.Body)...)
	l.add(CheckLinks, links...)
	l.times(CheckComments, comments)
	if e.ID.Lang() != s.Source {
		l.times(CheckStale, e.Stale)
		l.times(CheckMissing, e.Missing)
	}
	l.wrong(CheckMarks, journal.Marked(t.Body))
	l.wrong(CheckUnclear, len(e.Unclear) > 0)
	return l.items, nil
}

// undescribed returns the pictures that nobody has described for those who cannot see them.
func undescribed(s newsroom.Story, l newsroom.Lang, body string) (spots []Spot) {
	if s.Lead.Hash != "" && strings.TrimSpace(s.Lead.Alt[l]) == "" {
		spots = append(spots, Spot{Block: -1, Why: "lead"})
	}
	for i, b := range markdown.Blocks(body) {
		for _, image := range markdown.Images(b.Source) {
			if strings.TrimSpace(image.Alt) == "" {
				spots = append(spots, Spot{Block: i, Why: "picture", Text: image.Ref})
			}
		}
	}
	return spots
}

// unblocked returns a Conflict error that names the first thing for which an edition cannot
// be approved.
func unblocked(r *archive.Recorder, e sqlite.Edition, t newsroom.Text) error {
	items, err := checklist(r.Tx, e, t)
	if err != nil {
		return err
	}
	for _, item := range items {
		if item.Blocks && !item.OK && slices.Contains(Chosen, item.Check) {
			return newsroom.Errorf(newsroom.Conflict, "review."+item.Check, "count", item.Count)
		}
	}
	return nil
}

// found asks the checkers.
func (d *Desk) found(ctx context.Context, id newsroom.EditionID) (all []Finding, err error) {
	for _, c := range d.checkers {
		some, err := c.Blocking(ctx, id)
		if err != nil {
			return nil, err
		}
		all = append(all, some...)
	}
	return all, nil
}

// ChangeBlocking chooses the checks that keep editions from being approved, besides those
// that always do. Invalid where a code is none.
func (d *Desk) ChangeBlocking(ctx context.Context, checks []string) error {
	for _, c := range checks {
		if c == "" || len(c) > newsroom.MaxSlug || strings.Trim(c, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.") != "" {
			return newsroom.Errorf(newsroom.Invalid, "settings.field", "field", "blocking")
		}
	}
	if checks == nil {
		checks = []string{}
	}
	return d.archive.Record(ctx, func(r *archive.Recorder) error {
		return set(r, journal.TheNewsroom, write{"blocking", checks})
	})
}
