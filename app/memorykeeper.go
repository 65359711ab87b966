package app

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"time"

	"khabar/backend/newsroom"
	"khabar/backend/translation/memory"
)

// memoryKeeper keeps the translation memory up to date, beside everything else: it opens the
// file when it is first wanted, and follows the newsroom in the background once it is told to.
type memoryKeeper struct {
	mu   sync.Mutex // held while opening
	made *memory.Memory

	look chan struct{} // the newsroom changed
	end  func()        // nil until it follows
}

// memoryFolder holds the memories that were imported.
const memoryFolder = "memory"

// open returns the memory of a newsroom. One that has to be made anew awaits the files that
// were imported.
func (k *memoryKeeper) open(ctx context.Context, r *Room) (*memory.Memory, error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.made != nil {
		return k.made, nil
	}
	m, made, err := memory.Open(ctx, filepath.Join(r.dir(), memory.FileName))
	if err != nil {
		return nil, err
	}
	if made {
		names, err := memoryFiles(r.dir())
		if err == nil {
			err = m.AwaitFiles(ctx, names)
		}
		if err != nil {
			return nil, errors.Join(err, m.Close())
		}
	}
	k.made = m
	return m, nil
}

// dir is the data folder.
func (r *Room) dir() string { return filepath.Dir(r.Archive.DB().Path()) }

func memoryFiles(dir string) (names []string, err error) {
	entries, err := os.ReadDir(filepath.Join(dir, memoryFolder))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, newsroom.Errorf(newsroom.Storage, "storage.notReadable", "path", filepath.Join(dir, memoryFolder), err)
	}
	for _, e := range entries {
		if filepath.Ext(e.Name()) == memoryEnding {
			names = append(names, e.Name())
		}
	}
	return names, nil
}

// The machine has somebody to work for: stories are looked at a few in one go, in a quarter
// of the time of one processor, and none while the newsroom changes. A save would wait for
// the disk behind them, and who saves will save again.
const (
	memoryBatch = 20
	memoryRest  = 50 * time.Millisecond // at least, between two batches
	memoryShare = 3                     // as long as a batch took
	memoryQuiet = 2 * time.Second       // since the last change
)

// follow begins to follow the newsroom, until close.
func (k *memoryKeeper) follow(r *Room) {
	ctx, cancel := context.WithCancel(context.Background())
	over := make(chan struct{})
	k.end = func() { cancel(); <-over }
	go func() {
		defer close(over)
		for {
			wait := lookAgain // another process may write too
			if left, took, err := k.step(ctx, r); err == nil && left > 0 {
				wait = max(memoryRest, memoryShare*took)
			}
			if !k.rest(ctx, wait) {
				return
			}
		}
	}()
}

// rest waits, or until the newsroom has been quiet again after a change; false where it has
// ended.
func (k *memoryKeeper) rest(ctx context.Context, wait time.Duration) bool {
	over := time.NewTimer(wait)
	defer over.Stop()
	for {
		select {
		case <-ctx.Done():
			return false
		case <-k.look:
			over.Reset(memoryQuiet)
		case <-over.C:
			return true
		}
	}
}

// step looks at one batch. What is wrong with the memory shows where it is asked.
func (k *memoryKeeper) step(ctx context.Context, r *Room) (left int, took time.Duration, err error) {
	m, err := k.open(ctx, r)
	if err != nil {
		return 0, 0, err
	}
	start := time.Now()
	if err := m.Note(ctx, r.Archive); err != nil {
		return 0, 0, err
	}
	left, err = m.Catch(ctx, r.Archive, r.memoryFile, memoryBatch)
	return left, time.Since(start), err
}

// note has the newsroom looked at again. It never waits.
func (k *memoryKeeper) note() {
	select {
	case k.look <- struct{}{}:
	default: // it will look, or does not follow
	}
}

// close ends it and closes the file.
func (k *memoryKeeper) close() error {
	if k.end != nil {
		k.end()
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.made == nil {
		return nil
	}
	return k.made.Close()
}

// Remember brings the translation memory up to date.
func (r *Room) Remember(ctx context.Context) (*memory.Memory, error) {
	for {
		left, _, err := r.memory.step(ctx, r)
		if err != nil {
			return nil, err
		}
		if left == 0 {
			return r.memory.open(ctx, r)
		}
	}
}
