package locale

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"khabar/backend/newsroom"
)

// dateStyle is how a language writes dates: tables/dates.json. The patterns name their
// parts in braces: {d} {dd} day, {m} {mm} month as a number, {month} its name in the
// form that goes with a day, {y} year, {H} {HH} hour, {MM} minute, {date}, {time}. The
// right-to-left marks in Arabic dates, which CLDR has too, put the day at the right:
// between its own digits a slash alone reads from left to right.
type dateStyle struct {
	Long     string                `json:"long"`
	Short    string                `json:"short"`
	Time     string                `json:"time"`
	DateTime string                `json:"dateTime"`
	First    string                `json:"first"` // how the first of a month is written, "" as any other day
	Months   map[Calendar][]string `json:"months"`
}

var dateStyles = sync.OnceValue(func() map[newsroom.Lang]dateStyle {
	return readTable[map[newsroom.Lang]dateStyle]("dates.json")
})

// styleOf returns the style of l, of English where l is not one of the nine.
func styleOf(l newsroom.Lang) dateStyle {
	if s, ok := dateStyles()[l]; ok {
		return s
	}
	return dateStyles()[newsroom.English]
}

// Date returns the day of t, in the location of t, as a sentence of l has it:
// "21 April 2025", "1er mai 2025", «۱ ثور ۱۴۰۴».
func Date(l newsroom.Lang, c Calendar, t time.Time) string {
	return writeDay(l, c, t, styleOf(l).Long)
}

// ShortDate returns the day of t in figures, as lists and tables have it: "21/04/2025",
// "21.04.2025", «۱۴۰۴/۲/۱».
func ShortDate(l newsroom.Lang, c Calendar, t time.Time) string {
	return writeDay(l, c, t, styleOf(l).Short)
}

// Time returns the time of day of t, in the location of t, on the 24-hour clock that
// all nine languages know: "14:30", "14h30", «۱۴:۳۰».
func Time(l newsroom.Lang, t time.Time) string {
	return Digits(l, strings.NewReplacer(
		"{H}", strconv.Itoa(t.Hour()),
		"{HH}", fmt.Sprintf("%02d", t.Hour()),
		"{MM}", fmt.Sprintf("%02d", t.Minute()),
	).Replace(styleOf(l).Time))
}

// DateTime returns Date and Time together: "21 April 2025, 14:30".
func DateTime(l newsroom.Lang, c Calendar, t time.Time) string {
	return strings.NewReplacer("{date}", Date(l, c, t), "{time}", Time(l, t)).Replace(styleOf(l).DateTime)
}

// Months returns the names of the twelve months of c as l writes them in a date.
func Months(l newsroom.Lang, c Calendar) []string {
	style := styleOf(l)
	if months, ok := style.Months[c]; ok {
		return slices.Clone(months)
	}
	return slices.Clone(style.Months[Gregorian])
}

func writeDay(l newsroom.Lang, c Calendar, t time.Time, pattern string) string {
	style := styleOf(l)
	months, ok := style.Months[c]
	if !ok {
		months = style.Months[Gregorian]
	}
	year, month, day := c.Day(t)
	d := strconv.Itoa(day)
	if day == 1 && style.First != "" {
		d = style.First
	}
	return Digits(l, strings.NewReplacer(
		"{d}", d,
		"{dd}", fmt.Sprintf("%02d", day),
		"{m}", strconv.Itoa(month),
		"{mm}", fmt.Sprintf("%02d", month),
		"{month}", months[month-1],
		"{y}", strconv.Itoa(year),
	).Replace(pattern))
}
