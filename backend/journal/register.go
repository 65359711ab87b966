package journal

import (
	"cmp"
	"encoding/json"
	"slices"

	"khabar/backend/newsroom"
)

// Written is one write to a register, or one operation on a set.
type Written struct {
	Entry newsroom.EntryID
	Time  newsroom.Stamp
	Op    Op
	Value json.RawMessage
	Over  []newsroom.EntryID
}

// Compare orders writes by time, then by entry.
func (w Written) Compare(o Written) int {
	return cmp.Or(cmp.Compare(w.Time, o.Time), cmp.Compare(w.Entry, o.Entry))
}

// Resolve returns the writes of one register that no other write replaces, the one to
// show first. More than one is a conflict: all are kept until somebody writes again.
func Resolve(writes []Written) []Written {
	replaced := map[newsroom.EntryID]bool{}
	for _, w := range writes {
		for _, id := range w.Over {
			if id != w.Entry {
				replaced[id] = true
			}
		}
	}
	var open []Written
	for _, w := range writes {
		if !replaced[w.Entry] {
			open = append(open, w)
		}
	}
	slices.SortFunc(open, func(a, b Written) int { return b.Compare(a) })
	return slices.CompactFunc(open, func(a, b Written) bool { return a.Entry == b.Entry })
}

// Ordered returns the write last and all that it replaced, directly or not, each after
// those that it replaced. Times, then entries, only order writes that know nothing of each
// other. A replaced write that is not among writes is no obstacle.
func Ordered(writes []Written, last newsroom.EntryID) []newsroom.EntryID {
	here := map[newsroom.EntryID]Written{}
	for _, w := range writes {
		here[w.Entry] = w
	}
	waits := map[newsroom.EntryID]int{} // for how many that it replaced
	next := map[newsroom.EntryID][]newsroom.EntryID{}
	var ready []Written
	for todo := []newsroom.EntryID{last}; len(todo) > 0; {
		id := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		w, ok := here[id]
		if _, seen := waits[id]; seen || !ok {
			continue
		}
		waits[id] = 0
		for _, over := range sorted(w.Over) {
			if _, ok := here[over]; ok && over != id {
				waits[id]++
				next[over] = append(next[over], id)
				todo = append(todo, over)
			}
		}
		if waits[id] == 0 {
			ready = append(ready, w)
		}
	}
	var order []newsroom.EntryID
	for len(ready) > 0 {
		slices.SortFunc(ready, func(a, b Written) int { return b.Compare(a) })
		w := ready[len(ready)-1]
		ready = ready[:len(ready)-1]
		order = append(order, w.Entry)
		for _, id := range next[w.Entry] {
			if waits[id]--; waits[id] == 0 {
				ready = append(ready, here[id])
			}
		}
	}
	return order
}

// Member is a member of a set and the additions that keep it there.
type Member struct {
	Value json.RawMessage
	By    []newsroom.EntryID
}

// Members returns the members of an observed-remove set, in the order of their first
// addition. (Shapiro et al., "A comprehensive study of CRDTs", 2011, section 3.3.5.)
func Members(ops []Written) []Member {
	type addition struct {
		value string
		entry newsroom.EntryID
	}
	removed := map[addition]bool{}
	for _, w := range ops {
		for _, id := range w.Over {
			if w.Op == Remove {
				removed[addition{string(w.Value), id}] = true
			}
		}
	}
	ops = slices.Clone(ops)
	slices.SortFunc(ops, Written.Compare)
	var members []Member
	at := map[string]int{}
	for _, w := range ops {
		if w.Op != Add || removed[addition{string(w.Value), w.Entry}] {
			continue
		}
		i, ok := at[string(w.Value)]
		if !ok {
			i = len(members)
			at[string(w.Value)] = i
			members = append(members, Member{Value: w.Value})
		}
		if !slices.Contains(members[i].By, w.Entry) {
			members[i].By = append(members[i].By, w.Entry)
		}
	}
	return members
}
