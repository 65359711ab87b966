package app

import (
	"context"
	"strings"
	"unicode/utf16"

	"khabar/backend/desk"
	"khabar/backend/newsroom"
	"khabar/backend/sqlite"
	"khabar/backend/translation/checks"
	"khabar/backend/translation/names"
)

// Finding is something in an edition that somebody should look at.
type Finding struct {
	Objection
	Why       string     `json:"why"`   // which of the sentences about this check
	Field     string     `json:"field"` // "headline", "summary"; "" = the body
	Row       string     `json:"row"`   // key of the row of the translation
	Place     int        `json:"place"` // block of the body; -1 = none in particular
	Start     int        `json:"start"` // in the field or in the row's target, in UTF-16 units; equal to End = the whole
	End       int        `json:"end"`
	Text      string     `json:"text"`
	Wanted    string     `json:"wanted"`
	Replace   []string   `json:"replace"`
	Blocks    bool       `json:"blocks"` // the edition cannot be approved as long as it stands
	Dismissed *Dismissal `json:"dismissed"`
}

// Objection is what makes a finding the same when the checks are run again.
type Objection struct {
	Check  string `json:"check"`
	Block  string `json:"block"`
	Detail string `json:"detail"`
}

// Dismissal says who dismissed a finding, and why.
type Dismissal struct {
	Reason string `json:"reason"`
	Member string `json:"member"` // name
	Time   string `json:"time"`
}

// Checks looks an edition over as it is being typed.
func (a *App) Checks(id string) ([]Finding, error) {
	room, err := a.open()
	if err != nil {
		return nil, err
	}
	return room.lookOver(context.Background(), newsroom.EditionID(id), true)
}

// DismissCheck says of a finding that it is right as it is, and why.
func (a *App) DismissCheck(id string, o Objection, reason string) ([]Finding, error) {
	room, err := a.open()
	if err != nil {
		return nil, err
	}
	if err := room.Dismiss(context.Background(), newsroom.EditionID(id), o.in(), reason); err != nil {
		return nil, err
	}
	return a.Checks(id)
}

// RestoreCheck takes back that a finding was dismissed.
func (a *App) RestoreCheck(id string, o Objection) ([]Finding, error) {
	room, err := a.open()
	if err != nil {
		return nil, err
	}
	if err := room.RestoreObjection(context.Background(), newsroom.EditionID(id), o.in()); err != nil {
		return nil, err
	}
	return a.Checks(id)
}

func (o Objection) in() newsroom.Objection {
	return newsroom.Objection{Check: o.Check, Block: newsroom.Digest(o.Block), Detail: o.Detail}
}

// checker is what the desk asks before an approval.
type checker struct{ room *Room }

// Blocking returns the findings for which an edition cannot be approved.
func (c checker) Blocking(ctx context.Context, id newsroom.EditionID) (all []desk.Finding, err error) {
	found, err := c.room.lookOver(ctx, id, false)
	for _, f := range found {
		if f.Blocks && f.Dismissed == nil {
			all = append(all, desk.Finding{Check: f.Check, Block: newsroom.Digest(f.Block), Params: map[string]any{"text": f.Text}})
		}
	}
	return all, err
}

// lookOver runs the checks on an edition, with what is being typed or without.
func (r *Room) lookOver(ctx context.Context, id newsroom.EditionID, typed bool) ([]Finding, error) {
	b, err := r.Beside(ctx, id, typed)
	if err != nil {
		return nil, err
	}
	job := checks.Job{From: b.From, To: id.Lang(), Headline: b.Text.Headline, Summary: b.Text.Summary}
	if job.Target, err = r.namesIn(ctx, job.To); err != nil {
		return nil, err
	}
	if b.From != "" {
		if job.Source, err = r.namesIn(ctx, b.From); err != nil {
			return nil, err
		}
	}
	for _, row := range b.Rows {
		job.Rows = append(job.Rows, checks.Row{Source: row.Source, Target: row.Target})
	}
	var settings newsroom.Settings
	if err := r.view(ctx, func(tx *sqlite.Tx) (err error) {
		settings, err = tx.Settings()
		return err
	}); err != nil {
		return nil, err
	}
	held, err := r.Dismissals(ctx, id)
	if err != nil {
		return nil, err
	}
	all := []Finding{}
	for _, f := range checks.Run(job) {
		w := findingOf(f, b.Rows)
		w.Blocks = settings.Blocks(w.Check)
		for _, d := range held {
			if d.Objection == w.in() {
				w.Dismissed = &Dismissal{Reason: d.Reason, Member: d.Name, Time: stamp(d.Time)}
			}
		}
		all = append(all, w)
	}
	return all, nil
}

// findingOf gives a finding its place in the window: in the row's target, whose blocks have
// a blank line between.
func findingOf(f checks.Finding, rows []desk.BesideRow) Finding {
	w := Finding{
		Objection: Objection{Check: f.Check, Block: f.Field, Detail: strings.Join([]string{f.Why, f.Text, f.Wanted}, "\n")},
		Why:       f.Why, Field: f.Field, Place: -1, Start: f.Start, End: f.End, Text: f.Text, Wanted: f.Wanted, Replace: list(f.Replace),
	}
	if f.Field != "" || f.Row < 0 {
		return w
	}
	row := rows[f.Row]
	w.Row, w.Block = row.Key, row.Key
	if len(row.Target) == 0 {
		return w
	}
	at := max(f.Block, 0)
	w.Block, w.Place = string(row.Names[at]), row.Places[at]
	for _, b := range row.Target[:at] {
		before := len(utf16.Encode([]rune(b.Source))) + len("\n\n")
		w.Start, w.End = w.Start+before, w.End+before
	}
	return w
}

// foundNames gives the checks the newsroom's names in the form that they ask for.
type foundNames struct{ *names.Finder }

func (r *Room) namesIn(ctx context.Context, l newsroom.Lang) (checks.Names, error) {
	f, err := r.NameFinder(ctx, l)
	return foundNames{f}, err
}

func (f foundNames) Find(text string) []checks.Named {
	hits := f.Finder.Find(text)
	named := make([]checks.Named, len(hits))
	for i, h := range hits {
		named[i] = checks.Named{
			Name: h.Name, Start: h.Start, End: h.End, Used: h.Used, Accepted: h.Accepted, Variant: h.State == names.Variant,
		}
	}
	return named
}

func (f foundNames) Label(id newsroom.NameID, l newsroom.Lang) string {
	n, _ := f.Name(id)
	return n.Labels[l]
}
