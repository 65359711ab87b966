package app

import (
	"context"

	"khabar/backend/newsroom"
	"khabar/backend/sqlite"
)

// SiteSettings are the newsroom's settings as the window edits them.
type SiteSettings struct {
	Name      string                `json:"name"`
	FullName  string                `json:"fullName"`
	Agency    string                `json:"agency"`
	Owner     string                `json:"owner"`
	Since     int                   `json:"since"`
	Address   string                `json:"address"`
	TimeZone  string                `json:"timeZone"`
	Calendars map[string]string     `json:"calendars"`
	Languages []string              `json:"languages"`
	Follow    []newsroom.FollowLink `json:"follow"`
	Adverts   []newsroom.Advert     `json:"adverts"`
	About     map[string]string     `json:"about"`
}

// Site returns the newsroom's settings.
func (a *App) Site() (SiteSettings, error) {
	room, err := a.open()
	if err != nil {
		return SiteSettings{}, err
	}
	var w SiteSettings
	err = room.view(context.Background(), func(tx *sqlite.Tx) error {
		s, err := tx.Settings()
		w = SiteSettings{
			Name: s.Name, FullName: s.FullName, Agency: s.Agency, Owner: s.Owner, Since: s.Since, Address: s.Address,
			TimeZone: s.TimeZone, Calendars: out(s.Calendars), Languages: texts(s.Languages), Follow: list(s.Follow),
			Adverts: list(s.Adverts), About: out(s.About),
		}
		return err
	})
	return w, err
}

// ChangeSite makes the changes that lead from before, the settings as the window showed
// them, to after.
func (a *App) ChangeSite(before, after SiteSettings) (SiteSettings, error) {
	room, err := a.open()
	if err != nil {
		return SiteSettings{}, err
	}
	if err := room.ChangeSettings(context.Background(), settingsIn(before), settingsIn(after)); err != nil {
		return SiteSettings{}, err
	}
	return a.Site()
}

func settingsIn(w SiteSettings) newsroom.Settings {
	return newsroom.Settings{
		Name: w.Name, FullName: w.FullName, Agency: w.Agency, Owner: w.Owner, Since: w.Since, Address: w.Address,
		TimeZone: w.TimeZone, Calendars: in(w.Calendars), Languages: typed[newsroom.Lang](w.Languages), Follow: list(w.Follow),
		Adverts: list(w.Adverts), About: in(w.About),
	}
}
