package app

import (
	"context"

	"khabar/backend/newsroom"
)

// Dispute is what several revisions of an edition say differently.
type Dispute struct {
	Sides  []DisputeSide    `json:"sides"`
	Places []DisputePlace   `json:"places"`
	Body   []DisputeStretch `json:"body"`   // joined with an empty line: the body
	Broken bool             `json:"broken"` // the body has marks that stand around nothing
}

// DisputeStretch is a part of the body.
type DisputeStretch struct {
	Text  string `json:"text"`
	Place int    `json:"place"` // whose marks and versions text is; -1 where nobody disputes it
}

// DisputeSide is one of the revisions that disagree.
type DisputeSide struct {
	Revision string `json:"revision"`
	Name     string `json:"name"`
	Mine     bool   `json:"mine"`
	Here     bool   `json:"here"` // written on this device
	Time     string `json:"time"`
}

// DisputePlace is a place with the texts that it can have.
type DisputePlace struct {
	Field    string           `json:"field"`
	Versions []DisputeVersion `json:"versions"`
}

// DisputeVersion is one text of a place.
type DisputeVersion struct {
	Text  string     `json:"text"`
	Parts []DiffPart `json:"parts"` // of text: what is added, only this version has
	Sides []int      `json:"sides"` // who wrote it; none where somebody has changed it since
}

// Dispute says what the revisions base disagree about, in the text as it is typed by now.
func (a *App) Dispute(id string, base []string, t Text) (Dispute, error) {
	room, err := a.open()
	if err != nil {
		return Dispute{}, err
	}
	d, err := room.Dispute(context.Background(), newsroom.EditionID(id), typed[newsroom.RevisionID](base), t)
	w := Dispute{Sides: []DisputeSide{}, Places: []DisputePlace{}, Body: make([]DisputeStretch, len(d.Body)), Broken: d.Broken}
	for i, s := range d.Body {
		w.Body[i] = DisputeStretch(s)
	}
	for _, s := range d.Sides {
		w.Sides = append(w.Sides, DisputeSide{Revision: string(s.Revision), Name: s.Name, Mine: s.Mine, Here: s.Here, Time: stamp(s.Time)})
	}
	for _, p := range d.Places {
		place := DisputePlace{Field: p.Field}
		for _, v := range p.Versions {
			place.Versions = append(place.Versions, DisputeVersion{Text: v.Text, Parts: partsOf(v.Parts), Sides: list(v.Sides)})
		}
		w.Places = append(w.Places, place)
	}
	return w, err
}
