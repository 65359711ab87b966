package app

import (
	"context"
	"encoding/json"
	"slices"
	"strings"
	"unicode/utf8"

	"khabar/backend/newsroom"
	"khabar/backend/sqlite"
)

// SavedSearch is a filter of the list that this device remembers under a name.
type SavedSearch struct {
	ID     string        `json:"id"`
	Name   string        `json:"name"`
	Filter EditionFilter `json:"filter"`
}

const searchesName = "searches" // under which they are kept

// SavedSearches returns the filters that this device remembers, in the order of their
// making.
func (a *App) SavedSearches() ([]SavedSearch, error) {
	room, err := a.open()
	if err != nil {
		return nil, err
	}
	var all []SavedSearch
	err = room.view(context.Background(), func(tx *sqlite.Tx) error {
		all, err = readSearches(tx)
		return err
	})
	return list(all), err
}

func readSearches(tx *sqlite.Tx) (all []SavedSearch, err error) {
	data, err := tx.Local(searchesName)
	if err != nil || data == nil {
		return nil, err
	}
	if err := json.Unmarshal(data, &all); err != nil {
		return nil, newsroom.Errorf(newsroom.Damaged, "storage.column", err)
	}
	return all, nil
}

// SaveSearch remembers a filter (where s.ID is ""), or gives one that is remembered another
// name or filter. Invalid where it has no name or an endless one.
func (a *App) SaveSearch(s SavedSearch) (SavedSearch, error) {
	s.Name = strings.TrimSpace(s.Name)
	if s.Name == "" || utf8.RuneCountInString(s.Name) > newsroom.MaxSlug {
		return s, newsroom.Errorf(newsroom.Invalid, "search.name")
	}
	if s.ID == "" {
		s.ID = newsroom.NewID()
	}
	return s, a.changeSearches(func(all []SavedSearch) []SavedSearch {
		if at := slices.IndexFunc(all, func(o SavedSearch) bool { return o.ID == s.ID }); at >= 0 {
			all[at] = s
			return all
		}
		return append(all, s)
	})
}

// RemoveSearch forgets a filter.
func (a *App) RemoveSearch(id string) error {
	return a.changeSearches(func(all []SavedSearch) []SavedSearch {
		return slices.DeleteFunc(all, func(s SavedSearch) bool { return s.ID == id })
	})
}

func (a *App) changeSearches(change func([]SavedSearch) []SavedSearch) error {
	room, err := a.open()
	if err != nil {
		return err
	}
	return room.Archive.DB().Update(context.Background(), func(tx *sqlite.Tx) error {
		all, err := readSearches(tx)
		if err != nil {
			return err
		}
		data, err := json.Marshal(change(all))
		if err != nil {
			return newsroom.Errorf(newsroom.Internal, "internal", err)
		}
		return tx.PutLocal(searchesName, data)
	})
}
