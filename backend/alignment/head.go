package alignment

import (
	"maps"
	"slices"
	"strings"

	"khabar/backend/newsroom"
)

// Names of what is translated of a text beside its body.
const (
	Headline = "headline"
	Summary  = "summary"
)

// HeadNames are the names of all heads, in the order in which they are read.
var HeadNames = []string{Headline, Summary}

// Head returns the words of the head of t with that name.
func Head(t newsroom.Text, name string) string {
	if name == Headline {
		return t.Headline
	}
	return t.Summary
}

// HeadDigest names the words of a head, as Digest does those of a block. It is that of no
// block: a change of a headline says nothing of a paragraph with the same words.
func HeadDigest(name, words string) newsroom.Digest {
	return Digest("\x00" + name + "\x00 " + words)
}

// FillHeads returns l with the heads of text, the source of today, for those of target of
// which it says nothing: one that has words translates what the source says, and so does one
// without where the source has none either. filled says that there were any.
func FillHeads(text, target newsroom.Text, l newsroom.Links) (out newsroom.Links, filled bool) {
	heads := map[string]newsroom.Digest{}
	for _, name := range HeadNames {
		_, known := l.Heads[name]
		if !known && (!blank(Head(target, name)) || blank(Head(text, name))) {
			heads[name] = HeadDigest(name, Head(text, name))
		}
	}
	filled = len(heads) > 0
	maps.Copy(heads, l.Heads)
	l.Heads = heads
	return l, filled
}

// StaleHeads returns the names of the heads of target whose source, the head of text, has
// changed since it was translated. One that neither text has is not.
func (source *Source) StaleHeads(text, target newsroom.Text, l newsroom.Links) (stale []string) {
	for _, name := range HeadNames {
		was, known := l.Heads[name]
		now := Head(text, name)
		if known && !(blank(now) && blank(Head(target, name))) && !source.sameHead(was, HeadDigest(name, now)) {
			stale = append(stale, name)
		}
	}
	return stale
}

// sameHead goes from a head through changes that are of no effect, in either direction, to
// what it is now.
func (source *Source) sameHead(was, now newsroom.Digest) bool {
	reached := []newsroom.Digest{was}
	for at := 0; at < len(reached); at++ {
		if reached[at] == now {
			return true
		}
		for _, s := range source.same {
			switch {
			case slices.Contains(s.Before, reached[at]):
				reached = join(reached, s.After)
			case slices.Contains(s.After, reached[at]):
				reached = join(reached, s.Before)
			}
		}
	}
	return false
}

func blank(s string) bool { return strings.TrimSpace(s) == "" }
