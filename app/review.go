package app

import (
	"context"
	"slices"
	"strings"
	"time"

	"khabar/backend/alignment"
	"khabar/backend/archive"
	"khabar/backend/desk"
	"khabar/backend/markdown"
	"khabar/backend/newsroom"
	"khabar/backend/sqlite"
)

// QueueRow is a row of the review queue.
type QueueRow struct {
	ID        string   `json:"id"`
	Story     string   `json:"story"`
	Lang      string   `json:"lang"`
	Source    string   `json:"source"` // language of the story
	Headline  string   `json:"headline"`
	Sections  []string `json:"sections"`
	Place     string   `json:"place"`
	Words     int      `json:"words"`
	Step      string   `json:"step"`   // submitted, approved, scheduled
	News      string   `json:"news"`   // new, translation, correction, again
	Member    string   `json:"member"` // name of who brought it to this step
	Time      string   `json:"time"`
	Live      string   `json:"live"`
	Published string   `json:"published"` // when it went, or goes, live
	Embargo   string   `json:"embargo"`
	Comments  int      `json:"comments"`
	Stale     int      `json:"stale"`
}

// ReviewBlock is a block of the text under review.
type ReviewBlock struct {
	Kind   string `json:"kind"`
	Source string `json:"source"`
	HTML   string `json:"html"` // safe, whatever the source is
}

// ReviewBase is an earlier revision to compare with.
type ReviewBase struct {
	Kind     string `json:"kind"` // live, approved, returned
	Revision string `json:"revision"`
	Time     string `json:"time"`
}

// CheckItem is a line of the list before an approval.
type CheckItem struct {
	Check  string      `json:"check"`
	OK     bool        `json:"ok"`
	Blocks bool        `json:"blocks"`
	Count  int         `json:"count"`
	Spots  []CheckSpot `json:"spots"`
}

// CheckSpot is a place at which a check objects.
type CheckSpot struct {
	Block int    `json:"block"` // -1 = elsewhere
	Why   string `json:"why"`
	Text  string `json:"text"`
}

// Review is an edition as an editor judges it.
type Review struct {
	ID       string        `json:"id"`
	Story    string        `json:"story"`
	Lang     string        `json:"lang"`
	Source   string        `json:"source"`
	Revision string        `json:"revision"` // that an approval would be of; "" = two devices disagree
	Text     Text          `json:"text"`
	Typed    bool          `json:"typed"` // there are newer words on this device that are in no revision
	Words    int           `json:"words"`
	News     string        `json:"news"`
	Member   string        `json:"member"`
	Work     Work          `json:"work"`
	Live     Live          `json:"live"`
	Changed  bool          `json:"changed"`
	Embargo  string        `json:"embargo"`
	Blocks   []ReviewBlock `json:"blocks"`
	Bases    []ReviewBase  `json:"bases"`
	Checks   []CheckItem   `json:"checks"`
}

// ReviewChange is a piece of a comparison with the newest text.
type ReviewChange struct {
	DiffBlock
	Block int `json:"block"` // of the newest body; -1 = none
}

// ReviewQueue returns what is on the editors' table.
func (a *App) ReviewQueue() ([]QueueRow, error) {
	room, err := a.open()
	if err != nil {
		return nil, err
	}
	all, err := room.Queue(context.Background())
	w, now := make([]QueueRow, len(all)), a.clock.Now()
	for i, q := range all {
		w[i] = QueueRow{
			ID: string(q.ID), Story: string(q.ID.Story()), Lang: string(q.ID.Lang()), Source: string(q.Source), Headline: q.Text.Headline,
			Sections: texts(q.Sections), Place: q.Place, Words: q.Words, Step: string(q.Step), News: string(q.News), Member: q.Name,
			Time: stamp(q.Time), Live: string(q.Live.At(now)), Published: stamp(q.Live.Published), Embargo: embargo(q.Embargo, now),
			Comments: q.Comments, Stale: q.Stale,
		}
	}
	return w, err
}

// embargo is the end of an embargo that still holds; "" where there is none.
func embargo(until, now time.Time) string {
	if !now.Before(until) {
		return ""
	}
	return stamp(until)
}

