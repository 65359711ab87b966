package publish

import (
	"context"
	"os"
	"strings"
	"sync"
)

// run is one run of Publish.
type run struct {
	dir      string
	root     *os.Root // keeps every write inside the folder, whatever links it holds
	files    Files
	manifest manifest          // what the folder held of ours when the run began
	folded   map[string]string // its paths by their lower-case form
	taken    map[string]bool   // paths at which somebody else's file stands
	hashes   map[string]string // of what stands in the folder now
	dirty    map[string]bool   // folders to be synced before the next phase
	report   *Report
	total    int
	progress func(done, total int)
	mutex    sync.Mutex // guards report, hashes and dirty
}

// publish runs the steps that keep the promises of the package comment, in order.
func (r *run) publish(ctx context.Context, paths []string) error {
	var err error
	if r.manifest, err = readManifest(r.root); err != nil {
		return r.failure(err)
	}
	r.folded, r.hashes = map[string]string{}, map[string]string{}
	r.taken, r.dirty = map[string]bool{}, map[string]bool{}
	for path := range r.manifest {
		r.folded[strings.ToLower(path)] = path
	}
	if err := r.claim(paths); err != nil {
		return r.failure(err)
	}
	for _, phase := range phases(paths) {
		if err := r.write(ctx, phase); err != nil || r.report.Cancelled {
			return r.failure(err)
		}
	}
	orphans := r.orphans(paths)
	if r.report.Failed == 0 {
		if orphans, err = r.remove(ctx, orphans); err != nil {
			return r.failure(err)
		}
	}
	if r.report.Cancelled {
		return nil
	}
	return r.failure(r.settle(orphans))
}

// failure makes an error of the folder one that a person can read.
func (r *run) failure(err error) error {
	if err == nil {
		return nil
	}
	return storageError(r.dir, err)
}

// phases groups paths by when readers may find them: what pages load, the articles,
// and what leads to articles.
func phases(paths []string) [][]string {
	phases := make([][]string, 3)
	for _, p := range paths {
		n := phaseOf(p)
		phases[n] = append(phases[n], p)
	}
	return phases
}

func phaseOf(path string) int {
	if strings.HasPrefix(path, "assets/") || strings.HasPrefix(path, "media/") {
		return 0
	}
	_, name, found := strings.Cut(path, "/")
	if found && !strings.Contains(name, "/") && strings.HasSuffix(name, ".html") && name != "index.html" {
		return 1
	}
	return 2
}
