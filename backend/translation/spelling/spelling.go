// Package spelling knows the words that a newsroom writes: those of its live editions and
// those that its people added. They stand beside the dictionary of a language, and in a
// language without one they stand alone.
//
// A Vocabulary holds one language. Put takes an edition in, or in again after it changed,
// and costs what that one edition costs. A word is known when two editions have it: one
// alone may be the mistake that is looked for. Words are compared without case, harakat,
// tatweel and soft hyphens; joiners and every letter count.
//
// # Where there is no dictionary
//
// The words of a young newsroom are few, and most of what is written would be unknown.
// So an unknown word is doubted only where the vocabulary is large (Ample), or where it
// is one slip away from a known word that is much more common: a letter left out, doubled,
// exchanged with its neighbour or for another, anywhere but at the end, where endings are,
// and in Arabic at the beginning, where prefixes are.
package spelling

import (
	"cmp"
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"khabar/backend/newsroom"
)

// Ample is how many known words make a vocabulary that can do without a dictionary.
const Ample = 12_000

// enough editions make a word known.
const enough = 2

// Vocabulary is the words of one language. It is not safe for concurrent use.
type Vocabulary struct {
	lang     newsroom.Lang
	index    map[string]uint32
	words    []word
	editions map[newsroom.EditionID]numbers
	own      map[string]bool
	known    int
	lengths  map[int][]uint32 // words by how many letters they have
}

type word struct {
	text, key string // as it was first seen; Key of that
	editions  uint32
}

// New returns a vocabulary without words.
func New(l newsroom.Lang) *Vocabulary {
	return &Vocabulary{
		lang: l, index: map[string]uint32{}, editions: map[newsroom.EditionID]numbers{}, own: map[string]bool{}, lengths: map[int][]uint32{},
	}
}

// Put takes the words of an edition in place of those that it had; of text "", takes them out.
func (v *Vocabulary) Put(id newsroom.EditionID, text string) {
	var now []uint32
	for w := range words(text) {
		now = append(now, v.number(w))
	}
	slices.Sort(now)
	now = slices.Compact(now)
	for _, n := range now {
		v.count(n, 1)
	}
	for n := range v.editions[id].each() {
		v.count(n, ^uint32(0))
	}
	if v.editions[id] = pack(now); len(now) == 0 {
		delete(v.editions, id)
	}
}

// Own takes the words that the newsroom added in place of those before.
func (v *Vocabulary) Own(all []string) {
	clear(v.own)
	for _, w := range all {
		v.own[Key(w)] = true
	}
}

// Known reports whether the newsroom knows a word.
func (v *Vocabulary) Known(w string) bool {
	key := Key(w)
	n, ok := v.index[key]
	return v.own[key] || ok && v.words[n].editions >= enough
}

// Size is how many words two editions have.
func (v *Vocabulary) Size() int { return v.known }

// number returns the number of a word. One that is new is copied out of its text, which
// would stay in memory for it otherwise.
func (v *Vocabulary) number(w string) uint32 {
	key := Key(w)
	n, ok := v.index[key]
	if !ok {
		n = uint32(len(v.words))
		made := word{text: strings.Clone(w)}
		if made.key = made.text; key != w {
			made.key = strings.Clone(key)
		}
		v.index[made.key] = n
		v.words = append(v.words, made)
		letters := utf8.RuneCountInString(key)
		v.lengths[letters] = append(v.lengths[letters], n)
	}
	return n
}

func (v *Vocabulary) count(n, by uint32) {
	before := v.words[n].editions
	v.words[n].editions += by
	switch now := v.words[n].editions; {
	case before < enough && now >= enough:
		v.known++
	case before >= enough && now < enough:
		v.known--
	}
}

// words are the words of a text, plain or Markdown: runs of letters, marks and joiners
// without a digit beside them.
func words(text string) iter.Seq[string] {
	part := func(r rune) bool { return !inWord(r) && !unicode.IsDigit(r) && r != '_' && r != '@' && r != '/' }
	return func(yield func(string) bool) {
		for w := range strings.FieldsFuncSeq(text, part) {
			w = strings.Trim(w, "\u200c\u200d'’")
			strange := strings.ContainsFunc(w, func(r rune) bool { return !inWord(r) })
			if w != "" && !strange && !yield(w) {
				return
			}
		}
	}
}

func inWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsMark(r) || strings.ContainsRune("\u200c\u200d\u00ad'’", r)
}

// Key is what two spellings of one word have in common.
func Key(w string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '\u064b' && r <= '\u0652', r == '\u0670', r == '\u0640', r == '\u00ad':
			return -1
		case r == '’':
			return '\''
		}
		return unicode.ToLower(r)
	}, w)
}

// byUse orders words by how many editions have them, the most first.
func (v *Vocabulary) byUse(all []uint32) {
	slices.SortFunc(all, func(a, b uint32) int {
		return cmp.Or(cmp.Compare(v.words[b].editions, v.words[a].editions), cmp.Compare(a, b))
	})
}