// ReviewOf opens an edition for judging.
func (a *App) ReviewOf(id string) (Review, error) {
	room, err := a.open()
	if err != nil {
		return Review{}, err
	}
	v, err := room.Review(context.Background(), newsroom.EditionID(id))
	if err != nil {
		return Review{}, err
	}
	e, now := v.Edition, a.clock.Now()
	w := Review{
		ID: id, Story: string(e.ID.Story()), Lang: string(e.ID.Lang()), Source: string(v.Source), Revision: string(v.Revision), Text: v.Text,
		Typed: v.Typed, Words: e.Words, News: string(v.News), Member: v.Name, Work: workOf(e.Work), Live: liveOf(e.Live, now), Changed: e.Changed,
		Embargo: embargo(v.Embargo, now), Blocks: reviewBlocks(v.Text.Body), Bases: make([]ReviewBase, len(v.Bases)),
		Checks: make([]CheckItem, 0, len(v.Items)+1),
	}
	for i, b := range v.Bases {
		w.Bases[i] = ReviewBase{Kind: b.Kind, Revision: string(b.Revision), Time: stamp(b.Time)}
	}
	for _, item := range v.Items {
		w.Checks = append(w.Checks, checkItem(item))
	}
	if len(v.Findings) > 0 {
		w.Checks = append(w.Checks, foundItem(v.Findings, v.Text.Body))
	}
	return w, nil
}

func checkItem(item desk.Item) CheckItem {
	w := CheckItem{Check: item.Check, OK: item.OK, Blocks: item.Blocks, Count: item.Count, Spots: make([]CheckSpot, len(item.Spots))}
	for i, s := range item.Spots {
		w.Spots[i] = CheckSpot(s)
	}
	return w
}

// foundItem is the line for what other checks found in a body: a spot for each.
func foundItem(findings []desk.Finding, body string) CheckItem {
	w := CheckItem{Check: "checks", Blocks: true, Count: len(findings)}
	keys := alignment.Keys(archive.BlocksOf(body))
	for _, f := range findings {
		w.Spots = append(w.Spots, CheckSpot{Block: slices.Index(keys, f.Block), Why: f.Check})
	}
	return w
}

// reviewBlocks renders a body block by block. Each is rendered with the definitions that
// its links may need.
func reviewBlocks(body string) []ReviewBlock {
	blocks := markdown.Blocks(body)
	var definitions strings.Builder
	for _, b := range blocks {
		if b.Kind == markdown.Definition {
			definitions.WriteString("\n\n" + b.Source)
		}
	}
	w := make([]ReviewBlock, len(blocks))
	for i, b := range blocks {
		w[i] = ReviewBlock{Kind: b.Kind, Source: b.Source}
		if b.Kind != markdown.Footnote && b.Kind != markdown.Definition {
			w[i].HTML = markdown.HTML(b.Source+definitions.String(), markdown.Options{Picture: shown})
		}
	}
	return w
}

// shown gives a picture its address in the window.
func shown(ref string) (markdown.Picture, bool) {
	return markdown.Picture{Src: "/" + ref}, strings.HasPrefix(ref, "media/")
}

// ReviewChanges compares an earlier revision with the newest text.
func (a *App) ReviewChanges(id, base string) ([]ReviewChange, error) {
	room, err := a.open()
	if err != nil {
		return nil, err
	}
	all, err := room.Changes(context.Background(), newsroom.EditionID(id), newsroom.RevisionID(base))
	w := make([]ReviewChange, len(all))
	for i, c := range all {
		w[i] = ReviewChange{DiffBlock{Field: c.Field, Op: c.Op, Parts: partsOf(c.Parts)}, c.Block}
	}
	return w, err
}

// Blocking is which checks keep editions from being approved.
type Blocking struct {
	Always []string `json:"always"`
	Chosen []string `json:"chosen"` // that block in this newsroom, besides
	Checks []string `json:"checks"` // of the list, that can be chosen
}

// Blocking returns the choice of the newsroom.
func (a *App) Blocking() (Blocking, error) {
	room, err := a.open()
	if err != nil {
		return Blocking{}, err
	}
	w := Blocking{Always: desk.Always, Checks: desk.Chosen}
	err = room.view(context.Background(), func(tx *sqlite.Tx) error {
		s, err := tx.Settings()
		if w.Chosen = s.Blocking; w.Chosen == nil {
			w.Chosen = newsroom.DefaultBlocking
		}
		return err
	})
	return w, err
}

// ChangeBlocking makes the choice.
func (a *App) ChangeBlocking(checks []string) (Blocking, error) {
	room, err := a.open()
	if err == nil {
		err = room.ChangeBlocking(context.Background(), list(checks))
	}
	if err != nil {
		return Blocking{}, err
	}
	return a.Blocking()
}
