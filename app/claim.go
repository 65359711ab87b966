package app

import (
	"context"
	"time"

	"khabar/backend/newsroom"
	"khabar/backend/sqlite"
)

// Claim says who makes an edition.
type Claim struct {
	Member string `json:"member"` // name
	Mine   bool   `json:"mine"`
	Since  string `json:"since"`
	Until  string `json:"until"`
}

// Asked says who asked for an edition.
type Asked struct {
	Member string `json:"member"` // name
	Time   string `json:"time"`
	Note   string `json:"note"`
}

// Claim takes an edition upon this member; over takes it from somebody else.
func (a *App) Claim(edition string, over bool) error {
	room, err := a.open()
	if err != nil {
		return err
	}
	return room.Claim(context.Background(), newsroom.EditionID(edition), over)
}

// ReleaseClaim gives an edition up.
func (a *App) ReleaseClaim(edition string) error {
	room, err := a.open()
	if err != nil {
		return err
	}
	return room.Release(context.Background(), newsroom.EditionID(edition))
}

// ClaimOf returns who makes an edition now, null where nobody does.
func (a *App) ClaimOf(edition string) (*Claim, error) {
	room, err := a.open()
	if err != nil {
		return nil, err
	}
	var claim *Claim
	err = room.view(context.Background(), func(tx *sqlite.Tx) error {
		c, err := tx.Claim(newsroom.EditionID(edition))
		if err != nil {
			return err
		}
		who, err := room.people(tx, a.clock.Now())
		claim = who.claim(c)
		return err
	})
	return claim, err
}

// AskFor asks for editions of stories in languages and returns how many are asked for.
func (a *App) AskFor(stories, langs []string, note string) (int, error) {
	room, err := a.open()
	if err != nil {
		return 0, err
	}
	return room.Ask(context.Background(), typed[newsroom.StoryID](stories), typed[newsroom.Lang](langs), note)
}

// TakeBackRequest takes back that an edition is asked for.
func (a *App) TakeBackRequest(edition string) error {
	room, err := a.open()
	if err != nil {
		return err
	}
	return room.TakeBack(context.Background(), newsroom.EditionID(edition))
}

// people names the members in what the window is told about them.
type people struct {
	names map[newsroom.MemberID]string
	me    newsroom.MemberID
	now   time.Time
}

func (r *Room) people(tx *sqlite.Tx, now time.Time) (people, error) {
	p := people{names: map[newsroom.MemberID]string{}, me: r.Archive.Me(), now: now}
	all, err := tx.Members()
	for _, m := range all {
		p.names[m.ID] = m.Name
	}
	return p, err
}

// claim returns c for the window, nil where it no longer holds.
func (p people) claim(c newsroom.Claim) *Claim {
	if !c.At(p.now) {
		return nil
	}
	return &Claim{Member: p.names[c.Member], Mine: c.Member == p.me, Since: stamp(c.Since), Until: stamp(c.Until)}
}

func (p people) asked(r newsroom.Request) *Asked {
	return &Asked{Member: p.names[r.Member], Time: stamp(r.Time), Note: r.Note}
}
