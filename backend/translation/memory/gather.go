package memory

import (
	"slices"
	"strings"

	"khabar/backend/alignment"
	"khabar/backend/archive"
	"khabar/backend/journal"
	"khabar/backend/markdown"
	"khabar/backend/newsroom"
	"khabar/backend/sqlite"
)

// Gather returns what is to be remembered of a story: of every edition the text that was
// approved, else the one that readers see; nothing of a story that was removed and of an
// edition that was withdrawn. Blocks belong together as they were linked; where nobody
// linked an edition to another that counts, as package alignment guesses. What became stale
// is left out: the two do not say the same.
func Gather(tx *sqlite.Tx, id newsroom.StoryID) (Story, error) {
	out := Story{ID: id}
	story, err := tx.Story(id)
	switch {
	case newsroom.CodeOf(err) == newsroom.NotFound:
		return out, nil
	case err != nil || story.Removed:
		return out, err
	}
	texts, err := textsOf(tx, id)
	if err != nil || len(texts) < 2 {
		return out, err
	}
	g := &gathering{tx: tx, story: id, texts: texts, ties: newTies(texts)}
	pivot := slices.IndexFunc(texts, func(t text) bool { return t.lang == story.Source })
	if err := g.join(max(pivot, 0)); err != nil {
		return out, err
	}
	out.Passages = append(g.heads(), g.blocks()...)
	return out, nil
}

// text is what counts of an edition.
type text struct {
	newsroom.Text
	lang, from newsroom.Lang
	blocks     []alignment.Block
}

func textsOf(tx *sqlite.Tx, id newsroom.StoryID) (texts []text, err error) {
	editions, err := tx.EditionsOf(id)
	if err != nil {
		return nil, err
	}
	for _, e := range editions {
		rev := approved(e.Edition)
		if rev == "" {
			continue
		}
		t, err := archive.TextOf(tx, e.ID, rev)
		if newsroom.CodeOf(err) == newsroom.NotFound {
			continue // it has not arrived yet
		}
		if err != nil {
			return nil, err
		}
		texts = append(texts, text{Text: t, lang: e.ID.Lang(), from: e.Origin, blocks: archive.BlocksOf(t.Body)})
	}
	return texts, nil
}

// approved returns the revision that counts, "" where none does.
func approved(e newsroom.Edition) newsroom.RevisionID {
	switch {
	case e.Live.State == newsroom.Withdrawn:
		return ""
	case e.Work.State == newsroom.Approved:
		return e.Work.Revision
	}
	return e.Live.Revision
}

type gathering struct {
	tx    *sqlite.Tx
	story newsroom.StoryID
	texts []text
	ties  ties
}

// join ties what belongs together, each edition to the one that it was made from, or to the
// pivot.
func (g *gathering) join(pivot int) error {
	for i, t := range g.texts {
		source := slices.IndexFunc(g.texts, func(other text) bool { return other.lang == t.from })
		if source >= 0 {
			linked, err := g.linked(source, i)
			if err != nil {
				return err
			}
			if linked {
				continue
			}
		}
		if i != pivot {
			g.guess(pivot, i)
		}
	}
	return nil
}

// linked ties what links say; it reports whether there are any.
func (g *gathering) linked(from, target int) (bool, error) {
	s, t := g.texts[from], g.texts[target]
	fields, err := archive.FieldsOf(g.tx, journal.EditionSubject(newsroom.NewEditionID(g.story, t.lang)))
	if err != nil {
		return false, err
	}
	links := fields.Links(s.lang)
	if len(links.Pairs) == 0 {
		return false, nil
	}
	origin := newsroom.NewEditionID(g.story, s.lang)
	if fields, err = archive.FieldsOf(g.tx, journal.EditionSubject(origin)); err != nil {
		return false, err
	}
	source := alignment.NewSource(s.blocks, fields.Same(), func(newsroom.Digest) []alignment.Block { return nil })
	for _, row := range source.Status(t.blocks, links).Rows {
		if row.State == alignment.Fresh {
			g.ties.tie(from, row.Sources, target, row.Targets)
		}
	}
	return true, nil
}

// unlike is how many times longer than usual a block may be than what it is guessed to
// translate: beyond that one of the two says more.
const unlike = 2.5

func (g *gathering) guess(source, target int) {
	s, t := g.texts[source].blocks, g.texts[target].blocks
	usual := ratio(s, t)
	for _, p := range alignment.Guess(s, t) {
		r := ratio(pick(s, p.Source), pick(t, p.Target))
		if len(p.Source) > 0 && len(p.Target) > 0 && r < usual*unlike && r > usual/unlike {
			g.ties.tie(source, p.Source, target, p.Target)
		}
	}
}

func pick(blocks []alignment.Block, at []int) (some []alignment.Block) {
	for _, i := range at {
		some = append(some, blocks[i])
	}
	return some
}

func ratio(a, b []alignment.Block) float64 {
	length := func(blocks []alignment.Block) float64 {
		n := 1
		for _, block := range blocks {
			n += len([]rune(block.Text))
		}
		return float64(n)
	}
	return length(b) / length(a)
}

// heads are the passages outside the bodies.
func (g *gathering) heads() (all []Passage) {
	headline, summary := Passage{}, Passage{}
	for _, t := range g.texts {
		if s := strings.TrimSpace(t.Headline); s != "" {
			headline[t.lang] = Wording{s, s}
		}
		if s := strings.TrimSpace(t.Summary); s != "" {
			summary[t.lang] = Wording{s, s}
		}
	}
	for _, p := range []Passage{headline, summary} {
		if len(p) > 1 {
			all = append(all, p)
		}
	}
	return all
}

// wordless kinds are not said in another language, or show more than they say.
var wordless = []string{markdown.Figure, markdown.Video, markdown.Gallery, markdown.Code, markdown.Rule, markdown.Markup, markdown.Definition}

// blocks are the passages of the bodies: in each language all that is tied together.
func (g *gathering) blocks() (all []Passage) {
	for _, group := range g.ties.groups() {
		p := Passage{}
		for i, at := range group {
			var source, text []string
			for _, n := range at {
				if b := g.texts[i].blocks[n]; !slices.Contains(wordless, b.Kind) && strings.TrimSpace(b.Text) != "" {
					source, text = append(source, b.Source), append(text, b.Text)
				}
			}
			if len(source) > 0 {
				p[g.texts[i].lang] = Wording{strings.Join(source, "\n\n"), strings.Join(text, "\n")}
			}
		}
		if len(p) > 1 {
			all = append(all, p)
		}
	}
	return all
}
