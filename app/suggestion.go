package app

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"khabar/backend/find"
	"khabar/backend/markdown"
	"khabar/backend/newsroom"
	"khabar/backend/sqlite"
)

// TagSuggestion is a tag that a story may want. Why is "label" where the text says the tag's
// label, "name" where it says a name that is linked to the tag, "use" where stories with
// similar texts carry it.
type TagSuggestion struct {
	Tag   string `json:"tag"`
	Why   string `json:"why"`
	Count int    `json:"count"` // times named, or stories that carry it
}

// Limits of what is suggested.
const (
	mostSuggested = 8  // tags
	mostCompared  = 20 // editions with similar texts
	leastUse      = 2  // stories of these that carry a tag
	leastLikeness = 8  // the share, one in so many, of what tells the text that theirs must have
)

// TagSuggestions returns the tags that an edition's text speaks for and its story does not
// carry, the surest first: those named in the text, then those that stories with similar
// texts carry.
func (a *App) TagSuggestions(edition string) ([]TagSuggestion, error) {
	room, err := a.open()
	if err != nil {
		return nil, err
	}
	id := newsroom.EditionID(edition)
	all := []TagSuggestion{}
	err = room.view(context.Background(), func(tx *sqlite.Tx) error {
		e, err := tx.Edition(id)
		if err != nil {
			return err
		}
		text, err := textOf(tx, e)
		if err != nil {
			return err
		}
		if all, err = namedTags(tx, id.Lang(), text); err != nil {
			return err
		}
		used, err := usedTags(tx, id, text)
		if err != nil {
			return err
		}
		all, err = leftToSuggest(tx, id.Story(), append(all, used...))
		return err
	})
	return all, err
}

// namedTags returns the tags that text names, by their labels and by names linked to them.
func namedTags(tx *sqlite.Tx, l newsroom.Lang, text newsroom.Text) ([]TagSuggestion, error) {
	terms, err := tx.Terms(false)
	if err != nil {
		return nil, err
	}
	var labels, linked []find.Label
	for _, t := range terms {
		if t.Kind == newsroom.Tag {
			labels = append(labels, find.Label{Tag: t.ID, Words: t.Label(l)})
		}
	}
	names, err := tx.Names(false)
	if err != nil {
		return nil, err
	}
	for _, n := range names {
		if n.Tag == "" {
			continue
		}
		target, err := tx.TermTarget(newsroom.Tag, n.Tag)
		if err != nil {
			return nil, err
		}
		for _, spelling := range append([]string{n.Label(l)}, n.Variants[l]...) {
			linked = append(linked, find.Label{Tag: target, Words: spelling})
		}
	}
	words := strings.Join([]string{text.Headline, text.Summary, markdown.Plain(text.Body)}, "\n")
	return append(ranked("label", find.Labels(labels, words)), ranked("name", find.Labels(linked, words))...), nil
}

// usedTags returns the tags of stories with similar texts.
func usedTags(tx *sqlite.Tx, id newsroom.EditionID, text newsroom.Text) ([]TagSuggestion, error) {
	similar, err := find.Alike(tx, id.Lang(), text)
	if err != nil {
		return nil, err
	}
	if len(similar) == 0 {
		return nil, nil
	}
	least := similar[0].Score / leastLikeness // the first is mostly the edition itself
	similar = slices.DeleteFunc(similar, func(s find.Similar) bool { return s.Edition.Story() == id.Story() || s.Score < least })
	uses := map[newsroom.TermID]int{}
	for _, other := range similar[:min(mostCompared, len(similar))] {
		s, err := tx.Story(other.Edition.Story())
		if err != nil {
			return nil, err
		}
		for _, t := range s.Tags {
			uses[t]++
		}
	}
	for t, n := range uses {
		if n < min(leastUse, len(similar)) {
			delete(uses, t)
		}
	}
	return ranked("use", uses), nil
}

func ranked(why string, counts map[newsroom.TermID]int) (all []TagSuggestion) {
	for t, n := range counts {
		all = append(all, TagSuggestion{Tag: string(t), Why: why, Count: n})
	}
	slices.SortFunc(all, func(a, b TagSuggestion) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Tag, b.Tag))
	})
	return all
}

// leftToSuggest leaves out what the story carries, what is said already and what is no
// longer a tag.
func leftToSuggest(tx *sqlite.Tx, story newsroom.StoryID, all []TagSuggestion) ([]TagSuggestion, error) {
	s, err := tx.Story(story)
	if err != nil {
		return nil, err
	}
	left := []TagSuggestion{}
	said := map[string]bool{}
	for _, t := range s.Tags {
		said[string(t)] = true
	}
	for _, each := range all {
		t, ok, err := tx.Term(newsroom.Tag, newsroom.TermID(each.Tag))
		if err != nil {
			return nil, err
		}
		if ok && !t.Removed && !said[each.Tag] && len(left) < mostSuggested {
			said[each.Tag] = true
			left = append(left, each)
		}
	}
	return left, nil
}
