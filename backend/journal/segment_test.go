package journal_test

import (
	"bytes"
	"crypto/ed25519"
	"encoding/hex"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"khabar/backend/journal"
	"khabar/backend/newsroom"
)

func key(seed byte) ed25519.PrivateKey {
	return ed25519.NewKeyFromSeed(bytes.Repeat([]byte{seed}, ed25519.SeedSize))
}

func sealedLines(lines ...string) []journal.Sealed {
	var all []journal.Sealed
	for _, l := range lines {
		all = append(all, journal.Sealed{Line: []byte(l)})
	}
	return all
}

func proven(line string, by ed25519.PrivateKey) journal.Sealed {
	return journal.Sealed{
		Line: []byte(line), Key: by.Public().(ed25519.PublicKey), Sig: journal.SignEntry(journal.ID("m", []byte(line)), by),
	}
}

func TestWhateverChangesInASegmentIsNoticed(t *testing.T) {
	first := journal.Seal(journal.Header{Log: [16]byte{1}, Seq: 1}, sealedLines(`{"k":"set"}`), key(1))
	whole := journal.Seal(journal.Header{Log: [16]byte{1}, Seq: 2, Prev: first.Hash()},
		append(sealedLines(`{"x":1}`, `{"y":1}`), proven(`{"z":1}`, key(3))), key(1))
	if err := first.Verify(); err != nil {
		t.Fatal(err)
	}
	if err := whole.Verify(); err != nil || !whole.Follows(first.Header) || first.Follows(whole.Header) {
		t.Fatal(err)
	}
	for name, spoil := range map[string]func(*journal.Segment){
		"a line":            func(s *journal.Segment) { s.Entries[1].Line = []byte(`{"y":2}`) },
		"joined lines":      func(s *journal.Segment) { s.Entries[0].Line = []byte("{\"x\":1}\n{\"y\":1}") },
		"a missing line":    func(s *journal.Segment) { s.Entries = s.Entries[1:] },
		"a line like proof": func(s *journal.Segment) { s.Entries[0].Line = []byte("=x") },
		"a missing proof":   func(s *journal.Segment) { s.Entries[2].Key, s.Entries[2].Sig = nil, nil },
		"another's proof":   func(s *journal.Segment) { s.Entries[2] = proven(`{"z":1}`, key(4)) },
		"half a proof":      func(s *journal.Segment) { s.Entries[2].Sig = nil },
		"the reader":        func(s *journal.Segment) { s.MinReader = 0 },
		"the newsroom":      func(s *journal.Segment) { s.Newsroom = [16]byte{2} },
		"the log":           func(s *journal.Segment) { s.Log = [16]byte{2} },
		"the space":         func(s *journal.Segment) { s.Space = [8]byte{2} },
		"the number":        func(s *journal.Segment) { s.Seq = 3 },
		"the epoch":         func(s *journal.Segment) { s.Epoch = 1 },
		"the chain":         func(s *journal.Segment) { s.Prev = journal.Hash{9} },
		"the key":           func(s *journal.Segment) { s.Key = key(2).Public().(ed25519.PublicKey) },
	} {
		bad := whole
		bad.Entries = slices.Clone(whole.Entries)
		spoil(&bad)
		if newsroom.CodeOf(bad.Verify()) != newsroom.Damaged {
			t.Errorf("changing %s went unnoticed", name)
		}
		if _, err := journal.ParseSegment(bad.Encode()); newsroom.CodeOf(err) != newsroom.Damaged {
			t.Errorf("changing %s went unnoticed on the way: %v", name, err)
		}
	}
}

// The first segment of a log follows none, and every later one follows one.
func TestASegmentHasItsPlace(t *testing.T) {
	for _, h := range []journal.Header{{}, {Seq: 2}, {Seq: 1, Prev: journal.Hash{1}}} {
		if err := journal.Seal(h, nil, key(1)).Verify(); newsroom.CodeOf(err) != newsroom.Damaged {
			t.Errorf("%+v: %v", h, err)
		}
	}
}

// The bytes of a segment are fixed: what one version signs, every other must read.
func TestTheBytesOfASegment(t *testing.T) {
	h := journal.Header{
		Newsroom: [16]byte{0xaa}, Log: [16]byte{0xbb}, Space: [8]byte{0xcc}, Seq: 1, Epoch: 7,
	}
	s := journal.Seal(h, append(sealedLines(`{"a":1}`), proven(`{"b":2}`, key(3))), key(1))
	const want = "4b48533100" + "01aa000000000000000000000000000000bb000000000000000000000000000000" +
		"cc000000000000000000000000000001" + "00000007" + "0000000000000000000000000000000000000000000000000000000000000000" + "00000092"
	b := s.Encode()
	if got := hex.EncodeToString(b[:len(want)/2]); got != want {
		t.Fatalf("header\n%s, want\n%s", got, want)
	}
	body := string(b[len(want)/2:])
	if !strings.HasPrefix(body, "{\"a\":1}\n{\"b\":2}\n=7UkoxijRwsbq6QM4kFmVYSlZJzpcY/k2") || len(body) != 0x92+96 {
		t.Fatalf("%q (%#x)", body[:60], len(body)-96)
	}
}

