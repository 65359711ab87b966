package archive_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"khabar/backend/archive"
	"khabar/backend/desk"
	"khabar/backend/journal"
	"khabar/backend/newsroom"
	"khabar/backend/newsroomtest"
	"khabar/backend/sqlite"
)

// A restart does not follow a clock that was not followed while the program ran; but what
// this device gave out itself, it never gives out again.
func TestARestartKeepsTheTime(t *testing.T) {
	room := newsroomtest.New(t)
	id := room.Edition(t, newsroom.English, newsroom.Text{Headline: "Head", Body: "Body."})
	far := years(t, room, 12)
	text := room.Open(t, id).Text
	text.Body = "far"
	if _, err := desk.New(far).Save(t.Context(), id, nil, text); err != nil {
		t.Fatal(err)
	}
	apply(t, room.Archive, entries(t, far))
	last := func(d *desk.Desk, body string) time.Time {
		t.Helper()
		text.Body = body
		if _, err := d.Save(t.Context(), id, nil, text); err != nil {
			t.Fatal(err)
		}
		return lastOwn(t, d, id, body)
	}
	if at := last(desk.New(device(t, room)), "after a restart"); at.Year() != 2025 {
		t.Fatalf("a restart went to %v", at)
	}
	back := newsroomtest.NewClock()
	back.Advance(-time.Hour)
	before := last(room.Desk, "here")
	if at := last(desk.New(deviceWith(t, room, back)), "an hour back"); at.Before(before) {
		t.Fatalf("%v after %v", at, before)
	}
}

// lastOwn returns the time of the revision that has this body.
func lastOwn(t *testing.T, d *desk.Desk, id newsroom.EditionID, body string) time.Time {
	t.Helper()
	past, err := d.Revisions(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range past {
		if text, err := d.Revision(t.Context(), p.ID); err == nil && text.Body == body {
			return p.Time()
		}
	}
	t.Fatalf("no revision %q", body)
	return time.Time{}
}

// What a version did not know is tried again by the next that knows more, when it opens the
// newsroom.
func TestANewVersionTriesAgain(t *testing.T) {
	room := newsroomtest.New(t)
	id := room.Edition(t, newsroom.English, newsroom.Text{Headline: "Head", Body: "Body."})
	if err := room.Submit(t.Context(), id); err != nil {
		t.Fatal(err)
	}
	aside := func(a *archive.Archive) (n int) {
		if err := a.DB().View(t.Context(), func(tx *sqlite.Tx) error {
			rows, err := tx.Aside()
			n = len(rows)
			return err
		}); err != nil {
			t.Fatal(err)
		}
		return n
	}
	behind(t, room, `UPDATE entry SET state = 'parked', reason = 'kind' WHERE kind = 'submit'`)
	if n := aside(device(t, room)); n != 1 {
		t.Fatalf("the same version looked again: %d", n)
	}
	behind(t, room, `UPDATE local SET value = CAST('[found roster set revise]' AS BLOB) WHERE name = 'kinds'`)
	again := device(t, room)
	if n := aside(again); n != 0 {
		t.Fatalf("%d entries still stand aside", n)
	}
	e, err := desk.New(again).Edition(t.Context(), id)
	if err != nil || e.Work.State != newsroom.Submitted {
		t.Fatalf("%+v %v", e.Work, err)
	}
}

// A folder with the key of another device is not opened: what it wrote nobody would take.
func TestTheKeyOfAnotherDevice(t *testing.T) {
	room, other := newsroomtest.New(t), newsroomtest.New(t)
	dir := copyOf(t, room)
	key, err := os.ReadFile(filepath.Join(other.Dir, "device.key"))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "device.key"), key, 0o600); err != nil {
		t.Fatal(err)
	}
	_, err = archive.Open(t.Context(), dir, room.Clock)
	if newsroom.CodeOf(err) != newsroom.Damaged || !names([]error{err}, "storage.noKey") {
		t.Fatal(err)
	}
}

// A key that is there may be the only one to a newsroom that was set aside.
func TestFoundingKeepsAKeyThatIsThere(t *testing.T) {
	room := newsroomtest.New(t)
	key, err := os.ReadFile(filepath.Join(room.Dir, "device.key"))
	if err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string][]byte{"readable": key, "unreadable": []byte("half a k")} {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, "device.key"), content, 0o600); err != nil {
			t.Fatal(err)
		}
		a, err := archive.Found(t.Context(), dir, "Desk", room.Clock)
		if err != nil {
			t.Fatal(err)
		}
		if err := a.Close(t.Context()); err != nil {
			t.Fatal(err)
		}
		at := filepath.Join(dir, "device.key")
		if name == "unreadable" {
			at += ".2025-04-21"
		}
		if got, err := os.ReadFile(at); err != nil || string(got) != string(content) {
			t.Errorf("a %s key: %q %v", name, got, err)
		}
	}
}

// A device seals what it made itself, once, in pieces that travel well.
func TestSealing(t *testing.T) {
	room := newsroomtest.New(t)
	other := device(t, room)
	id := room.Edition(t, newsroom.English, newsroom.Text{Headline: "Head", Body: strings.Repeat("x", 100_000)})
	for i := range 30 {
		text := newsroom.Text{Headline: "Head", Body: strings.Repeat("می‌روم ", 300+i)}
		if _, err := room.Save(t.Context(), id, nil, text); err != nil {
			t.Fatal(err)
		}
	}
	apply(t, other, entries(t, room.Archive))
	for _, a := range []*archive.Archive{room.Archive, other} {
		for range 2 {
			if err := a.Seal(t.Context()); err != nil {
				t.Fatal(err)
			}
		}
		if report := verified(t, a); report.Unsealed != 0 {
			t.Fatalf("%+v", report)
		}
	}
	own, segments, foreign := sealedBy(t, room.Archive), 0, sealedBy(t, other)
	for _, s := range own {
		segments++
		size := 0
		for _, e := range s {
			size += len(e.Line) + 1
		}
		if len(s) > journal.SegmentEntries || len(s) > 1 && size > journal.SegmentBytes {
			t.Errorf("a segment of %d entries and %d bytes", len(s), size)
		}
	}
	if segments < 3 || len(foreign) != 1 {
		t.Fatalf("%d segments here; %d there, where nothing was made since", segments, len(foreign))
	}
}

func sealedBy(t *testing.T, a *archive.Archive) (all [][]sqlite.Entry) {
	t.Helper()
	if err := a.DB().View(t.Context(), func(tx *sqlite.Tx) error {
		rows, err := tx.Segments()
		for _, row := range rows {
			entries, err := tx.SegmentEntries(row.Hash)
			if err != nil {
				return err
			}
			all = append(all, entries)
		}
		return err
	}); err != nil {
		t.Fatal(err)
	}
	return all
}
