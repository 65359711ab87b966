package app

import (
	"bufio"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"khabar/backend/newsroom"
)

// quiet is a host that shows nothing.
type quiet struct{}

func (quiet) Emit(string, any)                                     {}
func (quiet) ChooseFolder(string) (string, error)                  { return "", nil }
func (quiet) ChooseFile(string, string, []string) (string, error)  { return "", nil }
func (quiet) ChooseNewFile(string, string, string) (string, error) { return "", nil }
func (quiet) OpenAddress(string) error                             { return nil }

// open starts an app over dir, as the window does.
func open(t testing.TB, dir string) *App {
	t.Helper()
	a, err := New(dir, fstest.MapFS{"fonts/.keep": {}}, newsroom.SystemClock{}, quiet{})
	if err != nil {
		t.Fatal(err)
	}
	a.startup(context.Background())
	return a
}

const (
	kills     = 200
	killDir   = "KHABAR_TEST_KILL_DIR" // makes the test binary the writer that is killed
	killStory = "KHABAR_TEST_KILL_EDITION"
	killFrom  = "KHABAR_TEST_KILL_FROM"
)

// body is what the writer has typed at step n: every step is still there.
func body(n int) string {
	var b strings.Builder
	for i := max(1, n-200); i <= n; i++ {
		fmt.Fprintf(&b, "می‌نویسم %d ښه ҷ\n\n", i)
	}
	return b.String()
}

// writeUntilKilled types through the façade until it is killed. It is run by
// TestNoWordIsLostInAKill, in a process of its own.
func writeUntilKilled(t *testing.T, dir string) {
	a := open(t, dir)
	id := os.Getenv(killStory)
	n, err := strconv.Atoi(os.Getenv(killFrom))
	if err != nil {
		t.Fatal(err)
	}
	for {
		n++
		text := Text{Headline: "سرخط " + strconv.Itoa(n), Body: body(n)}
		if n%7 == 0 {
			_, err = a.Save(id, nil, text)
		} else {
			_, err = a.Keep(id, nil, text)
		}
		if err != nil {
			t.Fatal(err)
		}
		fmt.Println("kept", n)
	}
}

// A kill at any moment, at least two hundred times, while text goes in through the real
// façade: whatever was acknowledged is there afterwards, and nothing is damaged.
func TestNoWordIsLostInAKill(t *testing.T) {
	if dir := os.Getenv(killDir); dir != "" {
		writeUntilKilled(t, dir)
		return
	}
	dir := t.TempDir()
	a := open(t, dir)
	if _, err := a.Begin(BeginRequest{Language: "fa", Name: "Writer", Newsroom: "Test"}); err != nil {
		t.Fatal(err)
	}
	e, err := a.CreateStory("fa")
	if err != nil {
		t.Fatal(err)
	}
	if err := a.shutdown(context.Background()); err != nil {
		t.Fatal(err)
	}
	last := 0
	for range kills {
		kept := killWriter(t, dir, e.ID, last)
		a := open(t, dir)
		got, err := a.Edition(e.ID)
		if err != nil {
			t.Fatal(err)
		}
		n, err := strconv.Atoi(strings.TrimPrefix(got.Text.Headline, "سرخط "))
		if err != nil || n < kept || got.Text.Body != body(n) {
			t.Fatalf("kept step %d, found %q", kept, got.Text.Headline)
		}
		last = n
		if err := a.shutdown(context.Background()); err != nil {
			t.Fatal(err)
		}
	}
	room := open(t, dir)
	report, err := room.room.Archive.Verify(t.Context())
	if err != nil || len(report.Faults) > 0 {
		t.Fatalf("after %d kills: %+v %v", kills, report, err)
	}
	t.Logf("%d kills, %d texts kept, %d entries in %d segments", kills, last, report.Entries, report.Segments)
	if err := room.shutdown(context.Background()); err != nil {
		t.Fatal(err)
	}
}

// killWriter starts a writer, kills it at a random moment and returns the last step
// that it was told is on disk.
func killWriter(t *testing.T, dir, edition string, from int) (kept int) {
	t.Helper()
	cmd := exec.Command(os.Args[0], "-test.run=^TestNoWordIsLostInAKill$")
	cmd.Env = append(os.Environ(), killDir+"="+dir, killStory+"="+edition, killFrom+"="+strconv.Itoa(from))
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	kept = from
	stop := from + 1 + rand.IntN(25)
	lines := bufio.NewScanner(stdout)
	for lines.Scan() {
		n, found := strings.CutPrefix(lines.Text(), "kept ")
		if !found {
			continue
		}
		if kept, err = strconv.Atoi(n); err != nil {
			t.Fatal(err)
		}
		if kept == stop {
			// The writer is in the middle of a later step by now; how far is chance.
			for range rand.IntN(2000) {
				_ = body(50)
			}
			if err := cmd.Process.Kill(); err != nil {
				t.Fatal(err)
			}
		}
	}
	if kept < stop {
		t.Fatalf("the writer ended by itself after step %d", kept)
	}
	_ = cmd.Wait() // "signal: killed" is what was asked for
	return kept
}
