package desk

import (
	"context"
	"slices"
	"time"

	"khabar/backend/archive"
	"khabar/backend/journal"
	"khabar/backend/newsroom"
	"khabar/backend/sqlite"
)

// Dispute is what several revisions of an edition say differently, as a person settles it.
type Dispute struct {
	Sides  []Side
	Places []Disputed // the disputed fields, then those of the body from its beginning
	Body   []Stretch  // joined with an empty line: the body
	Broken bool       // the body has marks that stand around nothing
}

// Stretch is a part of the body.
type Stretch struct {
	Text  string
	Place int // of Dispute.Places, whose marks and versions Text is; -1 where nobody disputes it
}

// Side is one of the revisions that disagree.
type Side struct {
	Revision newsroom.RevisionID
	Name     string // of the member who wrote it
	Mine     bool   // by the member who works here
	Here     bool   // on this device
	Time     time.Time
}

// Disputed is a place with the texts that it can have.
type Disputed struct {
	Field    string
	Versions []Version
}

// Version is one text of a place.
type Version struct {
	Text  string
	Parts []journal.Part // of Text: Added are the words that the others do not have
	Sides []int          // who wrote it; none where somebody has changed it since
}

// Dispute says what the revisions base disagree about (none = the heads there are), in t,
// their common view as a person may have changed it by now. Where they agree it is empty.
func (d *Desk) Dispute(ctx context.Context, id newsroom.EditionID, base []newsroom.RevisionID, t newsroom.Text) (Dispute, error) {
	var out Dispute
	err := d.archive.DB().View(ctx, func(tx *sqlite.Tx) error {
		if len(base) == 0 {
			row, err := tx.Edition(id)
			if err != nil {
				return err
			}
			base = row.Heads
		}
		_, unclear, err := archive.ViewAt(tx, id, base)
		if err != nil || len(unclear) == 0 {
			return err
		}
		texts := make([]newsroom.Text, len(base))
		for i, rev := range base {
			if texts[i], err = archive.TextOf(tx, id, rev); err != nil {
				return err
			}
		}
		if out.Sides, err = sides(tx, base, d.archive.Me()); err != nil {
			return err
		}
		out.fields(unclear, texts)
		out.body(t.Body, texts)
		return nil
	})
	return out, err
}

func sides(tx *sqlite.Tx, base []newsroom.RevisionID, me newsroom.MemberID) ([]Side, error) {
	names, err := memberNames(tx)
	if err != nil {
		return nil, err
	}
	all := make([]Side, len(base))
	for i, rev := range base {
		e, err := tx.Entry(rev)
		if err != nil {
			return nil, err
		}
		all[i] = Side{Revision: rev, Name: names[e.Member], Mine: e.Member == me, Here: e.Own, Time: e.Time.Wall()}
	}
	return all, nil
}

// fields adds the places of the short fields.
func (d *Dispute) fields(unclear []string, texts []newsroom.Text) {
	of := map[string]func(newsroom.Text) string{
		"headline": func(t newsroom.Text) string { return t.Headline }, "slug": func(t newsroom.Text) string { return t.Slug },
		"summary": func(t newsroom.Text) string { return t.Summary }, "byline": func(t newsroom.Text) string { return t.Byline },
		"translator": func(t newsroom.Text) string { return t.Translator },
	}
	for _, field := range []string{"headline", "slug", "summary", "byline", "translator"} {
		if !slices.Contains(unclear, field) {
			continue
		}
		var values []string
		wrote := map[string][]int{}
		for i, t := range texts {
			v := of[field](t)
			if len(wrote[v]) == 0 {
				values = append(values, v)
			}
			wrote[v] = append(wrote[v], i)
		}
		d.add(field, values, func(i int) []int { return wrote[values[i]] })
	}
}

// body adds the places of the body as it stands.
func (d *Dispute) body(body string, texts []newsroom.Text) {
	for _, p := range journal.Pieces(body) {
		if len(p.Versions) == 0 {
			d.Body = append(d.Body, Stretch{p.Text, -1})
			d.Broken = d.Broken || journal.Marked(p.Text)
			continue
		}
		d.Body = append(d.Body, Stretch{p.Text, len(d.Places)})
		d.add("body", p.Versions, func(i int) []int { return writers(p.Versions, i, texts) })
	}
}

func (d *Dispute) add(field string, values []string, sides func(i int) []int) {
	place := Disputed{Field: field}
	parts := journal.Beside(values)
	for i, v := range values {
		place.Versions = append(place.Versions, Version{Text: v, Parts: parts[i], Sides: sides(i)})
	}
	d.Places = append(d.Places, place)
}

// writers returns whose version i of a place is. Of two revisions the earlier one stands
// first; of more, those wrote it that hold it, and a version without words is of those who
// wrote none of the others.
func writers(versions []string, i int, texts []newsroom.Text) []int {
	if len(texts) == 2 && len(versions) == 2 {
		return []int{i}
	}
	var all []int
	for n, t := range texts {
		holds := journal.Holds(t.Body, versions[i])
		if versions[i] == "" {
			holds = !slices.ContainsFunc(versions, func(v string) bool { return journal.Holds(t.Body, v) })
		}
		if holds {
			all = append(all, n)
		}
	}
	return all
}
