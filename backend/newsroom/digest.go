package newsroom

// Digest names the source of a block by its words, however its lines are broken. See
// package alignment, which makes it.
type Digest string
