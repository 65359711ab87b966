package archive_test

import (
	"crypto/ed25519"
	"crypto/x509"
	"encoding/json"
	"encoding/pem"
	"os"
	"path/filepath"
	"testing"

	"pgregory.net/rapid"

	"khabar/backend/archive"
	"khabar/backend/desk"
	"khabar/backend/journal"
	"khabar/backend/newsroom"
	"khabar/backend/newsroomtest"
	"khabar/backend/sqlite"
)

// insider is another device that holds this one's key: whatever it makes is signed and
// allowed, and nothing of it need make sense. So will look what a newer Khabar, or one
// with a fault, may send.
type insider struct {
	key    ed25519.PrivateKey
	member newsroom.MemberID
	grant  newsroom.EntryID
	known  []newsroom.EntryID
}

func newInsider(t testing.TB, room *newsroomtest.Room) *insider {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(room.Dir, "device.key"))
	if err != nil {
		t.Fatal(err)
	}
	block, _ := pem.Decode(data)
	parsed, err := x509.ParsePKCS8PrivateKey(block.Bytes)
	if err != nil {
		t.Fatal(err)
	}
	i := &insider{key: parsed.(ed25519.PrivateKey), member: room.Archive.Me(), known: []newsroom.EntryID{"", "unknown"}}
	err = room.Archive.DB().View(t.Context(), func(tx *sqlite.Tx) (err error) {
		_, i.grant, err = tx.Member(i.member)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return i
}

func (i *insider) entry(t *rapid.T) archive.Foreign {
	ids := rapid.SliceOfN(rapid.SampledFrom(i.known), 0, 3)
	value := rapid.SampledFrom([]string{`null`, `0`, `-1`, `1e300`, `true`, `""`, `"\ud800"`, `"x"`, `[]`, `["fa",7]`, `{}`, `{"hash":1}`, `{"fa":"آ","xx":"y"}`})
	field := rapid.SampledFrom([]string{"sections", "tags", "place", "lead", "source", "notes", "removed", "created", "label.fa", "label.", "slug.xx",
		"standing", "order", "name", "languages", "since", "about", "adverts", "extra", "embargo", "edition", "block", "text", "suggestion", "outcome", "parent", "blocking", "", "later"})
	e := journal.Entry{
		Kind: rapid.SampledFrom([]journal.Kind{journal.Set, journal.Revise, journal.Submit, journal.Return, journal.Approve, journal.Publish,
			journal.Withdraw, journal.Found, journal.Roster, "later"}).Draw(t, "kind"),
		Member: i.member, Grant: i.grant, Parents: ids.Draw(t, "parents"),
		Subject: rapid.SampledFrom([]journal.Subject{"story:abcdefghijklmnop", "story:", "story:s", "edition:abcdefghijklmnop.fa", "edition:abcdefghijklmnop.en", "edition:s.en", "edition:s.xx", "edition:", "section:world", "comment:abcdefghijklmnop", "comment:",
			"tag:t", "tag:", "member:" + journal.Subject(i.member), "member:", "newsroom", "planet:x", ":"}).Draw(t, "subject"),
		Revision: rapid.SampledFrom(i.known).Draw(t, "revision"), Note: rapid.String().Draw(t, "note"),
		From: rapid.Int64().Draw(t, "from"), Time: newsroom.Stamp(rapid.Uint64().Draw(t, "time")), Nonce: rapid.StringN(0, 8, 8).Draw(t, "nonce"),
	}
	if e.Kind == journal.Set {
		for range rapid.IntRange(0, 3).Draw(t, "changes") {
			e.Changes = append(e.Changes, journal.Change{
				Field: field.Draw(t, "field"), Op: rapid.SampledFrom([]journal.Op{journal.Write, journal.Add, journal.Remove, "?"}).Draw(t, "op"),
				Value: json.RawMessage(value.Draw(t, "value")), Over: ids.Draw(t, "over"),
			})
		}
	}
	if rapid.Bool().Draw(t, "text") {
		e.Text = &newsroom.Text{Headline: rapid.String().Draw(t, "headline"), Slug: rapid.SampledFrom([]string{"", "a", "b"}).Draw(t, "slug"), Body: rapid.String().Draw(t, "body")}
	}
	f := i.signed(t, i.key, e)
	i.known = append(i.known, journal.ID(e.Member, f.Line))
	if rapid.IntRange(0, 5).Draw(t, "unsigned") == 0 {
		f.Key, f.Sig = nil, nil
	}
	return f
}

// signed returns e as a device with this key would send it.
func (i *insider) signed(t interface{ Fatal(...any) }, key ed25519.PrivateKey, e journal.Entry) archive.Foreign {
	line, id, err := journal.Encode(e)
	if err != nil {
		t.Fatal(err)
	}
	f := archive.Foreign{Sealed: journal.Sealed{Line: line}, Device: key.Public().(ed25519.PublicKey)}
	if e.Kind.Weighty() {
		f.Key, f.Sig = f.Device, journal.SignEntry(id, key)
	}
	return f
}

// Whatever arrives, however little sense it makes, the newsroom stays usable, nothing is
// dropped, and the tables can be made again from the entries.
func TestEntriesWithoutSense(t *testing.T) {
	room := newsroomtest.New(t)
	in := newInsider(t, room)
	id := room.Edition(t, newsroom.German, newsroom.Text{Headline: "Kopf", Body: "Text."})
	rapid.Check(t, func(rt *rapid.T) {
		var all []archive.Foreign
		for range rapid.IntRange(1, 12).Draw(rt, "entries") {
			all = append(all, in.entry(rt))
		}
		if _, err := room.Archive.Apply(t.Context(), all); err != nil {
			rt.Fatalf("%v\n%s", err, all[len(all)-1].Line)
		}
		report, err := room.Archive.Verify(t.Context())
		if err != nil || len(report.Faults) > 0 {
			rt.Fatalf("%+v %v", report, err)
		}
		if e := room.Open(t, id); e.Text.Body != "Text." {
			rt.Fatalf("%+v", e)
		}
	})
	// Times from the far future among them do not take the device there.
	there := desk.New(device(t, room))
	if _, err := there.Save(t.Context(), id, nil, newsroom.Text{Headline: "Kopf", Body: "Neu."}); err != nil {
		t.Fatal(err)
	}
	e, err := there.Edition(t.Context(), id)
	if err != nil || e.Text.Body != "Neu." || e.Updated.Year() != room.Clock.Now().Year() {
		t.Fatalf("%+v %v", e, err)
	}
}

// A line that is no entry is rejected; one that is goes in. Nothing panics, and the tables can be made again.
func FuzzApply(f *testing.F) {
	room := newsroomtest.New(f)
	member, device := string(room.Archive.Me()), newInsider(f, room).key.Public().(ed25519.PublicKey)
	for _, seed := range []string{
		"", "{}", "null", "[]", `{"k":"set"}`, `{"k":"set","m":"` + member + `","a":"newsroom","c":[{"f":"name","v":7}]}`,
		`{"k":"revise","m":"` + member + `","a":"edition:x.fa"}`, `{"k":"found","m":"x","a":"newsroom","p":{}}`,
		`{"k":"roster","m":"x","a":"member:x","p":{"id":"x","roles":["administrator"]},"g":"x"}`, "{\"k\":\"\xff\"}", `{"k":"publish","m":"m","a":":","t":18446744073709551615}`,
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, line string) {
		rejected, err := room.Archive.Apply(t.Context(), []archive.Foreign{{Sealed: journal.Sealed{Line: []byte(line)}, Device: device}})
		if err != nil || len(rejected) > 1 || len(rejected) == 1 && newsroom.CodeOf(rejected[0]) != newsroom.Damaged {
			t.Fatalf("%q: %v %v", line, rejected, err)
		}
		report, err := room.Archive.Verify(t.Context())
		if err != nil || len(report.Faults) > 0 {
			t.Fatalf("%q: %+v %v", line, report, err)
		}
	})
}
