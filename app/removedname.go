package app

import (
	"context"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"khabar/backend/desk"
	"khabar/backend/markdown"
	"khabar/backend/newsroom"
	"khabar/backend/sqlite"
	"khabar/backend/translation/names"
)

// removedName returns how a name that goes is found: by every spelling that the list of
// names has of it in any language, by those that the person added, and bent as names bend.
func (r *Room) removedName(w Across) (desk.Removed, error) {
	removed := desk.Removed{ID: newsroom.NameID(w.Name), Words: map[newsroom.Lang]string{}}
	for l, words := range w.Words {
		removed.Words[newsroom.Lang(l)] = strings.Join(strings.Fields(words), " ")
	}
	name := newsroom.Name{ID: "removed", Kind: newsroom.Person}
	spellings := spellingsIn(w.Spellings)
	if removed.ID != "" {
		held, err := r.name(removed.ID)
		if err != nil {
			return removed, err
		}
		name.Kind, removed.Tag = held.Kind, held.Tag
		for _, l := range newsroom.Languages {
			if held.Labels[l] != "" {
				spellings = append(spellings, held.Labels[l])
			}
			spellings = append(spellings, held.Variants[l]...)
		}
	}
	if len(spellings) == 0 {
		return removed, newsroom.Errorf(newsroom.Invalid, "across.name")
	}
	// A spelling counts in every language, whichever it was entered for.
	name.Variants = map[newsroom.Lang][]string{newsroom.English: spellings}
	respeller := respeller{name: name, words: removed.Words, finders: map[newsroom.Lang][2]*names.Finder{}}
	for l, words := range removed.Words {
		if !l.Valid() {
			return removed, newsroom.Errorf(newsroom.Invalid, "language.unknown", "language", string(l))
		}
		if len(respeller.find(l, words)) > 0 {
			return removed, newsroom.Errorf(newsroom.Invalid, "across.wordsHoldName", "language", l.NativeName())
		}
	}
	removed.Find = respeller.find
	return removed, nil
}

func (r *Room) name(id newsroom.NameID) (n newsroom.Name, err error) {
	err = r.view(context.Background(), func(tx *sqlite.Tx) error {
		var here bool
		if n, here, err = tx.Name(id); err == nil && !here {
			err = newsroom.Errorf(newsroom.NotFound, "notFound.name", "id", string(id))
		}
		return err
	})
	return n, err
}

// respeller finds a name and says what comes in its place.
type respeller struct {
	name    newsroom.Name
	words   map[newsroom.Lang]string
	finders map[newsroom.Lang][2]*names.Finder // of the name alone; of the name and what comes, as its accepted spelling
}

// find returns where the name stands in a text, with the words in the form that the name
// had there: Herat’s becomes the town’s.
func (r respeller) find(l newsroom.Lang, text string) []markdown.Swap {
	both, made := r.finders[l]
	if !made {
		both[0] = names.New(l, []newsroom.Name{r.name})
		comes := r.name
		comes.Labels = map[newsroom.Lang]string{l: r.words[l]}
		both[1] = names.New(l, []newsroom.Name{comes})
		r.finders[l] = both
	}
	hits := both[0].Find(text)
	if len(hits) == 0 {
		return nil
	}
	bent := map[int]names.Hit{}
	if r.words[l] != "" {
		for _, h := range both[1].Find(text) {
			bent[h.Start] = h
		}
	}
	swaps, at := make([]markdown.Swap, len(hits)), position{text: text}
	for i, h := range hits {
		start := at.of(h.Start)
		swaps[i] = markdown.Swap{Start: start, End: start + len(h.Used), Text: r.words[l]}
		if b := bent[h.Start]; b.End == h.End && b.Accepted != "" {
			swaps[i].Text = b.Accepted
		}
	}
	return swaps
}

// position turns growing numbers of UTF-16 units into bytes of a text.
type position struct {
	text        string
	units, byte int
}

func (p *position) of(units int) int {
	for p.units < units && p.byte < len(p.text) {
		r, size := utf8.DecodeRuneInString(p.text[p.byte:])
		p.byte += size
		p.units += max(1, utf16.RuneLen(r))
	}
	return p.byte
}
