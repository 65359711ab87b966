package archive

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"khabar/backend/alignment"
	"khabar/backend/journal"
	"khabar/backend/markdown"
	"khabar/backend/newsroom"
)

// Fields of an edition about what it translates. Each block of it has a register of its
// own, so that two people who look at different blocks of one translation at once take
// nothing from each other.
const (
	FromField = "from" // register: the language that it was last translated from
	LeftField = "left" // set: digests of blocks of its source that are left out on purpose
	SameField = "same" // set of newsroom.Same, of the source
)

// LinkField is the register of one block of a translation from a language: the digests of
// the blocks of the source that it translates, as they were then.
func LinkField(from newsroom.Lang, target newsroom.Digest) string {
	return linkPrefix(from) + string(target)
}

// HeadField is the register of a head of a translation from a language: the digest of the
// source's, as it was then.
func HeadField(from newsroom.Lang, name string) string { return headPrefix + string(from) + "." + name }

const headPrefix = "head."

func linkPrefix(from newsroom.Lang) string { return "link." + string(from) + "." }

// From returns the language that an edition was last translated from, "" where nobody said.
func (f Fields) From() (from newsroom.Lang) {
	if f.Get(FromField, &from); !from.Valid() {
		return ""
	}
	return from
}

// Links returns what is known of a translation from a language, also of blocks that it has
// no longer.
func (f Fields) Links(from newsroom.Lang) newsroom.Links {
	l := newsroom.Links{From: from, Left: set[newsroom.Digest](f, LeftField)}
	for _, name := range alignment.HeadNames {
		var was newsroom.Digest
		if f.Get(HeadField(from, name), &was); was != "" {
			if l.Heads == nil {
				l.Heads = map[string]newsroom.Digest{}
			}
			l.Heads[name] = was
		}
	}
	for field := range f {
		target, ok := strings.CutPrefix(field, linkPrefix(from))
		if !ok {
			continue
		}
		link := newsroom.Link{Target: newsroom.Digest(target)}
		f.Get(field, &link.Sources)
		l.Pairs = append(l.Pairs, link)
	}
	slices.SortFunc(l.Pairs, func(a, b newsroom.Link) int { return strings.Compare(string(a.Target), string(b.Target)) })
	return l
}

// Same returns the changes of a source that are of no effect.
func (f Fields) Same() (all []newsroom.Same) {
	for _, m := range f.Members(SameField) {
		var s newsroom.Same
		if json.Unmarshal(m.Value, &s) == nil {
			all = append(all, s)
		}
	}
	return all
}

// BlocksOf parts a body into blocks as they are aligned. The words of a picture or video
// are its caption and what stands for it where it is not seen, not the credit.
func BlocksOf(body string) []alignment.Block {
	parts := markdown.Blocks(body)
	all := make([]alignment.Block, len(parts))
	for i, b := range parts {
		all[i] = alignment.Block(b)
		switch b.Kind {
		case markdown.Figure, markdown.Video, markdown.Gallery:
			all[i].Text = strings.Join(markdown.Captions(b.Source), "\n")
		}
	}
	return all
}

// turned notes what entry e says that decides how translations stand.
func (p *projection) turned(e journal.Entry) {
	noun, name := e.Subject.Split()
	if noun != "edition" {
		return
	}
	about := func(c journal.Change) bool {
		return c.Field == FromField || c.Field == LeftField || c.Field == SameField ||
			strings.HasPrefix(c.Field, "link.") || strings.HasPrefix(c.Field, headPrefix)
	}
	if e.Kind == journal.Revise || slices.ContainsFunc(e.Changes, about) {
		p.moved[newsroom.EditionID(name)] = true
	}
}

// align counts anew what is stale and missing in the translations that what was turned
// decides about, and returns those in which it changed.
func (p *projection) align() (changed []newsroom.EditionID, err error) {
	sources := map[newsroom.EditionID]*SourceText{}
	for _, id := range slices.Sorted(maps.Keys(p.moved)) {
		all, err := p.tx.TranslationsOf(id)
		if err != nil {
			return nil, err
		}
		for _, t := range all {
			is, err := p.count(t, sources)
			if err != nil {
				return nil, err
			}
			if is {
				changed = append(changed, t)
			}
		}
	}
	clear(p.moved)
	return changed, nil
}

// count aligns one translation; changed says that it is no longer as its row said.
func (p *projection) count(id newsroom.EditionID, sources map[newsroom.EditionID]*SourceText) (changed bool, err error) {
	fields, err := FieldsOf(p.tx, journal.EditionSubject(id))
	if err != nil {
		return false, err
	}
	links := fields.Links(fields.From())
	from := newsroom.NewEditionID(id.Story(), links.From)
	source := sources[from]
	if source == nil {
		if source, err = p.memory.source(p.tx, from); err != nil {
			return false, err
		}
		sources[from] = source
	}
	if len(source.Heads) == 0 {
		return p.tx.PutStaleness(id, 0, 0)
	}
	text, _, _, err := View(p.tx, id)
	if err != nil {
		return false, err
	}
	target := BlocksOf(text.Body)
	links, _ = source.Fill(target, links)
	s := source.Status(target, links)
	if err := source.Err(); err != nil {
		return false, err
	}
	return p.tx.PutStaleness(id, s.Stale+len(source.StaleHeads(source.Text, text, links)), s.Missing)
}
