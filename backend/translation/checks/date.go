package checks

import (
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"khabar/backend/locale"
	"khabar/backend/newsroom"
)

// date is a day, or a month, of a text. First and last are days since 1970; without a year
// they are those of each year that is looked at, and match one by one.
type date struct {
	block      int
	start, end int
	text       string
	year       bool  // it says which
	day        bool  // it says which; else it is a whole month
	spans      []day // what it may be
}

type day struct{ first, last int }

// Years in which a date without one is looked at, in both calendars. Leap years move it by a
// day, and a writer reckons with the year that is meant.
const firstYear, lastYear = 2020, 2031

// fits reports whether two dates can be the same. Where only one side names the day, the
// month must hold it.
func (d date) fits(e date) bool {
	for _, a := range d.spans {
		for _, b := range e.spans {
			if a.first <= b.last && b.first <= a.last {
				return true
			}
		}
	}
	return false
}

// in returns a date as it is written in a language; nothing where that is not certain.
func (d date) in(l newsroom.Lang) []string {
	if !d.year || !d.day || len(d.spans) != 1 {
		return nil
	}
	at := time.Unix(int64(d.spans[0].first)*secondsPerDay, 0).UTC()
	return []string{locale.Date(l, locale.DefaultCalendar(l), at)}
}

const secondsPerDay = 24 * 60 * 60

// datesOf finds the dates of a text: names of months with a day or year beside them, and
// days in figures.
func datesOf(all []prose, numbers []number, t *table) (found []date) {
	for i, p := range all {
		var here []number
		for _, n := range numbers {
			if n.block == i {
				here = append(here, n)
				if d, ok := figures(n); ok {
					found = append(found, d)
				}
			}
		}
		words := p.words()
		for w := 0; w < len(words); w++ {
			end, months := t.monthAt(p, words, w)
			if months == nil {
				continue
			}
			if d, ok := dateAround(p, words[w].start, end, here, months, t); ok {
				d.block = i
				found = append(found, d)
			}
		}
	}
	return found
}

// monthAt returns where a name of a month that begins with word w ends, of two words or one.
func (t *table) monthAt(p prose, words []token, w int) (end int, months []month) {
	if w+1 < len(words) {
		both := locale.Fold(p.text[words[w].start:words[w+1].end])
		if m := t.months[both]; m != nil {
			return words[w+1].end, m
		}
	}
	return words[w].end, t.months[locale.Fold(words[w].text)]
}

// dateAround reads the day and the year beside the name of a month.
func dateAround(p prose, start, end int, numbers []number, months []month, t *table) (date, bool) {
	d := date{start: start, end: end}
	theDay, theYear := 0, 0
	take := func(n number, reach int) {
		v, err := strconv.Atoi(n.text)
		between := ""
		if n.end <= start {
			between = p.text[n.end:start]
		} else if n.start >= end {
			between = p.text[end:n.start]
		} else {
			return
		}
		if err != nil || !near(between, reach) {
			return
		}
		switch {
		case theDay == 0 && v >= 1 && v <= 31 && len(n.text) <= 2:
			theDay = v
		case theYear == 0 && v >= 1200 && v <= 2200:
			theYear = v
		default:
			return
		}
		d.start, d.end = min(d.start, n.start), max(d.end, n.end)
	}
	const beside, further = 2, 3 // words between
	for _, n := range slices.Backward(numbers) {
		if n.end <= start {
			take(n, beside)
		}
	}
	for _, n := range numbers {
		if n.start >= end {
			take(n, further)
		}
	}
	if first, ok := firstBeside(p, start, end, t); ok && theDay == 0 {
		theDay, d.start, d.end = 1, min(d.start, first.start), max(d.end, first.end)
	}
	if theDay == 0 && theYear == 0 {
		return d, false
	}
	d.text, d.year, d.day = p.source[d.start:d.end], theYear != 0, theDay != 0
	for _, m := range months {
		d.spans = append(d.spans, spans(m.calendar, theYear, m.month, theDay)...)
	}
	return d, len(d.spans) > 0
}

