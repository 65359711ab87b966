package app

import (
	"context"
	"encoding/json"
	"os"
	"strings"
	"time"

	"khabar/backend/locale"
	"khabar/backend/newsroom"
	"khabar/backend/sqlite"
)

// Preferences are the settings of this device.
type Preferences struct {
	Language   string `json:"language"`
	Theme      string `json:"theme"`    // system, light, dark
	Calendar   string `json:"calendar"` // "" = the language's own
	TextSize   int    `json:"textSize"` // per cent
	Invisibles bool   `json:"invisibles"`
	Spelling   bool   `json:"spelling"` // words that nobody knows are underlined
}

// Member is the member who works on this device.
type Member struct {
	ID    string   `json:"id"`
	Name  string   `json:"name"`
	Roles []string `json:"roles"`
	Langs []string `json:"langs"` // that the member writes
}

// Session is what the window needs to know first.
type Session struct {
	State       string      `json:"state"` // first, open, broken
	Problem     *WireError  `json:"problem"`
	Preferences Preferences `json:"preferences"`
	Newsroom    string      `json:"newsroom"`
	Sample      bool        `json:"sample"`
	Member      Member      `json:"member"`
	DataDir     string      `json:"dataDir"`
	Version     string      `json:"version"`
}

// BeginRequest answers the questions of the first start.
type BeginRequest struct {
	Language string `json:"language"`
	Name     string `json:"name"`
	Newsroom string `json:"newsroom"`
	Sample   bool   `json:"sample"`
}

const preferencesName = "preferences"

func guessPreferences() Preferences {
	return Preferences{Language: string(locale.Guess(os.Environ())), Theme: "system", TextSize: 100, Spelling: true}
}

// Session returns how things stand.
func (a *App) Session() (Session, error) {
	a.reload()
	s := Session{State: "first", Preferences: guessPreferences(), Member: Member{Roles: []string{}, Langs: []string{}}, DataDir: a.dir, Version: Version}
	room, err := a.open()
	switch {
	case newsroom.CodeOf(err) == newsroom.NotFound:
		return s, nil
	case err != nil:
		s.State, s.Problem = "broken", wire(err)
		return s, nil
	}
	if err := room.describe(&s); err != nil {
		s.State, s.Problem = "broken", wire(err)
		return s, nil
	}
	s.State = "open"
	return s, nil
}

// describe fills in what the window needs to know of an open newsroom.
func (r *Room) describe(s *Session) error {
	return r.view(context.Background(), func(tx *sqlite.Tx) error {
		settings, err := tx.Settings()
		if err != nil {
			return err
		}
		s.Newsroom = settings.Name
		me, _, err := tx.Member(r.Archive.Me())
		if err != nil {
			return err
		}
		s.Member = memberOf(me)
		sample, err := tx.Local("sample")
		if err != nil {
			return err
		}
		s.Sample = len(sample) > 0
		s.Preferences, err = readPreferences(tx)
		return err
	})
}

func memberOf(m newsroom.Member) Member {
	return Member{ID: string(m.ID), Name: m.Name, Roles: texts(m.Roles), Langs: texts(m.Langs)}
}

func readPreferences(tx *sqlite.Tx) (Preferences, error) {
	p := guessPreferences()
	data, err := tx.Local(preferencesName)
	if err != nil || data == nil {
		return p, err
	}
	if err := json.Unmarshal(data, &p); err != nil {
		return p, newsroom.Errorf(newsroom.Damaged, "storage.column", err)
	}
	return p, nil
}

// speech returns what gives an entry of the catalogues in the language of the interface:
// for the dialogs of the system, which no catalogue of the window reaches.
func (r *Room) speech(ctx context.Context) (func(key string) string, error) {
	var p Preferences
	err := r.view(ctx, func(tx *sqlite.Tx) (err error) {
		p, err = readPreferences(tx)
		return err
	})
	return func(key string) string { return r.text.T(newsroom.Lang(p.Language), key, nil) }, err
}

// ChangePreferences keeps the settings of this device.
func (a *App) ChangePreferences(p Preferences) (Preferences, error) {
	if !newsroom.Lang(p.Language).Valid() {
		return p, newsroom.Errorf(newsroom.Invalid, "language.unknown", "language", p.Language)
	}
	p.TextSize = min(160, max(80, p.TextSize))
	room, err := a.open()
	if err != nil {
		return p, err
	}
	data, err := json.Marshal(p)
	if err != nil {
		return p, err
	}
	return p, room.Archive.DB().Update(context.Background(), func(tx *sqlite.Tx) error {
		return tx.PutLocal(preferencesName, data)
	})
}

// Begin makes the newsroom that the first start asked for.
func (a *App) Begin(req BeginRequest) (Session, error) {
	if !newsroom.Lang(req.Language).Valid() {
		return Session{}, newsroom.Errorf(newsroom.Invalid, "language.unknown", "language", req.Language)
	}
	if name := strings.TrimSpace(req.Name); name == "" || len(name) > newsroom.MaxLine {
		return Session{}, newsroom.Errorf(newsroom.Invalid, "member.name")
	}
	if !req.Sample && strings.TrimSpace(req.Newsroom) == "" {
		return Session{}, newsroom.Errorf(newsroom.Invalid, "settings.field", "field", "name")
	}
	if err := a.begin(req); err != nil {
		return Session{}, err
	}
	p := guessPreferences()
	p.Language = req.Language
	if _, err := a.ChangePreferences(p); err != nil {
		return Session{}, err
	}
	return a.Session()
}

func (a *App) begin(req BeginRequest) error {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.room != nil || a.problem != nil {
		return newsroom.Errorf(newsroom.Conflict, "newsroom.exists", "path", a.dir)
	}
	ctx := context.Background()
	var err error
	if req.Sample {
		a.room, err = FoundSample(ctx, a.dir, strings.TrimSpace(req.Name), a.assets, a.text, a.clock)
	} else {
		a.room, err = FoundRoom(ctx, a.dir, strings.TrimSpace(req.Name), newSettings(req), nil, a.assets, a.text, a.clock)
	}
	a.watch()
	return err
}

func newSettings(req BeginRequest) newsroom.Settings {
	name := strings.TrimSpace(req.Newsroom)
	return newsroom.Settings{Name: name, Agency: name, Owner: name, Languages: newsroom.Languages, TimeZone: systemZone()}
}

// systemZone returns the IANA name of the machine's time zone, "" where it has none.
func systemZone() string {
	zone := os.Getenv("TZ")
	if zone == "" {
		target, _ := os.Readlink("/etc/localtime") // "" where it is no link
		_, zone, _ = strings.Cut(target, "zoneinfo/")
	}
	if _, err := time.LoadLocation(zone); err != nil {
		return ""
	}
	return zone
}

// ChangeMember gives this device's member a name, roles and the languages that she writes.
func (a *App) ChangeMember(name string, roles, langs []string) (Member, error) {
	room, err := a.open()
	if err != nil {
		return Member{}, err
	}
	if err := room.ChangeMember(context.Background(), name, typed[newsroom.Role](roles), typed[newsroom.Lang](langs)); err != nil {
		return Member{}, err
	}
	s, err := a.Session()
	return s.Member, err
}
