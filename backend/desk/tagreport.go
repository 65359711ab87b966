package desk

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"khabar/backend/locale"
	"khabar/backend/newsroom"
	"khabar/backend/sqlite"
)

// Likeness says in what two tags are alike.
type Likeness string

// The likenesses, the surest first.
const (
	SameLabel Likeness = "same"     // a label of both is one, but for capitals, spaces and the like
	Plural    Likeness = "plural"   // one stands for many of the other
	OneLetter Likeness = "spelling" // they differ in a letter
)

// mostAlike is how many tags with one key are compared with others: of more of them the key
// says nothing.
const mostAlike = 8

// AlikeTags are two tags that may be one. Lang is a language in which they look so.
type AlikeTags struct {
	A, B newsroom.TermID // A is carried by more stories, or is the older
	Lang newsroom.Lang
	Why  Likeness
}

// TagReport is what the vocabulary of tags might do without.
type TagReport struct {
	Unused []newsroom.TermID
	Alike  []AlikeTags
	Merged []newsroom.Term // went into another; what stands for each is under its id in Into
	Into   map[newsroom.TermID]newsroom.TermID
}

// TagReport looks for tags that no story carries and for tags that are near each other, by
// their labels in one language: equal when folded, one the plural of the other, or one
// letter apart. It decides nothing: "Mali" and "Malia" are two.
func (d *Desk) TagReport(ctx context.Context) (TagReport, error) {
	report := TagReport{Into: map[newsroom.TermID]newsroom.TermID{}}
	err := d.archive.DB().View(ctx, func(tx *sqlite.Tx) error {
		terms, err := tx.Terms(false)
		if err != nil {
			return err
		}
		uses, err := tx.TermUses(newsroom.Tag)
		if err != nil {
			return err
		}
		tags := slices.DeleteFunc(terms, func(t newsroom.Term) bool { return t.Kind != newsroom.Tag })
		for _, t := range tags {
			if uses[t.ID] == 0 {
				report.Unused = append(report.Unused, t.ID)
			}
		}
		report.Alike = tagsAlike(tags, uses)
		if report.Merged, err = tx.Merged(newsroom.Tag); err != nil {
			return err
		}
		for _, t := range report.Merged {
			if report.Into[t.ID], err = tx.TermTarget(newsroom.Tag, t.ID); err != nil {
				return err
			}
		}
		report.Merged = slices.DeleteFunc(report.Merged, func(t newsroom.Term) bool { return t.Removed || report.Into[t.ID] == t.ID })
		return nil
	})
	return report, err
}

// tagsAlike returns the pairs of tags that are near each other, each once, the surest first.
// uses orders the two of a pair.
func tagsAlike(tags []newsroom.Term, uses map[newsroom.TermID]int) []AlikeTags {
	tags = slices.Clone(tags)
	slices.SortStableFunc(tags, func(a, b newsroom.Term) int {
		return cmp.Or(cmp.Compare(uses[b.ID], uses[a.ID]), cmp.Compare(a.Order, b.Order), cmp.Compare(a.ID, b.ID))
	})
	seen := map[[2]int]bool{}
	var all []AlikeTags
	for _, why := range []Likeness{SameLabel, Plural, OneLetter} {
		for _, l := range newsroom.Languages {
			for _, pair := range alikePairs(tags, l, why) {
				if !seen[pair] {
					seen[pair] = true
					all = append(all, AlikeTags{tags[pair[0]].ID, tags[pair[1]].ID, l, why})
				}
			}
		}
	}
	return all
}

// alikePairs returns places of tags whose labels in l are alike in one way.
func alikePairs(tags []newsroom.Term, l newsroom.Lang, why Likeness) (found [][2]int) {
	byKey := map[string][]int{}
	for i, t := range tags {
		label := t.Labels[l]
		if label == "" {
			continue
		}
		for _, key := range likeKeys(l, label, why) {
			others := byKey[key]
			if len(others) < mostAlike {
				byKey[key] = append(others, i)
			}
			for _, other := range others {
				if why != OneLetter || locale.Near(label, tags[other].Labels[l]) {
					found = append(found, [2]int{other, i})
				}
			}
		}
	}
	slices.SortFunc(found, func(a, b [2]int) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1])) })
	return slices.Compact(found)
}

func likeKeys(l newsroom.Lang, label string, why Likeness) []string {
	switch why {
	case SameLabel:
		var key strings.Builder
		for token := range locale.Tokens(label) {
			key.WriteString(token.Key)
		}
		return []string{key.String()}
	case Plural:
		if one := locale.One(l, label); one != locale.Fold(label) {
			return []string{one, locale.Fold(label)}
		}
		return []string{locale.Fold(label)}
	}
	return locale.NearKeys(label)
}
