package app

import (
	"cmp"
	"context"
	"slices"
	"time"

	"khabar/backend/archive"
	"khabar/backend/newsroom"
	"khabar/backend/site"
	"khabar/backend/sqlite"
)

// Site returns the site as it is to be published now.
func (r *Room) Site(ctx context.Context) (*site.Site, error) {
	n, err := r.live.get(ctx, r)
	if err != nil {
		return nil, err
	}
	s, err := site.New(n, r.text, pictures{r.Media}, r.fonts, r.clock.Now())
	if err == nil {
		s.Recall(&r.relations)
	}
	return s, err
}

// readWords reads the settings, sections and tags.
func readWords(tx *sqlite.Tx, n *site.Newsroom) (err error) {
	if n.Settings, err = tx.Settings(); err != nil {
		return err
	}
	all, err := tx.Names(false)
	if err != nil {
		return err
	}
	n.Spell = spellingsOf(all).in
	terms, err := tx.Terms(false)
	n.Sections, n.Tags = nil, nil
	for _, t := range terms {
		if t.Kind == newsroom.Section {
			n.Sections = append(n.Sections, t)
		} else {
			n.Tags = append(n.Tags, t)
		}
	}
	if err == nil {
		n.Merged, err = mergedTags(tx)
	}
	return err
}

// mergedTags reads the tags that went into others.
func mergedTags(tx *sqlite.Tx) (all []site.MergedTag, err error) {
	merged, err := tx.Merged(newsroom.Tag)
	for _, t := range merged {
		into, err := tx.TermTarget(newsroom.Tag, t.ID)
		if err != nil {
			return nil, err
		}
		if t.Removed || into == t.ID {
			continue
		}
		carrying, err := tx.Carrying(newsroom.Tag, t.ID)
		if err != nil {
			return nil, err
		}
		all = append(all, site.MergedTag{Term: t, Into: into, Stories: carrying})
	}
	return all, err
}

// sameMerges reports whether stories carry the same tags after as before.
func sameMerges(before, after []site.MergedTag) bool {
	return slices.EqualFunc(before, after, func(a, b site.MergedTag) bool { return a.ID == b.ID && a.Into == b.Into })
}

// allStories reads every story that readers see something of, by id, and when the next
// scheduled edition goes live.
func (r *Room) allStories(tx *sqlite.Tx) (stories []site.Story, next time.Time, err error) {
	editions, err := tx.LiveEditions()
	if err != nil {
		return nil, next, err
	}
	byID, err := tx.StoriesNotRemoved()
	if err != nil {
		return nil, next, err
	}
	shown, err := tx.Pictures("")
	if err != nil {
		return nil, next, err
	}
	now := r.clock.Now()
	for _, row := range editions {
		s := byID[row.ID.Story()]
		if s == nil {
			continue
		}
		sooner(&next, *s, row.Live, now)
		if !onSite(*s, row.Live, now) {
			continue
		}
		if last := len(stories) - 1; last < 0 || stories[last].ID != s.ID {
			stories = append(stories, site.Story{Story: *s})
		}
		e, err := r.siteEdition(tx, row, row.Live.At(now), shown[row.ID])
		if err != nil {
			return nil, next, err
		}
		last := &stories[len(stories)-1]
		last.Editions = append(last.Editions, e)
	}
	return stories, next, nil
}

// freshStories returns stories, by id, with those that are dirty read anew. until comes
// to be no later than when one of them goes live.
func (r *Room) freshStories(tx *sqlite.Tx, stories []site.Story, dirty map[newsroom.StoryID]bool, until *time.Time) ([]site.Story, error) {
	if len(dirty) == 0 {
		return stories, nil
	}
	stories = slices.DeleteFunc(slices.Clone(stories), func(s site.Story) bool { return dirty[s.ID] })
	for id := range dirty {
		s, err := r.readStory(tx, id, until)
		if err != nil {
			return nil, err
		}
		if len(s.Editions) > 0 {
			at, _ := slices.BinarySearchFunc(stories, id, func(s site.Story, id newsroom.StoryID) int { return cmp.Compare(s.ID, id) })
			stories = slices.Insert(stories, at, s)
		}
	}
	return stories, nil
}

// readStory reads what readers see of one story: without editions where that is nothing.
func (r *Room) readStory(tx *sqlite.Tx, id newsroom.StoryID, until *time.Time) (site.Story, error) {
	s, err := tx.Story(id)
	if newsroom.CodeOf(err) == newsroom.NotFound || s.Removed {
		return site.Story{}, nil
	}
	if err != nil {
		return site.Story{}, err
	}
	rows, err := tx.EditionsOf(id)
	if err != nil {
		return site.Story{}, err
	}
	pictures, err := tx.Pictures(id)
	if err != nil {
		return site.Story{}, err
	}
	shown := site.Story{Story: s}
	for _, row := range rows {
		now := r.clock.Now()
		sooner(until, s, row.Live, now)
		if !onSite(s, row.Live, now) {
			continue
		}
		e, err := r.siteEdition(tx, row, row.Live.At(now), pictures[row.ID])
		if err != nil {
			return site.Story{}, err
		}
		shown.Editions = append(shown.Editions, e)
	}
	return shown, nil
}

// sooner brings until forward to when an edition of s comes to the site by itself: it is
// scheduled, or held back by an embargo.
func sooner(until *time.Time, s newsroom.Story, live newsroom.Live, now time.Time) {
	bring := func(at time.Time) {
		if until.IsZero() || at.Before(*until) {
			*until = at
		}
	}
	if live.At(now) == newsroom.Scheduled {
		bring(live.Published)
	}
	if live.Next != nil {
		bring(live.Next.From)
	}
	if s.Embargoed(now) {
		bring(s.Embargo)
	}
}

// onSite reports whether an edition of s has a page: its text, or the notice that it was
// withdrawn. The desk lets nothing of an embargoed story go live; what two devices did
// without knowing of each other is held back here.
func onSite(s newsroom.Story, live newsroom.Live, now time.Time) bool {
	state := live.At(now)
	return state.Shown() && !s.Embargoed(now) || state == newsroom.Withdrawn
}

// siteEdition gives the site an edition, whose texts show pictures among those named; its
// body is read when a page needs it.
func (r *Room) siteEdition(tx *sqlite.Tx, row sqlite.Edition, state newsroom.LiveState, pictures []string) (site.Edition, error) {
	live := row.Live
	live.State = state
	id, revision := row.ID, live.Revision // all that the function below is to keep of the row
	e := site.Edition{
		ID: id, Lang: id.Lang(), Text: row.LiveText, Live: live, Words: row.Words, Gist: site.GistOf(row.LiveText),
		Body: func() (string, error) { return r.body(id, revision) },
	}
	e.Pictures = append([]string{}, pictures...)
	if len(pictures) > 0 && (row.Changed || row.Followed || live.Next != nil) { // some may be of another text
		text, err := archive.TextOf(tx, id, revision)
		if err != nil {
			return e, err
		}
		e.Pictures = append([]string{}, site.PicturesIn(text.Body)...)
	}
	if !row.Changed {
		return e, nil
	}
	var err error
	e.Words, err = tx.RevisionWords(live.Revision) // those of the row are of the newest text
	return e, err
}

func (r *Room) body(edition newsroom.EditionID, id newsroom.RevisionID) (body string, err error) {
	err = r.view(context.Background(), func(tx *sqlite.Tx) error {
		t, err := archive.TextOf(tx, edition, id)
		body = t.Body
		return err
	})
	return body, err
}
