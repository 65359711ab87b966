package newsroom

import "slices"

// DefaultBlocking are the checks that keep an edition from being approved where a newsroom
// has not chosen.
var DefaultBlocking = []string{"stale", "comments"}

// Blocks reports whether a check keeps an edition from being approved in this newsroom.
func (s Settings) Blocks(check string) bool {
	if s.Blocking == nil {
		return slices.Contains(DefaultBlocking, check)
	}
	return slices.Contains(s.Blocking, check)
}
