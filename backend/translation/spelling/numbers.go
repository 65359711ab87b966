package spelling

import (
	"bytes"
	"encoding/binary"
	"iter"
)

// numbers are those of the words of an edition, in rising order, each as its distance from
// the one before (varint). A large newsroom has ten thousand editions in a language, and
// written out they took more than all words.
type numbers []byte

// pack takes numbers in rising order.
func pack(rising []uint32) numbers {
	var packed []byte
	last := uint32(0)
	for _, n := range rising {
		packed = binary.AppendUvarint(packed, uint64(n-last))
		last = n
	}
	return bytes.Clone(packed) // without the room to grow
}

func (p numbers) each() iter.Seq[uint32] {
	return func(yield func(uint32) bool) {
		last := uint32(0)
		for rest := p; len(rest) > 0; {
			step, size := binary.Uvarint(rest)
			rest = rest[size:]
			if last += uint32(step); !yield(last) {
				return
			}
		}
	}
}
