// Package publish brings a site to a place from which readers, or a browser on this
// machine, can open it.
//
// A destination is given Files: a list of paths and a way to render each. It writes what
// differs from what is there and nothing else, and reports the outcome of every page.
//
// # What is rendered
//
// Files that are Fingerprinted say of each path, without rendering it, a hash of all that it
// is made from. The manifest keeps it beside the hash of what was written. A page is rendered
// only where its fingerprint is another, or where the file is not what the manifest says;
// what was rendered is written only where it differs from what is there. What a file is, its
// size and the time of its last change tell, as they do to Git: one that was touched is
// read, and so is one that was last changed so shortly before the manifest was written
// that its time could be the same after another change. Times only ever lead to more work: a
// folder that was copied, or a manifest of an earlier shape, is read or rendered once and
// known again. Somebody who changes a page, keeps its length and sets its time back is the
// one who is not noticed.
//
// # The folder
//
// FolderDestination keeps a site in a folder: a web root, a USB stick. These hold
// whenever the process or the power is cut:
//
//   - A file is old or new, never in between: it is written beside its place, synced,
//     and renamed over it.
//   - A page never leads to what is not there yet: styles, scripts, fonts and pictures
//     are written first, then articles, then the pages that list them, and only when
//     all of these stand are files removed that the site no longer has.
//   - The next run finishes what this one did not: the manifest says which files a run is
//     about to write, before it does.
//
// What Khabar wrote is recorded in .khabar/manifest.json inside the folder. Other
// people's files are neither overwritten nor removed, and a folder that belongs to
// something else entirely loses nothing by a mistaken choice.
//
// # Serving
//
// Serve shows a folder on this machine only, for a look at what was published.
package publish

import "time"

// Files is the site to publish. Both methods must be safe for concurrent use, and
// File must give the same bytes whenever it is asked.
type Files interface {
	Paths() []string                  // every file, with forward slashes
	File(path string) ([]byte, error) // renders one
}

// Outcome says what became of a file.
type Outcome string

// The outcomes.
const (
	Written   Outcome = "written"
	Unchanged Outcome = "unchanged"
	Removed   Outcome = "removed"
	Failed    Outcome = "failed"
	Left      Outcome = "left" // the run was stopped before it came to this file
)

// Result is the outcome of one file.
type Result struct {
	Path    string
	Outcome Outcome
	Err     error // of a failed one
}

// Report is the outcome of a run.
type Report struct {
	Total                               int // files of the site
	Written, Unchanged, Removed, Failed int
	Left                                int // only in a run that was stopped
	Cancelled                           bool
	Duration                            time.Duration
	Results                             []Result // sorted by path
}

func (r *Report) add(result Result) {
	r.Results = append(r.Results, result)
	switch result.Outcome {
	case Written:
		r.Written++
	case Unchanged:
		r.Unchanged++
	case Removed:
		r.Removed++
	case Failed:
		r.Failed++
	case Left:
		r.Left++
	}
}

// leave notes the files of paths that the run did not come to.
func (r *Report) leave(paths []string) {
	met := map[string]bool{}
	for _, result := range r.Results {
		met[result.Path] = true
	}
	for _, path := range paths {
		if !met[path] {
			r.add(Result{Path: path, Outcome: Left})
		}
	}
}
