package memory

import (
	"context"
	"math"
	"slices"
	"strings"

	"khabar/backend/archive"
	"khabar/backend/journal"
	"khabar/backend/newsroom"
	"khabar/backend/sqlite"
)

// State is how much a memory holds.
type State struct {
	Wordings int // passages, each counted in every language that it is in
	Waiting  int // stories that are to be looked at
}

// State returns how much the memory holds.
func (m *Memory) State(ctx context.Context) (s State, err error) {
	err = m.db.View(ctx, func(tx *sqlite.Tx) error {
		if s.Wordings, err = tx.CountWordings(); err != nil {
			return err
		}
		_, s.Waiting, err = tx.Awaited(0)
		return err
	})
	return s, err
}

// Note notes which stories changed in the newsroom since it was last called, by this process
// or another. What it notes survives the process; Catch looks at it.
func (m *Memory) Note(ctx context.Context, a *archive.Archive) error {
	var seen int64
	err := m.db.View(ctx, func(tx *sqlite.Tx) (err error) {
		seen, err = tx.Seen()
		return err
	})
	if err != nil {
		return err
	}
	var changed []string
	last := seen
	err = a.DB().View(ctx, func(tx *sqlite.Tx) error {
		if _, last, err = tx.Since(math.MaxInt64); err != nil {
			return err
		}
		if last < seen {
			seen = 0 // it is another newsroom
		}
		changed, last, err = tx.Since(seen)
		return err
	})
	if err != nil || last == seen {
		return err
	}
	return m.db.Update(ctx, func(tx *sqlite.Tx) error {
		if err := tx.Await(storiesOf(changed)); err != nil {
			return err
		}
		return tx.PutSeen(last)
	})
}

// filePrefix begins what stands for a file in the place of a story.
const filePrefix = "file:"

// AwaitFiles has files looked at, named as whoever reads them for Catch calls them.
func (m *Memory) AwaitFiles(ctx context.Context, names []string) error {
	ids := make([]newsroom.StoryID, len(names))
	for i, name := range names {
		ids[i] = newsroom.StoryID(filePrefix + name)
	}
	return m.db.Update(ctx, func(tx *sqlite.Tx) error { return tx.Await(ids) })
}

// Files returns the passages of a file; none of one that is no longer there.
type Files func(name string) ([]Passage, error)

// Catch looks at stories and files that are awaited, count at most, and returns how many are
// left.
func (m *Memory) Catch(ctx context.Context, a *archive.Archive, files Files, count int) (left int, err error) {
	var ids []newsroom.StoryID
	var all int
	err = m.db.View(ctx, func(tx *sqlite.Tx) (err error) {
		ids, all, err = tx.Awaited(count)
		return err
	})
	if err != nil || len(ids) == 0 {
		return 0, err
	}
	stories := make([]Story, len(ids))
	err = a.DB().View(ctx, func(tx *sqlite.Tx) (err error) {
		for i, id := range ids {
			if name, is := strings.CutPrefix(string(id), filePrefix); is {
				stories[i].ID = id
				stories[i].Passages, err = files(name)
			} else {
				stories[i], err = Gather(tx, id)
			}
			if err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return all, err
	}
	return all - len(ids), m.Put(ctx, stories)
}

// storiesOf returns the stories that subjects of the journal are about.
func storiesOf(subjects []string) (ids []newsroom.StoryID) {
	for _, s := range subjects {
		switch noun, name := journal.Subject(s).Split(); noun {
		case "edition":
			ids = append(ids, newsroom.EditionID(name).Story())
		case "story":
			ids = append(ids, newsroom.StoryID(name))
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// Each calls f with every passage, in the order in which they were remembered; story is ""
// where it comes from a file.
func (m *Memory) Each(ctx context.Context, f func(story newsroom.StoryID, p Passage) error) error {
	return m.db.View(ctx, func(tx *sqlite.Tx) error {
		var story newsroom.StoryID
		last, p := int64(-1), Passage{}
		hand := func() error {
			if len(p) == 0 {
				return nil
			}
			if strings.HasPrefix(string(story), filePrefix) {
				story = ""
			}
			return f(story, p)
		}
		err := tx.EachWording(func(id newsroom.StoryID, w sqlite.Wording) error {
			passage, place := sqlite.PassageOf(w.N)
			if passage != last {
				if err := hand(); err != nil {
					return err
				}
				last, p = passage, Passage{}
			}
			story, p[newsroom.Languages[place]] = id, Wording{w.Source, w.Plain}
			return nil
		})
		if err != nil {
			return err
		}
		return hand()
	})
}
