package app

import "khabar/backend/translation/interchange"

// FileProblem is what did not go in of a file that was taken in, or not as it should be.
type FileProblem struct {
	Line    int        `json:"line"` // of the file; 0 = none
	Problem *WireError `json:"problem"`
	Err     error      `json:"-"`
}

// fileProblems turns what a reader of a file objects to into what is reported; never nil.
func fileProblems(found []interchange.Problem) []FileProblem {
	all := make([]FileProblem, len(found))
	for i, p := range found {
		all[i] = FileProblem{p.Line, wire(p.Err), p.Err}
	}
	return all
}
