package newsroom

import "time"

// Clock tells the time. Programs use SystemClock; tests use a fixed one.
type Clock interface{ Now() time.Time }

// SystemClock is the machine's clock, in UTC and to the millisecond, which is as
// fine as the journal records.
type SystemClock struct{}

// Now returns the current time.
func (SystemClock) Now() time.Time { return time.Now().UTC().Truncate(time.Millisecond) }
