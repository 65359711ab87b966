package memory

import (
	"context"
	"strings"

	"khabar/backend/locale"
	"khabar/backend/newsroom"
	"khabar/backend/sqlite"
)

// Bounds of a search for words.
const (
	mostFound = 400 // wordings with the words that are looked at
)

// Use is a place where words were used.
type Use struct {
	Source Stretches // with the words marked
	Target string    // what stands there in the other language, as a reader reads it
	Insert string    // the same in Markdown
	Phrase bool      // the words stand one after another
	Story  newsroom.StoryID
}

// Stretches is a text in pieces.
type Stretches []Stretch

// Stretch is a piece of a text; Hit says that it is what was looked for.
type Stretch struct {
	Text string
	Hit  bool
}

// Find returns where all of the words were used in a language and what stands there in
// another: where they stand one after another first, then the newest, limit at most. The
// last word may be only a beginning.
func (m *Memory) Find(ctx context.Context, words string, l, other newsroom.Lang, limit int) (uses []Use, err error) {
	keys := keysOf(words)
	if len(keys) == 0 || place(l) < 0 || place(other) < 0 || l == other {
		return nil, nil
	}
	var expression []string
	for i, key := range keys {
		e := quoted(term(l, key))
		if i == len(keys)-1 {
			e += "*"
		}
		expression = append(expression, e)
	}
	err = m.db.View(ctx, func(tx *sqlite.Tx) error {
		var numbers []int64
		err := tx.WordingsWith(strings.Join(expression, " AND "), mostFound, func(n int64) { numbers = append(numbers, n) })
		if err != nil {
			return err
		}
		pairs, err := tx.Pairs(numbers, place(other))
		if err != nil {
			return err
		}
		uses, err = usesOf(tx, pairs, keys, limit)
		return err
	})
	return uses, err
}

func usesOf(tx *sqlite.Tx, pairs []sqlite.Pair, keys []string, limit int) (uses []Use, err error) {
	said := map[[2]string]bool{}
	var scattered []Use
	for _, p := range pairs {
		same := [2]string{flat(p.From.Plain), flat(p.To.Plain)}
		if said[same] {
			continue
		}
		said[same] = true
		u := Use{Target: p.To.Plain, Insert: p.To.Source}
		u.Source, u.Phrase = mark(p.From.Plain, keys)
		passage, _ := sqlite.PassageOf(p.From.N)
		if u.Story, err = tx.StoryOfPassage(passage); err != nil {
			return nil, err
		}
		if u.Phrase {
			uses = append(uses, u)
		} else {
			scattered = append(scattered, u)
		}
	}
	uses = append(uses, scattered...)
	return uses[:min(len(uses), limit)], nil
}

// mark cuts a text where the words of keys begin and end. Where they stand one after another
// somewhere, only there.
func mark(text string, keys []string) (all Stretches, phrase bool) {
	var tokens []locale.Token
	for token := range locale.Tokens(text) {
		tokens = append(tokens, token)
	}
	hit := make([]bool, len(tokens))
	for i := range tokens {
		if follows(tokens[i:], keys) {
			phrase = true
			for j := range keys {
				hit[i+j] = true
			}
		}
	}
	for i := range tokens {
		for n, key := range keys {
			if !phrase && is(tokens[i].Key, key, n == len(keys)-1) {
				hit[i] = true
			}
		}
	}
	at := 0
	for i, token := range tokens {
		if !hit[i] {
			continue
		}
		if token.Start > at {
			all = append(all, Stretch{Text: text[at:token.Start]})
		}
		all = append(all, Stretch{Text: text[token.Start:token.End], Hit: true})
		at = token.End
	}
	if at < len(text) {
		all = append(all, Stretch{Text: text[at:]})
	}
	return all, phrase
}

func follows(tokens []locale.Token, keys []string) bool {
	if len(tokens) < len(keys) {
		return false
	}
	for i, key := range keys {
		if !is(tokens[i].Key, key, i == len(keys)-1) {
			return false
		}
	}
	return true
}

func is(word, key string, last bool) bool { return word == key || last && strings.HasPrefix(word, key) }
