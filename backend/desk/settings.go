package desk

import (
	"context"
	"encoding/json"
	"maps"
	"net/url"
	"slices"
	"strings"
	"time"

	"khabar/backend/archive"
	"khabar/backend/journal"
	"khabar/backend/newsroom"
)

// ChangeSettings makes the changes that lead from before, the settings as they were
// shown, to after, field by field, so that two members who change different fields do not
// disturb each other, and what a newer Khabar keeps there is left alone. Invalid names
// the field.
func (d *Desk) ChangeSettings(ctx context.Context, before, after newsroom.Settings) error {
	if err := validSettings(after); err != nil {
		return err
	}
	return d.archive.Record(ctx, func(r *archive.Recorder) error { return changeSettings(r, before, after) })
}

func changeSettings(r *archive.Recorder, before, after newsroom.Settings) error {
	old, err := settingsFields(before)
	if err != nil {
		return err
	}
	fields, err := settingsFields(after)
	if err != nil {
		return err
	}
	var writes []write
	for _, field := range slices.Sorted(maps.Keys(fields)) {
		if string(old[field]) != string(fields[field]) {
			writes = append(writes, write{field, fields[field]})
		}
	}
	return set(r, journal.TheNewsroom, writes...)
}

// settingsFields lists the registers of the settings: one for each field, named as its
// JSON is; what is said in each language has one for each language.
func settingsFields(s newsroom.Settings) (map[string]json.RawMessage, error) {
	fields := map[string]json.RawMessage{}
	data, err := json.Marshal(s)
	if err == nil {
		err = json.Unmarshal(data, &fields)
	}
	if err != nil {
		return nil, newsroom.Errorf(newsroom.Internal, "internal", err)
	}
	delete(fields, "blocking") // ChangeBlocking
	delete(fields, "about")
	delete(fields, "calendars")
	for _, l := range newsroom.Languages {
		fields["about."+string(l)] = journal.Value(s.About[l])
		fields["calendars."+string(l)] = journal.Value(s.Calendars[l])
	}
	return fields, nil
}

func validSettings(s newsroom.Settings) error {
	invalid := func(field string) error {
		return newsroom.Errorf(newsroom.Invalid, "settings.field", "field", field)
	}
	if strings.TrimSpace(s.Name) == "" {
		return invalid("name")
	}
	if s.Address != "" && !webAddress(s.Address) {
		return newsroom.Errorf(newsroom.Invalid, "settings.address", "address", s.Address)
	}
	if _, err := time.LoadLocation(s.TimeZone); err != nil {
		return newsroom.Errorf(newsroom.Invalid, "settings.timeZone", "zone", s.TimeZone, err)
	}
	if len(s.Languages) == 0 {
		return invalid("languages")
	}
	for _, l := range s.Languages {
		if !l.Valid() {
			return newsroom.Errorf(newsroom.Invalid, "language.unknown", "language", string(l))
		}
	}
	for _, f := range s.Follow {
		if !webAddress(f.Address) {
			return newsroom.Errorf(newsroom.Invalid, "settings.address", "address", f.Address)
		}
	}
	for _, a := range s.Adverts {
		if a.Link != "" && !webAddress(a.Link) {
			return newsroom.Errorf(newsroom.Invalid, "settings.address", "address", a.Link)
		}
	}
	return nil
}

func webAddress(s string) bool {
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != ""
}
