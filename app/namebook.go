package app

import (
	"context"
	"math"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"khabar/backend/journal"
	"khabar/backend/locale"
	"khabar/backend/newsroom"
	"khabar/backend/sqlite"
	"khabar/backend/translation/names"
	"khabar/backend/translation/spelling"
)

// nameBook keeps the names ready to be found: the window asks at every pause in typing.
type nameBook struct {
	mu    sync.Mutex // held while reading
	made  bool
	seen  int64 // number of the last entry that was looked at, by this process or another
	stale atomic.Bool

	names   []newsroom.Name
	finders map[newsroom.Lang]*names.Finder
	spelt   spellings // nil until somebody asks
	parts   map[newsroom.Lang]map[string]bool
}

const nameNoun = "name"

// note takes up what a commit changed.
func (b *nameBook) note(changed []journal.Subject) {
	for _, s := range changed {
		if noun, _ := s.Split(); noun == nameNoun {
			b.stale.Store(true)
		}
	}
}

// finder returns the finder of a language over the names as they are now.
func (b *nameBook) finder(ctx context.Context, r *Room, l newsroom.Lang) (*names.Finder, error) {
	if !l.Valid() {
		return nil, newsroom.Errorf(newsroom.Invalid, "language.unknown", "language", string(l))
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if err := r.view(ctx, b.read); err != nil {
		return nil, err
	}
	f := b.finders[l]
	if f == nil {
		f = names.New(l, b.names)
		b.finders[l] = f
	}
	return f, nil
}

// spellings returns what finds a name that a text is as a whole.
func (b *nameBook) spellings(ctx context.Context, r *Room) (spellings, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if err := r.view(ctx, b.read); err != nil {
		return nil, err
	}
	if b.spelt == nil {
		b.spelt = spellingsOf(b.names)
	}
	return b.spelt, nil
}

// wordsIn returns the words of the accepted names of a language, as package spelling
// compares them: who writes of Serik Zhumangarin writes of Zhumangarin.
func (b *nameBook) wordsIn(ctx context.Context, r *Room, l newsroom.Lang) (map[string]bool, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if err := r.view(ctx, b.read); err != nil {
		return nil, err
	}
	if b.parts[l] == nil {
		b.parts[l] = map[string]bool{}
		for _, n := range b.names {
			for _, part := range strings.FieldsFunc(n.Labels[l], func(r rune) bool { return r == ' ' || r == '-' }) {
				b.parts[l][spelling.Key(part)] = true
			}
		}
	}
	return b.parts[l], nil
}

// read reads the names anew where one changed.
func (b *nameBook) read(tx *sqlite.Tx) error {
	if !b.made {
		b.seen = math.MaxInt64 // only the number is wanted
	}
	changed, last, err := tx.Since(b.seen)
	if err != nil {
		return err
	}
	isName := func(s string) bool { return strings.HasPrefix(s, nameNoun+":") }
	if stale := b.stale.Swap(false); b.made && !stale && !slices.ContainsFunc(changed, isName) {
		b.seen = last
		return nil
	}
	b.made = false
	if b.names, err = tx.Names(false); err != nil {
		return err
	}
	b.finders, b.spelt, b.seen, b.made = map[newsroom.Lang]*names.Finder{}, nil, last, true
	b.parts = map[newsroom.Lang]map[string]bool{}
	return nil
}

// spellings finds the name that a text is as a whole.
type spellings map[string]newsroom.Name

func spellingsOf(all []newsroom.Name) spellings {
	found := spellings{}
	for _, accepted := range []bool{false, true} { // what is accepted of one name counts more than a variant of another
		for _, n := range all {
			for _, l := range newsroom.Languages {
				texts := n.Variants[l]
				if accepted {
					texts = []string{n.Labels[l]}
				}
				for _, s := range texts {
					if key := locale.Fold(s); key != "" {
						found[key] = n
					}
				}
			}
		}
	}
	return found
}

// in returns how the newsroom spells s, a name as a whole, in a language; s where it does not
// say.
func (s spellings) in(l newsroom.Lang, text string) string {
	n, ok := s[locale.Fold(strings.Join(strings.Fields(text), " "))]
	if ok && n.Labels[l] != "" {
		return n.Labels[l]
	}
	return text
}
