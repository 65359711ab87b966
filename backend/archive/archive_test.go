package archive_test

import (
	"context"
	"crypto/ed25519"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"

	"khabar/backend/archive"
	"khabar/backend/desk"
	"khabar/backend/journal"
	"khabar/backend/newsroom"
	"khabar/backend/newsroomtest"
	"khabar/backend/sqlite"
)

// device opens a copy of a newsroom's folder as it is now: another device of the same
// newsroom.
func device(t *testing.T, room *newsroomtest.Room) *archive.Archive {
	t.Helper()
	return deviceWith(t, room, room.Clock)
}

func deviceWith(t *testing.T, room *newsroomtest.Room, clock newsroom.Clock) *archive.Archive {
	t.Helper()
	return openCopy(t, copyOf(t, room), clock)
}

// openCopy opens a copy of the folder dir.
func openCopy(t *testing.T, dir string, clock newsroom.Clock) *archive.Archive {
	t.Helper()
	fresh := t.TempDir()
	if err := os.CopyFS(fresh, os.DirFS(dir)); err != nil {
		t.Fatal(err)
	}
	a, err := archive.Open(t.Context(), fresh, clock)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := a.Close(context.Background()); err != nil {
			t.Error(err)
		}
	})
	return a
}

func copyOf(t *testing.T, room *newsroomtest.Room) string {
	t.Helper()
	dir := t.TempDir()
	for _, name := range []string{"khabar.db", "khabar.db-wal", "device.key"} {
		data, err := os.ReadFile(filepath.Join(room.Dir, name))
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func entries(t *testing.T, a *archive.Archive) []archive.Foreign {
	t.Helper()
	var all []archive.Foreign
	err := a.DB().View(t.Context(), func(tx *sqlite.Tx) error {
		return tx.EachEntry(func(e sqlite.Entry) error {
			all = append(all, archive.Foreign{Sealed: journal.Sealed{Line: e.Line, Key: e.Key, Sig: e.Sig}, Device: e.Device})
			return nil
		})
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// apply takes entries that are all proven.
func apply(t testing.TB, a *archive.Archive, entries []archive.Foreign) {
	t.Helper()
	rejected, err := a.Apply(t.Context(), entries)
	if err != nil || len(rejected) > 0 {
		t.Fatal(rejected, err)
	}
}

func digests(t *testing.T, a *archive.Archive) map[string]string {
	t.Helper()
	var d map[string]string
	err := a.DB().View(t.Context(), func(tx *sqlite.Tx) (err error) {
		d, err = tx.ProjectionDigests()
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// work does a bit of everything, at random.
func work(t *testing.T, r *newsroomtest.Room, rnd *rand.Rand) {
	t.Helper()
	ctx := t.Context()
	var ids []newsroom.EditionID
	for step := range 60 {
		r.Clock.Advance(time.Minute)
		if len(ids) == 0 || rnd.IntN(6) == 0 {
			ids = append(ids, r.Edition(t, newsroom.Languages[rnd.IntN(9)], newsroom.Text{Headline: "Head", Body: "می‌روم"}))
			continue
		}
		id := ids[rnd.IntN(len(ids))]
		e := r.Open(t, id)
		text := e.Text
		text.Body += "\n\nblock " + string(rune('a'+step%26))
		story := newsroom.Story{ID: id.Story(), Source: id.Lang(), Place: text.Body[len(text.Body)-1:], Sections: []newsroom.TermID{"world", "sport"}[:rnd.IntN(3)]}
		acts := []func() error{
			func() error { _, err := r.Save(ctx, id, nil, text); return err },
			func() error { return r.Submit(ctx, id) },
			func() error { return r.Return(ctx, id, "note") },
			func() error { return r.Approve(ctx, id, e.Heads[0]) },
			func() error { return r.Publish(ctx, id, time.Time{}) },
			func() error { return r.Correct(ctx, id, "notice") },
			func() error { return r.Withdraw(ctx, id, "gone") },
			func() error { return r.ChangeStory(ctx, newsroom.Story{}, story) },
		}
		if err := acts[rnd.IntN(len(acts))](); err != nil && newsroom.CodeOf(err) != newsroom.Conflict {
			t.Fatal(err)
		}
	}
}

// The same entries in any order, each any number of times, make the same tables.
func TestTablesDoNotDependOnTheOrderOfArrival(t *testing.T) {
	for seed := range uint64(5) {
		rnd := rand.New(rand.NewPCG(seed, 1))
		room := newsroomtest.New(t)
		other := device(t, room)
		work(t, room, rnd)
		all := entries(t, room.Archive)
		twice := append(all[1:len(all):len(all)], all...)
		rnd.Shuffle(len(twice), func(i, j int) { twice[i], twice[j] = twice[j], twice[i] })
		for len(twice) > 0 {
			n := min(len(twice), 1+rnd.IntN(20))
			apply(t, other, twice[:n])
			twice = twice[n:]
		}
		if a, b := digests(t, room.Archive), digests(t, other); !maps.Equal(a, b) {
			t.Fatalf("seed %d: tables differ:\n%v\n%v", seed, a, b)
		}
	}
}

func TestRebuildGivesTheSameTables(t *testing.T) {
	room := newsroomtest.New(t)
	work(t, room, rand.New(rand.NewPCG(7, 7)))
	if err := room.Archive.Seal(t.Context()); err != nil {
		t.Fatal(err)
	}
	before := digests(t, room.Archive)
	report, err := room.Archive.Verify(t.Context())
	if err != nil || len(report.Faults) > 0 || report.Segments == 0 || report.Unsealed != 0 {
		t.Fatalf("%+v %v", report, err)
	}
	if err := room.Archive.Rebuild(t.Context()); err != nil {
		t.Fatal(err)
	}
	if !maps.Equal(before, digests(t, room.Archive)) {
		t.Fatal("rebuilding changed the tables")
	}
}

// An approval by somebody who may not approve, and one signed with another key than the
// member's, are refused, kept aside and change nothing.
func TestAnActWithoutTheRightIsRefused(t *testing.T) {
	room := newsroomtest.New(t)
	id := room.Edition(t, newsroom.English, newsroom.Text{Headline: "Head", Body: "Body."})
	e := room.Open(t, id)
	in := newInsider(t, room)
	_, intruder, err := ed25519.GenerateKey(nil)
	if err != nil {
		t.Fatal(err)
	}
	forge := func(m newsroom.MemberID, grant newsroom.EntryID) archive.Foreign {
		return in.signed(t, intruder, journal.Entry{
			Kind: journal.Approve, Member: m, Subject: journal.EditionSubject(id), Revision: e.Heads[0],
			Digest: journal.Digest(e.Text), Grant: grant, Time: 1 << 57,
		})
	}
	apply(t, room.Archive, []archive.Foreign{
		forge(room.Archive.Me(), in.grant), forge("stranger", in.grant), forge("stranger", "not here yet"),
	})
	if got := room.Open(t, id).Work.State; got != newsroom.Drafting {
		t.Fatalf("a forged approval moved the work state to %s", got)
	}
	report, err := room.Archive.Verify(t.Context())
	if err != nil || report.Refused != 2 || report.Parked != 1 || len(report.Faults) != 0 {
		t.Fatalf("%+v %v", report, err)
	}
}

// Two devices of one newsroom change the same edition apart; both texts survive, the
// conflict shows, and resolving it settles it everywhere.
func TestTwoDevicesDisagree(t *testing.T) {
	room := newsroomtest.New(t)
	ctx := t.Context()
	id := room.Edition(t, newsroom.Persian, newsroom.Text{Headline: "سر", Body: "یک\n\nدو\n\nسه"})
	other := device(t, room)
	there := desk.New(other)
	text := room.Open(t, id).Text
	mine, theirs := text, text
	mine.Body = "یک\n\nدو من\n\nسه"
	theirs.Body = "یک\n\nدو او\n\nسه"
	if _, err := room.Save(ctx, id, nil, mine); err != nil {
		t.Fatal(err)
	}
	if _, err := there.Save(ctx, id, nil, theirs); err != nil {
		t.Fatal(err)
	}
	swap := func() {
		apply(t, other, entries(t, room.Archive))
		apply(t, room.Archive, entries(t, other))
	}
	swap()
	e := room.Open(t, id)
	f, err := there.Edition(ctx, id)
	if err != nil || e.Text != f.Text || len(e.Unclear) != 1 {
		t.Fatalf("views differ or hide the conflict: %+v %+v %v", e, f, err)
	}
	if newsroom.CodeOf(room.Submit(ctx, id)) != newsroom.Conflict {
		t.Fatal("a conflict was submitted")
	}
	// A save over the unresolved conflict must not settle it.
	edited := e.Text
	edited.Body = "صفر\n\n" + edited.Body
	if _, err := room.Save(ctx, id, nil, edited); err != nil {
		t.Fatal(err)
	}
	if got := room.Open(t, id); len(got.Heads) != 2 {
		t.Fatalf("a save settled a conflict: %v", got.Heads)
	}
	edited.Body = "صفر\n\nیک\n\nدو هر دو\n\nسه"
	if err := there.Resolve(ctx, id, nil, edited); err != nil {
		t.Fatal(err)
	}
	swap()
	// The other side's save arrived after the resolution was made: it still counts.
	if a, b := digests(t, room.Archive), digests(t, other); !maps.Equal(a, b) {
		t.Fatal("tables differ")
	}
}
