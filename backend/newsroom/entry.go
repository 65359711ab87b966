package newsroom

import "time"

// EntryID names an entry of the journal: 24 lower-case hexadecimal digits, the first
// 12 bytes of SHA-256 over the member's id, a zero byte and the entry's exact line.
type EntryID string

// Stamp is a hybrid logical time: milliseconds since 1970 in the upper 48 bits and a
// counter in the lower 16. It orders what has no other order; it never decides alone.
type Stamp uint64

// LastStamp is the latest time that is told apart, in the year 4199: a later one, which only
// a broken clock gives, counts as this. Tables and dates have room for it.
const LastStamp Stamp = 1 << 62

// Wall returns the wall-clock part of t.
func (t Stamp) Wall() time.Time { return time.UnixMilli(int64(t >> 16)).UTC() }
