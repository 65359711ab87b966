// Package memory is the translation memory: what the newsroom has said before, in every
// language in which it said it, found by what is to be translated now.
//
// It remembers passages. A passage is what belongs together of the editions of a story: a
// headline, a summary, a block of the body and its counterparts, each as readers see it or
// as it was approved. So it goes in all directions: two translations of one source are
// translations of each other.
//
//	Gather   the passages of a story, from the tables of the newsroom
//	Put      remembers them; what was remembered of the story before goes
//	Matches  what was said for this block, or for one that is like it
//	Find     where words were used, and what stands there in another language
//
// # How a block is found
//
// Words are compared as package locale folds them, so that digits, kaf and ye, harakat and
// ZWNJ do not matter; texts come out as they went in. Two blocks are as alike as the number
// of words that must be inserted, deleted or replaced to make one of the other is small (the
// distance of Levenshtein, over words), as a part of the longer one.
//
// Blocks of at least 70 % have all but three in ten of their words in common, so one of any
// three in ten of the words, and one more, is in every block that counts. The rarest are
// looked up, in an index of SQLite; the two hundred blocks that have most of them are
// compared, in a band of the table around its diagonal (Ukkonen, "Algorithms for approximate
// string matching", Information and Control 64, 1985). How rare a word is comes from a table
// of 65,536 counts for each language, by hash: it is only ever asked which of two words is
// the rarer.
//
// # Where it is
//
// In memory.db in the data folder, beside the newsroom and not of it: no entry is about it,
// rebuilding leaves it alone, and without it, it is made again in the background. What was
// imported as TMX is kept as files in the folder memory, from which it is made again too.
package memory

import (
	"context"
	"sync"

	"khabar/backend/newsroom"
	"khabar/backend/sqlite"
)

// Memory is an open translation memory. Its methods may be called at any time and at once.
type Memory struct {
	db *sqlite.DB

	mu     sync.Mutex // over counts
	counts map[newsroom.Lang]*counts
}

// FileName is the name of its file in the data folder.
const FileName = "memory.db"

// Open opens the memory in the file at path, or makes it; made reports that nothing is in it
// yet. Errors: Storage.
func Open(ctx context.Context, path string) (m *Memory, made bool, err error) {
	db, made, err := sqlite.OpenMemory(ctx, path)
	if err != nil {
		return nil, false, err
	}
	return &Memory{db: db, counts: map[newsroom.Lang]*counts{}}, made, nil
}

// Close closes the file.
func (m *Memory) Close() error { return m.db.Close() }

// Wording is a passage in one language.
type Wording struct {
	Source string // Markdown
	Text   string // what a reader reads in it
}

// Passage is what belongs together, by language.
type Passage map[newsroom.Lang]Wording

// Story is what is remembered of a story, or of a file that was imported.
type Story struct {
	ID       newsroom.StoryID
	Passages []Passage
}

// place is where a language stands in newsroom.Languages, which numbers go by.
func place(l newsroom.Lang) int {
	for i, each := range newsroom.Languages {
		if each == l {
			return i
		}
	}
	return -1
}
