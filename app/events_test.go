package app

import (
	"slices"
	"testing"
)

func namesOf(events []event) []string {
	var all []string
	for _, e := range events {
		all = append(all, e.name)
	}
	slices.Sort(all)
	return all
}

// An event comes once what it tells of is on disk, once each, and for nothing else.
func TestEventsComeAfterTheCommit(t *testing.T) {
	s := newStage(t)
	e := s.edition(t, "", "en", "Head", "Body.")
	s.host.taken()
	var seen []string
	s.host.hear = func(ev event) {
		if changed, ok := ev.payload.(editionEvent); ok {
			now, err := s.Edition(changed.ID)
			if err != nil {
				t.Error(err)
			}
			seen = append(seen, now.Text.Headline+" "+now.Work.State)
		}
	}
	text := e.Text
	text.Headline = "Newer"
	steps := []struct {
		name string
		act  func() error
		want []string
	}{
		{"keep", func() error { _, err := s.Keep(e.ID, nil, text); return err }, nil},
		{"submit what is typed", func() error { _, err := s.Submit(e.ID); return err }, []string{eventEdition}},
		{"approve what is not there", func() error { s.Approve(e.ID, "none"); return nil }, nil},
		{"save nothing new", func() error { _, err := s.Save(e.ID, nil, text); return err }, nil},
		{"preview", func() error { _, err := s.Preview(e.ID, nil, text); return err }, nil},
		{"term", func() error {
			_, err := s.SaveTerm(Term{}, Term{Kind: "tag", Labels: map[string]string{"en": "Water", "fa": "آب"}})
			return err
		}, []string{eventTerms}},
		{"story", func() error {
			w, err := s.Story(e.Story)
			if err == nil {
				moved := w
				moved.Place = "Kabul"
				_, err = s.ChangeStory(w, moved)
			}
			return err
		}, []string{eventStory}},
		{"site", func() error {
			w, err := s.Site()
			if err == nil {
				owned := w
				owned.Owner = "Somebody"
				_, err = s.ChangeSite(w, owned)
			}
			return err
		}, []string{eventSite}},
		{"preferences", func() error { _, err := s.ChangePreferences(Preferences{Language: "fa"}); return err }, nil},
	}
	for _, step := range steps {
		if err := step.act(); err != nil {
			t.Fatalf("%s: %v", step.name, err)
		}
		if got := namesOf(s.host.taken()); !slices.Equal(got, step.want) {
			t.Errorf("%s told %v, want %v", step.name, got, step.want)
		}
	}
	if want := []string{"Newer submitted"}; !slices.Equal(seen, want) {
		t.Errorf("seen when told: %v, want %v", seen, want)
	}
}
