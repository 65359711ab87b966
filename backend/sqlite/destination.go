package sqlite

import (
	"database/sql"
	"time"

	"khabar/backend/newsroom"
)

// Destination is a place that this device publishes to.
type Destination struct {
	ID, Kind, Name, Path string
	Published            time.Time // end of the last complete run; zero = never
	Failed               int       // pages that the last run could not publish; NotBegun where it could not even begin
}

// NotBegun stands for the pages of a run that could not begin.
const NotBegun = -1

// PutDestination writes d.
func (tx *Tx) PutDestination(d Destination) error {
	return tx.exec("INSERT OR REPLACE INTO destination (id, kind, name, path, published, failed) VALUES (?, ?, ?, ?, ?, ?)",
		d.ID, d.Kind, d.Name, d.Path, millis(d.Published), d.Failed)
}

// RemoveDestination forgets a destination; what was published there stays.
func (tx *Tx) RemoveDestination(id string) error {
	return tx.exec("DELETE FROM destination WHERE id = ?", id)
}

// Destinations returns all destinations by name.
func (tx *Tx) Destinations() ([]Destination, error) {
	var all []Destination
	err := tx.each("SELECT id, kind, name, path, published, failed FROM destination ORDER BY name, id", nil, func(rows *sql.Rows) error {
		var d Destination
		err := rows.Scan(&d.ID, &d.Kind, &d.Name, &d.Path, moment{&d.Published}, &d.Failed)
		all = append(all, d)
		return err
	})
	return all, err
}

// Destination returns destination id; NotFound.
func (tx *Tx) Destination(id string) (Destination, error) {
	all, err := tx.Destinations()
	for _, d := range all {
		if d.ID == id {
			return d, nil
		}
	}
	if err == nil {
		err = newsroom.Errorf(newsroom.NotFound, "notFound.destination", "id", id)
	}
	return Destination{}, err
}
