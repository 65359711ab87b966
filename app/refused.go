package app

import (
	"context"

	"khabar/backend/sqlite"
)

// Refused is an entry that its author had no right to make.
type Refused struct {
	ID      string `json:"id"`
	Subject string `json:"subject"`
	Member  string `json:"member"`
	Time    string `json:"time"`
	Reason  string `json:"reason"`
}

// Refused lists the entries that were refused and kept aside.
func (a *App) Refused() ([]Refused, error) {
	room, err := a.open()
	if err != nil {
		return nil, err
	}
	w := []Refused{}
	err = room.view(context.Background(), func(tx *sqlite.Tx) error {
		rows, err := tx.EntriesIn(sqlite.Refused)
		for _, row := range rows {
			w = append(w, Refused{ID: string(row.ID), Subject: row.Subject, Member: string(row.Member), Time: stamp(row.Time.Wall()), Reason: row.Reason})
		}
		return err
	})
	return w, err
}
