// Package journal holds the append-only record of a newsroom as pure functions:
// no disk, no SQL, no clock of its own.
//
// An Entry is one change made by one member. It is encoded once as a line of JSON;
// its id is a hash over the member and those exact bytes, which are kept and never
// encoded again. Entries are sealed in order into segments, each signed by the device
// that made them and chained to the segment before; the proof of an entry that is signed
// on its own travels with it.
//
// What a set of entries means never depends on the order in which they arrived:
//
//   - A field is a causal register (Resolve): a write names the writes it replaces.
//     Writes that nobody replaced are all kept; the latest by time, then id, is shown.
//   - A set, such as the tags of a story, adds and removes members: a removal names
//     the additions that it saw, so an addition it did not see survives (Members).
//   - The texts of an edition form a graph of revisions. Heads are the revisions that
//     nobody builds on. Where there are several, View computes the same merged text on
//     every device, by blocks against the common ancestor, and says which fields are
//     unclear. No machine ever writes a merge.
//   - Clocks only break ties: no entry is refused for its time. Where acts replace one
//     another, Ordered goes by that, and by time only between those that know nothing of
//     each other.
package journal

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"slices"
	"strings"

	"khabar/backend/newsroom"
)

// Kind says what an entry does.
type Kind string

// The kinds. A reader that does not know a kind keeps the entry and parks it.
const (
	Found    Kind = "found"    // the newsroom begins: its first member, who holds every role
	Roster   Kind = "roster"   // a member's name, roles and devices
	Set      Kind = "set"      // fields and sets of a story, a term or the settings
	Revise   Kind = "revise"   // a new revision of an edition
	Submit   Kind = "submit"   // an edition waits for the desk
	Return   Kind = "return"   // the desk gives it back, with a note
	Approve  Kind = "approve"  // the desk approves one exact revision
	Publish  Kind = "publish"  // one exact revision goes live, now or at a time
	Withdraw Kind = "withdraw" // the live text becomes a notice
)

// Weighty reports whether entries of kind k are signed on their own, so that they
// prove themselves even outside their segment.
func (k Kind) Weighty() bool {
	switch k {
	case Found, Roster, Approve, Publish, Withdraw:
		return true
	}
	return false
}

// Kinds are the kinds that this version can apply.
var Kinds = []Kind{Found, Roster, Set, Revise, Submit, Return, Approve, Publish, Withdraw}

// Known reports whether this version can apply entries of kind k.
func (k Kind) Known() bool { return slices.Contains(Kinds, k) }

// Subject names what an entry changes: "story:…", "edition:…", "section:…", "tag:…",
// "comment:…", "member:…" or "newsroom".
type Subject string

// TheNewsroom is the subject of the settings and of the founding entry.
const TheNewsroom Subject = "newsroom"

// StorySubject names story id.
func StorySubject(id newsroom.StoryID) Subject { return Subject("story:" + string(id)) }

// EditionSubject names edition id.
func EditionSubject(id newsroom.EditionID) Subject { return Subject("edition:" + string(id)) }

// TermSubject names the section or tag id. The kind is part of the name, because it
// decides who may change it.
func TermSubject(kind newsroom.TermKind, id newsroom.TermID) Subject {
	return Subject(string(kind) + ":" + string(id))
}

// CommentSubject names comment id.
func CommentSubject(id newsroom.CommentID) Subject { return Subject("comment:" + string(id)) }

// NameSubject names name id.
func NameSubject(id newsroom.NameID) Subject { return Subject("name:" + string(id)) }

// WordSubject names the words that a newsroom added to the spelling of a language.
func WordSubject(l newsroom.Lang) Subject { return Subject("word:" + string(l)) }

// MemberSubject names member id.
func MemberSubject(id newsroom.MemberID) Subject { return Subject("member:" + string(id)) }

// Split returns the noun and the name of s.
func (s Subject) Split() (noun, name string) {
	noun, name, _ = strings.Cut(string(s), ":")
	return noun, name
}

// Valid reports whether s names something that there can be.
func (s Subject) Valid() bool {
	noun, name := s.Split()
	switch noun {
	case "story", "member", "comment":
		return newsroom.ValidID(name)
	case "edition":
		story, _, ok := newsroom.EditionID(name).Split()
		return ok && newsroom.ValidID(string(story))
	case string(newsroom.Section), string(newsroom.Tag):
		return newsroom.TermID(name).Valid()
	case "name":
		return newsroom.NameID(name).Valid()
	case "word":
		return newsroom.Lang(name).Valid()
	}
	return s == TheNewsroom
}

// Op says how a change works on a field.
type Op string

// The operations.
const (
	Write  Op = ""  // the field, a register, takes the value
	Add    Op = "+" // the field, a set, takes the value in
	Remove Op = "-" // the field, a set, gives the value up
)

// Change is one field of a Set entry.
type Change struct {
	Field string             `json:"f"`
	Op    Op                 `json:"o,omitempty"`
	Value json.RawMessage    `json:"v"`
	Over  []newsroom.EntryID `json:"s,omitempty"` // the writes it replaces, the additions it removes
}

// Entry is one change by one member.
type Entry struct {
	Kind     Kind                `json:"k"`
	Member   newsroom.MemberID   `json:"m"`
	Subject  Subject             `json:"a"`
	Changes  []Change            `json:"c,omitempty"` // Set
	Text     *newsroom.Text      `json:"x,omitempty"` // Revise
	Person   *newsroom.Member    `json:"p,omitempty"` // Found, Roster
	Parents  []newsroom.EntryID  `json:"s,omitempty"` // revisions built on; acts replaced
	Revision newsroom.RevisionID `json:"r,omitempty"` // what an act is about
	Digest   string              `json:"h,omitempty"` // Digest of that revision's text
	Note     string              `json:"n,omitempty"` // of a return, a correction, a withdrawal
	From     int64               `json:"e,omitempty"` // Publish: live from; Revise of a text from elsewhere: how old it was there; ms since 1970
	Grant    newsroom.EntryID    `json:"g,omitempty"` // roster entry that gives the author the right
	Time     newsroom.Stamp      `json:"t"`
	Nonce    string              `json:"u"` // keeps two devices of one member apart

	Unreadable bool `json:"-"` // Decode knew the kind, but could not read the rest
}

// Nonce returns 8 random hexadecimal digits for an entry.
func Nonce() string {
	var b [4]byte
	rand.Read(b[:])
	return hex.EncodeToString(b[:])
}

// Digest returns the SHA-256 of a text in hexadecimal. Every field is preceded by its
// length, so that no two texts share one.
func Digest(t newsroom.Text) string {
	h := sha256.New()
	for _, f := range []string{t.Headline, t.Slug, t.Summary, t.Body, t.Byline, t.Translator} {
		n := len(f)
		h.Write([]byte{byte(n), byte(n >> 8), byte(n >> 16), byte(n >> 24)})
		h.Write([]byte(f))
	}
	return hex.EncodeToString(h.Sum(nil))
}

// Value returns v as the value of a change. It panics where v cannot be JSON, which
// is a fault of the program.
func Value(v any) json.RawMessage {
	b, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	return b
}

func sorted[T ~string](s []T) []T {
	s = slices.Clone(s)
	slices.Sort(s)
	return slices.Compact(s)
}
