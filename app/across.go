package app

import (
	"context"
	"errors"
	"strings"
	"time"

	"khabar/backend/desk"
	"khabar/backend/newsroom"
)

// Across says what is to be done to the editions of stories at once.
type Across struct {
	Act       string            `json:"act"` // withdraw, correct, publish, embargo, picture, name
	Stories   []string          `json:"stories"`
	Langs     []string          `json:"langs"`   // only these; none = all
	Notices   map[string]string `json:"notices"` // what readers are told, by language
	Until     string            `json:"until"`   // of an embargo; "" lifts it
	Old       string            `json:"old"`     // content hash of a picture that goes
	New       string            `json:"new"`     // reference of the one that comes; "" = none
	Name      string            `json:"name"`    // id of a name that goes; "" = it is in no list
	Spellings []string          `json:"spellings"`
	Words     map[string]string `json:"words"` // what comes in its place, by language
}

// AcrossDo is one thing that is done, or left to a person; Code names it.
type AcrossDo struct {
	Code  string `json:"code"`
	Text  string `json:"text"`
	Count int    `json:"count"`
	Time  string `json:"time"`
}

// AcrossPassage is a place in a text before and after.
type AcrossPassage struct {
	Before string `json:"before"`
	After  string `json:"after"`
}

// AcrossStep is what a plan means for one edition, or for the story itself.
type AcrossStep struct {
	Story    string          `json:"story"`
	Edition  string          `json:"edition"` // "" = what holds in every language
	Lang     string          `json:"lang"`
	Headline string          `json:"headline"`
	Live     string          `json:"live"`
	Does     []AcrossDo      `json:"does"`
	Left     []AcrossDo      `json:"left"`
	Stays    string          `json:"stays"`
	Blocked  *WireError      `json:"blocked"`
	Passages []AcrossPassage `json:"passages"`
	Places   int             `json:"places"`
}

// AcrossPlan is what an act across editions does and leaves.
type AcrossPlan struct {
	Mark  string       `json:"mark"` // to be given back when the plan is carried out
	Done  bool         `json:"done"`
	Steps []AcrossStep `json:"steps"`
}

// AcrossPicture is a picture that stories use.
type AcrossPicture struct {
	Hash     string   `json:"hash"`
	Editions int      `json:"editions"` // in whose texts it is
	Lead     bool     `json:"lead"`
	Stories  []string `json:"stories"` // all of the newsroom that show it
}

// PlanAcross says what an act would do. It changes nothing.
func (a *App) PlanAcross(w Across) (AcrossPlan, error) {
	return a.across(w, func(room *Room, act desk.Across) (desk.Plan, error) {
		return room.Plan(context.Background(), act)
	})
}

// RunAcross does it, where it is still what the plan with this mark showed.
func (a *App) RunAcross(w Across, mark string) (AcrossPlan, error) {
	return a.across(w, func(room *Room, act desk.Across) (desk.Plan, error) {
		return room.RunPlan(context.Background(), act, mark)
	})
}

func (a *App) across(w Across, run func(*Room, desk.Across) (desk.Plan, error)) (AcrossPlan, error) {
	room, err := a.open()
	if err != nil {
		return AcrossPlan{}, err
	}
	act, err := room.acrossOf(w)
	if err != nil {
		return AcrossPlan{}, err
	}
	plan, err := run(room, act)
	if err != nil {
		return AcrossPlan{}, err
	}
	return planOf(plan), nil
}

// acrossOf reads what the window asks for.
func (r *Room) acrossOf(w Across) (desk.Across, error) {
	act := desk.Across{
		Act: desk.AcrossAct(w.Act), Stories: typed[newsroom.StoryID](w.Stories), Langs: typed[newsroom.Lang](w.Langs), Notices: in(w.Notices),
		Picture: desk.Exchanged{Old: w.Old, New: w.New},
	}
	if w.Until != "" {
		at, err := time.Parse(time.RFC3339, w.Until)
		if err != nil {
			return act, newsroom.Errorf(newsroom.Invalid, "live.past", err)
		}
		act.Until = at.Truncate(time.Millisecond).UTC()
	}
	var err error
	switch act.Act {
	case desk.PictureAcross:
		if w.New != "" {
			_, err = r.Media.Path(w.New)
		}
	case desk.NameAcross:
		act.Name, err = r.removedName(w)
	}
	return act, err
}

func planOf(plan desk.Plan) AcrossPlan {
	w := AcrossPlan{Mark: plan.Mark, Done: plan.Done, Steps: make([]AcrossStep, len(plan.Steps))}
	for i, s := range plan.Steps {
		w.Steps[i] = AcrossStep{
			Story: string(s.Story), Edition: string(s.Edition), Lang: string(s.Edition.Lang()), Headline: s.Headline, Live: string(s.Live),
			Does: doings(s.Does), Left: doings(s.Left), Stays: s.Stays, Blocked: blockedBy(s.Blocked), Places: s.Places,
			Passages: make([]AcrossPassage, len(s.Passages)),
		}
		for n, p := range s.Passages {
			w.Steps[i].Passages[n] = AcrossPassage(p)
		}
	}
	return w
}

func blockedBy(err error) *WireError {
	if _, ok := errors.AsType[*newsroom.Error](err); !ok {
		return nil
	}
	return wire(err)
}

func doings(all []desk.Do) []AcrossDo {
	w := make([]AcrossDo, len(all))
	for i, d := range all {
		w[i] = AcrossDo{Code: d.Code, Text: d.Text, Count: d.Count, Time: stamp(d.Time)}
	}
	return w
}

// AcrossPictures returns the pictures that stories use, the lead pictures first.
func (a *App) AcrossPictures(stories []string) ([]AcrossPicture, error) {
	room, err := a.open()
	if err != nil {
		return nil, err
	}
	all, err := room.PicturesOf(context.Background(), typed[newsroom.StoryID](stories))
	w := make([]AcrossPicture, len(all))
	for i, p := range all {
		w[i] = AcrossPicture{Hash: p.Hash, Editions: p.Editions, Lead: p.Lead, Stories: texts(p.Stories)}
	}
	return w, err
}

// spellingsIn parts what a person typed: one spelling to a line, or between commas.
func spellingsIn(typed []string) (all []string) {
	for _, line := range typed {
		for s := range strings.FieldsFuncSeq(line, func(r rune) bool { return strings.ContainsRune(",،؛;\n", r) }) {
			if s = strings.TrimSpace(s); s != "" {
				all = append(all, s)
			}
		}
	}
	return all
}
