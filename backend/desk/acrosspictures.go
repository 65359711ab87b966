package desk

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"khabar/backend/archive"
	"khabar/backend/markdown"
	"khabar/backend/newsroom"
	"khabar/backend/sqlite"
)

// Used is a picture of the archive that stories use.
type Used struct {
	Hash     string
	Editions int                // in whose text it is: the newest one, or the one that readers see
	Lead     bool               // it leads a story
	Stories  []newsroom.StoryID // all that show it, the newest first; at most as many as a plan may be about
}

// PicturesOf returns the pictures that stories use: those that lead one first, then by the
// number of editions.
func (d *Desk) PicturesOf(ctx context.Context, stories []newsroom.StoryID) ([]Used, error) {
	used := map[string]Used{}
	err := d.archive.DB().View(ctx, func(tx *sqlite.Tx) error {
		for _, id := range stories {
			s, err := tx.Story(id)
			if err != nil {
				return err
			}
			if h := s.Lead.Hash; h != "" {
				used[h] = Used{Hash: h, Editions: used[h].Editions, Lead: true}
			}
			editions, err := tx.EditionsOf(id)
			if err != nil {
				return err
			}
			for _, e := range editions {
				if err := picturesIn(tx, e, used); err != nil {
					return err
				}
			}
		}
		return everywhere(tx, used)
	})
	return slices.SortedFunc(maps.Values(used), func(a, b Used) int {
		if a.Lead != b.Lead && a.Lead {
			return -1
		}
		if a.Lead != b.Lead {
			return 1
		}
		return cmp.Or(cmp.Compare(b.Editions, a.Editions), cmp.Compare(a.Hash, b.Hash))
	}), err
}

// everywhere says of each picture which stories of the newsroom show it.
func everywhere(tx *sqlite.Tx, used map[string]Used) (err error) {
	for h, u := range used {
		if u.Stories, err = tx.StoriesShowing(h, mostStories); err != nil {
			return err
		}
		used[h] = u
	}
	return nil
}

func picturesIn(tx *sqlite.Tx, e sqlite.Edition, used map[string]Used) error {
	open, err := openEdition(tx, e.ID)
	if err != nil {
		return err
	}
	refs := markdown.Pictures(open.Text.Body)
	if e.Live.Revision != "" {
		t, err := archive.TextOf(tx, e.ID, e.Live.Revision)
		if err != nil {
			return err
		}
		refs = append(refs, markdown.Pictures(t.Body)...)
	}
	slices.Sort(refs)
	for _, ref := range slices.Compact(refs) {
		if h := newsroom.PictureIn(ref); h != "" {
			used[h] = Used{Hash: h, Editions: used[h].Editions + 1, Lead: used[h].Lead}
		}
	}
	return nil
}
