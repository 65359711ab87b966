package memory

import (
	"encoding/binary"
	"math"
	"math/bits"

	"khabar/backend/newsroom"
	"khabar/backend/sqlite"
)

// counts says how many wordings of a language have a word, about: words share a count with
// others of the same hash, and what is forgotten is not taken off.
type counts [1 << 16]uint16

// fnv is the hash of FNV-1a, which is the same on every machine.
func fnv(s string) uint32 {
	h := uint32(2166136261)
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h
}

func slot(key string) uint16 {
	h := fnv(key)
	return uint16(h ^ h>>16)
}

func (c *counts) add(key string) {
	if at := slot(key); c[at] < math.MaxUint16 {
		c[at]++
	}
}

func (c *counts) of(key string) uint16 { return c[slot(key)] }

// weight is what it says for a block to have a word: the rarer, the more.
func (c *counts) weight(key string) int { return 1 + bits.LeadingZeros16(c.of(key)) }

func (c *counts) encode() []byte {
	b := make([]byte, 0, 2*len(c))
	for _, n := range c {
		b = binary.LittleEndian.AppendUint16(b, n)
	}
	return b
}

func decodeCounts(b []byte) *counts {
	c := new(counts)
	if len(b) != 2*len(c) {
		return c
	}
	for i := range c {
		c[i] = binary.LittleEndian.Uint16(b[2*i:])
	}
	return c
}

// countsOf returns the counts of a language; m.mu is held.
func (m *Memory) countsOf(tx *sqlite.Tx, l newsroom.Lang) (*counts, error) {
	if c, ok := m.counts[l]; ok {
		return c, nil
	}
	b, err := tx.Frequencies(l)
	if err != nil {
		return nil, err
	}
	m.counts[l] = decodeCounts(b)
	return m.counts[l], nil
}
