package journal

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/binary"

	"khabar/backend/newsroom"
)

// Hash is a SHA-256.
type Hash [sha256.Size]byte

// Header names a segment: whose log, which number, after which segment.
type Header struct {
	Newsroom [16]byte // fixed at the founding
	Log      [16]byte // random, one for each installation and each rebirth of it
	Seq      uint64   // from 1
	Prev     Hash     // of segment Seq-1; zero for the first
}

// Segment is a sealed run of entries: the exact lines and a signature over them.
type Segment struct {
	Header
	Key       ed25519.PublicKey
	Lines     [][]byte
	Signature []byte
}

const (
	segmentMagic = "KHS1"
	minReader    = 1 // lowest version of the format that can read what this one seals
)

// Bytes returns the header as it is hashed and signed: magic, minimal reader (16 bit),
// newsroom, log, number (64 bit), hash of the one before; big-endian.
func (h Header) Bytes() []byte {
	b := append([]byte(segmentMagic), 0, minReader)
	b = append(b, h.Newsroom[:]...)
	b = append(b, h.Log[:]...)
	b = binary.BigEndian.AppendUint64(b, h.Seq)
	return append(b, h.Prev[:]...)
}

// Seal signs lines as the segment h with a device's key.
func Seal(h Header, lines [][]byte, key ed25519.PrivateKey) Segment {
	s := Segment{Header: h, Key: key.Public().(ed25519.PublicKey), Lines: lines}
	sum := s.Hash()
	s.Signature = ed25519.Sign(key, sum[:])
	return s
}

// Hash returns what the signature covers and what the next segment names as Prev:
// SHA-256 over the header, then each line and a line feed.
func (s Segment) Hash() Hash {
	h := sha256.New()
	h.Write(s.Header.Bytes())
	for _, l := range s.Lines {
		h.Write(l)
		h.Write([]byte{'\n'})
	}
	return Hash(h.Sum(nil))
}

// Verify returns a Damaged error where the signature does not fit, a line could not be
// told from two, or the segment does not follow prev (nil for the first).
func (s Segment) Verify(prev *Segment) error {
	fault := func(what string) error {
		return newsroom.Errorf(newsroom.Damaged, "segment."+what, "number", s.Seq)
	}
	for _, l := range s.Lines {
		if bytes.IndexByte(l, '\n') >= 0 {
			return fault("line")
		}
	}
	sum := s.Hash()
	if len(s.Key) != ed25519.PublicKeySize || !ed25519.Verify(s.Key, sum[:], s.Signature) {
		return fault("signature")
	}
	switch {
	case prev == nil && (s.Seq != 1 || s.Prev != Hash{}):
		return fault("chain")
	case prev != nil && (s.Log != prev.Log || s.Seq != prev.Seq+1 || s.Prev != prev.Hash()):
		return fault("chain")
	}
	return nil
}

// SignEntry signs one entry on its own.
func SignEntry(id newsroom.EntryID, key ed25519.PrivateKey) []byte {
	return ed25519.Sign(key, signedEntry(id))
}

// EntrySigned reports whether sig is key's signature of entry id.
func EntrySigned(id newsroom.EntryID, key ed25519.PublicKey, sig []byte) bool {
	return len(key) == ed25519.PublicKeySize && ed25519.Verify(key, signedEntry(id), sig)
}

// The prefix keeps a signature of an entry from standing for anything else.
func signedEntry(id newsroom.EntryID) []byte { return []byte("khabar entry " + string(id)) }
