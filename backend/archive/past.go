package archive

import (
	"slices"
	"sync"

	"khabar/backend/alignment"
	"khabar/backend/journal"
	"khabar/backend/newsroom"
	"khabar/backend/sqlite"
)

// memory remembers which blocks revisions have. They never change, and to know what a stale
// block was, many may have to be gone through.
type memory struct {
	mu   sync.Mutex
	keys map[newsroom.RevisionID][]newsroom.Digest
}

// revisionsKept bounds a memory; one takes about a kilobyte.
const revisionsKept = 8192

func newMemory() *memory { return &memory{keys: map[newsroom.RevisionID][]newsroom.Digest{}} }

func (m *memory) of(id newsroom.RevisionID, blocks func() ([]alignment.Block, error)) ([]newsroom.Digest, error) {
	m.mu.Lock()
	keys, known := m.keys[id]
	m.mu.Unlock()
	if known {
		return keys, nil
	}
	all, err := blocks()
	if err != nil {
		return nil, err
	}
	keys = alignment.Keys(all)
	m.mu.Lock()
	defer m.mu.Unlock()
	if len(m.keys) == revisionsKept {
		clear(m.keys)
	}
	m.keys[id] = keys
	return keys, nil
}

// SourceText is an edition that others are made from: what it says, without what is still
// being typed in it, and what it said before, read as far back as is asked for.
type SourceText struct {
	*alignment.Source
	Text  newsroom.Text
	Heads []newsroom.RevisionID // none where there is no such edition

	past *past
}

// Err returns the first thing that kept its past from being read.
func (s *SourceText) Err() error { return s.past.err }

// Source returns an edition as others are made from it.
func (a *Archive) Source(tx *sqlite.Tx, id newsroom.EditionID) (*SourceText, error) {
	return a.memory.source(tx, id)
}

// Source returns an edition as others are made from it, within this transaction.
func (r *Recorder) Source(id newsroom.EditionID) (*SourceText, error) {
	return r.archive.memory.source(r.Tx, id)
}

func (m *memory) source(tx *sqlite.Tx, id newsroom.EditionID) (*SourceText, error) {
	text, heads, _, err := View(tx, id)
	if err != nil {
		return nil, err
	}
	fields, err := FieldsOf(tx, journal.EditionSubject(id))
	if err != nil {
		return nil, err
	}
	p := &past{tx: tx, edition: id, memory: m, blocks: map[newsroom.RevisionID][]alignment.Block{}}
	return &SourceText{alignment.NewSource(BlocksOf(text.Body), fields.Same(), p.of), text, heads, p}, nil
}

// Before returns what a head of the edition was, by its digest; "" where no revision is known
// that had it.
func (s *SourceText) Before(name string, was newsroom.Digest) string {
	words, err := s.past.head(name, was)
	if s.past.err == nil {
		s.past.err = err
	}
	return words
}

// past is what an edition said before.
type past struct {
	err       error
	tx        *sqlite.Tx
	edition   newsroom.EditionID
	memory    *memory
	read      bool
	revisions []sqlite.Revision
	blocks    map[newsroom.RevisionID][]alignment.Block
}

// of returns the blocks of the newest revision that had a block; it is an alignment.Past.
// A block comes and goes once, as a rule: the steps back double until it is there, and its
// last revision is found by halves. One that came back in between is found where it was
// before; one that fell between two steps, by going through all.
func (p *past) of(block newsroom.Digest) []alignment.Block {
	if _, err := p.list(); err != nil {
		return nil
	}
	last, without := len(p.revisions)-1, len(p.revisions)
	for step := 1; last >= 0 && !p.has(last, block); step *= 2 {
		without, last = last, last-step
	}
	if last < 0 {
		last = slices.IndexFunc(p.revisions, func(r sqlite.Revision) bool { return slices.Contains(p.keys(r.ID), block) })
		without = len(p.revisions)
	}
	if last < 0 {
		return nil
	}
	for without-last > 1 {
		if middle := (last + without) / 2; p.has(middle, block) {
			last = middle
		} else {
			without = middle
		}
	}
	if p.err != nil {
		return nil
	}
	all, err := p.text(p.revisions[last].ID)
	p.err = err
	return all
}

// head goes back through the revisions; a changed head is not far, as a rule.
func (p *past) head(name string, was newsroom.Digest) (string, error) {
	all, err := p.list()
	for i := len(all) - 1; i >= 0 && err == nil; i-- {
		var t newsroom.Text
		if t, err = TextOf(p.tx, p.edition, all[i].ID); alignment.HeadDigest(name, alignment.Head(t, name)) == was {
			return alignment.Head(t, name), err
		}
	}
	return "", err
}

// list reads the revisions, the oldest first.
func (p *past) list() ([]sqlite.Revision, error) {
	if !p.read && p.err == nil {
		p.revisions, p.err = p.tx.Revisions(p.edition)
		p.read = true
	}
	return p.revisions, p.err
}

func (p *past) has(i int, block newsroom.Digest) bool {
	return slices.Contains(p.keys(p.revisions[i].ID), block)
}

// keys names the blocks of a revision; none once something could not be read.
func (p *past) keys(id newsroom.RevisionID) []newsroom.Digest {
	if p.err != nil {
		return nil
	}
	keys, err := p.memory.of(id, func() ([]alignment.Block, error) { return p.text(id) })
	p.err = err
	return keys
}

func (p *past) text(id newsroom.RevisionID) ([]alignment.Block, error) {
	if all, known := p.blocks[id]; known {
		return all, nil
	}
	t, err := TextOf(p.tx, p.edition, id)
	if err != nil {
		return nil, err
	}
	p.blocks[id] = BlocksOf(t.Body)
	return p.blocks[id], nil
}
