package archive_test

import (
	"maps"
	"slices"
	"testing"
	"time"

	"khabar/backend/archive"
	"khabar/backend/desk"
	"khabar/backend/journal"
	"khabar/backend/newsroom"
	"khabar/backend/newsroomtest"
)

// years is a copy of a newsroom on a device whose clock is far off.
func years(t *testing.T, room *newsroomtest.Room, n int) *archive.Archive {
	t.Helper()
	clock := newsroomtest.NewClock()
	clock.Advance(time.Duration(n) * 365 * 24 * time.Hour)
	return deviceWith(t, room, clock)
}

func swap(t *testing.T, a, b *archive.Archive) {
	t.Helper()
	apply(t, b, entries(t, a))
	apply(t, a, entries(t, b))
}

// What saw an act comes after it, however wrong the clock of either was.
func TestActsFollowEachOtherWhateverTheClocks(t *testing.T) {
	for _, off := range []int{-12, 12} {
		room := newsroomtest.New(t)
		id := room.Edition(t, newsroom.English, newsroom.Text{Headline: "Head", Body: "wrong"})
		room.ApproveNewest(t, id)
		other := years(t, room, off)
		there := desk.New(other)
		if err := there.Publish(t.Context(), id, room.Clock.Now().Add(-time.Hour)); err != nil && off > 0 {
			t.Fatal(err)
		}
		if off < 0 { // to that device, an hour ago is years ahead
			if err := there.Withdraw(t.Context(), id, ""); err != nil {
				t.Fatal(err)
			}
			if err := there.Publish(t.Context(), id, time.Time{}); err != nil {
				t.Fatal(err)
			}
		}
		swap(t, other, room.Archive)
		text := room.Open(t, id).Text
		text.Body = "right"
		if _, err := room.Save(t.Context(), id, nil, text); err != nil {
			t.Fatal(err)
		}
		room.ApproveNewest(t, id)
		if err := room.Correct(t.Context(), id, "fixed"); err != nil {
			t.Fatal(err)
		}
		e := room.Open(t, id)
		if e.Live.State != newsroom.Corrected || e.Live.Revision != e.Heads[0] || e.Live.Notice != "fixed" {
			t.Fatalf("%d years: a correction did not count: %+v", off, e.Live)
		}
		if err := room.Withdraw(t.Context(), id, "gone"); err != nil {
			t.Fatal(err)
		}
		if got := room.Open(t, id).Live.State; got != newsroom.Withdrawn {
			t.Fatalf("%d years: a withdrawal did not count: %s", off, got)
		}
		swap(t, other, room.Archive)
		if !maps.Equal(digests(t, room.Archive), digests(t, other)) {
			t.Fatal("tables differ")
		}
	}
}

// An act about a text of another edition, or one that does not say which text, is none,
// whichever arrives first.
func TestAnActIsAboutATextOfItsEdition(t *testing.T) {
	room := newsroomtest.New(t)
	in := newInsider(t, room)
	empty := copyOf(t, room)
	a := room.Edition(t, newsroom.English, newsroom.Text{Headline: "A", Body: "a"})
	b := room.Edition(t, newsroom.English, newsroom.Text{Headline: "B", Body: "b"})
	texts := entries(t, room.Archive)
	ea, eb := room.Open(t, a), room.Open(t, b)
	for name, act := range map[string]journal.Entry{
		"another edition's text": {Revision: eb.Heads[0], Digest: journal.Digest(eb.Text)},
		"no text":                {Digest: journal.Digest(newsroom.Text{})},
		"nothing at all":         {},
		"no digest":              {Revision: ea.Heads[0]},
		"another digest":         {Revision: ea.Heads[0], Digest: journal.Digest(eb.Text)},
	} {
		for _, kind := range []journal.Kind{journal.Approve, journal.Publish} {
			act.Kind, act.Member, act.Grant, act.Subject = kind, in.member, in.grant, journal.EditionSubject(a)
			first := []archive.Foreign{in.signed(t, in.key, act)}
			var tables []map[string]string
			for _, order := range [][]archive.Foreign{append(first, texts...), append(slices.Clone(texts), first...)} {
				there := openCopy(t, empty, room.Clock)
				for _, f := range order {
					apply(t, there, []archive.Foreign{f})
				}
				e, err := desk.New(there).Edition(t.Context(), a)
				if err != nil || e.Work.State != newsroom.Drafting || e.Live.State != newsroom.NotLive {
					t.Errorf("%s of %s: %+v %v", kind, name, e, err)
				}
				verified(t, there)
				tables = append(tables, digests(t, there))
			}
			if !maps.Equal(tables[0], tables[1]) {
				t.Errorf("%s of %s: tables differ", kind, name)
			}
		}
	}
}