// firstBeside is a word for the first day of a month, right before the month or behind it.
func firstBeside(p prose, start, end int, t *table) (token, bool) {
	for _, w := range p.words() {
		beside := w.end <= start && strings.Trim(p.text[w.end:start], " \u00a0") == "" || w.start >= end && strings.Trim(p.text[end:w.start], " \u00a0") == ""
		if beside && begins(locale.Fold(w.text), t.First) {
			return w, true
		}
	}
	return token{}, false
}

// near reports whether little stands between a number and the month: short words, a comma.
func near(between string, reach int) bool {
	if strings.ContainsAny(between, ".;:!?()\n") && strings.TrimSpace(strings.Trim(between, "\x00")) != "." || utf8.RuneCountInString(between) > 22 {
		return false
	}
	return len(strings.Fields(between)) <= reach
}

// figures reads a day that is written in figures: 21.04.2025, 2025-04-21, ۱۴۰۴/۲/۱. Of
// 04/05/2025 there are two readings.
func figures(n number) (d date, ok bool) {
	parts := strings.FieldsFunc(n.text, func(r rune) bool { return r < '0' || r > '9' })
	if len(parts) != 3 || strings.ContainsAny(n.text, ",: ") {
		return d, false
	}
	var v [3]int
	for i, part := range parts {
		v[i], _ = strconv.Atoi(part) // they are digits; one too long is no year
	}
	d = date{block: n.block, start: n.start, end: n.end, text: n.text, year: true, day: true}
	add := func(y, m, dd int) {
		c := locale.Gregorian
		if y < 1700 {
			c = locale.PersianAfghan
		}
		if y >= 1200 && y <= 2200 {
			d.spans = append(d.spans, spans(c, y, m, dd)...)
		}
	}
	if len(parts[0]) == 4 {
		add(v[0], v[1], v[2])
	} else if len(parts[2]) == 4 {
		add(v[2], v[1], v[0])
		if v[0] != v[1] {
			add(v[2], v[0], v[1])
		}
	}
	return d, len(d.spans) > 0
}

// spans are the days that a date means. Year 0 is every year that is looked at, day 0 the
// whole month.
func spans(c locale.Calendar, year, month, dayOf int) (all []day) {
	from, to := year, year
	if year == 0 {
		from, to = firstYear, lastYear
		if c != locale.Gregorian {
			from, to = firstYear-621, lastYear-622
		}
	}
	if c != locale.Gregorian && year > 1700 || c == locale.Gregorian && year != 0 && year < 1700 {
		return nil // the year of another calendar
	}
	for y := from; y <= to; y++ {
		first, ok := since1970(c, y, month, max(1, dayOf))
		if !ok {
			continue
		}
		last := first
		if dayOf == 0 {
			last = first + 28
		}
		all = append(all, day{first, last})
	}
	return all
}

// since1970 counts the days to one of a calendar; ok is false where there is no such day.
func since1970(c locale.Calendar, year, month, dayOf int) (days int, ok bool) {
	if month < 1 || month > 12 || dayOf < 1 || dayOf > 31 {
		return 0, false
	}
	at := time.Date(year, time.Month(month), dayOf, 0, 0, 0, 0, time.UTC)
	if c != locale.Gregorian {
		at = time.Date(year+621, time.March, 21, 0, 0, 0, 0, time.UTC)
		at = at.AddDate(0, 0, min(month-1, 6)*31+max(month-7, 0)*30+dayOf-1)
		for range 3 { // the year begins on the 20th or 21st
			y, m, d := c.Day(at)
			if y == year && m == month && d == dayOf {
				break
			}
			step := -1
			if y < year || y == year && (m < month || m == month && d < dayOf) {
				step = 1
			}
			at = at.AddDate(0, 0, step)
		}
	}
	y, m, d := c.Day(at)
	return int(at.Unix() / secondsPerDay), y == year && m == month && d == dayOf
}

// outside are the numbers that are in no date.
func outside(numbers []number, dates []date) (all []number) {
	for _, n := range numbers {
		in := slices.ContainsFunc(dates, func(d date) bool { return d.block == n.block && d.start <= n.start && n.end <= d.end })
		if !in {
			all = append(all, n)
		}
	}
	return all
}
