// Package interchange reads and writes the files in which translators' programs keep their
// work: a translation as XLIFF 1.2 and 2.1, the memory as TMX 1.4, the glossary as TBX-Basic
// and as a table (CSV). e2e/interchange holds what is written against the published schemas.
//
// Readers are forgiving and say what they passed over: a row or an entry that cannot be used
// is a Problem with its line, and the rest comes in. Writers are strict: what they write,
// they and other programs read again without loss. Nothing in a text is changed on the way;
// joiners, direction marks and every letter come out as they went in.
package interchange

import "khabar/backend/newsroom"

// Problem is a part of a file that could not be used.
type Problem struct {
	Line int // from 1; 0 where it is about the file as a whole
	Err  error
}

// Entry is a name of a file and the line on which it begins.
type Entry struct {
	Name newsroom.Name
	Line int
}

// maxFile is how many bytes of a file are read. 100,000 names in nine languages are a fifth.
const maxFile = 200 << 20
