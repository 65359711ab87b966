package names

import (
	"cmp"
	"slices"
	"strings"

	"khabar/backend/newsroom"
)

// Suggestion is what the beginning of a name can become.
type Suggestion struct {
	Name     newsroom.NameID
	Kind     newsroom.NameKind
	Typed    int // UTF-16 units before the caret that give way
	Accepted string
}

// leastTyped is how many letters somebody has typed before a name is offered.
const leastTyped = 3

// mostWords is how many words of a name are looked back.
const mostWords = 6

// opener is a spelling by the way it begins.
type opener struct {
	key string
	spelling
}

func (f *Finder) addOpener(s string, words []word, held spelling) {
	if held.name.Labels[f.lang] != "" {
		f.openers = append(f.openers, opener{begun(words), held})
	}
}

// begun is the key of words that follow each other: a space for a space and a hyphen, so that
// either begins the same name.
func begun(words []word) string {
	var b strings.Builder
	for i, w := range words {
		if i > 0 {
			b.WriteString(map[gap]string{spaced: " ", hyphened: " ", apostrophe: "'", dotted: ". ", broken: "\n"}[w.gap])
		}
		b.WriteString(w.key)
	}
	return b.String()
}

func (f *Finder) sortOpeners() {
	slices.SortFunc(f.openers, func(a, b opener) int {
		return cmp.Or(strings.Compare(a.key, b.key), cmp.Compare(b.state, a.state), cmp.Compare(a.name.ID, b.name.ID))
	})
}

// Suggest returns the names, at most limit, that the end of before begins, the nearest to
// what was typed first. Nothing is offered below three letters, for a name that is complete,
// and in the middle of a longer word.
func (f *Finder) Suggest(before string, limit int) []Suggestion {
	words := split(before)
	if len(words) == 0 || words[len(words)-1].end != len(before) {
		return nil
	}
	for i := max(0, len(words)-mostWords); i < len(words); i++ {
		if i > 0 && words[i].gap == apostrophe && !f.rules.elided[words[i-1].key] {
			continue
		}
		if found, ok := f.offer(before, words[i:], limit); ok {
			return found
		}
	}
	return nil
}

// offer looks for names that begin with words. ok says that the search is over: there are
// some, or the name is complete.
func (f *Finder) offer(before string, words []word, limit int) (found []Suggestion, ok bool) {
	start := words[0].start
	heads := []string{""}
	for _, p := range f.rules.prefixes {
		if strings.HasPrefix(words[0].key, p) {
			heads = append(heads, p)
		}
	}
	for _, head := range heads {
		key := begun(words)[len(head):]
		at, fits := cut(before[start:words[0].end], len(head))
		if letters(key) < leastTyped || !fits {
			continue
		}
		found, ok = f.openersOf(key, before[start+at:], limit)
		if ok {
			return found, true
		}
	}
	return nil, false
}

func (f *Finder) openersOf(key, typed string, limit int) (found []Suggestion, ok bool) {
	i, _ := slices.BinarySearchFunc(f.openers, key, func(o opener, key string) int { return strings.Compare(o.key, key) })
	var fitting []opener
	for ; i < len(f.openers) && strings.HasPrefix(f.openers[i].key, key); i++ {
		o := f.openers[i]
		if o.capital && !capital(typed) {
			continue
		}
		if o.key == key && o.state == Accepted {
			return nil, true
		}
		fitting = append(fitting, o)
	}
	slices.SortStableFunc(fitting, func(a, b opener) int {
		return cmp.Or(cmp.Compare(a.state, b.state), cmp.Compare(len(a.key), len(b.key)))
	})
	at := utf16Counter{text: typed}
	units := at.to(len(typed))
	for _, o := range fitting {
		known := slices.ContainsFunc(found, func(s Suggestion) bool { return s.Name == o.name.ID })
		if !known && len(found) < limit {
			found = append(found, Suggestion{Name: o.name.ID, Kind: o.name.Kind, Typed: units, Accepted: o.name.Labels[f.lang]})
		}
	}
	return found, len(found) > 0
}
