package app

import (
	"context"
	"path/filepath"
	"strings"
	"time"

	"khabar/backend/desk"
	"khabar/backend/newsroom"
)

// sampleDesk takes in what is not finished in the sample newsroom, so that the desk has
// something to show: a story that waits for approval and is half translated, one that was
// returned, one that is scheduled, a live one whose source has changed since, and a request.
func (r *Room) sampleDesk(ctx context.Context, dir string) error {
	report, err := r.Import(ctx, []string{filepath.Join(dir, "desk")}, ImportOptions{Language: newsroom.English})
	if err != nil {
		return err
	}
	if len(report.Problems) > 0 {
		return report.Problems[0].Err
	}
	edition := func(story string, l newsroom.Lang) newsroom.EditionID {
		return newsroom.NewEditionID(storyID(story), l)
	}
	gauge, course := edition("river-gauge", newsroom.Persian), edition("evening-course", newsroom.Tajik)
	for _, act := range []func() error{
		func() error { return r.Submit(ctx, edition("library-bus", newsroom.English)) },
		func() error { return r.sampleTranslate(ctx, edition("library-bus", newsroom.Persian)) },
		func() error { return r.Claim(ctx, edition("library-bus", newsroom.Persian), false) },
		func() error { return r.Submit(ctx, gauge) },
		func() error {
			return r.Return(ctx, gauge, "کدام روستا و کدام رود؟ یک نقل قول هم لازم است.")
		},
		func() error { return r.Submit(ctx, course) },
		func() error { return r.sampleSchedule(ctx, course) },
		func() error {
			_, err := r.Ask(ctx, []newsroom.StoryID{storyID("rudabeh")}, []newsroom.Lang{newsroom.Pashto}, "د نوروز تر ورځې پورې، که شونې وي.")
			return err
		},
	} {
		if err := act(); err != nil {
			return err
		}
	}
	return nil
}

// sampleTranslate says which block translates which, in their order, as whoever writes beside
// the source does: the lengths of half a translation would mislead a guess.
func (r *Room) sampleTranslate(ctx context.Context, id newsroom.EditionID) error {
	t, err := r.Translation(ctx, id, "")
	if err != nil {
		return err
	}
	draft := desk.TranslationDraft{From: t.From, Text: t.Edition.Text}
	var written []string
	for _, row := range t.Rows {
		for _, source := range row.Sources {
			draft.Rows = append(draft.Rows, desk.RowDraft{Sources: []newsroom.Digest{source.Digest}})
		}
		if row.Target != "" {
			written = append(written, strings.Split(row.Target, "\n\n")...)
		}
	}
	for i, words := range written {
		draft.Rows[i].Target, draft.Rows[i].Done = words, true
	}
	_, err = r.SaveTranslation(ctx, id, draft)
	return err
}

// sampleSchedule approves an edition for the next morning.
func (r *Room) sampleSchedule(ctx context.Context, id newsroom.EditionID) error {
	e, err := r.Edition(ctx, id)
	if err != nil {
		return err
	}
	if err := r.Approve(ctx, id, e.Heads[0]); err != nil {
		return err
	}
	return r.Schedule(ctx, id, r.clock.Now().Add(24*time.Hour).Truncate(time.Hour), "")
}
