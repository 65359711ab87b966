package publish_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"

	"khabar/backend/newsroom"
	"khabar/backend/publish"
)

// pages is a site in memory.
type pages map[string]string

var errBody = errors.New("the body is gone")

func (p pages) Paths() []string {
	var paths []string
	for path := range p {
		paths = append(paths, path)
	}
	slices.Sort(paths)
	return paths
}

func (p pages) File(path string) ([]byte, error) {
	if p[path] == "error" {
		return nil, errBody
	}
	return []byte(p[path]), nil
}

func before() pages {
	return pages{
		"index.html": "chooser", "404.html": "missing", "en/index.html": "home 1", "en/visit.html": "visit 1", "en/old.html": "old",
		"en/section/world.html": "world", "media/a-480.jpg": "picture", "assets/style-1.css": "style 1", "en/tag/gone.html": "tag",
	}
}

func after() pages {
	return pages{
		"index.html": "chooser", "404.html": "missing", "en/index.html": "home 2", "en/visit.html": "visit 2", "en/new.html": "new",
		"en/section/world.html": "world", "media/a-480.jpg": "picture", "assets/style-2.css": "style 2",
	}
}

func run(t *testing.T, dir string, files publish.Files) publish.Report {
	t.Helper()
	report, err := publish.Folder(dir).Publish(t.Context(), files, nil)
	if err != nil {
		t.Fatal(err)
	}
	return report
}

// holds fails the test where dir holds anything but the files of want and, beside
// them, what is Khabar's own.
func holds(t *testing.T, dir string, want pages) {
	t.Helper()
	got := pages{}
	err := filepath.WalkDir(dir, func(name string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			if entry != nil && entry.Name() == ".khabar" {
				return filepath.SkipDir
			}
			return err
		}
		content, err := os.ReadFile(name)
		path, _ := filepath.Rel(dir, name)
		got[filepath.ToSlash(path)] = string(content)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Fatalf("the folder holds\n%v\nwant\n%v", got, want)
	}
}

func TestPublishWritesOnlyWhatChanged(t *testing.T) {
	dir := t.TempDir()
	first := run(t, dir, before())
	if first.Written != 9 || first.Total != 9 || first.Unchanged+first.Removed+first.Failed != 0 {
		t.Errorf("first run: %+v", first)
	}
	holds(t, dir, before())
	if again := run(t, dir, before()); again.Unchanged != 9 || again.Written != 0 {
		t.Errorf("second run: %+v", again)
	}
	second := run(t, dir, after())
	if second.Written != 4 || second.Unchanged != 4 || second.Removed != 3 || second.Failed != 0 {
		t.Errorf("third run: %+v", second)
	}
	if !slices.IsSortedFunc(second.Results, func(a, b publish.Result) int { return compare(a.Path, b.Path) }) {
		t.Error("results are not sorted")
	}
	holds(t, dir, after())
	if _, err := os.Stat(filepath.Join(dir, "en", "tag")); !errors.Is(err, os.ErrNotExist) {
		t.Error("an emptied folder stays")
	}
}

func compare(a, b string) int {
	if a < b {
		return -1
	}
	return 1
}

func TestPublishLeavesWhatIsNotItsOwn(t *testing.T) {
	dir := t.TempDir()
	put(t, dir, "notes.txt", "mine")
	put(t, dir, "en/index.html", "my own home page")
	put(t, dir, "404.html", "missing") // the same as the site's: nothing to lose
	report := run(t, dir, before())
	if report.Failed != 1 || report.Unchanged != 1 {
		t.Errorf("report %+v", report)
	}
	for _, r := range report.Results {
		if r.Outcome == publish.Failed && (r.Path != "en/index.html" || newsroom.CodeOf(r.Err) != newsroom.Conflict) {
			t.Errorf("%s: %v", r.Path, r.Err)
		}
	}
	want := before()
	want["notes.txt"], want["en/index.html"] = "mine", "my own home page"
	holds(t, dir, want)

	if err := os.Remove(filepath.Join(dir, "en", "index.html")); err != nil {
		t.Fatal(err)
	}
	run(t, dir, before())
	put(t, dir, "en/old.html", "changed by hand") // an orphan of the next run, but no longer as it was written
	run(t, dir, after())
	want = after()
	want["notes.txt"], want["en/old.html"] = "mine", "changed by hand"
	holds(t, dir, want)
}

