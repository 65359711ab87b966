package journal_test

import (
	"bytes"
	"crypto/ed25519"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"khabar/backend/journal"
	"khabar/backend/newsroom"
)

func key(seed byte) ed25519.PrivateKey {
	return ed25519.NewKeyFromSeed(bytes.Repeat([]byte{seed}, ed25519.SeedSize))
}

func TestAChainOfSegmentsIsVerified(t *testing.T) {
	first := journal.Seal(journal.Header{Log: [16]byte{1}, Seq: 1}, [][]byte{[]byte(`{"k":"set"}`)}, key(1))
	second := journal.Seal(journal.Header{Log: [16]byte{1}, Seq: 2, Prev: first.Hash()}, [][]byte{[]byte("x"), []byte("y")}, key(1))
	if err := first.Verify(nil); err != nil {
		t.Fatal(err)
	}
	if err := second.Verify(&first); err != nil {
		t.Fatal(err)
	}
	for name, spoil := range map[string]func(*journal.Segment){
		"a line":         func(s *journal.Segment) { s.Lines = [][]byte{[]byte("x"), []byte("z")} },
		"joined lines":   func(s *journal.Segment) { s.Lines = [][]byte{[]byte("x\ny")} },
		"a missing line": func(s *journal.Segment) { s.Lines = s.Lines[:1] },
		"the number":     func(s *journal.Segment) { s.Seq = 3 },
		"the chain":      func(s *journal.Segment) { s.Prev = journal.Hash{9} },
		"the log":        func(s *journal.Segment) { s.Log = [16]byte{2} },
		"the key":        func(s *journal.Segment) { s.Key = key(2).Public().(ed25519.PublicKey) },
	} {
		bad := second
		bad.Lines = slices.Clone(second.Lines)
		spoil(&bad)
		if newsroom.CodeOf(bad.Verify(&first)) != newsroom.Damaged {
			t.Errorf("changing %s went unnoticed", name)
		}
	}
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
	f.Add([]byte(`{`))
	f.Fuzz(func(t *testing.T, line []byte) {
		e, err := journal.Decode(line)
		if err != nil {
			return
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
