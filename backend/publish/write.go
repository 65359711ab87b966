package publish

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"path"
	"runtime"
	"sync"
	"sync/atomic"

	"khabar/backend/newsroom"
)

// write renders and stores the files of one phase, several at a time, and returns
// when all are on the disk. An error is one of the folder; the rest of the phase is
// left undone then, as it is when ctx is done.
func (r *run) write(ctx context.Context, paths []string) error {
	var next atomic.Int64
	var workers sync.WaitGroup
	failed := make(chan error, 1) // the first failure of the folder
	for range max(2, runtime.GOMAXPROCS(0)) {
		workers.Go(func() {
			for ctx.Err() == nil && len(failed) == 0 {
				i := int(next.Add(1)) - 1
				if i >= len(paths) {
					return
				}
				if err := r.writeOne(paths[i]); err != nil {
					select {
					case failed <- err:
					default:
					}
				}
			}
		})
	}
	workers.Wait()
	select {
	case err := <-failed:
		return err
	default:
	}
	if ctx.Err() != nil {
		r.report.Cancelled = true
	}
	return r.syncFolders()
}

// writeOne brings one file to its place and notes the outcome. It returns only
// errors that all other files would meet as well.
func (r *run) writeOne(name string) error {
	content, err := r.files.File(name)
	if err != nil {
		r.note(Result{Path: name, Outcome: Failed, Err: err}, nil)
		return nil
	}
	old, err := r.root.ReadFile(name)
	switch {
	case err == nil && bytes.Equal(old, content):
		r.note(Result{Path: name, Outcome: Unchanged}, content)
		return nil
	case r.taken[name]:
		r.note(Result{Path: name, Outcome: Failed, Err: newsroom.Errorf(newsroom.Conflict, "publish.foreign", "path", name)}, nil)
		return nil
	}
	if err := replace(r.root, name, content); err != nil {
		r.note(Result{Path: name, Outcome: Failed, Err: storageError(path.Join(r.dir, name), err)}, nil)
		if folderFailed(err) {
			return err
		}
		return nil
	}
	r.note(Result{Path: name, Outcome: Written}, content)
	return nil
}

// note adds a result to the report and tells the progress. content is what now
// stands in the folder, nil where that is not known.
func (r *run) note(result Result, content []byte) {
	var hash string
	if content != nil {
		hash = hashOf(content)
	}
	r.mutex.Lock()
	defer r.mutex.Unlock()
	if hash != "" {
		r.hashes[result.Path] = hash
	}
	for dir := result.Path; result.Outcome == Written && dir != "."; {
		dir = path.Dir(dir)
		r.dirty[dir] = true
	}
	r.report.add(result)
	if r.progress != nil && result.Outcome != Removed {
		r.progress(len(r.report.Results), r.total)
	}
}

func hashOf(content []byte) string {
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:])
}
