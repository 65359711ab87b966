package archive

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"khabar/backend/journal"
	"khabar/backend/newsroom"
	"khabar/backend/sqlite"
)

// projection makes rows of the tables from entries, within one transaction, and remembers
// what it read on the way: the same text is shown, approved and live.
type projection struct {
	tx       *sqlite.Tx
	readings readings
	known    map[newsroom.RevisionID]knownText
	memory   *memory
	moved    map[newsroom.EditionID]bool // that decide how translations stand
}

type knownText struct {
	edition newsroom.EditionID
	text    newsroom.Text
}

func newProjection(tx *sqlite.Tx, m *memory) projection {
	return projection{
		tx: tx, readings: readings{}, known: map[newsroom.RevisionID]knownText{}, memory: m, moved: map[newsroom.EditionID]bool{},
	}
}

func (p *projection) know(rev newsroom.RevisionID, edition newsroom.EditionID, t newsroom.Text) {
	if len(p.known) == readingsKept {
		clear(p.known)
	}
	p.known[rev] = knownText{edition, t}
}

// project makes the rows of every touched subject again from its entries.
func (r *Recorder) project() error {
	for _, s := range r.order {
		if err := r.projection.subject(s); err != nil {
			return err
		}
	}
	translations, err := r.projection.align()
	if err != nil {
		return err
	}
	r.told = append(r.told, r.order...)
	for _, id := range translations {
		r.told = append(r.told, journal.EditionSubject(id))
	}
	r.order = nil
	clear(r.touched)
	return nil
}

func (p *projection) subject(s journal.Subject) error {
	tx := p.tx
	noun, name := s.Split()
	if noun == "edition" {
		return p.edition(newsroom.EditionID(name))
	}
	entries, err := decoded(tx, s, "")
	if err != nil {
		return err
	}
	switch noun {
	case "story":
		return projectStory(tx, newsroom.StoryID(name), fieldsOf(entries))
	case string(newsroom.Section), string(newsroom.Tag):
		return projectTerm(tx, newsroom.TermKind(noun), newsroom.TermID(name), fieldsOf(entries))
	case "comment":
		return projectComment(tx, newsroom.CommentID(name), entries)
	case "name":
		return projectName(tx, newsroom.NameID(name), fieldsOf(entries))
	case "member":
		return projectMember(tx, newsroom.MemberID(name), entries)
	case string(journal.TheNewsroom):
		return projectSettings(tx, fieldsOf(entries))
	}
	return nil
}

// applied is an applied entry with its id.
type applied struct {
	journal.Entry
	ID newsroom.EntryID
}

func decoded(tx *sqlite.Tx, s journal.Subject, skip journal.Kind) ([]applied, error) {
	rows, err := tx.EntriesOf(string(s), string(skip))
	if err != nil {
		return nil, err
	}
	all := make([]applied, len(rows))
	for i, row := range rows {
		e, err := journal.Decode(row.Line)
		if err != nil {
			return nil, err
		}
		all[i] = applied{e, row.ID}
	}
	return all, nil
}

// Fields holds the writes to each field of a subject.
type Fields map[string][]journal.Written

func fieldsOf(entries []applied) Fields {
	f := Fields{}
	for _, e := range entries {
		for _, c := range e.Changes {
			f[c.Field] = append(f[c.Field], journal.Written{Entry: e.ID, Time: e.Time, Op: c.Op, Value: c.Value, Over: c.Over})
		}
	}
	return f
}

// Open returns the writes of a register that a new write replaces.
func (f Fields) Open(field string) []newsroom.EntryID {
	var ids []newsroom.EntryID
	for _, w := range journal.Resolve(f[field]) {
		ids = append(ids, w.Entry)
	}
	return ids
}

// Members returns the members of a set field and their additions.
func (f Fields) Members(field string) []journal.Member { return journal.Members(f[field]) }

// Get reads a register into v, which keeps its value where nothing was written or what
// was written is of another type (a newer Khabar may write what this one cannot read).
func (f Fields) Get(field string, v any) {
	if open := journal.Resolve(f[field]); len(open) > 0 {
		_ = json.Unmarshal(open[0].Value, v)
	}
}

