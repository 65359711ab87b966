package newsroom

import "slices"

// DefaultBlocking are the checks that keep an edition from being approved where a newsroom
// has not chosen: what a reader would take for a false report.
var DefaultBlocking = []string{"stale", "comments", "empty", "number", "date", "link", "figure"}

// Blocks reports whether a check keeps an edition from being approved in this newsroom.
func (s Settings) Blocks(check string) bool {
	if s.Blocking == nil {
		return slices.Contains(DefaultBlocking, check)
	}
	return slices.Contains(s.Blocking, check)
}
