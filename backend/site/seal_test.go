package site

import (
	"testing"
	"time"
)

// Whatever a value holds is in its seal.
func TestSealHoldsEverything(t *testing.T) {
	type part struct{ Name string }
	type whole struct {
		Text  string
		Count int
		Yes   bool
		At    time.Time
		Words []string
		Named map[string]part
		Part  *part
	}
	all := []any{
		whole{}, whole{Text: "a"}, whole{Count: 1}, whole{Yes: true}, whole{At: time.Unix(1, 1)},
		whole{Words: []string{"a", "b"}}, whole{Words: []string{"ab"}}, whole{Words: []string{"ab", ""}},
		whole{Named: map[string]part{"a": {}}}, whole{Named: map[string]part{"a": {"b"}}}, whole{Part: &part{}}, whole{Part: &part{"a"}},
	}
	seen := map[seal]int{}
	for i, v := range all {
		made := sealOf(v)
		if j, there := seen[made]; there {
			t.Errorf("%+v and %+v have one seal", all[j], v)
		}
		if seen[made] = i; made != sealOf(v) {
			t.Errorf("%+v has two seals", v)
		}
	}
	if sealOf(whole{At: time.Unix(1, 0).In(time.FixedZone("x", 3600))}) != sealOf(whole{At: time.Unix(1, 0).UTC()}) {
		t.Error("one moment in two zones has two seals")
	}
}

// What a page could show without its being in the seal is refused.
func TestSealRefusesWhatItCannotHold(t *testing.T) {
	type hidden struct{ name string }
	for _, v := range []any{hidden{"a"}, struct{ F func() }{}, struct{ V any }{}, &struct{ P *hidden }{&hidden{"b"}}} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%T has a seal", v)
				}
			}()
			sealOf(v)
		}()
	}
}
