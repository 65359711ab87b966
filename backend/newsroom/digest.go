package newsroom

// Digest names a block of a text by its words: package alignment makes it. Two texts that
// differ in white space alone have the same digests.
type Digest string
