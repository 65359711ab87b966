package archive_test

import (
	"crypto/ed25519"
	"encoding/json"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"khabar/backend/archive"
	"khabar/backend/journal"
	"khabar/backend/newsroom"
	"khabar/backend/newsroomtest"
	"khabar/backend/sqlite"
)

func newKey(t testing.TB) ed25519.PrivateKey {
	t.Helper()
	_, key, err := ed25519.GenerateKey(nil)
	if err != nil {
		t.Fatal(err)
	}
	return key
}

func verified(t testing.TB, a *archive.Archive) archive.Report {
	t.Helper()
	report, err := a.Verify(t.Context())
	if err != nil || len(report.Faults) > 0 {
		t.Fatalf("%+v %v", report, err)
	}
	return report
}

// Words in somebody's name that came in another's segment are not that person's words.
func TestNobodyWritesInAnothersName(t *testing.T) {
	room := newsroomtest.New(t)
	in := newInsider(t, room)
	id := room.Edition(t, newsroom.English, newsroom.Text{Headline: "Head", Body: "Body."})
	revise := journal.Entry{
		Kind: journal.Revise, Member: in.member, Subject: journal.EditionSubject(id), Text: &newsroom.Text{Headline: "Forged"},
		Parents: room.Open(t, id).Heads, Grant: in.grant, Time: 1 << 57,
	}
	apply(t, room.Archive, []archive.Foreign{in.signed(t, newKey(t), revise)})
	if got := room.Open(t, id).Text.Headline; got != "Head" {
		t.Fatalf("forged: %q", got)
	}
	bare := in.signed(t, in.key, revise)
	bare.Device = nil
	if rejected, err := room.Archive.Apply(t.Context(), []archive.Foreign{bare}); err != nil || len(rejected) != 1 {
		t.Fatal(rejected, err)
	}
	if report := verified(t, room.Archive); report.Refused != 1 {
		t.Fatalf("%+v", report)
	}
}

// The same lines make the same tables, however many copies without proof, or under a
// stranger's key, came before the genuine ones and among them.
func TestTablesDoNotDependOnWhatProvesNothing(t *testing.T) {
	for seed := range uint64(4) {
		rnd := rand.New(rand.NewPCG(seed, 6))
		room := newsroomtest.New(t)
		other := device(t, room)
		in := newInsider(t, room)
		work(t, room, rnd)
		if err := room.ChangeMember(t.Context(), "Desk", newsroom.Roles[1:], newsroom.Languages); err != nil {
			t.Fatal(err)
		}
		id := room.Edition(t, newsroom.Pashto, newsroom.Text{Headline: "سر", Body: "ښه"})
		room.ApproveNewest(t, id)
		genuine := entries(t, room.Archive)
		var all []archive.Foreign
		stranger := newKey(t)
		for _, f := range genuine {
			bare := f
			bare.Device, bare.Key, bare.Sig = nil, nil, nil
			stolen := f
			stolen.Device = stranger.Public().(ed25519.PublicKey)
			if f.Key != nil {
				stolen.Key, stolen.Sig = stolen.Device, journal.SignEntry(journal.ID(in.member, f.Line), stranger)
			}
			all = append(all, f, bare, stolen)
		}
		rnd.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		for len(all) > 0 {
			n := min(len(all), 1+rnd.IntN(20))
			if _, err := other.Apply(t.Context(), all[:n]); err != nil {
				t.Fatal(err)
			}
			all = all[n:]
		}
		if a, b := digests(t, room.Archive), digests(t, other); !maps.Equal(a, b) {
			t.Fatalf("seed %d: tables differ:\n%v\n%v", seed, a, b)
		}
		if report := verified(t, other); report.Parked+report.Refused > 0 {
			t.Fatalf("%+v", report)
		}
	}
}

// An act that came without its signature does not keep the one that has it out.
func TestAMissingSignatureIsDamageOnTheWay(t *testing.T) {
	room := newsroomtest.New(t)
	other := device(t, room)
	id := room.Edition(t, newsroom.English, newsroom.Text{Headline: "Head", Body: "Body."})
	room.ApproveNewest(t, id)
	all := entries(t, room.Archive)
	bare := slices.Clone(all)
	weighty := 0
	for i := range bare {
		if bare[i].Key != nil {
			weighty++
		}
		bare[i].Key, bare[i].Sig = nil, nil
	}
	rejected, err := other.Apply(t.Context(), bare)
	if err != nil || len(rejected) != weighty || newsroom.CodeOf(rejected[0]) != newsroom.Damaged {
		t.Fatal(rejected, err)
	}
	apply(t, other, all)
	if !maps.Equal(digests(t, room.Archive), digests(t, other)) {
		t.Fatal("tables differ")
	}
}

