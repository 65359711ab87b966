package desk

import (
	"context"
	"encoding/json"
	"net/url"
	"strings"
	"time"

	"khabar/backend/archive"
	"khabar/backend/journal"
	"khabar/backend/newsroom"
)

// ChangeSettings gives the newsroom the settings s, field by field, so that two members
// who change different fields do not disturb each other. Invalid names the field.
func (d *Desk) ChangeSettings(ctx context.Context, s newsroom.Settings) error {
	if err := validSettings(s); err != nil {
		return err
	}
	return d.archive.Record(ctx, func(r *archive.Recorder) error { return changeSettings(r, s) })
}

func changeSettings(r *archive.Recorder, s newsroom.Settings) error {
	data, err := json.Marshal(s)
	if err != nil {
		return newsroom.Errorf(newsroom.Internal, "internal", err)
	}
	fields := map[string]json.RawMessage{}
	if err := json.Unmarshal(data, &fields); err != nil {
		return newsroom.Errorf(newsroom.Internal, "internal", err)
	}
	before, err := r.Fields(journal.TheNewsroom)
	if err != nil {
		return err
	}
	for field := range before {
		if _, ok := fields[field]; !ok {
			fields[field] = json.RawMessage("null") // emptied since
		}
	}
	writes := make([]write, 0, len(fields))
	for field, value := range fields {
		writes = append(writes, write{field, value})
	}
	return set(r, journal.TheNewsroom, writes...)
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
