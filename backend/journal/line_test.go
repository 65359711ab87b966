package journal_test

import (
	"testing"

	"khabar/backend/journal"
	"khabar/backend/newsroom"
)

// A later kind may use the other keys as it likes, and capitals beside small letters.
func TestALaterKindIsStillAnEntry(t *testing.T) {
	for _, line := range []string{
		`{"k":"blob","m":"y","a":"blob:abc","x":"ciphertext","t":1,"u":"00"}`,
		`{"k":"tombstone","m":"y","a":"edition:abc.fa","s":{"all":["x"]},"t":1,"u":7}`,
		`{"k":"lease","m":"y","a":"edition:abc.fa","A":[1],"M":"z","t":1}`,
	} {
		e, err := journal.Decode([]byte(line))
		if err != nil || e.Kind.Known() || e.Unreadable || e.Member != "y" || e.Time != 1 || e.Subject == "" {
			t.Errorf("%s: %+v %v", line, e, err)
		}
	}
}

func TestAKnownKindThatCannotBeReadIsToldApart(t *testing.T) {
	e, err := journal.Decode([]byte(`{"k":"revise","m":"y","a":"edition:abc.fa","x":"ciphertext","t":3}`))
	if err != nil || !e.Unreadable || e.Kind != journal.Revise || e.Member != "y" || e.Time != 3 || e.Text != nil {
		t.Fatalf("%+v %v", e, err)
	}
}

func TestWhatIsNoEntry(t *testing.T) {
	for _, line := range []string{
		"", "{}", "null", "[]", " {\"k\":\"set\",\"m\":\"m\",\"a\":\"story:x\"}", "{\"k\":\"set\",\n\"m\":\"m\",\"a\":\"story:x\"}",
		`{"k":"later","a":"x"}`, `{"k":7,"m":"m","a":"x"}`, `{"k":"later","m":"m","a":"x","t":-1}`,
	} {
		if _, err := journal.Decode([]byte(line)); newsroom.CodeOf(err) != newsroom.Damaged {
			t.Errorf("%q: %v", line, err)
		}
	}
}

// No entry is refused for its time; one that no table or date could hold counts as the last.
func TestATimeBeyondAllIsTheLast(t *testing.T) {
	for _, at := range []string{"9223372036854775808", "18446744073709551615", "4611686018427387904"} {
		e, err := journal.Decode([]byte(`{"k":"submit","m":"m","a":"edition:x.fa","t":` + at + `}`))
		if err != nil || e.Time != newsroom.LastStamp {
			t.Errorf("%s: %v %v", at, e.Time, err)
		}
	}
}
