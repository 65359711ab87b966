package publish_test

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"khabar/backend/publish"
)

// printed are pages that know what they are made from, and count how often they are rendered.
type printed struct {
	pages
	mutex    sync.Mutex
	rendered []string
}

func (p *printed) File(path string) ([]byte, error) {
	p.mutex.Lock()
	defer p.mutex.Unlock()
	p.rendered = append(p.rendered, path)
	return p.pages.File(path)
}

func (p *printed) Fingerprint(path string) string {
	if path == "404.html" {
		return "" // not known
	}
	return fmt.Sprintf("%x", sha256.Sum256([]byte(path+p.pages[path])))
}

// renders publishes files and fails the test where others are rendered than those wanted.
func renders(t *testing.T, dir string, files pages, want ...string) publish.Report {
	t.Helper()
	p := &printed{pages: files}
	report := run(t, dir, p)
	slices.Sort(p.rendered)
	if !slices.Equal(p.rendered, want) {
		t.Fatalf("%v were rendered, want %v", p.rendered, want)
	}
	return report
}

// age makes the folder as if all of it had been written an hour ago.
func age(t *testing.T, dir string) {
	t.Helper()
	err := filepath.WalkDir(dir, func(name string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		return errors.Join(err, os.Chtimes(name, time.Time{}, info.ModTime().Add(-time.Hour)))
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestOnlyWhatDiffersIsRendered(t *testing.T) {
	dir := t.TempDir()
	files := before()
	renders(t, dir, files, files.Paths()...)
	if r := renders(t, dir, files, "404.html"); r.Unchanged != r.Total {
		t.Errorf("%+v", r)
	}
	files["en/visit.html"] = "visit 2"
	if r := renders(t, dir, files, "404.html", "en/visit.html"); r.Written != 1 || r.Unchanged != r.Total-1 {
		t.Errorf("%+v", r)
	}
	holds(t, dir, files)
}

// A page is written again where somebody changed it, took it away, or changed it to another
// of the same length in the very moment in which it was published.
func TestWhatWasTouchedIsWrittenAgain(t *testing.T) {
	dir := t.TempDir()
	files := before()
	renders(t, dir, files, files.Paths()...)
	put(t, dir, "en/visit.html", "VISIT 1")
	renders(t, dir, files, "404.html", "en/visit.html")
	put(t, dir, "en/visit.html", "somebody else's text")
	if err := os.Remove(filepath.Join(dir, "index.html")); err != nil {
		t.Fatal(err)
	}
	renders(t, dir, files, "404.html", "en/visit.html", "index.html")
	holds(t, dir, files)
}

// A folder that was copied has other times. Its files are read, not rendered, and known again
// from then on.
func TestCopiedFolder(t *testing.T) {
	dir := t.TempDir()
	files := before()
	renders(t, dir, files, files.Paths()...)
	manifest := filepath.Join(dir, ".khabar", "manifest.json")
	first, err := os.ReadFile(manifest)
	if err != nil {
		t.Fatal(err)
	}
	age(t, dir)
	renders(t, dir, files, "404.html")
	second, err := os.ReadFile(manifest)
	if err != nil || string(first) == string(second) {
		t.Fatal("the new times were not recorded", err)
	}
	renders(t, dir, files, "404.html")
}

// What an earlier Khabar wrote says no more than what stands there: all is rendered once,
// nothing is written.
func TestManifestOfTheFirstShape(t *testing.T) {
	dir := t.TempDir()
	files := before()
	renders(t, dir, files, files.Paths()...)
	var old []string
	for p, content := range files {
		old = append(old, fmt.Sprintf("%q:\"%x\"", p, sha256.Sum256([]byte(content))))
	}
	put(t, dir, ".khabar/manifest.json", `{"version":1,"files":{`+strings.Join(old, ",")+`}}`)
	if r := renders(t, dir, files, files.Paths()...); r.Unchanged != r.Total {
		t.Errorf("%+v", r)
	}
	delete(files, "en/old.html")
	if r := renders(t, dir, files, "404.html"); r.Removed != 1 {
		t.Errorf("%+v", r)
	}
	holds(t, dir, files)
}
