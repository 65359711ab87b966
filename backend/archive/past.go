package archive

import (
	"slices"
	"sync"

	"khabar/backend/alignment"
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

// Past is what an edition said before, read as far back as is asked for.
type Past struct {
	Err error // the first thing that kept it from being read

	tx        *sqlite.Tx
	edition   newsroom.EditionID
	memory    *memory
	read      bool
	revisions []sqlite.Revision
	blocks    map[newsroom.RevisionID][]alignment.Block
}

// Past returns the past of an edition.
func (a *Archive) Past(tx *sqlite.Tx, id newsroom.EditionID) *Past { return a.memory.past(tx, id) }

// Past returns the past of an edition, within this transaction.
func (r *Recorder) Past(id newsroom.EditionID) *Past { return r.archive.memory.past(r.Tx, id) }

func (m *memory) past(tx *sqlite.Tx, id newsroom.EditionID) *Past {
	return &Past{tx: tx, edition: id, memory: m, blocks: map[newsroom.RevisionID][]alignment.Block{}}
}

// Of returns the blocks of the newest revision that had a block; it is an alignment.Past.
func (p *Past) Of(block newsroom.Digest) []alignment.Block {
	if !p.read && p.Err == nil {
		p.revisions, p.Err = p.tx.Revisions(p.edition)
		p.read = true
	}
	for _, r := range slices.Backward(p.revisions) {
		if p.Err != nil {
			return nil
		}
		text := func() ([]alignment.Block, error) { return p.text(r.ID) }
		keys, err := p.memory.of(r.ID, text)
		if err == nil && slices.Contains(keys, block) {
			var all []alignment.Block
			if all, err = text(); err == nil {
				return all
			}
		}
		p.Err = err
	}
	return nil
}

func (p *Past) text(id newsroom.RevisionID) ([]alignment.Block, error) {
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
