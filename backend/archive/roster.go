package archive

import (
	"bytes"
	"crypto/ed25519"
	"slices"

	"khabar/backend/journal"
	"khabar/backend/newsroom"
	"khabar/backend/sqlite"
)

// roster answers who had which right. Every entry names the roster entry (its grant)
// that gives its author the right to make it, so the answer does not depend on what
// else has arrived: a grant is good if an administrator made it, by a good grant, back
// to the founding entry.
type roster struct {
	root    newsroom.EntryID
	entries map[newsroom.EntryID]rosterEntry
}

type rosterEntry struct {
	journal.Entry
	row sqlite.Entry
}

func loadRoster(tx *sqlite.Tx, root newsroom.EntryID) (*roster, error) {
	rows, err := tx.Roster()
	if err != nil {
		return nil, err
	}
	r := &roster{root: root, entries: map[newsroom.EntryID]rosterEntry{}}
	for _, row := range rows {
		if err := r.add(row); err != nil {
			return nil, err
		}
	}
	return r, nil
}

func (r *roster) add(row sqlite.Entry) error {
	e, err := journal.Decode(row.Line)
	if err == nil {
		r.entries[row.ID] = rosterEntry{e, row}
	}
	return err
}

// person returns what grant says of member m. known is false while the grant, or one
// that it rests on, has not arrived; ok is false where it is no good.
func (r *roster) person(grant newsroom.EntryID, m newsroom.MemberID) (p newsroom.Member, known, ok bool) {
	e, here := r.entries[grant]
	switch {
	case !here:
		return p, false, false
	case e.Person == nil || e.Person.ID != m || e.Person.ID == "":
		return p, true, false
	case e.Kind == journal.Found:
		good := grant == r.root && e.Member == m && signed(e.row, *e.Person)
		return *e.Person, true, good
	}
	author, known, ok := r.person(e.Grant, e.Member)
	if !known || !ok || !newsroom.May(author.Roles, newsroom.Enrol) || !signed(e.row, author) {
		return p, known, false
	}
	return *e.Person, true, true
}

// signed reports whether row carries a signature by one of p's devices.
func signed(row sqlite.Entry, p newsroom.Member) bool {
	return journal.EntrySigned(row.ID, row.Key, row.Sig) &&
		slices.ContainsFunc(p.Devices, func(k ed25519.PublicKey) bool { return bytes.Equal(k, row.Key) })
}

// judge says what becomes of entry e: applied, parked or refused, and why.
func (r *roster) judge(e journal.Entry, row sqlite.Entry) (state, reason string) {
	if !e.Kind.Known() {
		return sqlite.Parked, "kind"
	}
	if e.Kind == journal.Found {
		if row.ID != r.root {
			return sqlite.Refused, "founding"
		}
		return sqlite.OK, ""
	}
	act, ok := actOf(e)
	if !ok {
		return sqlite.Parked, "subject"
	}
	p, known, good := r.person(e.Grant, e.Member)
	switch {
	case !known:
		return sqlite.Parked, "grant"
	case !good, !newsroom.May(p.Roles, act):
		return sqlite.Refused, "role"
	case e.Kind.Weighty() && !signed(row, p):
		return sqlite.Refused, "signature"
	}
	return sqlite.OK, ""
}

// actOf returns what somebody must be allowed to do to make e.
func actOf(e journal.Entry) (act newsroom.Act, ok bool) {
	noun, _ := e.Subject.Split()
	switch e.Kind {
	case journal.Roster:
		return newsroom.Enrol, noun == "member"
	case journal.Revise, journal.Submit:
		return newsroom.Write, noun == "edition"
	case journal.Return, journal.Approve:
		return newsroom.Judge, noun == "edition"
	case journal.Publish, journal.Withdraw:
		return newsroom.GoLive, noun == "edition"
	}
	switch noun {
	case "story", "edition":
		return newsroom.Write, true
	case string(newsroom.Section):
		return newsroom.Vocabulary, true
	case string(newsroom.Tag):
		return newsroom.Tagging, true
	case string(journal.TheNewsroom):
		return newsroom.Configure, true
	}
	return "", false
}
