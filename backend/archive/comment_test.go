package archive_test

import (
	"context"
	"crypto/ed25519"
	"maps"
	"math/rand/v2"
	"os"
	"testing"
	"time"

	"khabar/backend/archive"
	"khabar/backend/desk"
	"khabar/backend/journal"
	"khabar/backend/newsroom"
	"khabar/backend/newsroomtest"
	"pgregory.net/rapid"
)

// talk does something with the comments on an edition, at random, as somebody at a device.
func talk(ctx context.Context, d *desk.Desk, id newsroom.EditionID, rnd *rand.Rand) error {
	all, err := d.Threads(ctx, id)
	if err != nil {
		return err
	}
	if len(all) == 0 || rnd.IntN(3) == 0 {
		better := "B, better."
		m := desk.Remark{Edition: id, Text: "Why?", At: 1, Quote: "B."}
		if rnd.IntN(2) == 0 {
			m.Suggestion = &better
		}
		_, err := d.Comment(ctx, m)
		return err
	}
	t := all[rnd.IntN(len(all))]
	acts := []func() error{
		func() error { _, err := d.Reply(ctx, t.ID, "Because."); return err },
		func() error { return d.ResolveComment(ctx, t.ID) },
		func() error { return d.ReopenComment(ctx, t.ID) },
		func() error { return d.DeclineSuggestion(ctx, t.ID) },
		func() error { return d.AcceptSuggestion(ctx, t.ID, t.Now) },
		func() error { return d.RemoveComment(ctx, t.ID) },
	}
	return acts[rnd.IntN(len(acts))]()
}

// Two devices talk about an edition apart; whatever arrives first, and however often, both
// come to know the same, and nothing that was said is lost.
func TestCommentsDoNotDependOnTheOrderOfArrival(t *testing.T) {
	room := newsroomtest.New(t)
	id := room.Edition(t, newsroom.English, newsroom.Text{Headline: "Head", Body: "A.\n\nB.\n\nC."})
	dir := copyOf(t, room)
	rapid.Check(t, func(rt *rapid.T) {
		rnd := rand.New(rand.NewPCG(rapid.Uint64().Draw(rt, "seed"), 9))
		one, two := opened(t, dir, room.Clock), opened(t, dir, room.Clock)
		defer one.Close(t.Context())
		defer two.Close(t.Context())
		desks := []*desk.Desk{desk.New(one), desk.New(two)}
		for range rapid.IntRange(1, 14).Draw(rt, "acts") {
			room.Clock.Advance(time.Second)
			err := talk(t.Context(), desks[rnd.IntN(2)], id, rnd)
			if code := newsroom.CodeOf(err); code != "" && code != newsroom.Conflict {
				rt.Fatal(err)
			}
			if rnd.IntN(5) == 0 { // a connection, for a moment
				mix(t, one, two, rnd)
			}
		}
		mix(t, one, two, rnd)
		mix(t, two, one, rnd)
		if a, b := digests(t, one), digests(t, two); !maps.Equal(a, b) {
			rt.Fatalf("tables differ:\n%v\n%v", a, b)
		}
	})
}