// FieldsOf returns the fields of a subject. Those of an edition are few: its texts are
// revisions.
func FieldsOf(tx *sqlite.Tx, s journal.Subject) (Fields, error) {
	entries, err := decoded(tx, s, journal.Revise)
	return fieldsOf(entries), err
}

// Fields returns the fields of a subject, for a change that names what it replaces.
func (r *Recorder) Fields(s journal.Subject) (Fields, error) { return FieldsOf(r.Tx, s) }

func set[T ~string](f Fields, field string) []T {
	var all []T
	for _, m := range f.Members(field) {
		var v T
		if json.Unmarshal(m.Value, &v) == nil && v != "" {
			all = append(all, v)
		}
	}
	return all
}

func projectStory(tx *sqlite.Tx, id newsroom.StoryID, f Fields) error {
	s := newsroom.Story{ID: id, Sections: set[newsroom.TermID](f, "sections"), Tags: set[newsroom.TermID](f, "tags")}
	var created int64
	f.Get("place", &s.Place)
	f.Get("lead", &s.Lead.Hash)
	f.Get("lead.credit", &s.Lead.Credit)
	s.Lead.Alt, s.Lead.Caption = f.byLanguage("lead.alt."), f.byLanguage("lead.caption.")
	f.Get("source", &s.Source)
	f.Get("notes", &s.Notes)
	f.Get("removed", &s.Removed)
	s.Embargo = embargoOf(f)
	f.Get("created", &created)
	if created != 0 {
		s.Created = moment(created)
	}
	if err := projectLead(tx, s); err != nil {
		return err
	}
	return tx.PutStory(s)
}

// byLanguage reads the registers whose names begin with prefix and end with a language;
// nil where none holds a word.
func (f Fields) byLanguage(prefix string) map[newsroom.Lang]string {
	var all map[newsroom.Lang]string
	for field := range f {
		lang, ok := strings.CutPrefix(field, prefix)
		var v string
		if f.Get(field, &v); !ok || v == "" {
			continue
		}
		if all == nil {
			all = map[newsroom.Lang]string{}
		}
		all[newsroom.Lang(lang)] = v
	}
	return all
}

func projectTerm(tx *sqlite.Tx, kind newsroom.TermKind, id newsroom.TermID, f Fields) error {
	t := newsroom.Term{ID: id, Kind: kind, Labels: f.byLanguage("label."), Slugs: f.byLanguage("slug.")}
	f.Get("standing", &t.Standing)
	f.Get("order", &t.Order)
	f.Get("removed", &t.Removed)
	if kind == newsroom.Tag {
		f.Get("merged", &t.Merged)
	}
	return tx.PutTerm(t)
}

// projectSettings puts the settings together from one register for each of their fields,
// named as their JSON is; what is said in each language has one for each language. A
// field that this version cannot read keeps its zero value.
func projectSettings(tx *sqlite.Tx, f Fields) error {
	var s newsroom.Settings
	for _, field := range slices.Sorted(maps.Keys(f)) {
		object, err := json.Marshal(map[string]json.RawMessage{field: journal.Resolve(f[field])[0].Value})
		if err != nil {
			return newsroom.Errorf(newsroom.Damaged, "journal.line", err)
		}
		before := s
		if json.Unmarshal(object, &s) != nil {
			s = before
		}
	}
	s.About, s.Calendars = f.byLanguage("about."), f.byLanguage("calendars.")
	return tx.PutSettings(s)
}

// projectMember shows the roster entry that no other replaces; of several the latest.
func projectMember(tx *sqlite.Tx, id newsroom.MemberID, entries []applied) error {
	founding, err := decoded(tx, journal.TheNewsroom, journal.Set)
	if err != nil {
		return err
	}
	var writes []journal.Written
	people := map[newsroom.EntryID]newsroom.Member{}
	for _, e := range append(entries, founding...) {
		if e.Person != nil && e.Person.ID == id {
			people[e.ID] = *e.Person
			writes = append(writes, journal.Written{Entry: e.ID, Time: e.Time, Over: e.Parents})
		}
	}
	open := journal.Resolve(writes)
	if len(open) == 0 {
		return nil
	}
	return tx.PutMember(people[open[0].Entry], open[0].Entry)
}
