package app

import (
	"context"

	"khabar/backend/newsroom"
)

// RevisionInfo is a line of an edition's history.
type RevisionInfo struct {
	ID       string   `json:"id"`
	Parents  []string `json:"parents"`
	Member   string   `json:"member"`
	Time     string   `json:"time"`
	Words    int      `json:"words"`
	Headline string   `json:"headline"`
	Head     bool     `json:"head"`
	Live     bool     `json:"live"`
	Approved bool     `json:"approved"`
}

// DiffPart is a run of words of a comparison.
type DiffPart struct {
	Op   string `json:"op"`
	Text string `json:"text"`
}

// DiffBlock is a field, or a block of the body, compared.
type DiffBlock struct {
	Field string     `json:"field"`
	Op    string     `json:"op"`
	Parts []DiffPart `json:"parts"`
}

// Revisions returns the history of an edition, the newest first.
func (a *App) Revisions(id string) ([]RevisionInfo, error) {
	room, err := a.open()
	if err != nil {
		return nil, err
	}
	past, err := room.Revisions(context.Background(), newsroom.EditionID(id))
	w := make([]RevisionInfo, len(past))
	for i, p := range past {
		w[i] = RevisionInfo{
			ID: string(p.ID), Parents: texts(p.Parents), Member: p.Name, Time: stamp(p.Time()), Words: p.Words,
			Headline: p.Headline, Head: p.Head, Live: p.Live, Approved: p.Approved,
		}
	}
	return w, err
}

// Revision returns the text of a revision.
func (a *App) Revision(id string) (Text, error) {
	room, err := a.open()
	if err != nil {
		return Text{}, err
	}
	return room.Revision(context.Background(), newsroom.RevisionID(id))
}

// Compare compares two revisions word by word.
func (a *App) Compare(older, newer string) ([]DiffBlock, error) {
	room, err := a.open()
	if err != nil {
		return nil, err
	}
	blocks, err := room.Compare(context.Background(), newsroom.RevisionID(older), newsroom.RevisionID(newer))
	w := make([]DiffBlock, len(blocks))
	for i, b := range blocks {
		w[i] = DiffBlock{Field: b.Field, Op: b.Op, Parts: partsOf(b.Parts)}
	}
	return w, err
}
