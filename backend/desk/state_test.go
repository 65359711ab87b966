package desk_test

import (
	"testing"
	"time"

	"khabar/backend/newsroom"
	"khabar/backend/newsroomtest"
)

// step is something that somebody does to an edition.
type step struct {
	name string
	do   func(testing.TB, *newsroomtest.Room, newsroom.EditionID) error
}

var steps = []step{
	{"save", func(t testing.TB, r *newsroomtest.Room, id newsroom.EditionID) error {
		text := r.Open(t, id).Text
		text.Body += "\n\nMore."
		_, err := r.Save(t.Context(), id, nil, text)
		return err
	}},
	{"submit", func(t testing.TB, r *newsroomtest.Room, id newsroom.EditionID) error {
		return r.Submit(t.Context(), id)
	}},
	{"return", func(t testing.TB, r *newsroomtest.Room, id newsroom.EditionID) error {
		return r.Return(t.Context(), id, "Name the source.")
	}},
	{"approve", func(t testing.TB, r *newsroomtest.Room, id newsroom.EditionID) error {
		return r.Approve(t.Context(), id, r.Open(t, id).Heads[0])
	}},
	{"publish", func(t testing.TB, r *newsroomtest.Room, id newsroom.EditionID) error {
		return r.Publish(t.Context(), id, time.Time{})
	}},
	{"schedule", func(t testing.TB, r *newsroomtest.Room, id newsroom.EditionID) error {
		return r.Publish(t.Context(), id, r.Clock.Now().Add(time.Hour))
	}},
	{"correct", func(t testing.TB, r *newsroomtest.Room, id newsroom.EditionID) error {
		return r.Correct(t.Context(), id, "Corrected.")
	}},
	{"withdraw", func(t testing.TB, r *newsroomtest.Room, id newsroom.EditionID) error {
		return r.Withdraw(t.Context(), id, "Withdrawn.")
	}},
	{"wait", func(t testing.TB, r *newsroomtest.Room, _ newsroom.EditionID) error {
		r.Clock.Advance(2 * time.Hour)
		return nil
	}},
	{"remove", func(t testing.TB, r *newsroomtest.Room, id newsroom.EditionID) error {
		return r.RemoveStory(t.Context(), id.Story())
	}},
}

func do(t testing.TB, r *newsroomtest.Room, id newsroom.EditionID, name string) error {
	t.Helper()
	for _, s := range steps {
		if s.name == name {
			return s.do(t, r, id)
		}
	}
	t.Fatalf("no step %s", name)
	return nil
}

// The two machines, state by state: how to come there, and what each act leads to; what
// is not named is refused with a Conflict and changes nothing.
var machine = []struct {
	name  string
	path  []string
	leads map[string]string // act → work state / live state
}{
	{"drafting", nil, map[string]string{
		"save": "drafting/notLive", "submit": "submitted/notLive", "approve": "approved/notLive", "remove": "drafting/notLive"}},
	{"submitted", []string{"submit"}, map[string]string{
		"save": "submitted/notLive", "return": "returned/notLive", "approve": "approved/notLive", "remove": "submitted/notLive"}},
	{"returned", []string{"submit", "return"}, map[string]string{
		"save": "returned/notLive", "submit": "submitted/notLive", "approve": "approved/notLive", "remove": "returned/notLive"}},
	{"approved", []string{"submit", "approve"}, map[string]string{
		"save": "drafting/notLive", "return": "returned/notLive", "publish": "approved/live", "schedule": "approved/scheduled",
		"remove": "approved/notLive"}},
	{"approved, then changed", []string{"submit", "approve", "save"}, map[string]string{
		"save": "drafting/notLive", "submit": "submitted/notLive", "approve": "approved/notLive", "remove": "drafting/notLive"}},
	{"scheduled", []string{"approve", "schedule"}, map[string]string{
		"save": "drafting/scheduled", "return": "returned/scheduled", "publish": "approved/live", "schedule": "approved/scheduled",
		"withdraw": "approved/notLive"}},
	{"scheduled, its time come", []string{"approve", "schedule", "wait"}, map[string]string{
		"save": "drafting/live", "return": "returned/live", "withdraw": "approved/withdrawn"}},
	{"live", []string{"approve", "publish"}, map[string]string{
		"save": "drafting/live", "return": "returned/live", "withdraw": "approved/withdrawn"}},
	{"live, with a draft", []string{"approve", "publish", "save"}, map[string]string{
		"save": "drafting/live", "submit": "submitted/live", "approve": "approved/live", "withdraw": "drafting/withdrawn"}},
	{"live, with an approved text", []string{"approve", "publish", "save", "approve"}, map[string]string{
		"save": "drafting/live", "return": "returned/live", "correct": "approved/corrected", "withdraw": "approved/withdrawn"}},
	{"corrected", []string{"approve", "publish", "save", "approve", "correct"}, map[string]string{
		"save": "drafting/corrected", "return": "returned/corrected", "withdraw": "approved/withdrawn"}},
	{"withdrawn", []string{"approve", "publish", "withdraw"}, map[string]string{
		"save": "drafting/withdrawn", "return": "returned/withdrawn", "publish": "approved/live", "schedule": "approved/scheduled",
		"remove": "approved/withdrawn"}},
}

func TestEveryActInEveryState(t *testing.T) {
	r := newsroomtest.New(t)
	state := func(id newsroom.EditionID) string {
		e := r.Open(t, id)
		return string(e.Work.State) + "/" + string(e.Live.At(r.Clock.Now()))
	}
	for _, m := range machine {
		for _, s := range steps {
			if s.name == "wait" {
				continue
			}
			id := r.Edition(t, newsroom.English, newsroom.Text{Headline: "Head", Body: "Body."})
			for _, name := range m.path {
				if err := do(t, r, id, name); err != nil {
					t.Fatalf("%s: on the way, %s: %v", m.name, name, err)
				}
			}
			before := state(id)
			err := s.do(t, r, id)
			want, allowed := m.leads[s.name]
			if !allowed {
				want = before
				if newsroom.CodeOf(err) != newsroom.Conflict {
					t.Errorf("%s: %s gives %v, want a conflict", m.name, s.name, err)
				}
			} else if err != nil {
				t.Errorf("%s: %s gives %v", m.name, s.name, err)
			}
			if got := state(id); got != want {
				t.Errorf("%s: %s leads to %s, want %s", m.name, s.name, got, want)
			}
			r.Clock.Advance(time.Second)
		}
	}
	report, err := r.Archive.Verify(t.Context())
	if err != nil || len(report.Faults) > 0 || report.Refused > 0 || report.Parked > 0 {
		t.Fatalf("%+v %v", report, err)
	}
}
