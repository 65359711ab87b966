package app

import (
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/sha256"
	"crypto/x509"
	"encoding/pem"
	"io/fs"
	"maps"
	mathrand "math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"khabar/backend/newsroom"
	"khabar/backend/newsroomtest"
)

// fixture is a closed newsroom on disk with one edition in it.
type fixture struct {
	dir, edition string
	clock        *newsroomtest.Clock
}

const words = "متنی که باید بماند."

func newFixture(t testing.TB) fixture {
	t.Helper()
	f := fixture{dir: t.TempDir(), clock: newsroomtest.NewClock()}
	s := stage{App: start(t, f.dir, f.clock, &recorder{}), clock: f.clock}
	if _, err := s.Begin(BeginRequest{Language: "fa", Name: "Desk", Newsroom: "News"}); err != nil {
		t.Fatal(err)
	}
	for range 20 { // so that the file has pages to lose
		f.edition = s.edition(t, "", "fa", "سر", words).ID
	}
	if err := s.shutdown(t.Context()); err != nil {
		t.Fatal(err)
	}
	return f
}

func (f fixture) file(name string) string { return filepath.Join(f.dir, name) }

// hashes returns the hash of every file of the folder.
func (f fixture) hashes(t testing.TB) map[string][32]byte {
	t.Helper()
	all := map[string][32]byte{}
	err := filepath.WalkDir(f.dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(name)
		all[name] = sha256.Sum256(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// broken opens the app over the folder, expects that it shows why it cannot, that nothing
// in the folder is touched, and that nobody begins a newsroom over it.
func (f fixture) broken(t testing.TB, code newsroom.Code, message, path string) {
	t.Helper()
	before := f.hashes(t)
	a, err := New(f.dir, fs.FS(os.DirFS(t.TempDir())), f.clock, &recorder{})
	if err != nil {
		t.Fatal(err)
	}
	a.startup(t.Context())
	s := must(a.Session())(t)
	if s.State != "broken" || s.Problem == nil || s.Problem.Code != code || s.Problem.Message != message {
		t.Fatalf("session %+v, problem %+v; want %s: %s", s, s.Problem, code, message)
	}
	if s.Problem.Params["path"] != path {
		t.Errorf("the problem names %v, want %s", s.Problem.Params["path"], path)
	}
	_, err = a.Begin(BeginRequest{Language: "en", Name: "Desk", Newsroom: "News"})
	wantError(t, err, newsroom.Conflict, "newsroom.exists")
	_, err = a.Edition(f.edition)
	wantError(t, err, code, message)
	if err := a.shutdown(context.Background()); err != nil {
		t.Fatal(err)
	}
	if after := f.hashes(t); !maps.Equal(before, after) {
		t.Fatalf("the folder was changed: %d files before, %d after", len(before), len(after))
	}
}

// whole opens the app and expects that every word is there.
func (f fixture) whole(t testing.TB) {
	t.Helper()
	a := start(t, f.dir, f.clock, &recorder{})
	if e := must(a.Edition(f.edition))(t); e.Text.Body != words {
		t.Fatalf("%+v", e)
	}
	if err := a.shutdown(t.Context()); err != nil {
		t.Fatal(err)
	}
}

func read(t testing.TB, name string) []byte {
	t.Helper()
	return must(os.ReadFile(name))(t)
}

func write(t testing.TB, name string, data []byte) {
	t.Helper()
	if err := os.WriteFile(name, data, 0o600); err != nil {
		t.Fatal(err)
	}
}

// A newsroom whose file is not what it was is shown as broken, named, and not touched;
// once the file is back, everything is.
func TestBrokenDatabase(t *testing.T) {
	f := newFixture(t)
	db := f.file("khabar.db")
	good := read(t, db)
	patched := func(at int, data ...byte) []byte {
		bad := append([]byte(nil), good...)
		copy(bad[at:], data)
		return bad
	}
	for name, c := range map[string]struct {
		data    []byte
		code    newsroom.Code
		message string
	}{
		"empty":                       {nil, newsroom.Damaged, "storage.damaged"},
		"one byte":                    {good[:1], newsroom.Damaged, "storage.damaged"},
		"a text":                      {[]byte(strings.Repeat("no database ", 100)), newsroom.Damaged, "storage.damaged"},
		"header alone":                {good[:100], newsroom.Damaged, "storage.damaged"},
		"first page zeroed":           {patched(100, make([]byte, 3000)...), newsroom.Damaged, "storage.damaged"},
		"page size zeroed":            {patched(16, 0, 0), newsroom.Damaged, "storage.damaged"},
		"another application":         {patched(68, 'J', 'P', 'E', 'G'), newsroom.Damaged, "storage.notKhabar"},
		"no application":              {patched(68, 0, 0, 0, 0), newsroom.Damaged, "storage.notKhabar"},
		"another, before its version": {patched(60, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0), newsroom.Damaged, "storage.notKhabar"},
		"a newer version":             {patched(60, 0, 0, 3, 0xe7), newsroom.TooNew, "storage.tooNew"},
	} {
		t.Run(name, func(t *testing.T) {
			write(t, db, c.data)
			f.broken(t, c.code, c.message, db)
			write(t, db, good)
			f.whole(t)
		})
	}
}

// However much of the end is gone, it is seen and said.
func TestTruncatedDatabase(t *testing.T) {
	f := newFixture(t)
	db := f.file("khabar.db")
	good := read(t, db)
	rnd := mathrand.New(mathrand.NewPCG(1, 1))
	for range 25 {
		write(t, db, good[:rnd.IntN(len(good))])
		f.broken(t, newsroom.Damaged, "storage.damaged", db)
	}
	write(t, db, good)
	f.whole(t)
}

// A page of rubbish in the middle need not show at once. It never brings the app down or
// passes for good: either the newsroom does not open, or verify finds it.
func TestPagesOfRubbish(t *testing.T) {
	f := newFixture(t)
	db := f.file("khabar.db")
	good := read(t, db)
	rnd := mathrand.New(mathrand.NewPCG(2, 2))
	const page = 4096
	for range 25 {
		bad := append([]byte(nil), good...)
		at := page * (1 + rnd.IntN(len(good)/page-1))
		for i := range page {
			bad[at+i] = byte(rnd.Uint32())
		}
		write(t, db, bad)
		a, err := New(f.dir, fs.FS(os.DirFS(t.TempDir())), f.clock, &recorder{})
		if err != nil {
			t.Fatal(err)
		}
		a.startup(t.Context())
		if s := must(a.Session())(t); s.State == "broken" {
			if s.Problem.Code != newsroom.Damaged {
				t.Fatalf("page %d: %+v", at/page, s.Problem)
			}
		} else if r, err := a.room.Archive.Verify(t.Context()); len(r.Faults) == 0 && newsroom.CodeOf(err) != newsroom.Damaged {
			t.Fatalf("page %d of rubbish passed: %+v %v", at/page, r, err)
		}
		_ = a.shutdown(t.Context()) // sealing may meet the page
		for _, tail := range []string{"-wal", "-shm"} {
			os.Remove(db + tail)
		}
	}
	write(t, db, good)
	f.whole(t)
}

// A folder where the file should be.
func TestFolderInPlaceOfTheDatabase(t *testing.T) {
	f := newFixture(t)
	db := f.file("khabar.db")
	aside := db + ".aside"
	for _, step := range []error{os.Rename(db, aside), os.Mkdir(db, 0o700)} {
		if step != nil {
			t.Fatal(step)
		}
	}
	f.broken(t, newsroom.Storage, "storage.notWritable", db)
	for _, step := range []error{os.Remove(db), os.Rename(aside, db)} {
		if step != nil {
			t.Fatal(step)
		}
	}
	f.whole(t)
}

// Without the device's own key nothing could be signed, so nothing is begun.
func TestDeviceKey(t *testing.T) {
	f := newFixture(t)
	path := f.file("device.key")
	good := read(t, path)
	other, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	der := must(x509.MarshalPKCS8PrivateKey(other))(t)
	for _, bad := range [][]byte{
		nil, []byte("a key"), good[:len(good)/2],
		pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: der}), // a key of another kind
		pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: []byte("rubbish")}),
	} {
		write(t, path, bad)
		f.broken(t, newsroom.Damaged, "storage.noKey", path)
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	f.broken(t, newsroom.Damaged, "storage.noKey", path)
	write(t, path, good)
	f.whole(t)
}

