package journal

import (
	"sync"

	"khabar/backend/newsroom"
)

// Clock gives out hybrid logical times (Kulkarni et al., "Logical Physical Clocks",
// 2014, in the 48 + 16 bit form): never the same twice on a device, never behind one
// it has seen, and close to the wall clock where that is sane.
type Clock struct {
	mu   sync.Mutex
	wall newsroom.Clock
	last newsroom.Stamp
}

// NewClock returns a clock that continues after last.
func NewClock(wall newsroom.Clock, last newsroom.Stamp) *Clock {
	return &Clock{wall: wall, last: last}
}

// Next returns the time of a new entry.
func (c *Clock) Next() newsroom.Stamp {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.last = max(c.last+1, c.now())
	return c.last
}

// Saw notes the time of an entry from elsewhere. A time more than a day ahead of the
// wall clock is a broken clock and is not followed; the entry itself is never refused.
func (c *Clock) Saw(t newsroom.Stamp) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if t > c.last && t <= c.horizon() {
		c.last = t
	}
}

// Horizon returns the latest time that the clock would follow now.
func (c *Clock) Horizon() newsroom.Stamp {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.horizon()
}

func (c *Clock) horizon() newsroom.Stamp {
	const day = 24 * 60 * 60 * 1000
	return c.now() + day<<16
}

func (c *Clock) now() newsroom.Stamp {
	const last = int64(newsroom.LastStamp>>16) - 1
	return newsroom.Stamp(min(max(0, c.wall.Now().UnixMilli()), last)) << 16
}
