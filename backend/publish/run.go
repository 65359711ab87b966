package publish

import (
	"context"
	"os"
	"strings"
	"sync"
	"time"

	"khabar/backend/newsroom"
)

// run is one run of Publish.
type run struct {
	dir      string
	root     *os.Root // keeps every write inside the folder, whatever links it holds
	files    Files
	kept     *kept
	manifest manifest          // what the folder held of ours when the run began
	recorded time.Time         // when the manifest was written
	folded   map[string]string // its paths by their lower-case form, made when needed
	taken    map[string]bool   // paths at which somebody else's file stands
	standing manifest          // what stands in the folder now
	dirty    map[string]bool   // folders to be synced before the next phase
	report   *Report
	total    int
	progress func(done, total int)

	mutex     sync.Mutex // guards report, standing, dirty and unsettled
	unsettled bool       // the manifest does not say what stands in the folder
}

// publish runs the steps that keep the promises of the package comment, in order.
func (r *run) publish(ctx context.Context, paths []string) error {
	var err error
	for _, path := range paths {
		if !publishable(path) {
			return newsroom.Errorf(newsroom.Internal, "publish.path", "path", path)
		}
	}
	if r.manifest, r.recorded, err = r.kept.read(r.root); err != nil {
		return r.failure(err)
	}
	r.standing, r.taken, r.dirty = make(manifest, len(paths)), map[string]bool{}, map[string]bool{}
	stale := r.stale(ctx, paths)
	if r.report.Cancelled {
		return nil
	}
	if err := r.claim(stale); err != nil {
		return r.failure(err)
	}
	for _, phase := range phases(stale) {
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
