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
// to the founding entry. Nothing here takes a right back: an entry that names a grant which
// another has replaced since is still good. Where a removed member's log is cut off is
// agreed upon when logs are exchanged.
type roster struct {
	root    newsroom.EntryID
	entries map[newsroom.EntryID]rosterEntry
	proofs  map[newsroom.EntryID][]sqlite.Proof // beyond the row's own
	answers map[newsroom.EntryID]answer         // of person, by grant

	witnessed newsroom.EntryID // signed by this device a moment ago: nothing to prove
}

type rosterEntry struct {
	journal.Entry
	row sqlite.Entry
}

type answer struct {
	person    newsroom.Member
	known, ok bool
}

func loadRoster(tx *sqlite.Tx, root newsroom.EntryID) (*roster, error) {
	rows, err := tx.Roster()
	if err != nil {
		return nil, err
	}
	r := &roster{root: root, entries: map[newsroom.EntryID]rosterEntry{}, answers: map[newsroom.EntryID]answer{}}
	if r.proofs, err = tx.Proofs(); err != nil {
		return nil, err
	}
	for _, row := range rows {
		if err := r.add(row); err != nil {
			return nil, err
		}
	}
	return r, nil
}

// add takes in an entry where it says who is a member.
func (r *roster) add(row sqlite.Entry) error {
	if row.Kind != string(journal.Found) && row.Kind != string(journal.Roster) {
		return nil
	}
	e, err := journal.Decode(row.Line)
	if err == nil {
		r.entries[row.ID] = rosterEntry{e, row}
		clear(r.answers)
	}
	return err
}

// prove takes in another proof of an entry that is here.
func (r *roster) prove(id newsroom.EntryID, p sqlite.Proof) {
	r.proofs[id] = append(r.proofs[id], p)
	clear(r.answers)
}

// person returns whom grant speaks of. known is false while the grant, or one that it rests
// on, has not arrived; ok is false where it is no good.
func (r *roster) person(grant newsroom.EntryID) (p newsroom.Member, known, ok bool) {
	a, here := r.answers[grant]
	if !here {
		a = r.ask(grant)
		r.answers[grant] = a
	}
	return a.person, a.known, a.ok
}

func (r *roster) ask(grant newsroom.EntryID) answer {
	e, here := r.entries[grant]
	switch {
	case !here:
		return answer{}
	case !namesOne(e.Entry):
		return answer{known: true}
	case e.Kind == journal.Found:
		good := grant == r.root && e.Member == e.Person.ID && r.vouched(e.Kind, e.row, *e.Person)
		return answer{*e.Person, true, good}
	}
	author, known, ok := r.person(e.Grant)
	good := known && ok && author.ID == e.Member && newsroom.May(author.Roles, newsroom.Enrol) && r.vouched(e.Kind, e.row, author)
	return answer{*e.Person, known, good}
}

// namesOne reports whether e says of the one person that it is about who that is.
func namesOne(e journal.Entry) bool {
	if e.Person == nil || !newsroom.ValidID(string(e.Person.ID)) {
		return false
	}
	return e.Kind == journal.Found && e.Subject == journal.TheNewsroom ||
		e.Kind == journal.Roster && e.Subject == journal.MemberSubject(e.Person.ID)
}

// signed reports whether the entry of row has a signature of its own that fits.
func (r *roster) signed(row sqlite.Entry) bool {
	by := func(p sqlite.Proof) bool { return journal.EntrySigned(row.ID, p.Key, p.Sig) }
	return by(row.Proof) || slices.ContainsFunc(r.proofs[row.ID], by)
}

// vouched reports whether one of p's devices made the entry of row: signed it, where it is
// weighty, and sealed the segment that it came in, where it is not.
func (r *roster) vouched(k journal.Kind, row sqlite.Entry, p newsroom.Member) bool {
	by := func(proof sqlite.Proof) bool {
		device := proof.Device
		if k.Weighty() {
			device = proof.Key
		}
		return (row.ID == r.witnessed || proves(k, row.ID, proof)) && slices.ContainsFunc(p.Devices, func(d ed25519.PublicKey) bool { return bytes.Equal(d, device) })
	}
	return by(row.Proof) || slices.ContainsFunc(r.proofs[row.ID], by)
}

// judge says what becomes of entry e: applied, parked or refused, and why.
func (r *roster) judge(e journal.Entry, row sqlite.Entry) (state, reason string) {
	switch {
	case !e.Kind.Known():
		return sqlite.Parked, "kind"
	case e.Unreadable, e.Kind == journal.Revise && e.Text == nil:
		return sqlite.Parked, "form"
	case e.Kind == journal.Found && row.ID != r.root:
		return sqlite.Refused, "founding"
	case e.Kind == journal.Found:
		return sqlite.OK, ""
	case e.Kind == journal.Roster && !namesOne(e):
		return sqlite.Parked, "form"
	}
	act, ok := actOf(e)
	if !ok || !e.Subject.Valid() {
		return sqlite.Parked, "subject"
	}
	p, known, good := r.person(e.Grant)
	switch {
	case !known:
		return sqlite.Parked, "grant"
	case !good, p.ID != e.Member, !newsroom.May(p.Roles, act):
		return sqlite.Refused, "role"
	case !r.vouched(e.Kind, row, p):
		return sqlite.Refused, "signature"
	}
	return sqlite.OK, ""
}

// lists reports whether any roster entry about member m names device as one of m's.
func (r *roster) lists(m newsroom.MemberID, device ed25519.PublicKey) bool {
	for _, e := range r.entries {
		if namesOne(e.Entry) && e.Person.ID == m && slices.ContainsFunc(e.Person.Devices, func(d ed25519.PublicKey) bool { return bytes.Equal(d, device) }) {
			return true
		}
	}
	return false
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
	case "story":
		if embargoes(e) {
			return newsroom.GoLive, true
		}
		return newsroom.Write, true
	case "edition", "comment", "word":
		return newsroom.Write, true
	case string(newsroom.Section):
		return newsroom.Vocabulary, true
	case string(newsroom.Tag), "name":
		return newsroom.Tagging, true
	case string(journal.TheNewsroom):
		return newsroom.Configure, true
	}
	return "", false
}
