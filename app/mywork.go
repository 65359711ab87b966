package app

import (
	"context"
	"time"

	"khabar/backend/newsroom"
	"khabar/backend/sqlite"
)

// WorkItem is an edition that waits for somebody.
type WorkItem struct {
	Edition  string `json:"edition"`
	Story    string `json:"story"`
	Lang     string `json:"lang"`
	Headline string `json:"headline"`
	Words    int    `json:"words"`
	Work     string `json:"work"`
	Live     string `json:"live"`
	Changed  bool   `json:"changed"`
	Stale    int    `json:"stale"`
	Missing  int    `json:"missing"`
	Time     string `json:"time"`     // since when; of a scheduled one, when it goes live
	GoesLive string `json:"goesLive"` // when what is scheduled, a correction among it, goes live
	Note     string `json:"note"`     // of a return
	Member   string `json:"member"`   // name of who submitted or returned it
}

// MyWork is what waits for this member, in one list for each reason. A list ends after
// workShown rows.
type MyWork struct {
	Drafts    []WorkItem    `json:"drafts"`
	Returned  []WorkItem    `json:"returned"`
	Claimed   []CoverageRow `json:"claimed"`   // stories of which this member has claimed an edition
	Requested []CoverageRow `json:"requested"` // stories asked for in this member's languages
	Lacking   []CoverageRow `json:"lacking"`   // new stories that lack this member's languages
	Stale     []WorkItem    `json:"stale"`     // in this member's languages
	Submitted []WorkItem    `json:"submitted"`
	Sent      []WorkItem    `json:"sent"` // submitted by this member, who may not decide on it
	StaleLive []WorkItem    `json:"staleLive"`
	Scheduled []WorkItem    `json:"scheduled"`
	Failed    []Destination `json:"failed"` // the last publication to them failed
}

const (
	workShown  = 50
	lackingFor = 30 * 24 * time.Hour // older stories are found in the grid
)

// MyWork returns what waits for this member; headlines of stories are in lang where they can.
func (a *App) MyWork(lang string) (MyWork, error) {
	room, err := a.open()
	if err != nil {
		return MyWork{}, err
	}
	return room.MyWork(context.Background(), newsroom.Lang(lang), a.clock.Now())
}

// MyWork returns what waits at time now for the member of this device.
func (r *Room) MyWork(ctx context.Context, lang newsroom.Lang, now time.Time) (w MyWork, err error) {
	err = r.view(ctx, func(tx *sqlite.Tx) error {
		me, _, err := tx.Member(r.Archive.Me())
		if err != nil {
			return err
		}
		who, err := r.people(tx, now)
		if err != nil {
			return err
		}
		reader := workReader{tx: tx, who: who, lang: lang}
		may := func(a newsroom.Act) bool { return newsroom.May(me.Roles, a) }
		if may(newsroom.Write) {
			reader.writing(&w, me)
		}
		if may(newsroom.Judge) {
			reader.judging(&w)
		} else if may(newsroom.Write) {
			w.Sent = reader.items(reader.tx.SubmittedBy(me.ID, workShown))
		}
		if may(newsroom.GoLive) {
			w.Failed = reader.failed()
		}
		return reader.err
	})
	w.complete()
	return w, err
}

// complete makes empty lists of those that there are none of.
func (w *MyWork) complete() {
	for _, items := range []*[]WorkItem{&w.Drafts, &w.Returned, &w.Stale, &w.Submitted, &w.Sent, &w.StaleLive, &w.Scheduled} {
		*items = list(*items)
	}
	for _, rows := range []*[]CoverageRow{&w.Claimed, &w.Requested, &w.Lacking} {
		*rows = list(*rows)
	}
	w.Failed = list(w.Failed)
}

// workReader reads list after list until one fails.
type workReader struct {
	tx   *sqlite.Tx
	who  people
	lang newsroom.Lang
	err  error
}

func (r *workReader) writing(w *MyWork, me newsroom.Member) {
	w.Drafts = r.items(r.tx.Drafts(me.ID, workShown))
	w.Returned = r.items(r.tx.Returned(me.ID, workShown))
	w.Stale = r.items(r.tx.Stale(me.Langs, workShown))
	claims, err := r.tx.ClaimedBy(me.ID, r.who.now, workShown)
	w.Claimed = r.rows(storiesOf(claims, func(c newsroom.Claim) newsroom.EditionID { return c.Edition }), err)
	requests, err := r.tx.RequestedIn(me.Langs, workShown)
	w.Requested = r.rows(storiesOf(requests, func(q newsroom.Request) newsroom.EditionID { return q.Edition }), err)
	w.Lacking = r.rows(r.tx.Lacking(me.Langs, r.who.now.Add(-lackingFor), workShown))
}

func (r *workReader) judging(w *MyWork) {
	w.Submitted = r.items(r.tx.Submitted(workShown))
	w.StaleLive = r.items(r.tx.StaleLive(workShown))
	w.Scheduled = r.items(r.tx.Waiting(r.who.now, workShown))
}

func (r *workReader) items(editions []sqlite.Edition, err error) []WorkItem {
	if r.err == nil {
		r.err = err
	}
	out := make([]WorkItem, len(editions))
	for i, e := range editions {
		out[i] = r.who.item(e)
	}
	return out
}

func (p people) item(e sqlite.Edition) WorkItem {
	w := WorkItem{
		Edition: string(e.ID), Story: string(e.ID.Story()), Lang: string(e.ID.Lang()), Headline: e.Text.Headline, Words: e.Words,
		Work: string(e.Work.State), Live: string(e.Live.At(p.now)), Changed: e.Changed, Stale: e.Stale, Missing: e.Missing,
		Time: stamp(e.Updated), GoesLive: goesLive(e.Live, p.now),
	}
	switch {
	case e.Live.At(p.now) == newsroom.Scheduled:
		w.Time = stamp(e.Live.Published)
	case e.Work.State == newsroom.Submitted, e.Work.State == newsroom.Returned:
		w.Time, w.Note, w.Member = stamp(e.Work.Time), e.Work.Note, p.names[e.Work.Member]
	}
	return w
}

// storiesOf names the stories of editions, each once.
func storiesOf[T any](all []T, of func(T) newsroom.EditionID) []newsroom.StoryID {
	var ids []newsroom.StoryID
	seen := map[newsroom.StoryID]bool{}
	for _, v := range all {
		if id := of(v).Story(); !seen[id] {
			seen[id] = true
			ids = append(ids, id)
		}
	}
	return ids
}

func (r *workReader) rows(ids []newsroom.StoryID, err error) []CoverageRow {
	var out []CoverageRow
	for _, id := range ids {
		if r.err != nil || err != nil {
			break
		}
		var row sqlite.CoverageRow
		if row, err = r.tx.Coverage(id); err == nil {
			out = append(out, r.who.coverage(row, r.lang))
		}
	}
	if r.err == nil {
		r.err = err
	}
	return out
}

func (r *workReader) failed() []Destination {
	all, err := r.tx.Destinations()
	if r.err == nil {
		r.err = err
	}
	var out []Destination
	for _, d := range all {
		if d.Failed != 0 {
			out = append(out, destinationOf(d))
		}
	}
	return out
}
