//go:build unix

package app

import (
	"io/fs"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"khabar/backend/newsroom"
	"khabar/backend/newsroomtest"
)

// These make the test binary the process that meets the bad disk: what is done to a
// process (a limit, another user) cannot be taken back within it.
const (
	diskDir     = "KHABAR_TEST_DISK_DIR"
	diskEdition = "KHABAR_TEST_DISK_EDITION"
)

// inProcess runs the named test again, in a process of its own, over f.
func (f fixture) inProcess(t *testing.T) {
	t.Helper()
	cmd := exec.Command(os.Args[0], "-test.run=^"+t.Name()+"$", "-test.v")
	cmd.Env = append(os.Environ(), diskDir+"="+f.dir, diskEdition+"="+f.edition)
	out, err := cmd.CombinedOutput()
	if err != nil || !strings.Contains(string(out), "--- PASS: "+t.Name()) {
		t.Fatalf("%v\n%s", err, out)
	}
}

// given returns the fixture that the process was started over.
func given() (fixture, bool) {
	dir := os.Getenv(diskDir)
	return fixture{dir: dir, edition: os.Getenv(diskEdition), clock: newsroomtest.NewClock()}, dir != ""
}

// A disk that takes no more bytes. The limit on the size of files stands in for it: the
// system refuses the write halfway, as a full disk does, with another number for the
// reason. What was kept before stays, the newsroom goes on being read, and once there is
// room the same text is kept.
func TestFullDisk(t *testing.T) {
	f, child := given()
	if !child {
		f = newFixture(t)
		f.inProcess(t)
		a := start(t, f.dir, f.clock, &recorder{})
		if e := must(a.Edition(f.edition))(t); !strings.HasPrefix(e.Text.Headline, "kept after") {
			t.Fatalf("%.100q", e.Text.Headline)
		}
		if r, err := a.room.Archive.Verify(t.Context()); err != nil || len(r.Faults) > 0 {
			t.Fatal(r, err)
		}
		return
	}
	signal.Ignore(syscall.SIGXFSZ)
	a := start(t, f.dir, f.clock, &recorder{})
	before := limit(t, 1<<20)
	kept, failed := Text{}, Text{}
	for n := 0; failed.Body == "" && n < 100; n++ {
		text := Text{Headline: "step", Body: strings.Repeat("واژه ", 20_000+n)}
		_, err := a.Keep(f.edition, nil, text)
		if err == nil {
			kept = text
			continue
		}
		failed = text
		wantError(t, err, newsroom.Storage, "")
		if path := wire(err).Params["path"]; path != f.file("khabar.db") {
			t.Errorf("the error names %v", path)
		}
	}
	if kept.Body == "" || failed.Body == "" {
		t.Fatalf("kept %d bytes, failed at %d", len(kept.Body), len(failed.Body))
	}
	_, err := a.Save(f.edition, nil, failed)
	wantError(t, err, newsroom.Storage, "")
	if s := must(a.Session())(t); s.State != "open" {
		t.Fatalf("%+v", s)
	}
	if e := must(a.Edition(f.edition))(t); e.Text != kept {
		t.Fatalf("%d bytes are left of %d", len(e.Text.Body), len(kept.Body))
	}
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &before); err != nil {
		t.Fatal(err)
	}
	failed.Headline = "kept after all"
	must(a.Save(f.edition, nil, failed))(t)
}

// limit lets files of this process grow to size bytes and returns the limit before.
func limit(t *testing.T, size uint64) (before syscall.Rlimit) {
	t.Helper()
	if err := syscall.Getrlimit(syscall.RLIMIT_FSIZE, &before); err != nil {
		t.Fatal(err)
	}
	now := before
	now.Cur = size
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &now); err != nil {
		t.Fatal(err)
	}
	return before
}

// nobody is a user who owns nothing here.
const nobody = 65534

// A newsroom that may be read and not written: the file, then its folder. Permissions do
// not bind the administrator of the machine, so a test that runs as one becomes nobody
// first.
func TestReadOnly(t *testing.T) {
	f, child := given()
	if child {
		if os.Geteuid() == 0 {
			if err := syscall.Setgid(nobody); err != nil {
				t.Fatal(err)
			}
			if err := syscall.Setuid(nobody); err != nil {
				t.Fatal(err)
			}
		}
		f.broken(t, newsroom.Storage, "storage.notWritable", f.file("khabar.db"))
		return
	}
	f = newFixture(t)
	f.open(t, filepath.Dir(f.dir), 0o755, 0o600)
	f.open(t, f.dir, 0o555, 0o444)
	f.inProcess(t)
	f.open(t, f.file("khabar.db"), 0, 0o666) // the folder alone: the log cannot be made
	f.inProcess(t)
	f.open(t, f.dir, 0o755, 0o600)
	f.whole(t)
}

// open sets who may do what with everything below path.
func (f fixture) open(t *testing.T, path string, folder, file os.FileMode) {
	t.Helper()
	err := filepath.WalkDir(path, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			return os.Chmod(name, folder)
		}
		return os.Chmod(name, file)
	})
	if err != nil {
		t.Fatal(err)
	}
}

// A data folder in a place where none can be made.
func TestNoPlaceForTheData(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	write(t, file, nil)
	a := start(t, filepath.Join(file, "data"), newsroomtest.NewClock(), &recorder{})
	if s := must(a.Session())(t); s.State == "open" {
		t.Fatalf("%+v", s)
	}
	_, err := a.Begin(BeginRequest{Language: "en", Name: "Desk", Newsroom: "News"})
	if code := newsroom.CodeOf(err); code != newsroom.Storage && code != newsroom.Conflict {
		t.Fatal(err)
	}
}
