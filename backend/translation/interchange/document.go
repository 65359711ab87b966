package interchange

import (
	"slices"
	"strings"

	"khabar/backend/markdown"
	"khabar/backend/newsroom"
)

// Document is an edition as it goes to somebody who translates with another program.
type Document struct {
	Edition  newsroom.EditionID
	From, To newsroom.Lang
	Units    []Unit
}

// Unit is what is translated at once: the headline, the summary, or what belongs together of
// the two bodies. It carries the words of its source and the names that they had, so that it
// finds its place again when the source has changed meanwhile.
type Unit struct {
	Field   string            // Headline or Summary; "" = of the body
	Blocks  []newsroom.Digest // of the source, as it was when the file was written
	Kind    string            // of the first block
	Source  []markdown.Run
	Target  []markdown.Run  // nil = to be written
	Done    bool            // the target is a translation of what the source says
	Before  newsroom.Digest // of the target when the file was written; "" = there was none
	Written bool            // Before is known

	Line int // on which it begins, in a file that was read
}

// The fields that are units.
const (
	Headline = "headline"
	Summary  = "summary"
)

// id is the name of a unit in a file: an NMTOKEN.
func (u Unit) id() string {
	if u.Field != "" {
		return u.Field
	}
	names := make([]string, len(u.Blocks))
	for i, b := range u.Blocks {
		names[i] = strings.Replace(string(b), "~", "-", 1)
	}
	return unitPrefix + strings.Join(names, ".")
}

const unitPrefix = "b."

// named takes the id of a unit apart; ok is false where it is none of ours.
func (u *Unit) named(id string) (ok bool) {
	if id == Headline || id == Summary {
		u.Field = id
		return true
	}
	names, ours := strings.CutPrefix(id, unitPrefix)
	if !ours {
		return false
	}
	for name := range strings.SplitSeq(names, ".") {
		u.Blocks = append(u.Blocks, newsroom.Digest(strings.Replace(name, "-", "~", 1)))
	}
	return true
}

// Words is the text of runs without marks.
func Words(runs []markdown.Run) string {
	var b strings.Builder
	for _, r := range runs {
		b.WriteString(r.Text)
	}
	return b.String()
}

// Name is what a unit is called in front of people: the words that it begins with.
func (u Unit) Name() string {
	words := strings.Fields(Words(u.Source))
	if len(words) <= nameWords {
		return strings.Join(words, " ")
	}
	return strings.Join(words[:nameWords], " ") + " …"
}

const nameWords = 6

// Translated reports whether a unit has a target that says something else than its source:
// programs write the source where nothing was translated.
func (u Unit) Translated() bool {
	return strings.TrimSpace(Words(u.Target)) != "" && flatten(Words(u.Target)) != flatten(Words(u.Source))
}

func flatten(s string) string { return strings.Join(strings.Fields(s), " ") }

// numbered gives every mark of a unit an id: those of the source from 1 on, and those of the
// target the id of the same mark of the source, where it has one.
type numbered struct {
	source, target []int // by run; 0 = words
}

func number(u Unit) numbered {
	var n numbered
	last := 0
	free := map[string][]int{}
	give := func(runs []markdown.Run, reuse bool) []int {
		ids, pairs := make([]int, len(runs)), map[int]int{}
		for i, r := range runs {
			if r.Kind == markdown.Wording {
				continue
			}
			if id := pairs[r.Pair]; r.Kind == markdown.Close && id > 0 {
				ids[i] = id
				continue
			}
			key := look(runs, i)
			if again := free[key]; reuse && len(again) > 0 {
				ids[i], free[key] = again[0], again[1:]
			} else {
				last++
				ids[i] = last
				if !reuse {
					free[key] = append(free[key], last)
				}
			}
			if r.Kind == markdown.Open {
				pairs[r.Pair] = ids[i]
			}
		}
		return ids
	}
	n.source = give(u.Source, false)
	n.target = give(u.Target, true)
	return n
}

// look tells marks apart: that of a pair with what ends it.
func look(runs []markdown.Run, i int) string {
	if runs[i].Kind != markdown.Open {
		return runs[i].Source
	}
	end := slices.IndexFunc(runs, func(r markdown.Run) bool { return r.Kind == markdown.Close && r.Pair == runs[i].Pair })
	if end < 0 {
		return runs[i].Source
	}
	return runs[i].Source + "\x00" + runs[end].Source
}
