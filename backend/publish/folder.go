package publish

import (
	"context"
	"os"
	"slices"
	"strings"
	"sync"
	"time"
)

// FolderDestination publishes to a folder. Its runs take turns, and it remembers the manifest
// from one to the next: it takes memory of some 300 bytes a file.
type FolderDestination struct {
	dir  string
	turn sync.Mutex
	kept kept
}

// Folder returns the destination in dir, which must exist when Publish is called.
func Folder(dir string) *FolderDestination { return &FolderDestination{dir: dir} }

// Publish makes the folder hold the files, and removes what earlier runs wrote and
// the site no longer has. progress, which may be nil, is told after every file, one
// call at a time; it should return quickly.
//
// A page that cannot be rendered, or whose place is taken by a file that Khabar did
// not write, fails alone: the report says so and nothing is removed in this run. Where
// the folder itself fails (gone, full, read-only) the run ends with a Storage error
// and a report of what was done. When ctx is done the run ends after the files in
// hand, with Cancelled set and no
// error, and the report says which files are left.
func (f *FolderDestination) Publish(ctx context.Context, files Files, progress func(done, total int)) (report Report, err error) {
	f.turn.Lock()
	defer f.turn.Unlock()
	began := time.Now()
	paths := slices.Clone(files.Paths())
	slices.Sort(paths)
	report.Total = len(paths)
	defer func() {
		if report.Cancelled {
			report.leave(paths)
		}
		slices.SortFunc(report.Results, func(a, b Result) int { return strings.Compare(a.Path, b.Path) })
		report.Duration = time.Since(began)
	}()
	root, err := os.OpenRoot(f.dir)
	if err != nil {
		return report, storageError(f.dir, err)
	}
	defer root.Close()
	r := run{dir: f.dir, root: root, kept: &f.kept, files: files, report: &report, total: len(paths), progress: progress}
	return report, r.publish(ctx, paths)
}
