package newsroom

// Link says what a block of a translation is a translation of.
type Link struct {
	Target  Digest   `json:"target"`
	Sources []Digest `json:"sources"` // as the blocks were when they were translated; none = nothing, and that is right
}

// Links are what is known about a translation: from which language it was made and block by
// block what is translated. They may hold blocks that the text no longer has.
type Links struct {
	From  Lang     `json:"from"`
	Pairs []Link   `json:"pairs"`
	Left  []Digest `json:"left"` // blocks of the source that are left out on purpose

	// Heads are, by name, the headline and summary of the source as they were when they were
	// translated; missing where nobody has said.
	Heads map[string]Digest `json:"heads,omitempty"`
}

// Same says that a change of a source is of no effect: these blocks, before and after,
// mean the same to every translation.
type Same struct {
	Before []Digest `json:"before"`
	After  []Digest `json:"after"`
}
