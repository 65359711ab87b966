package journal

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"

	"khabar/backend/newsroom"
)

// Where a device cuts its segments, so that a cut line loses little when they travel. An
// entry that is larger has a segment to itself.
const (
	SegmentBytes   = 64 << 10 // of lines
	SegmentEntries = 500
)

// Reader is the version of the segment format that this package reads and writes.
const Reader = 1

// Hash is a SHA-256.
type Hash [sha256.Size]byte

// Header names a segment: whose log, which number, after which segment.
type Header struct {
	MinReader uint16   // lowest version of the format that can read the segment
	Newsroom  [16]byte // fixed at the founding
	Log       [16]byte // random, one for each installation and each rebirth of it
	Space     [8]byte  // the desk whose members read it; zero = all
	Seq       uint64   // from 1; two segments of a log may have the same, where a copy of its folder was used
	Epoch     uint32   // which key of the space encrypts it; zero = none
	Prev      Hash     // of the segment before; zero for the first
}

const (
	segmentMagic = "KHS1"
	headerLength = len(segmentMagic) + 2 + 16 + 16 + 8 + 8 + 4 + sha256.Size
	proofLength  = ed25519.PublicKeySize + ed25519.SignatureSize
)

// Bytes returns the header as it is hashed and signed: magic, minimal reader (16 bit),
// newsroom, log, space, number (64 bit), epoch (32 bit), hash of the one before;
// big-endian.
func (h Header) Bytes() []byte {
	b := binary.BigEndian.AppendUint16([]byte(segmentMagic), h.MinReader)
	b = append(b, h.Newsroom[:]...)
	b = append(b, h.Log[:]...)
	b = append(b, h.Space[:]...)
	b = binary.BigEndian.AppendUint64(b, h.Seq)
	b = binary.BigEndian.AppendUint32(b, h.Epoch)
	return append(b, h.Prev[:]...)
}

// ParseHeader reads what Bytes returns, and nothing more. Errors: Damaged; TooNew where
// this version must not read the segment.
func ParseHeader(b []byte) (Header, error) {
	var h Header
	if len(b) != headerLength || !bytes.HasPrefix(b, []byte(segmentMagic)) {
		return h, newsroom.Errorf(newsroom.Damaged, "journal.line")
	}
	b = b[len(segmentMagic):]
	next := func(n int) []byte {
		field := b[:n]
		b = b[n:]
		return field
	}
	h.MinReader = binary.BigEndian.Uint16(next(2))
	copy(h.Newsroom[:], next(16))
	copy(h.Log[:], next(16))
	copy(h.Space[:], next(8))
	h.Seq = binary.BigEndian.Uint64(next(8))
	h.Epoch = binary.BigEndian.Uint32(next(4))
	copy(h.Prev[:], next(sha256.Size))
	if h.MinReader > Reader {
		return h, newsroom.Errorf(newsroom.TooNew, "segment.tooNew", "number", h.Seq)
	}
	return h, nil
}

// Sealed is an entry in a segment: its exact line and, for a weighty one, the key of the
// device that made it and that device's signature of the entry's id.
type Sealed struct {
	Line []byte
	Key  ed25519.PublicKey // nil where the entry proves nothing on its own
	Sig  []byte
}

// Segment is a sealed run of entries and a device's signature over them.
type Segment struct {
	Header
	Entries   []Sealed
	Key       ed25519.PublicKey
	Signature []byte
}

// Seal signs entries as the segment h with a device's key.
func Seal(h Header, entries []Sealed, key ed25519.PrivateKey) Segment {
	h.MinReader = Reader
	s := Segment{Header: h, Key: key.Public().(ed25519.PublicKey), Entries: entries}
	sum := s.Hash()
	s.Signature = ed25519.Sign(key, sum[:])
	return s
}

// body returns what the hash covers besides the header: each line and a line feed, and
// after the line of a weighty entry "=", the base64 of its key and signature, and a line
// feed. A line begins with "{", so the two are never confused.
func (s Segment) body() []byte {
	var b []byte
	for _, e := range s.Entries {
		b = append(append(b, e.Line...), '\n')
		if len(e.Key)+len(e.Sig) > 0 {
			b = append(b, '=')
			b = base64.StdEncoding.AppendEncode(b, append(bytes.Clone(e.Key), e.Sig...))
			b = append(b, '\n')
		}
	}
	return b
}

