package desk

import (
	"khabar/backend/archive"
	"khabar/backend/journal"
	"khabar/backend/markdown"
	"khabar/backend/newsroom"
	"khabar/backend/sqlite"
)

// exchangePicture plans that a picture goes from the texts of e, and another comes in its
// place with the words that were written for the first.
func (p *planner) exchangePicture(e sqlite.Edition, s *PlanStep) error {
	x := p.across.Picture
	gone := func(ref string) bool { return newsroom.PictureIn(ref) == x.Old }
	change := func(t newsroom.Text) newsroom.Text {
		if x.New == "" {
			t.Body = markdown.WithoutPictures(t.Body, gone)
			return t
		}
		names := map[string]string{}
		for _, ref := range markdown.Pictures(t.Body) {
			if gone(ref) {
				names[ref] = x.New
			}
		}
		t.Body = markdown.RewritePictures(t.Body, names)
		return t
	}
	open, err := openEdition(p.tx, e.ID)
	if err != nil {
		return err
	}
	if err := p.rewrite(e, s, change); err != nil {
		return err
	}
	left := 0
	for _, image := range markdown.Images(change(open.Text).Body) {
		if gone(image.Ref) {
			left++
		}
	}
	if left > 0 {
		s.left(Do{Code: "pictureByHand", Count: left})
	}
	if x.New != "" && (len(s.Does) > 0 || p.story.Lead.Hash == x.Old) {
		s.left(Do{Code: "describe"})
	}
	return nil
}

// exchangeLead plans that the lead picture of the story is another, or none.
func (p *planner) exchangeLead(s *PlanStep) {
	x, before := p.across.Picture, p.story
	if before.Lead.Hash != x.Old {
		return
	}
	code := "lead"
	lead := before.Lead
	if lead.Hash = newsroom.PictureIn(x.New); lead.Hash == "" {
		code, lead = "noLead", newsroom.Picture{}
	} else if lead.Credit != "" {
		s.left(Do{Code: "credit", Text: lead.Credit})
	}
	s.does(Do{Code: code}, p.changingLead(lead))
}

// changingLead writes what leads from the story's lead picture to another.
func (p *planner) changingLead(lead newsroom.Picture) func(*archive.Recorder) error {
	old, id := storyFields(p.story), p.story.ID
	after := p.story
	after.Lead = lead
	var writes []write
	for i, w := range storyFields(after) {
		if w != old[i] {
			writes = append(writes, w)
		}
	}
	return func(r *archive.Recorder) error { return set(r, journal.StorySubject(id), writes...) }
}