func TestASegmentOfALaterFormat(t *testing.T) {
	s := journal.Seal(journal.Header{Seq: 1}, sealedLines(`{}`), key(1))
	b := s.Encode()
	b[5] = 2
	if _, err := journal.ParseSegment(b); newsroom.CodeOf(err) != newsroom.TooNew {
		t.Fatal(err)
	}
}

// What is read is written again in the same bytes, and nothing panics.
func FuzzParseSegment(f *testing.F) {
	whole := journal.Seal(journal.Header{Seq: 1}, append(sealedLines(`{"x":1}`), proven(`{"z":1}`, key(3))), key(1)).Encode()
	f.Add(whole)
	f.Add(whole[:len(whole)-1])
	f.Add(journal.Seal(journal.Header{Seq: 1}, nil, key(1)).Encode())
	f.Add(bytes.Replace(whole, []byte("\n="), []byte("\n=\r"), 1))
	f.Fuzz(func(t *testing.T, b []byte) {
		s, err := journal.ParseSegment(b)
		if code := newsroom.CodeOf(err); code != "" && code != newsroom.Damaged && code != newsroom.TooNew {
			t.Fatal(err)
		}
		if s.Key != nil && !bytes.Equal(s.Encode(), b) { // read to its end, whoever signed it
			t.Fatalf("%q became %q", b, s.Encode())
		}
		if err == nil && !bytes.Equal(s.Encode(), b) {
			t.Fatalf("%q became %q", b, s.Encode())
		}
	})
}

func TestAnEntrySignatureIsOfThatEntry(t *testing.T) {
	sig := journal.SignEntry("abc", key(1))
	pub := key(1).Public().(ed25519.PublicKey)
	if !journal.EntrySigned("abc", pub, sig) || journal.EntrySigned("abd", pub, sig) || journal.EntrySigned("abc", pub[:3], sig) {
		t.Fatal("signature")
	}
}

type wall struct{ at time.Time }

func (w *wall) Now() time.Time { return w.at }

// Times never repeat and never fall behind what was seen, however the clock jumps.
func TestTimesOnlyGrow(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := &wall{time.UnixMilli(1_700_000_000_000)}
		c := journal.NewClock(w, 0)
		var last newsroom.Stamp
		for range rapid.IntRange(1, 30).Draw(t, "steps") {
			w.at = w.at.Add(time.Duration(rapid.IntRange(-1e6, 1e6).Draw(t, "jump")) * time.Millisecond)
			seen := newsroom.Stamp(w.at.UnixMilli()+rapid.Int64Range(-1e6, 1e6).Draw(t, "seen")) << 16
			c.Saw(seen)
			next := c.Next()
			if next <= last || next <= seen {
				t.Fatalf("%d after %d, having seen %d", next, last, seen)
			}
			last = next
		}
	})
}

func TestABrokenClockIsNotFollowed(t *testing.T) {
	w := &wall{time.UnixMilli(1_700_000_000_000)}
	c := journal.NewClock(w, 0)
	c.Saw(newsroom.Stamp(w.at.AddDate(20, 0, 0).UnixMilli()) << 16)
	if next := c.Next(); next.Wall().After(w.at.Add(time.Hour)) {
		t.Fatalf("followed a clock to %v", next.Wall())
	}
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte(`{"k":"revise","m":"a","a":"edition:x.fa","x":{"headline":"می‌روم"},"t":1,"u":"00"}`))
	f.Add([]byte(`{"k":"future","m":"a","a":"thing:x","new":{"deep":[1]}}`))
	f.Add([]byte(`{"k":"blob","m":"a","a":"thing:x","x":"cipher","A":7,"t":18446744073709551615}`))
	f.Add([]byte(`{"k":"set","m":"a","a":"story:x","c":{"f":"place"},"t":1}`))
	f.Add([]byte(`{`))
	f.Fuzz(func(t *testing.T, line []byte) {
		e, err := journal.Decode(line)
		if err != nil {
			return
		}
		if !e.Kind.Known() && len(e.Changes)+len(e.Parents) > 0 || e.Time > newsroom.LastStamp {
			t.Fatalf("%+v", e)
		}
		again, id, err := journal.Encode(e)
		if err != nil {
			t.Fatal(err)
		}
		back, err := journal.Decode(again)
		if err != nil {
			t.Fatal(err)
		}
		if _, id2, _ := journal.Encode(back); id != id2 {
			t.Fatal("encode, decode, encode gives another id")
		}
	})
}
