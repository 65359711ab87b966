package app

import (
	"context"

	"khabar/backend/newsroom"
)

// AlikeTags are two tags that may be one; Why is "same", "plural" or "spelling".
type AlikeTags struct {
	Keep  string `json:"keep"`  // the one that more stories carry
	Other string `json:"other"` // the one that would go into it
	Lang  string `json:"lang"`  // in which they look alike
	Why   string `json:"why"`
}

// MergedTag is a tag that went into another.
type MergedTag struct {
	ID     string            `json:"id"`
	Labels map[string]string `json:"labels"`
	Into   string            `json:"into"`
}

// TagReport is what the vocabulary of tags might do without.
type TagReport struct {
	Unused []string    `json:"unused"`
	Alike  []AlikeTags `json:"alike"`
	Merged []MergedTag `json:"merged"`
}

// TagReport looks for unused, alike and merged tags.
func (a *App) TagReport() (TagReport, error) {
	room, err := a.open()
	if err != nil {
		return TagReport{}, err
	}
	found, err := room.TagReport(context.Background())
	report := TagReport{Unused: texts(found.Unused), Alike: []AlikeTags{}, Merged: []MergedTag{}}
	for _, pair := range found.Alike {
		report.Alike = append(report.Alike, AlikeTags{string(pair.A), string(pair.B), string(pair.Lang), string(pair.Why)})
	}
	for _, t := range found.Merged {
		report.Merged = append(report.Merged, MergedTag{string(t.ID), out(t.Labels), string(found.Into[t.ID])})
	}
	return report, err
}

// MergeTags has tag into stand for others.
func (a *App) MergeTags(from []string, into string) error {
	room, err := a.open()
	if err != nil {
		return err
	}
	return room.MergeTags(context.Background(), typed[newsroom.TermID](from), newsroom.TermID(into))
}

// UnmergeTag makes a merged tag one of its own again.
func (a *App) UnmergeTag(id string) error {
	room, err := a.open()
	if err != nil {
		return err
	}
	return room.UnmergeTag(context.Background(), newsroom.TermID(id))
}
