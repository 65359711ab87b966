// Package names finds the newsroom's names in a text: who and what is spoken of, whether it
// is spelt as the newsroom spells it, and what should stand there instead.
//
// New makes a Finder for one language from all names; Find goes through a text once. A
// Finder is a trie over the words of every spelling: the accepted one of the language, the
// variants of every language, and the accepted spellings of the other languages, which a
// translator leaves standing now and then. Words are compared by locale.Fold, so case,
// harakat, joiners and the two kafs make no difference; positions are those of the text
// itself, in the UTF-16 units that the window counts in. A position is never inside a
// character with its marks.
//
// # A word is the whole word
//
// A name is found only from the beginning of a word to the end of one. A word is a run of
// letters, marks, digits and joiners: "Balkhab" holds no "Balkh", and "کابل‌نشین" no "کابل".
// An apostrophe between letters belongs to the word, unless what stands before it is elided
// (French "d’Hérat") or what stands behind it is an ending ("Herat’s"). A hyphen parts words.
//
// # Endings
//
// Languages bend names. Instead of a stemmer, which also cuts what is no ending, each
// language has closed tables (endings.go) of what may stand around a name, and a word is a
// name only where everything beyond the name's stem is in them:
//
//   - Russian: declensions, one form for each case. The ending of the name says which of them
//     it may follow (Кабул, Кабула; Россия, России), so that a variant is given back in the
//     case in which it stood. Every word of a name may bend (Алихана Смаилова).
//   - Tajik: suffixes behind the name (-ро, -ҳо, -и …), with ӣ that becomes и before them.
//   - German: the genitive for all, other endings for names of four letters and more.
//   - Arabic: و ف ب ك ل and the article before a name, pronouns and the nisba behind it.
//   - Persian and Pashto: suffixes of number, possession and case, with or without ZWNJ. The
//     verbal می is none of them: it stands before verbs, and می‌روم is not Rome.
//   - English, French, Spanish: plurals, of terms alone: a Carlo is not among the Carlos.
//
// What this does not know: fleeting vowels and umlauts (Орёл, Орла). Such forms are entered
// as variants, or stay unmarked. A name that begins with a capital is not found in a word
// without one, unless it is a term: may and May are two things.
package names

import (
	"strings"

	"khabar/backend/newsroom"
)

// State says how a name is spelt in a text.
type State string

// The states.
const (
	Accepted State = "accepted" // as the newsroom spells it in this language
	Variant  State = "variant"  // in another way
)

// Hit is a name in a text.
type Hit struct {
	Start, End int // UTF-16 units of the text
	Name       newsroom.NameID
	Kind       newsroom.NameKind
	Used       string // what stands there
	Accepted   string // what should, with the affixes of Used; "" = no spelling in this language
	State      State
}

// Finder finds names in texts of one language. It is safe for concurrent use.
type Finder struct {
	lang    newsroom.Lang
	rules   *rules
	root    node
	openers []opener // spellings by their beginning, for Suggest
	names   map[newsroom.NameID]newsroom.Name
}

// Find finds names in one text; whoever looks at many keeps the Finder.
func Find(l newsroom.Lang, text string, all []newsroom.Name) []Hit { return New(l, all).Find(text) }

// New returns a Finder of names in texts of l. Removed names are left out.
func New(l newsroom.Lang, all []newsroom.Name) *Finder {
	f := &Finder{lang: l, rules: rulesOf(l), names: map[newsroom.NameID]newsroom.Name{}}
	for i := range all {
		if n := &all[i]; !n.Removed {
			f.names[n.ID] = *n
			f.learn(n)
		}
	}
	f.sortOpeners()
	return f
}

// Name returns one of the finder's names.
func (f *Finder) Name(id newsroom.NameID) (n newsroom.Name, ok bool) {
	n, ok = f.names[id]
	return n, ok
}

// learn takes in the spellings of a name. What the newsroom accepts comes first, so that a
// variant which only differs in what folding drops is no variant.
func (f *Finder) learn(n *newsroom.Name) {
	own := n.Labels[f.lang]
	if own != "" {
		f.addSpelling(n, own, Accepted)
	}
	for _, l := range newsroom.Languages {
		for _, s := range n.Variants[l] {
			f.addSpelling(n, s, Variant)
		}
		if l != f.lang && n.Labels[l] != "" {
			f.addSpelling(n, n.Labels[l], Variant)
		}
	}
	for _, s := range f.rules.respell(own) {
		f.addSpelling(n, s, Variant)
	}
}

// Find returns the names in text, from its beginning to its end. They do not overlap: of
// several that begin at one word the longest counts, of two of one length the one that is
// spelt as accepted, then the one with less around it.
func (f *Finder) Find(text string) []Hit {
	words := split(text)
	var hits []Hit
	at := utf16Counter{text: text}
	for i := 0; i < len(words); {
		m, ok := f.longest(text, words, i)
		if !ok {
			i++
			continue
		}
		start, end := words[i].start, words[i+len(m.steps)-1].end
		used := text[start:end]
		hit := Hit{Start: at.to(start), End: at.to(end), Name: m.of.name.ID, Kind: m.of.name.Kind, Used: used, State: m.state()}
		hit.Accepted = used
		if hit.State == Variant {
			hit.Accepted = f.rules.accepted(text, words[i:i+len(m.steps)], m)
		}
		if hit.State == Variant && strings.EqualFold(hit.Accepted, used) {
			hit.State, hit.Accepted = Accepted, used
		}
		hits = append(hits, hit)
		i += len(m.steps)
	}
	return hits
}

// utf16Counter turns growing byte offsets into UTF-16 units.
type utf16Counter struct {
	text        string
	byte, units int
}

func (c *utf16Counter) to(offset int) int {
	for _, r := range c.text[c.byte:offset] {
		c.units++
		if r > 0xffff {
			c.units++
		}
	}
	c.byte = offset
	return c.units
}
