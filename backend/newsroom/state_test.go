package newsroom_test

import (
	"reflect"
	"slices"
	"testing"
	"time"

	"khabar/backend/newsroom"
)

func TestWorkStatesFollowEachOther(t *testing.T) {
	all := []newsroom.WorkState{newsroom.Drafting, newsroom.Submitted, newsroom.Returned, newsroom.Approved}
	may := map[newsroom.WorkState][]newsroom.WorkState{
		newsroom.Drafting:  {newsroom.Submitted, newsroom.Approved},
		newsroom.Submitted: {newsroom.Returned, newsroom.Approved},
		newsroom.Returned:  {newsroom.Submitted, newsroom.Approved},
		newsroom.Approved:  {newsroom.Returned},
	}
	for _, from := range all {
		for _, to := range all {
			if got := from.MayMove(to); got != slices.Contains(may[from], to) {
				t.Errorf("%s to %s: %v", from, to, got)
			}
		}
	}
}

func TestLiveStatesFollowEachOther(t *testing.T) {
	all := []newsroom.LiveState{newsroom.NotLive, newsroom.Scheduled, newsroom.IsLive, newsroom.Corrected, newsroom.Withdrawn}
	may := map[newsroom.LiveState][]newsroom.LiveState{
		newsroom.NotLive:   {newsroom.Scheduled, newsroom.IsLive},
		newsroom.Scheduled: {newsroom.Scheduled, newsroom.IsLive, newsroom.Withdrawn},
		newsroom.IsLive:    {newsroom.Corrected, newsroom.Withdrawn},
		newsroom.Corrected: {newsroom.Corrected, newsroom.Withdrawn},
		newsroom.Withdrawn: {newsroom.Scheduled, newsroom.IsLive},
	}
	for _, from := range all {
		for _, to := range all {
			if got := from.MayMove(to); got != slices.Contains(may[from], to) {
				t.Errorf("%s to %s: %v", from, to, got)
			}
		}
	}
}

func TestAScheduledCorrectionReplacesTheLiveTextAtItsMoment(t *testing.T) {
	at := time.Date(2025, 4, 21, 0, 0, 0, 0, time.UTC)
	live := newsroom.Live{State: newsroom.IsLive, Revision: "a", Published: at.Add(-time.Hour), Next: &newsroom.Next{Revision: "b", From: at, Notice: "wrong"}}
	if got := live.Now(at.Add(-time.Millisecond)); got.Revision != "a" || got.Next == nil || live.At(at.Add(-time.Millisecond)) != newsroom.IsLive {
		t.Fatalf("before: %+v", got)
	}
	want := newsroom.Live{State: newsroom.Corrected, Revision: "b", Published: at.Add(-time.Hour), Changed: at, Notice: "wrong"}
	if got := live.Now(at); !reflect.DeepEqual(got, want) || live.At(at) != newsroom.Corrected {
		t.Fatalf("then: %+v", got)
	}
}

// An approval is of one text: any other head is a draft again, and no other state is
// touched by writing on.
func TestWritingOnEndsAnApproval(t *testing.T) {
	for state, want := range map[newsroom.WorkState]newsroom.WorkState{
		"": newsroom.Drafting, newsroom.Submitted: newsroom.Submitted, newsroom.Returned: newsroom.Returned, newsroom.Approved: newsroom.Drafting,
	} {
		if got := (newsroom.Work{State: state, Revision: "a"}).After("b"); got != want {
			t.Errorf("%q becomes %s, want %s", state, got, want)
		}
	}
	if got := (newsroom.Work{State: newsroom.Approved, Revision: "a"}).After("a"); got != newsroom.Approved {
		t.Errorf("the approved text is %s", got)
	}
}

func TestTheScheduledIsLiveFromItsMoment(t *testing.T) {
	at := time.Date(2025, 4, 21, 0, 0, 0, 0, time.UTC)
	live := newsroom.Live{State: newsroom.Scheduled, Published: at}
	for now, want := range map[time.Time]newsroom.LiveState{
		at.Add(-time.Millisecond): newsroom.Scheduled, at: newsroom.IsLive, at.Add(time.Hour): newsroom.IsLive,
	} {
		if got := live.At(now); got != want {
			t.Errorf("at %v: %s", now, got)
		}
	}
	if got := (newsroom.Live{}).At(at); got != newsroom.NotLive {
		t.Errorf("nothing is %s", got)
	}
}
