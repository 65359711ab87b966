package desk

import (
	"maps"
	"slices"
	"strings"

	"khabar/backend/markdown"
	"khabar/backend/newsroom"
)

// removeFromStory plans what goes from the words that the editions share.
func (p *planner) removeFromStory(s *PlanStep) error {
	lead := p.story.Lead
	lead.Alt, lead.Caption = maps.Clone(lead.Alt), maps.Clone(lead.Caption)
	for _, l := range newsroom.Languages {
		if len(p.across.Langs) > 0 && !slices.Contains(p.across.Langs, l) {
			continue
		}
		if strings.TrimSpace(p.across.Name.Words[l]) == "" {
			if len(p.find(l, lead.Alt[l]))+len(p.find(l, lead.Caption[l])) > 0 {
				s.Blocked = newsroom.Errorf(newsroom.Conflict, "across.noWords", "language", l.NativeName())
			}
			continue
		}
		for _, words := range []map[newsroom.Lang]string{lead.Alt, lead.Caption} {
			swaps := p.find(l, words[l])
			for _, swap := range swaps {
				s.note(words[l], swap)
			}
			if len(swaps) > 0 {
				words[l] = markdown.Exchange(words[l], swaps)
			}
		}
	}
	if s.Places > 0 {
		s.does(Do{Code: "leadWords", Count: s.Places}, p.changingLead(lead))
	}
	return p.leftInStory(s)
}

// leftInStory says where else the name stands, which nothing but a person can put right:
// whom a tag speaks of, what a note is for.
func (p *planner) leftInStory(s *PlanStep) error {
	held := func(text string) bool {
		return slices.ContainsFunc(newsroom.Languages, func(l newsroom.Lang) bool { return len(p.find(l, text)) > 0 })
	}
	for _, field := range []struct{ code, text string }{
		{"creditName", p.story.Lead.Credit}, {"place", p.story.Place}, {"notes", p.story.Notes},
	} {
		if held(field.text) {
			s.left(Do{Code: field.code})
		}
	}
	for _, id := range p.story.Tags {
		tag, _, err := p.tx.Term(newsroom.Tag, id)
		if err != nil {
			return err
		}
		label := tag.Label(p.story.Source)
		if id == p.across.Name.Tag || slices.ContainsFunc(slices.Collect(maps.Values(tag.Labels)), held) {
			s.left(Do{Code: "tag", Text: label})
		}
	}
	if p.across.Name.ID != "" && !p.entered && p.anything(s) {
		p.entered = true
		s.left(Do{Code: "entry"})
	}
	return nil
}

// anything reports whether the plan does something in the story of s.
func (p *planner) anything(s *PlanStep) bool {
	return len(s.Does) > 0 || slices.ContainsFunc(p.steps, func(o PlanStep) bool { return o.Story == s.Story && len(o.Does) > 0 })
}