// opened opens a copy of the folder dir; the caller closes it.
func opened(t *testing.T, dir string, clock newsroom.Clock) *archive.Archive {
	t.Helper()
	fresh := t.TempDir()
	if err := os.CopyFS(fresh, os.DirFS(dir)); err != nil {
		t.Fatal(err)
	}
	a, err := archive.Open(t.Context(), fresh, clock)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// mix brings the entries of one device to another in any order, some of them twice.
func mix(t *testing.T, from, to *archive.Archive, rnd *rand.Rand) {
	t.Helper()
	all := entries(t, from)
	for range rnd.IntN(4) {
		all = append(all, all[rnd.IntN(len(all))])
	}
	rnd.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	apply(t, to, all)
}

// Two devices accept one suggestion without knowing of each other: the text is the one that
// was suggested, once, nobody has to settle anything, and the suggestion is accepted on both,
// even where a third one declined it.
func TestASuggestionIsAcceptedOnTwoDevicesAtOnce(t *testing.T) {
	room, ctx := newsroomtest.New(t), t.Context()
	id := room.Edition(t, newsroom.Persian, newsroom.Text{Headline: "سر", Body: "یک\n\nدو می‌رود\n\nسه"})
	better := "دو نمی‌رود"
	c, err := room.Comment(ctx, desk.Remark{Edition: id, At: 1, Quote: "دو می‌رود", Suggestion: &better})
	if err != nil {
		t.Fatal(err)
	}
	second, third := device(t, room), device(t, room)
	for _, d := range []*desk.Desk{room.Desk, desk.New(second)} {
		if err := d.AcceptSuggestion(ctx, c, "دو می‌رود"); err != nil {
			t.Fatal(err)
		}
		room.Clock.Advance(time.Minute)
	}
	if err := desk.New(third).DeclineSuggestion(ctx, c); err != nil {
		t.Fatal(err)
	}
	rnd := rand.New(rand.NewPCG(1, 2))
	devices := []*archive.Archive{room.Archive, second, third}
	for _, from := range devices {
		for _, to := range devices {
			mix(t, from, to, rnd)
		}
	}
	mix(t, third, room.Archive, rnd)
	mix(t, third, second, rnd)
	for i, a := range devices {
		e, err := desk.New(a).Edition(ctx, id)
		threads, err2 := desk.New(a).Threads(ctx, id)
		if err != nil || err2 != nil || e.Text.Body != "یک\n\nدو نمی‌رود\n\nسه" || len(e.Unclear) > 0 {
			t.Fatalf("device %d: %q, unclear %v, %v %v", i, e.Text.Body, e.Unclear, err, err2)
		}
		if len(threads) != 1 || threads[0].Outcome != newsroom.Accepted {
			t.Fatalf("device %d: %+v", i, threads)
		}
		if !maps.Equal(digests(t, a), digests(t, room.Archive)) {
			t.Fatalf("device %d has other tables", i)
		}
	}
}

// What another member writes into somebody's comment counts for nothing, but the outcome.
func TestACommentIsItsAuthors(t *testing.T) {
	room, ctx := newsroomtest.New(t), t.Context()
	id := room.Edition(t, newsroom.English, newsroom.Text{Headline: "Head", Body: "Body."})
	in := newInsider(t, room)
	c, err := room.Comment(ctx, desk.Remark{Edition: id, Text: "Mine."})
	if err != nil {
		t.Fatal(err)
	}
	key := newKey(t)
	other := newsroom.Member{ID: "aaaaaaaaaaaaaaaa", Name: "Other", Roles: []newsroom.Role{newsroom.Reporter}, Devices: []ed25519.PublicKey{key.Public().(ed25519.PublicKey)}}
	roster := in.signed(t, in.key, journal.Entry{
		Kind: journal.Roster, Member: in.member, Subject: journal.MemberSubject(other.ID), Person: &other, Grant: in.grant, Time: 1 << 57,
	})
	grant := journal.ID(in.member, roster.Line)
	apply(t, room.Archive, []archive.Foreign{roster, in.signed(t, key, journal.Entry{
		Kind: journal.Set, Member: other.ID, Subject: journal.CommentSubject(c), Grant: grant, Time: 1 << 58, Changes: []journal.Change{
			{Field: archive.CommentText, Value: journal.Value("Theirs.")}, {Field: archive.CommentRemoved, Value: journal.Value(true)},
			{Field: archive.CommentOutcome, Value: journal.Value(newsroom.Resolved)},
		},
	})})
	threads, err := room.Threads(ctx, id)
	if err != nil || len(threads) != 1 || threads[0].Text != "Mine." || threads[0].Outcome != newsroom.Resolved {
		t.Fatalf("%+v %v", threads, err)
	}
}
