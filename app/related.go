package app

import (
	"cmp"
	"context"
	"math/bits"
	"slices"

	"khabar/backend/find"
	"khabar/backend/newsroom"
	"khabar/backend/sqlite"
)

// RelatedEdition is an edition of another story, in the same language, that belongs with one.
type RelatedEdition struct {
	ID       string   `json:"id"`
	Headline string   `json:"headline"`
	Updated  string   `json:"updated"`
	Live     string   `json:"live"`
	Tags     []string `json:"tags"` // which both stories carry
}

const (
	mostRelated = 6
	mostOfATag  = 40  // newest editions that each tag offers
	tagWeight   = 120 // of a tag of one story: three words that only the two headlines have
	tagDoubling = 10  // which each doubling of its stories takes away
	leastTag    = 10
)

// Related returns the editions that belong with one, the closest first. What the texts share
// counts as find.Alike says, where it is enough of what tells the one from others; a tag that both stories carry counts the more the fewer stories
// carry it. Unlike the list that readers see on the site, it offers what is not live yet.
func (a *App) Related(edition string) ([]RelatedEdition, error) {
	room, err := a.open()
	if err != nil {
		return nil, err
	}
	id := newsroom.EditionID(edition)
	all := []RelatedEdition{}
	err = room.view(context.Background(), func(tx *sqlite.Tx) error {
		scores, err := relatedScores(tx, id)
		if err != nil {
			return err
		}
		story, err := tx.Story(id.Story())
		if err != nil {
			return err
		}
		for _, other := range scores[:min(mostRelated, len(scores))] {
			e, err := tx.Edition(other.Edition)
			if err != nil {
				return err
			}
			s, err := tx.Story(other.Edition.Story())
			if err != nil {
				return err
			}
			all = append(all, RelatedEdition{
				ID: string(e.ID), Headline: e.Text.Headline, Updated: stamp(e.Updated), Live: string(e.Live.At(a.clock.Now())),
				Tags: texts(shared(story.Tags, s.Tags)),
			})
		}
		return nil
	})
	return all, err
}

func shared(a, b []newsroom.TermID) []newsroom.TermID {
	return slices.DeleteFunc(slices.Clone(a), func(t newsroom.TermID) bool { return !slices.Contains(b, t) })
}

// relatedScores weighs texts and tags.
func relatedScores(tx *sqlite.Tx, id newsroom.EditionID) ([]find.Similar, error) {
	e, err := tx.Edition(id)
	if err != nil {
		return nil, err
	}
	text, err := textOf(tx, e)
	if err != nil {
		return nil, err
	}
	similar, err := find.Alike(tx, id.Lang(), text)
	if err != nil {
		return nil, err
	}
	scores := map[newsroom.EditionID]int{}
	for _, s := range similar {
		if s.Score >= similar[0].Score/leastLikeness {
			scores[s.Edition] = s.Score
		}
	}
	if err := addTags(tx, id, scores); err != nil {
		return nil, err
	}
	var all []find.Similar
	for other, score := range scores {
		if other.Story() != id.Story() {
			all = append(all, find.Similar{Edition: other, Score: score})
		}
	}
	slices.SortFunc(all, func(a, b find.Similar) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.Edition, b.Edition))
	})
	return all, nil
}

func addTags(tx *sqlite.Tx, id newsroom.EditionID, scores map[newsroom.EditionID]int) error {
	story, err := tx.Story(id.Story())
	if err != nil {
		return err
	}
	for _, tag := range story.Tags {
		uses, err := tx.TermUse(newsroom.Tag, tag)
		if err != nil {
			return err
		}
		carrying, err := tx.NewestOf(sqlite.Filter{Lang: id.Lang(), Tag: tag}, mostOfATag)
		if err != nil {
			return err
		}
		for _, other := range carrying {
			scores[other] += max(leastTag, tagWeight-tagDoubling*bits.Len(uint(uses)))
		}
	}
	return nil
}