// What cannot be read or belongs to a later version is kept aside, and what is no entry is
// reported; neither keeps the rest of its batch out.
func TestNothingKeepsTheRestOut(t *testing.T) {
	room := newsroomtest.New(t)
	in := newInsider(t, room)
	line := func(s string) archive.Foreign {
		s = strings.NewReplacer("ME", string(in.member), "GRANT", string(in.grant)).Replace(s)
		return archive.Foreign{Sealed: journal.Sealed{Line: []byte(s)}, Device: in.key.Public().(ed25519.PublicKey)}
	}
	rejected, err := room.Archive.Apply(t.Context(), []archive.Foreign{
		line(`{"k":"blob","m":"ME","a":"blob:abc","x":"ciphertext","t":1,"u":"00"}`),
		line(`{"k":"tombstone","m":"ME","a":"edition:abcdefghijklmnop.fa","s":{"all":["x"]},"t":1,"u":"00"}`),
		line(`{"k":"set","m":"ME","a":"story:abcdefghijklmnop","c":"place","g":"GRANT","t":1}`),
		line(`{"k":"revise","m":"ME","a":"edition:abcdefghijklmnop.fa","g":"GRANT","t":1}`),
		line(`{"k":`),
		line(`{"k":"set","m":"ME","a":"story:abcdefghijklmnop","c":[{"f":"place","v":"Kabul"}],"g":"GRANT","t":1}`),
	})
	if err != nil || len(rejected) != 1 {
		t.Fatal(rejected, err)
	}
	err = room.Archive.DB().View(t.Context(), func(tx *sqlite.Tx) error {
		s, err := tx.Story("abcdefghijklmnop")
		if s.Place != "Kabul" {
			t.Errorf("%+v", s)
		}
		rows, _ := tx.Aside()
		var reasons []string
		for _, row := range rows {
			reasons = append(reasons, row.State+" "+row.Reason)
		}
		if want := []string{"parked kind", "parked kind", "parked form", "parked form"}; !slices.Equal(reasons, want) {
			t.Errorf("%v, want %v", reasons, want)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	verified(t, room.Archive)
}

// Entries about things that there cannot be stand aside and make no rows.
func TestSubjectsThatThereCannotBe(t *testing.T) {
	room := newsroomtest.New(t)
	in := newInsider(t, room)
	before := digests(t, room.Archive)
	var all []archive.Foreign
	for _, s := range []journal.Subject{
		"edition:zzz", "edition:abcdefghijklmnop.xx", "edition:../../../etc.fa", "edition:../../abcdefgh.fa", "edition:", "edition:ABCDEFGHIJKLMNOP.fa",
		"story:", "story:abc", "story:abcdefghijklmno/", "section:", "section:../x", "section:a b", "newsroom:x", "planet:x",
		journal.Subject("tag:" + strings.Repeat("x", 161)), "tag:\x00", "tag:a.b",
	} {
		kind, changes := journal.Set, []journal.Change{{Field: "place", Value: json.RawMessage(`"x"`)}}
		if strings.HasPrefix(string(s), "edition") {
			kind, changes = journal.Revise, nil
		}
		all = append(all, in.signed(t, in.key, journal.Entry{
			Kind: kind, Member: in.member, Subject: s, Text: &newsroom.Text{Headline: "x"}, Changes: changes, Grant: in.grant,
		}))
	}
	apply(t, room.Archive, all)
	if report := verified(t, room.Archive); report.Parked != len(all) {
		t.Fatalf("%+v of %d", report, len(all))
	}
	if !maps.Equal(before, digests(t, room.Archive)) {
		t.Fatal("the tables changed")
	}
}

// Only an entry that is about a person's place in the roster gives that person rights.
func TestOnlyTheRosterGivesRights(t *testing.T) {
	room := newsroomtest.New(t)
	in := newInsider(t, room)
	stranger := newKey(t)
	id := room.Edition(t, newsroom.English, newsroom.Text{Headline: "Head", Body: "Body."})
	person := newsroom.Member{ID: "strangerstranger", Name: "S", Roles: newsroom.Roles, Devices: []ed25519.PublicKey{stranger.Public().(ed25519.PublicKey)}}
	for name, grant := range map[string]journal.Entry{
		"a set":             {Kind: journal.Set, Subject: journal.MemberSubject(person.ID)},
		"about another":     {Kind: journal.Roster, Subject: journal.MemberSubject(in.member)},
		"about the desk":    {Kind: journal.Roster, Subject: journal.TheNewsroom},
		"another founding":  {Kind: journal.Found, Subject: journal.TheNewsroom},
		"a weighty approve": {Kind: journal.Approve, Subject: journal.MemberSubject(person.ID)},
	} {
		grant.Member, grant.Grant, grant.Person = in.member, in.grant, &person
		g := in.signed(t, in.key, grant)
		apply(t, room.Archive, []archive.Foreign{g, in.signed(t, stranger, journal.Entry{
			Kind: journal.Revise, Member: person.ID, Subject: journal.EditionSubject(id), Text: &newsroom.Text{Headline: name},
			Parents: room.Open(t, id).Heads, Grant: journal.ID(in.member, g.Line),
		})})
		if got := room.Open(t, id).Text.Headline; got != "Head" {
			t.Errorf("%s gave a stranger rights: %s", name, got)
		}
	}
	grant := in.signed(t, in.key, journal.Entry{
		Kind: journal.Roster, Member: in.member, Grant: in.grant, Subject: journal.MemberSubject(person.ID), Person: &person,
	})
	apply(t, room.Archive, []archive.Foreign{grant, in.signed(t, stranger, journal.Entry{
		Kind: journal.Revise, Member: person.ID, Subject: journal.EditionSubject(id), Text: &newsroom.Text{Headline: "Enrolled"},
		Parents: room.Open(t, id).Heads, Grant: journal.ID(in.member, grant.Line),
	})})
	if got := room.Open(t, id).Text.Headline; got != "Enrolled" {
		t.Fatalf("an enrolled member could not write: %s", got)
	}
	verified(t, room.Archive)
}

// A long roster is not walked anew for every entry.
func BenchmarkApplyAfterManyRosterEntries(b *testing.B) {
	room := newsroomtest.New(b)
	for i := range 50 {
		if err := room.ChangeMember(b.Context(), strings.Repeat("x", i+1), newsroom.Roles, newsroom.Languages); err != nil {
			b.Fatal(err)
		}
	}
	in := newInsider(b, room)
	for b.Loop() {
		var all []archive.Foreign
		for range 500 {
			all = append(all, in.signed(b, in.key, journal.Entry{
				Kind: journal.Set, Member: in.member, Subject: "story:abcdefghijklmnop", Grant: in.grant, Nonce: newsroom.NewID(),
			}))
		}
		apply(b, room.Archive, all)
	}
}
