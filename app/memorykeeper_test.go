package app

import (
	"context"
	"testing"
	"testing/synctest"
	"time"
)

// Who saves again and again is not disturbed: the memory is read once it is quiet.
func TestTheMemoryWaitsUntilItIsQuiet(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		k := memoryKeeper{look: make(chan struct{}, 1)}
		begun := time.Now()
		var last time.Time
		go func() {
			for range 5 {
				time.Sleep(memoryQuiet - time.Millisecond)
				k.note()
				last = time.Now()
			}
		}()
		if !k.rest(t.Context(), memoryQuiet) {
			t.Fatal("it ended")
		}
		if waited := time.Since(last); waited != memoryQuiet || time.Since(begun) < 5*(memoryQuiet-time.Millisecond) {
			t.Errorf("read %v after the last change", waited)
		}
		begun = time.Now()
		if !k.rest(t.Context(), memoryRest) || time.Since(begun) != memoryRest {
			t.Error("without a change it waits for something")
		}
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		if k.rest(ctx, time.Hour) {
			t.Error("it goes on after its end")
		}
	})
}
