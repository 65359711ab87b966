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

// each calls do for all items, several at a time, until one fails or ctx is done; the report
// says so then.
func each[T any](ctx context.Context, r *run, items []T, do func(T) error) error {
	var next atomic.Int64
	var workers sync.WaitGroup
	failed := make(chan error, 1) // the first failure
	for range max(2, runtime.GOMAXPROCS(0)) {
		workers.Go(func() {
			for ctx.Err() == nil && len(failed) == 0 {
				i := int(next.Add(1)) - 1
				if i >= len(items) {
					return
				}
				if err := do(items[i]); err != nil {
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
	return nil
}

// write renders and stores the files of one phase, and returns when all are on the disk. An
// error is one of the folder; the rest of the phase is left undone then, as it is when ctx is
// done.
func (r *run) write(ctx context.Context, paths []string) error {
	if err := each(ctx, r, paths, r.writeOne); err != nil {
		return err
	}
	return r.syncFolders()
}

// writeOne brings one file to its place and notes the outcome. It returns only
// errors that all other files would meet as well.
func (r *run) writeOne(name string) error {
	made := r.fingerprint(name)
	content, err := r.files.File(name)
	if err != nil {
		r.note(Result{Path: name, Outcome: Failed, Err: err}, unknown)
		return nil
	}
	old, err := r.root.ReadFile(name)
	switch {
	case err == nil && bytes.Equal(old, content):
		r.note(Result{Path: name, Outcome: Unchanged}, r.recordOf(name, made, content))
		return nil
	case r.taken[name]:
		r.note(Result{Path: name, Outcome: Failed, Err: newsroom.Errorf(newsroom.Conflict, "publish.foreign", "path", name)}, unknown)
		return nil
	}
	if err := replace(r.root, name, content); err != nil {
		r.note(Result{Path: name, Outcome: Failed, Err: storageError(path.Join(r.dir, name), err)}, unknown)
		if folderFailed(err) {
			return err
		}
		return nil
	}
	r.note(Result{Path: name, Outcome: Written}, r.recordOf(name, made, content))
	return nil
}

// recordOf returns the record of a file that holds content. One that is gone again, or
// changed, will be looked into by the next run.
func (r *run) recordOf(name, made string, content []byte) record {
	is := record{hash: hashOf(content), made: made, size: int64(len(content))}
	if info, err := r.root.Lstat(name); err == nil && info.Size() == is.size {
		is.time = info.ModTime().UnixNano()
	}
	return is
}

// note adds a result to the report and tells the progress. The record is that of what now stands
// in the folder, unknown where that is not known.
func (r *run) note(result Result, is record) {
	r.mutex.Lock()
	defer r.mutex.Unlock()
	if is != unknown {
		r.standing[result.Path] = is
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
