package publish_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"khabar/backend/publish"
)

// kills is how often the publishing process is killed.
const kills = 60

// versions returns one of two versions of a site of about a hundred files, each
// large enough that its writing takes a moment.
func version(n int) pages {
	p := pages{}
	for i := range 40 {
		p[fmt.Sprintf("en/story-%d.html", i)] = filler(fmt.Sprint("story ", i, " in version ", n))
		p[fmt.Sprintf("assets/style-%d-%d.css", i, n)] = filler(fmt.Sprint("style ", i))
		p[fmt.Sprintf("en/only-%d-%d.html", n, i)] = filler("in one version only")
	}
	p["index.html"], p["en/index.html"] = filler(fmt.Sprint("home ", n)), filler(fmt.Sprint("home ", n))
	return p
}

func filler(s string) string { return strings.Repeat(s+"\n", 2_000) }

// TestMain is the publishing process itself when the test starts it as one.
func TestMain(m *testing.M) {
	if dir := os.Getenv("KHABAR_PUBLISH_TO"); dir != "" {
		n := 1
		if os.Getenv("KHABAR_PUBLISH_VERSION") == "2" {
			n = 2
		}
		fmt.Println("ready")
		if _, err := publish.Folder(dir).Publish(context.Background(), &printed{pages: version(n)}, nil); err != nil {
			fmt.Println(err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// A process killed at any moment leaves every page old or new, never leads to a style
// that is not there, and the next run finishes.
func TestKilledAtAnyMoment(t *testing.T) {
	dir := t.TempDir()
	run(t, dir, version(1))
	sites := []pages{version(1), version(2)}
	cut := 0
	for i := range kills {
		if killed(t, dir, 1+(i+1)%2) {
			cut++
		}
		everyPageIsWhole(t, dir, sites)
	}
	if cut < kills/2 {
		t.Errorf("only %d of %d processes were cut before they were done", cut, kills)
	}
	run(t, dir, &printed{pages: version(2)})
	holds(t, dir, version(2))
}

// killed starts a process that publishes version n and kills it at a random moment;
// it reports whether that was before the process had ended.
func killed(t *testing.T, dir string, n int) bool {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), "KHABAR_PUBLISH_TO="+dir, fmt.Sprint("KHABAR_PUBLISH_VERSION=", n))
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	if _, err := out.Read(make([]byte, 16)); err != nil {
		t.Fatal(err)
	}
	timer := time.AfterFunc(time.Duration(rand.IntN(40_000))*time.Microsecond, func() { cmd.Process.Kill() })
	defer timer.Stop()
	err = cmd.Wait()
	if cmd.ProcessState.ExitCode() > 0 {
		t.Fatal("publishing failed: ", err)
	}
	return err != nil
}

func everyPageIsWhole(t *testing.T, dir string, sites []pages) {
	t.Helper()
	err := filepath.WalkDir(dir, func(name string, entry os.DirEntry, err error) error {
		path, _ := filepath.Rel(dir, name)
		path = filepath.ToSlash(path)
		if err != nil || entry.IsDir() || strings.Contains(path, ".khabar") {
			return err
		}
		content, err := os.ReadFile(name)
		if string(content) != sites[0][path] && string(content) != sites[1][path] {
			t.Fatalf("%s is neither old nor new: %d bytes", path, len(content))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for i := range 40 {
		page, err := os.ReadFile(filepath.Join(dir, "en", fmt.Sprintf("story-%d.html", i)))
		if err != nil {
			t.Fatal(err)
		}
		n := 1
		if strings.Contains(string(page[:40]), "version 2") {
			n = 2
		}
		if _, err := os.Stat(filepath.Join(dir, "assets", fmt.Sprintf("style-%d-%d.css", i, n))); err != nil {
			t.Fatalf("a page of version %d is there without its style: %v", n, err)
		}
	}
}
