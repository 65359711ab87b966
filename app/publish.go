package app

import (
	"context"
	"errors"
	"strings"
	"sync"
	"time"

	"khabar/backend/newsroom"
	"khabar/backend/publish"
	"khabar/backend/sqlite"
)

// PageResult says what became of one file.
type PageResult struct {
	Path    string     `json:"path"`
	Outcome string     `json:"outcome"`
	Problem *WireError `json:"problem"`
}

// PublishReport says what a run did.
type PublishReport struct {
	Destination  string       `json:"destination"`
	Total        int          `json:"total"`
	Written      int          `json:"written"`
	Unchanged    int          `json:"unchanged"`
	Removed      int          `json:"removed"`
	Failed       int          `json:"failed"`
	Left         int          `json:"left"` // not come to, in a run that was stopped
	Cancelled    bool         `json:"cancelled"`
	Milliseconds int64        `json:"milliseconds"`
	Pages        []PageResult `json:"pages"` // without the unchanged ones
}

// PublishProgress tells how far a run has come.
type PublishProgress struct {
	Destination string `json:"destination"`
	Done        int    `json:"done"`
	Total       int    `json:"total"`
}

const (
	pagesShown    = 1000 // of each outcome: one failure is not lost among thousands that were written
	progressEvery = 100 * time.Millisecond
)

// runs are the publications under way, one a destination.
type runs struct {
	mu      sync.Mutex
	cancels map[string]context.CancelFunc
	under   sync.WaitGroup
}

// start notes a run; ok is false where one is under way.
func (r *runs) start(id string) (ctx context.Context, done func(), ok bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.cancels[id] != nil {
		return nil, nil, false
	}
	if r.cancels == nil {
		r.cancels = map[string]context.CancelFunc{}
	}
	ctx, cancel := context.WithCancel(context.Background())
	r.cancels[id] = cancel
	r.under.Add(1)
	return ctx, func() {
		defer r.under.Done()
		cancel()
		r.mu.Lock()
		defer r.mu.Unlock()
		delete(r.cancels, id)
	}, true
}

func (r *runs) cancel(id string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if cancel := r.cancels[id]; cancel != nil {
		cancel()
	}
}

// stop stops all runs and returns when they have ended: before the newsroom that they
// read is closed. One that hangs in a dead drive is not waited for longer than limit.
func (r *runs) stop(limit time.Duration) {
	r.mu.Lock()
	for _, cancel := range r.cancels {
		cancel()
	}
	r.mu.Unlock()
	ended := make(chan struct{})
	go func() {
		r.under.Wait()
		close(ended)
	}()
	select {
	case <-ended:
	case <-time.After(limit):
	}
}

// PublishSite brings a destination up to date with what is live.
func (a *App) PublishSite(destination string) (PublishReport, error) {
	room, err := a.open()
	if err != nil {
		return PublishReport{}, err
	}
	ctx, done, ok := a.publishing.start(destination)
	if !ok {
		return PublishReport{}, newsroom.Errorf(newsroom.Conflict, "publish.running")
	}
	defer done()
	var d sqlite.Destination
	err = room.view(ctx, func(tx *sqlite.Tx) error {
		d, err = tx.Destination(destination)
		return err
	})
	if err != nil {
		return PublishReport{}, err
	}
	report, err := room.PublishFolder(ctx, d.Path, a.throttled(destination))
	if newsroom.CodeOf(err) == newsroom.Cancelled { // before the first page
		report.Cancelled, err = true, nil
	}
	return reportOf(destination, report), errors.Join(err, a.remember(room, d, report, err))
}

// remember notes how the run to d ended, so that what failed is not forgotten when the
// window is closed. A run that was stopped says nothing new.
func (a *App) remember(room *Room, d sqlite.Destination, report publish.Report, failed error) error {
	switch {
	case failed != nil:
		d.Failed = sqlite.NotBegun
	case report.Cancelled:
		return nil
	default:
		d.Failed = report.Failed
	}
	if d.Failed == 0 {
		d.Published = a.clock.Now()
	}
	return room.Archive.DB().Update(context.Background(), func(tx *sqlite.Tx) error { return tx.PutDestination(d) })
}

// outlets keeps the destinations that were published to: each remembers what it holds.
type outlets struct {
	mu      sync.Mutex
	folders map[string]*publish.FolderDestination
}

func (o *outlets) folder(dir string) *publish.FolderDestination {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.folders == nil {
		o.folders = map[string]*publish.FolderDestination{}
	}
	if o.folders[dir] == nil {
		o.folders[dir] = publish.Folder(dir)
	}
	return o.folders[dir]
}

// PublishFolder brings a folder up to date with what is live.
func (r *Room) PublishFolder(ctx context.Context, dir string, progress func(done, total int)) (publish.Report, error) {
	s, err := r.Site(ctx)
	if err != nil {
		return publish.Report{}, err
	}
	return r.out.folder(dir).Publish(ctx, s, progress)
}

// throttled tells the window of progress now and then, and of the end.
func (a *App) throttled(destination string) func(done, total int) {
	var mu sync.Mutex
	var last time.Time
	return func(done, total int) {
		mu.Lock()
		defer mu.Unlock()
		if done < total && time.Since(last) < progressEvery {
			return
		}
		last = time.Now()
		a.host.Emit(eventProgress, PublishProgress{Destination: destination, Done: done, Total: total})
	}
}

func reportOf(destination string, r publish.Report) PublishReport {
	w := PublishReport{
		Destination: destination, Total: r.Total, Written: r.Written, Unchanged: r.Unchanged, Removed: r.Removed, Failed: r.Failed,
		Left: r.Left, Cancelled: r.Cancelled, Milliseconds: r.Duration.Milliseconds(), Pages: []PageResult{},
	}
	shown := map[publish.Outcome]int{}
	for _, p := range r.Results {
		if shown[p.Outcome]++; p.Outcome != publish.Unchanged && shown[p.Outcome] <= pagesShown {
			w.Pages = append(w.Pages, PageResult{Path: p.Path, Outcome: string(p.Outcome), Problem: wire(p.Err)})
		}
	}
	return w
}

// CancelPublish stops a run; what it has written stays and the next run goes on.
func (a *App) CancelPublish(destination string) { a.publishing.cancel(destination) }

// OpenSite serves a destination on this machine alone and opens it in the browser. Where
// no browser can be opened, the error names the address.
func (a *App) OpenSite(destination string) (string, error) {
	room, err := a.open()
	if err != nil {
		return "", err
	}
	var d sqlite.Destination
	err = room.view(context.Background(), func(tx *sqlite.Tx) error {
		d, err = tx.Destination(destination)
		return err
	})
	if err != nil {
		return "", err
	}
	address, err := a.serving.address(d.Path)
	if err != nil {
		return "", err
	}
	if err := a.host.OpenAddress(address); err != nil {
		// A slash at its end would stand at its beginning in a sentence from right to left.
		return "", newsroom.Errorf(newsroom.NotFound, "publish.noBrowser", "address", strings.TrimSuffix(address, "/"), err)
	}
	return address, nil
}