// A text that cannot be kept is refused by its field, and what was there stays.
func TestTextsThatCannotBeKept(t *testing.T) {
	s := newStage(t)
	e := s.edition(t, "", "fa", "سر", words)
	for _, c := range []struct {
		text    Text
		message string
		field   string
	}{
		{Text{Headline: "bad \xff"}, "text.notUTF8", "headline"},
		{Text{Headline: "h", Body: "bad \xc3\x28"}, "text.notUTF8", "body"},
		{Text{Headline: "h", Body: strings.Repeat("ب", 3<<19)}, "text.tooLong", "body"},
	} {
		_, kept := s.Keep(e.ID, nil, c.text)
		_, saved := s.Save(e.ID, nil, c.text)
		_, resolved := s.Resolve(e.ID, nil, c.text)
		_, shown := s.Preview(e.ID, nil, c.text)
		for _, err := range []error{kept, saved, resolved, shown} {
			wantError(t, err, newsroom.Invalid, c.message)
			if w := wire(err); w.Params["field"] != c.field {
				t.Errorf("the error names %v, want %s", w.Params["field"], c.field)
			}
		}
		if got := must(s.Edition(e.ID))(t); got.Text != e.Text || got.Working {
			t.Fatalf("a refused text is there: %.200q", got.Text)
		}
	}
	// Longest of all is still taken.
	long := Text{Headline: strings.Repeat("س", newsroom.MaxLine), Slug: "s", Body: strings.Repeat("ب ", newsroom.MaxBody/3)}
	if got := must(s.Save(e.ID, nil, long))(t); got.Text != long {
		t.Fatal("the longest text came back changed")
	}
}