// Hash returns what the signature covers, what names the segment, and what the next one
// names as Prev: SHA-256 over header and body.
func (s Segment) Hash() Hash {
	h := sha256.New()
	h.Write(s.Header.Bytes())
	h.Write(s.body())
	return Hash(h.Sum(nil))
}

// Encode returns the segment as it travels: header, length of the body (32 bit,
// big-endian), body, key, signature.
func (s Segment) Encode() []byte {
	body := s.body()
	b := binary.BigEndian.AppendUint32(s.Header.Bytes(), uint32(len(body)))
	b = append(b, body...)
	b = append(b, s.Key...)
	return append(b, s.Signature...)
}

// ParseSegment reads what Encode returns, byte for byte, and verifies the signature. Errors:
// Damaged; TooNew.
func ParseSegment(b []byte) (Segment, error) {
	var s Segment
	damaged := newsroom.Errorf(newsroom.Damaged, "journal.line")
	if len(b) < headerLength+4+proofLength {
		return s, damaged
	}
	var err error
	if s.Header, err = ParseHeader(b[:headerLength]); err != nil {
		return s, err
	}
	length, body := binary.BigEndian.Uint32(b[headerLength:]), b[headerLength+4:len(b)-proofLength]
	if uint64(length) != uint64(len(body)) {
		return s, damaged
	}
	for line := range bytes.Lines(body) {
		if !s.take(line) {
			return s, damaged
		}
	}
	s.Key, s.Signature = splitProof(b[len(b)-proofLength:])
	return s, s.Verify()
}

// take adds one line of a body, line feed included; false where it has no place there.
func (s *Segment) take(line []byte) bool {
	line, whole := bytes.CutSuffix(line, []byte{'\n'})
	switch {
	case !whole || len(line) == 0:
		return false
	case line[0] == '{':
		s.Entries = append(s.Entries, Sealed{Line: bytes.Clone(line)})
		return true
	case line[0] != '=' || len(s.Entries) == 0 || s.Entries[len(s.Entries)-1].Key != nil:
		return false
	}
	// The length is that of base64 without anything that decoding would pass over.
	proof, err := base64.StdEncoding.DecodeString(string(line[1:]))
	if err != nil || len(proof) != proofLength || len(line[1:]) != base64.StdEncoding.EncodedLen(proofLength) {
		return false
	}
	last := &s.Entries[len(s.Entries)-1]
	last.Key, last.Sig = splitProof(proof)
	return true
}

func splitProof(b []byte) (ed25519.PublicKey, []byte) {
	b = bytes.Clone(b)
	return ed25519.PublicKey(b[:ed25519.PublicKeySize:ed25519.PublicKeySize]), b[ed25519.PublicKeySize:]
}

// Verify returns a Damaged error where the signature does not fit, or where the segment
// could not be told from another with the same bytes. Whose the key is, and what the
// segment follows, is for the caller to look up.
func (s Segment) Verify() error {
	fault := func(what string) error {
		return newsroom.Errorf(newsroom.Damaged, "segment."+what, "number", s.Seq)
	}
	for _, e := range s.Entries {
		proof := len(e.Key) + len(e.Sig)
		if !wellFormed(e.Line) || proof != 0 && (len(e.Key) != ed25519.PublicKeySize || proof != proofLength) {
			return fault("line")
		}
	}
	sum := s.Hash()
	if len(s.Key) != ed25519.PublicKeySize || !ed25519.Verify(s.Key, sum[:], s.Signature) {
		return fault("signature")
	}
	if (s.Seq == 0) || (s.Seq == 1) != (s.Prev == Hash{}) {
		return fault("chain")
	}
	return nil
}

// Follows reports whether s comes directly after prev in a log. What prev is, its hash
// says already; here its place is compared.
func (h Header) Follows(prev Header) bool {
	return h.Newsroom == prev.Newsroom && h.Log == prev.Log && h.Seq == prev.Seq+1
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
