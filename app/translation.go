package app

import (
	"context"

	"khabar/backend/desk"
	"khabar/backend/markdown"
	"khabar/backend/newsroom"
)

// Piece is a block of a body.
type Piece struct {
	Digest string `json:"digest"`
	Kind   string `json:"kind"`
	Source string `json:"source"`
	Text   string `json:"text"`
	HTML   string `json:"html"` // safe, as the site shows it; pictures by their references
}

// TranslationRow is what belongs together of a translation and its source.
type TranslationRow struct {
	Key     string     `json:"key"`
	State   string     `json:"state"`
	Sources []Piece    `json:"sources"`
	Links   []string   `json:"links"`
	Target  string     `json:"target"`
	Before  string     `json:"before"`
	Diff    []DiffPart `json:"diff"`
	Tokens  []string   `json:"tokens"`
}

// TranslationHead is the headline or the summary of a translation and its source.
type TranslationHead struct {
	Name   string     `json:"name"`
	Stale  bool       `json:"stale"`
	Link   string     `json:"link"`
	Now    string     `json:"now"`
	Before string     `json:"before"`
	Diff   []DiffPart `json:"diff"`
}

// Translation is an edition beside the one that it is made from.
type Translation struct {
	Edition     Edition           `json:"edition"`
	Source      Edition           `json:"source"`
	From        string            `json:"from"`
	Froms       []string          `json:"froms"`
	Heads       []TranslationHead `json:"heads"`
	Rows        []TranslationRow  `json:"rows"`
	Guessed     bool              `json:"guessed"`
	Stale       int               `json:"stale"`
	Missing     int               `json:"missing"`
	MayMarkSame bool              `json:"mayMarkSame"`
}

// RowDraft is a row of a translation as it stands on the screen.
type RowDraft struct {
	Sources []string `json:"sources"`
	Links   []string `json:"links"`
	Target  string   `json:"target"`
	Done    bool     `json:"done"`
}

// TranslationDraft is a translation as it stands on the screen.
type TranslationDraft struct {
	From   string            `json:"from"`
	Base   []string          `json:"base"`
	Fields Text              `json:"fields"`
	Rows   []RowDraft        `json:"rows"`
	Heads  map[string]string `json:"heads"` // by name, what those that are done translate
}

// BeginTranslation makes the edition of a story in a language from the one in another.
func (a *App) BeginTranslation(story, lang, from string) (Edition, error) {
	room, err := a.open()
	if err != nil {
		return Edition{}, err
	}
	id, err := room.BeginTranslation(context.Background(), newsroom.StoryID(story), newsroom.Lang(lang), newsroom.Lang(from))
	if err != nil {
		return Edition{}, err
	}
	return a.Edition(string(id))
}

// Translation lays an edition beside the one that it is made from; from "" = the last.
func (a *App) Translation(id, from string) (Translation, error) {
	room, err := a.open()
	if err != nil {
		return Translation{}, err
	}
	t, err := room.Translation(context.Background(), newsroom.EditionID(id), newsroom.Lang(from))
	if err != nil {
		return Translation{}, err
	}
	now := a.clock.Now()
	w := Translation{
		Edition: editionOf(t.Edition, now), Source: editionOf(t.Source, now), From: string(t.From), Froms: texts(t.Froms),
		Guessed: t.Guessed, Stale: t.Stale, Missing: t.Missing, MayMarkSame: t.MayMarkSame, Rows: make([]TranslationRow, len(t.Rows)),
	}
	for i, row := range t.Rows {
		w.Rows[i] = translationRow(row)
	}
	for _, head := range t.Heads {
		w.Heads = append(w.Heads, TranslationHead{
			Name: head.Name, Stale: head.Stale, Link: string(head.Link), Now: string(head.Now), Before: head.Before, Diff: partsOf(head.Diff),
		})
	}
	return w, nil
}

func translationRow(row desk.TranslationRow) TranslationRow {
	w := TranslationRow{
		Key: row.Key, State: row.State, Sources: make([]Piece, len(row.Sources)), Links: texts(row.Links), Target: row.Target,
		Before: row.Before, Diff: partsOf(row.Diff), Tokens: list(row.Tokens),
	}
	for i, p := range row.Sources {
		w.Sources[i] = Piece{
			Digest: string(p.Digest), Kind: p.Kind, Source: p.Source, Text: p.Text,
			HTML: markdown.HTML(p.Source, markdown.Options{IDPrefix: string(p.Digest) + "-"}),
		}
	}
	return w
}

// KeepTranslation puts what is being typed on disk and returns when.
func (a *App) KeepTranslation(id string, draft TranslationDraft) (string, error) {
	room, err := a.open()
	if err != nil {
		return "", err
	}
	at, err := room.KeepTranslation(context.Background(), newsroom.EditionID(id), draftIn(draft))
	return stamp(at), err
}

// SaveTranslation makes a revision of the draft and records what it translates.
func (a *App) SaveTranslation(id string, draft TranslationDraft) (Translation, error) {
	room, err := a.open()
	if err != nil {
		return Translation{}, err
	}
	made, err := room.SaveTranslation(context.Background(), newsroom.EditionID(id), draftIn(draft))
	if err != nil {
		return Translation{}, err
	}
	w, err := a.Translation(id, draft.From)
	w.Edition.Made = string(made)
	return w, err
}

func draftIn(w TranslationDraft) desk.TranslationDraft {
	d := desk.TranslationDraft{From: newsroom.Lang(w.From), Base: typed[newsroom.RevisionID](w.Base), Text: w.Fields}
	d.Heads = make(map[string]newsroom.Digest, len(w.Heads))
	for name, was := range w.Heads {
		d.Heads[name] = newsroom.Digest(was)
	}
	for _, row := range w.Rows {
		d.Rows = append(d.Rows, desk.RowDraft{
			Sources: typed[newsroom.Digest](row.Sources), Links: typed[newsroom.Digest](row.Links), Target: row.Target, Done: row.Done,
		})
	}
	return d
}

// MarkSame says that a change of an edition is of no effect on what is made from it.
func (a *App) MarkSame(source string, before, after []string) error {
	room, err := a.open()
	if err != nil {
		return err
	}
	return room.MarkSame(context.Background(), newsroom.EditionID(source), typed[newsroom.Digest](before), typed[newsroom.Digest](after))
}
