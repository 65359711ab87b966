package app

import (
	"context"
	"time"
)

// besideWatch looks for what another process writes into the same folder, as an import
// from the command line does while the window is open.
type besideWatch struct{ end func() }

// besideEvery is how soon the window shows what was written beside it. A look takes a
// tenth of a millisecond where there is nothing new.
const besideEvery = 2 * time.Second

// start watches a newsroom until close. What a look fails on shows wherever the newsroom is
// used.
func (b *besideWatch) start(r *Room) {
	ctx, cancel := context.WithCancel(context.Background())
	over := make(chan struct{})
	b.end = func() { cancel(); <-over }
	go func() {
		defer close(over)
		_ = r.Archive.LookBeside(ctx)
		for {
			select {
			case <-ctx.Done():
				return
			case <-time.After(besideEvery):
				_ = r.Archive.LookBeside(ctx)
			}
		}
	}()
}

func (b *besideWatch) close() {
	if b.end != nil {
		b.end()
	}
}