func put(t *testing.T, dir, path, content string) {
	t.Helper()
	name := filepath.Join(dir, filepath.FromSlash(path))
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestPageThatCannotBeRenderedFailsAlone(t *testing.T) {
	dir := t.TempDir()
	run(t, dir, before())
	broken := after()
	broken["en/visit.html"] = "error"
	report := run(t, dir, broken)
	if report.Failed != 1 || report.Removed != 0 || report.Written != 3 {
		t.Errorf("report %+v", report)
	}
	i := slices.IndexFunc(report.Results, func(r publish.Result) bool { return r.Outcome == publish.Failed })
	if r := report.Results[i]; r.Path != "en/visit.html" || !errors.Is(r.Err, errBody) {
		t.Errorf("result %+v", r)
	}
	if b, _ := os.ReadFile(filepath.Join(dir, "en", "visit.html")); string(b) != "visit 1" {
		t.Errorf("the old page became %q", b)
	}
	run(t, dir, after())
	holds(t, dir, after())
}

func TestPublishCancelled(t *testing.T) {
	dir := t.TempDir()
	ctx, cancel := context.WithCancel(t.Context())
	var told []int
	var mutex sync.Mutex
	report, err := publish.Folder(dir).Publish(ctx, before(), func(done, total int) {
		mutex.Lock()
		defer mutex.Unlock()
		told = append(told, done)
		if total != 9 {
			t.Errorf("total %d", total)
		}
		if done == 2 {
			cancel()
		}
	})
	if err != nil || !report.Cancelled || report.Written == 9 || report.Written < 2 {
		t.Errorf("report %+v, error %v", report, err)
	}
	if report.Left != report.Total-report.Written || len(report.Results) != report.Total {
		t.Errorf("the report does not say what is left: %+v", report)
	}
	if !slices.IsSorted(told) {
		t.Errorf("progress went back: %v", told)
	}
	run(t, dir, before())
	holds(t, dir, before())
}

func TestFoldersThatCannotBeWritten(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	put(t, filepath.Dir(file), "file", "no folder")
	damaged := t.TempDir()
	put(t, damaged, ".khabar/manifest.json", "{")
	escaping := t.TempDir()
	put(t, escaping, ".khabar/manifest.json", `{"version":1,"files":{"../up":""}}`)
	newer := t.TempDir()
	put(t, newer, ".khabar/manifest.json", `{"version":3}`)
	for dir, want := range map[string]newsroom.Code{
		filepath.Join(t.TempDir(), "gone"): newsroom.Storage,
		file:                               newsroom.Storage,
		damaged:                            newsroom.Damaged,
		escaping:                           newsroom.Damaged,
		newer:                              newsroom.TooNew,
	} {
		report, err := publish.Folder(dir).Publish(t.Context(), before(), nil)
		if newsroom.CodeOf(err) != want || report.Written != 0 {
			t.Errorf("%s: %v, want %s; report %+v", dir, err, want, report)
		}
	}
	if _, err := publish.Folder(t.TempDir()).Publish(t.Context(), pages{"../up.html": "x"}, nil); err == nil {
		t.Error("a path outside the folder is accepted")
	}
}

func TestFolderVanishesWhilePublishing(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "stick")
	if err := os.Mkdir(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	var once sync.Once
	_, err := publish.Folder(dir).Publish(t.Context(), numbered(200), func(int, int) {
		once.Do(func() {
			if err := os.RemoveAll(dir); err != nil {
				t.Log(err) // the other worker may be writing; enough is gone
			}
			os.RemoveAll(dir)
		})
	})
	if newsroom.CodeOf(err) != newsroom.Storage {
		t.Errorf("error %v", err)
	}
}

// A link in the folder must not let a page land outside it.
func TestLinksDoNotLeadOut(t *testing.T) {
	dir, outside := t.TempDir(), t.TempDir()
	if err := os.Symlink(outside, filepath.Join(dir, "en")); err != nil {
		t.Fatal(err)
	}
	report := run(t, dir, before())
	if report.Failed == 0 {
		t.Errorf("report %+v", report)
	}
	holds(t, outside, pages{})
}

func numbered(n int) pages {
	p := pages{}
	for i := range n {
		p[fmt.Sprintf("en/story-%d.html", i)] = fmt.Sprint("story ", i)
	}
	return p
}
