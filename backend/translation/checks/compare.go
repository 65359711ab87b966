package checks

import (
	"slices"
	"strings"

	"khabar/backend/alignment"
	"khabar/backend/locale"
	"khabar/backend/newsroom"
)

// numbers compares the dates of two texts, and the numbers that are in no date.
func (r *run) numbers(source, target []prose, add func(Finding)) {
	theirs, ours := numbersOf(source, r.from), numbersOf(target, r.to)
	theirDates, ourDates := datesOf(source, theirs, r.from), datesOf(target, ours, r.to)
	lost, extra := unmatched(theirDates, ourDates, date.fits), unmatched(ourDates, theirDates, date.fits)
	if len(ourDates) == 0 || len(theirDates) == 0 {
		lost, extra = nil, nil // one side names months in a way that is not known: the numbers must do
	} else {
		theirs, ours = outside(theirs, theirDates), outside(ours, ourDates)
	}
	pair(lost, extra, func(was, is *date) {
		f := Finding{Check: Date, Why: "lost", Block: -1}
		if is != nil {
			f = target[is.block].at(is.start, is.end, Finding{Check: Date, Why: "extra", Block: is.block})
		}
		if was != nil {
			f.Wanted = was.text
			if is != nil {
				f.Why, f.Replace = "other", was.in(r.job.To)
			} else {
				f.Text = was.text
			}
		}
		add(f)
	})
	missing := slices.DeleteFunc(unmatched(theirs, ours, number.fits), func(n number) bool { return n.spelt(target, r.to) })
	more := slices.DeleteFunc(unmatched(ours, theirs, number.fits), func(n number) bool { return n.spelt(source, r.from) })
	pair(missing, more, func(was, is *number) {
		f := Finding{Check: Number, Why: "lost", Block: -1}
		if is != nil {
			f = target[is.block].at(is.start, is.end, Finding{Check: Number, Why: "extra", Block: is.block})
		}
		if was != nil {
			f.Wanted = was.in(r.job.From, r.job.To)
			if is != nil {
				f.Why, f.Replace = "other", []string{f.Wanted}
			} else {
				f.Text = f.Wanted
			}
		}
		add(f)
	})
}

// in writes a number as the other language does, where its digits alone differ.
func (n number) in(from, to newsroom.Lang) string {
	if strings.Trim(n.text, "0123456789") != "" {
		return n.text
	}
	return locale.Digits(to, n.text)
}

func numbersOf(all []prose, t *table) (found []number) {
	for i, p := range all {
		found = append(found, numbersIn(p, i, t)...)
	}
	return found
}

// unmatched are those of a that fit none of b.
func unmatched[T any](a, b []T, fits func(T, T) bool) (all []T) {
	for _, x := range a {
		if !slices.ContainsFunc(b, func(y T) bool { return fits(x, y) }) {
			all = append(all, x)
		}
	}
	return all
}

// pair puts what one side lost beside what the other has instead, in order, where they are
// equally many; else each stands alone.
func pair[T any](lost, extra []T, each func(*T, *T)) {
	if len(lost) == len(extra) {
		for i := range lost {
			each(&lost[i], &extra[i])
		}
		return
	}
	for i := range lost {
		each(&lost[i], nil)
	}
	for i := range extra {
		each(nil, &extra[i])
	}
}

// units looks for the units and currencies of the source.
func (r *run) units(source, target []prose, add func(Finding)) {
	theirs, ours := unitsOf(source, r.from), unitsOf(target, r.to)
	for _, u := range theirs {
		if !slices.ContainsFunc(ours, func(o unit) bool { return o.code == u.code }) {
			add(Finding{Check: Unit, Why: "lost", Block: -1, Text: u.text, Wanted: u.text})
		}
	}
}

// equal reports whether a row of some length says what its source says.
func equal(row Row) bool {
	const least = 4 // words: fewer may well be a name
	join := func(all []alignment.Block) string {
		var b strings.Builder
		for _, each := range all {
			b.WriteString(each.Text + " ")
		}
		return strings.Join(strings.Fields(b.String()), " ")
	}
	text := join(row.Target)
	return len(strings.Fields(text)) >= least && text == join(row.Source)
}
