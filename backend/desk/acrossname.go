package desk

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"khabar/backend/locale"
	"khabar/backend/markdown"
	"khabar/backend/newsroom"
	"khabar/backend/sqlite"
)

const (
	passagesShown = 6  // of an edition, in a plan
	around        = 32 // characters of the text on each side of a place
)

// removeName plans that other words stand in e where the name stood.
func (p *planner) removeName(e sqlite.Edition, s *PlanStep) error {
	l := e.ID.Lang()
	open, err := openEdition(p.tx, e.ID)
	if err != nil {
		return err
	}
	seen, err := p.seen(e, open.Text)
	if err != nil {
		return err
	}
	if strings.TrimSpace(p.across.Name.Words[l]) == "" {
		if n := p.places(e.ID, seen) + p.places(e.ID, open.Text); n > 0 {
			s.Blocked = newsroom.Errorf(newsroom.Conflict, "across.noWords", "language", l.NativeName())
		} else {
			s.Stays = staysClean
		}
		return nil
	}
	var failed error
	change := func(t newsroom.Text) newsroom.Text {
		t, err := p.respell(e.ID, t, nil)
		if err != nil && failed == nil {
			failed = err
		}
		return t
	}
	if err := p.rewrite(e, s, change); err != nil || failed != nil {
		return cmp.Or(err, failed)
	}
	shown := seen
	if p.places(e.ID, seen) == 0 {
		shown = open.Text
	}
	after, err := p.respell(e.ID, shown, s)
	if err != nil {
		return err
	}
	p.leftOfName(e, s, seen, after)
	return nil
}

// seen is the text that readers have of e, or will; else the newest.
func (p *planner) seen(e sqlite.Edition, newest newsroom.Text) (newsroom.Text, error) {
	if state := e.Live.At(p.now); !state.Shown() && state != newsroom.Scheduled {
		return newest, nil
	}
	return p.textOf(e, e.Live.Revision)
}

// leftOfName says what a person must look at once the name is gone from e.
func (p *planner) leftOfName(e sqlite.Edition, s *PlanStep, seen, after newsroom.Text) {
	l := e.ID.Lang()
	if len(s.Does) == 0 {
		return
	}
	s.left(Do{Code: "grammar", Count: s.Places})
	if n := len(p.find(l, readIn(after))); n > 0 {
		s.left(Do{Code: "byHand", Count: n})
	}
	state := e.Live.At(p.now)
	switch {
	case seen.Slug != after.Slug && (state.Shown() || state == newsroom.Withdrawn):
		s.does(Do{Code: "address", Text: after.Slug}, nil)
		s.left(Do{Code: "oldAddress", Text: seen.Slug})
	case seen.Slug != after.Slug:
		s.does(Do{Code: "address", Text: after.Slug}, nil)
	case p.inSlug(l, after.Slug) || p.spelt(l, newsroom.Text{Headline: seen.Headline, Slug: after.Slug}):
		s.left(Do{Code: "address", Text: after.Slug})
	}
}

// readIn is all that readers read of a text, with the words of its pictures.
func readIn(t newsroom.Text) string {
	parts := []string{t.Headline, t.Summary, t.Byline, t.Translator, markdown.Plain(t.Body)}
	for _, image := range markdown.Images(t.Body) {
		parts = append(parts, image.Alt)
	}
	return strings.Join(parts, "\n\n")
}

// places is how often the name stands in a text, its address included.
func (p *planner) places(id newsroom.EditionID, t newsroom.Text) int {
	n := len(p.find(id.Lang(), readIn(t)))
	if p.inSlug(id.Lang(), t.Slug) {
		n++
	}
	return n
}

func (p *planner) find(l newsroom.Lang, text string) []markdown.Swap {
	if text == "" {
		return nil
	}
	return p.across.Name.Find(l, text)
}

// respell returns t with other words where the name stood. The places are noted in s, which
// may be nil.
func (p *planner) respell(id newsroom.EditionID, t newsroom.Text, s *PlanStep) (newsroom.Text, error) {
	l := id.Lang()
	find := func(text string) []markdown.Swap {
		swaps := p.find(l, text)
		for _, swap := range swaps {
			s.note(text, swap)
		}
		return swaps
	}
	held := p.inSlug(l, t.Slug) || p.spelt(l, t)
	for _, field := range []*string{&t.Headline, &t.Summary, &t.Byline, &t.Translator} {
		*field = markdown.Exchange(*field, find(*field))
	}
	t.Body = markdown.Respell(t.Body, find)
	if !held {
		return t, nil
	}
	slug, err := p.newSlug(id, t)
	if slug != "" && !p.inSlug(l, slug) {
		t.Slug = slug
	}
	return t, err
}

// note keeps a place of a text for being shown.
func (s *PlanStep) note(text string, swap markdown.Swap) {
	if s == nil {
		return
	}
	if s.Places++; len(s.Passages) >= passagesShown {
		return
	}
	before, after := ending(text[:swap.Start]), beginning(text[swap.End:])
	s.Passages = append(s.Passages, Passage{before + text[swap.Start:swap.End] + after, before + swap.Text + after})
}

// ending returns the last words of s, beginning those at its start.
func ending(s string) string {
	from := len(s)
	for n := 0; from > 0 && n < around; n++ {
		_, size := utf8.DecodeLastRuneInString(s[:from])
		from -= size
	}
	if from == 0 {
		return s
	}
	if at := strings.IndexFunc(s[from:], unicode.IsSpace); at >= 0 {
		from += at
	}
	return "…" + s[from:]
}

func beginning(s string) string {
	to := 0
	for n := 0; to < len(s) && n < around; n++ {
		_, size := utf8.DecodeRuneInString(s[to:])
		to += size
	}
	if to == len(s) {
		return s
	}
	if at := strings.LastIndexFunc(s[:to], unicode.IsSpace); at >= 0 {
		to = at
	}
	return s[:to] + "…"
}

// inSlug reports whether an address holds the name. It is in small letters, by which no name
// is known that begins with a capital.
func (p *planner) inSlug(l newsroom.Lang, slug string) bool {
	words := strings.FieldsFunc(slug, func(r rune) bool { return r == '-' || r == '_' })
	for i, w := range words {
		first, size := utf8.DecodeRuneInString(w)
		words[i] = string(unicode.ToUpper(first)) + w[size:]
	}
	return len(p.find(l, strings.Join(words, " "))) > 0
}

// spelt reports whether the address of t holds the name as it would be written there, from
// where it stands in the headline: kazakhstans of Kazakhstan’s.
func (p *planner) spelt(l newsroom.Lang, t newsroom.Text) bool {
	return slices.ContainsFunc(p.find(l, t.Headline), func(s markdown.Swap) bool {
		slug := locale.Slug(l, t.Headline[s.Start:s.End])
		return slug != "" && strings.Contains("-"+t.Slug+"-", "-"+slug+"-")
	})
}

// newSlug returns an address made from the headline of t that nothing else has, in this plan
// either.
func (p *planner) newSlug(id newsroom.EditionID, t newsroom.Text) (string, error) {
	for n := 1; ; n++ {
		headline := t.Headline
		if n > 1 {
			headline += " " + locale.Digits(id.Lang(), strconv.Itoa(n))
		}
		slug, err := freeSlug(p.tx, id, headline)
		if err != nil || slug == "" {
			return "", err
		}
		key := string(id.Lang()) + "/" + slug
		if holder, given := p.slugs[key]; !given || holder == id {
			p.slugs[key] = id
			return slug, nil
		}
	}
}
