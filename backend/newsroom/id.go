package newsroom

import (
	"crypto/rand"
	"encoding/base32"
	"strings"
	"unicode"
	"unicode/utf8"
)

// NewID returns a random identifier of 16 lower-case letters and digits (80 bits),
// safe in file names and addresses on every system.
func NewID() string {
	var b [10]byte
	rand.Read(b[:]) // never fails: crypto/rand aborts the program instead
	return strings.ToLower(base32.StdEncoding.EncodeToString(b[:]))
}

// ValidID reports whether s has the form of what NewID returns.
func ValidID(s string) bool {
	return len(s) == 16 && strings.Trim(s, "abcdefghijklmnopqrstuvwxyz234567") == ""
}

// StoryID names a story.
type StoryID string

// EditionID names an edition: the story, a full stop, the language.
type EditionID string

// NewEditionID returns the name of the edition of story s in language l.
func NewEditionID(s StoryID, l Lang) EditionID { return EditionID(string(s) + "." + string(l)) }

// Split returns the story and the language that e names; ok is false where e is not
// a well-formed edition name.
func (e EditionID) Split() (s StoryID, l Lang, ok bool) {
	i := strings.LastIndexByte(string(e), '.')
	if i <= 0 {
		return "", "", false
	}
	s, l = StoryID(e[:i]), Lang(e[i+1:])
	return s, l, l.Valid()
}

// Story returns the story that e belongs to, "" where e is malformed.
func (e EditionID) Story() StoryID { s, _, _ := e.Split(); return s }

// Lang returns the language of e, "" where e is malformed.
func (e EditionID) Lang() Lang { _, l, _ := e.Split(); return l }

// RevisionID names a revision; it is the id of the entry that brought it.
type RevisionID = EntryID

// TermID names a section or a tag within its kind.
type TermID string

// Valid reports whether id can name a term: letters, digits and hyphens, at most 160 bytes.
func (id TermID) Valid() bool {
	fits := func(r rune) bool { return r == '-' || unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r) }
	return id != "" && len(id) <= 160 && utf8.ValidString(string(id)) &&
		!strings.ContainsFunc(string(id), func(r rune) bool { return !fits(r) })
}

// MemberID names a member: a person.
type MemberID string