// A text can be brought back only into the edition that it was a text of.
func TestARevisionIsOfItsEdition(t *testing.T) {
	room := newsroomtest.New(t)
	in := newInsider(t, room)
	a := room.Edition(t, newsroom.English, newsroom.Text{Headline: "A", Body: "a"})
	b := room.Edition(t, newsroom.Persian, newsroom.Text{Headline: "B", Body: "b"})
	refused := in.signed(t, newKey(t), journal.Entry{
		Kind: journal.Revise, Member: in.member, Subject: journal.EditionSubject(a), Text: &newsroom.Text{Headline: "evil"}, Grant: in.grant,
	})
	apply(t, room.Archive, []archive.Foreign{refused})
	for name, id := range map[string]newsroom.RevisionID{
		"another edition's": room.Open(t, b).Heads[0], "nothing": "", "a refused": journal.ID(in.member, refused.Line), "an act": in.grant,
	} {
		if err := room.Restore(t.Context(), a, id); newsroom.CodeOf(err) != newsroom.NotFound {
			t.Errorf("%s text: %v", name, err)
		}
		if _, err := room.Revision(t.Context(), id); name != "another edition's" && newsroom.CodeOf(err) != newsroom.NotFound {
			t.Errorf("%s text can be read: %v", name, err)
		}
	}
	if got := room.Open(t, a).Text.Headline; got != "A" {
		t.Fatal(got)
	}
}

// A plan that nobody has seen come true can be given up without a word to the readers.
func TestGivingUpAPlan(t *testing.T) {
	room, ctx := newsroomtest.New(t), t.Context()
	id := room.Edition(t, newsroom.English, newsroom.Text{Headline: "Head", Body: "Body."})
	room.ApproveNewest(t, id)
	tomorrow := func() time.Time { return room.Clock.Now().Add(24 * time.Hour) }
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	must(room.Publish(ctx, id, tomorrow()))
	must(room.Publish(ctx, id, tomorrow().Add(time.Hour)))
	must(room.Withdraw(ctx, id, "not seen by anybody"))
	if e := room.Open(t, id); e.Live.State != newsroom.NotLive || e.Live.Notice != "" || e.Live.Revision != "" || e.Changed {
		t.Fatalf("%+v", e.Live)
	}
	must(room.Publish(ctx, id, time.Time{}))
	must(room.Withdraw(ctx, id, "gone"))
	before := room.Open(t, id).Live
	must(room.Publish(ctx, id, tomorrow()))
	if got := room.Open(t, id).Live.State; got != newsroom.Scheduled {
		t.Fatalf("a withdrawn edition that is to come back tomorrow is %s", got)
	}
	must(room.Withdraw(ctx, id, "not seen by anybody"))
	if got := room.Open(t, id).Live; got.State != newsroom.Withdrawn || got.Notice != before.Notice || got.Revision != before.Revision {
		t.Fatalf("%+v, want %+v", got, before)
	}
	must(room.Publish(ctx, id, tomorrow()))
	room.Clock.Advance(48 * time.Hour)
	must(room.Withdraw(ctx, id, "seen"))
	if got := room.Open(t, id).Live; got.State != newsroom.Withdrawn || got.Notice != "seen" {
		t.Fatalf("%+v", got)
	}
	verified(t, room.Archive)
}

// Times and moments beyond every table and calendar change nothing but their order.
func TestTimesBeyondAll(t *testing.T) {
	room := newsroomtest.New(t)
	in := newInsider(t, room)
	id := room.Edition(t, newsroom.English, newsroom.Text{Headline: "Head", Body: "Body."})
	text := newsroom.Text{Headline: "Later", Slug: "later", Body: "Body."}
	revise := in.signed(t, in.key, journal.Entry{
		Kind: journal.Revise, Member: in.member, Subject: journal.EditionSubject(id), Text: &text, Parents: room.Open(t, id).Heads,
		Grant: in.grant, Time: 1<<64 - 1, From: -1 << 63,
	})
	rev := journal.ID(in.member, revise.Line)
	all := []archive.Foreign{revise}
	for i, from := range []int64{1<<63 - 1, -1 << 63} {
		all = append(all, in.signed(t, in.key, journal.Entry{
			Kind: journal.Publish, Member: in.member, Subject: journal.EditionSubject(id), Revision: rev, Digest: journal.Digest(text),
			Grant: in.grant, Time: 1<<64 - 1 - newsroom.Stamp(i), From: from,
		}))
	}
	all = append(all, in.signed(t, in.key, journal.Entry{
		Kind: journal.Set, Member: in.member, Subject: journal.StorySubject(id.Story()), Grant: in.grant, Time: 1 << 63,
		Changes: []journal.Change{{Field: "created", Value: journal.Value(int64(1<<63 - 1))}},
	}))
	apply(t, room.Archive, all)
	verified(t, room.Archive)
	again := device(t, room)
	e, err := desk.New(again).Edition(t.Context(), id)
	if err != nil || e.Text.Headline != "Later" {
		t.Fatalf("%+v %v", e, err)
	}
	if _, err := desk.New(again).Revisions(t.Context(), id); err != nil {
		t.Fatal(err)
	}
	fresh, err := desk.New(again).CreateStory(t.Context(), newsroom.English)
	if err != nil {
		t.Fatal(err)
	}
	if e, err := desk.New(again).Edition(t.Context(), fresh); err != nil || e.Updated.Year() != 2025 {
		t.Fatalf("%v %v", e.Updated, err)
	}
	for _, row := range entries(t, again) {
		if len(row.Line) == len(revise.Line) && string(row.Line) == string(revise.Line) {
			return
		}
	}
	t.Fatal("the line was touched")
}
