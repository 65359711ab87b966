package locale

import (
	"time"

	"khabar/backend/newsroom"
)

// Calendar is a way to name days.
type Calendar string

// The calendars. The two Persian ones count the same days and differ in the names of
// the months.
const (
	PersianAfghan  Calendar = "persian-afghan"  // حمل … حوت; in Pashto وری … کب
	PersianIranian Calendar = "persian-iranian" // فروردین … اسفند
	Gregorian      Calendar = "gregorian"
)

// Valid reports whether c is one of the three.
func (c Calendar) Valid() bool {
	return c == PersianAfghan || c == PersianIranian || c == Gregorian
}

// DefaultCalendar returns the calendar in which readers of l expect dates.
func DefaultCalendar(l newsroom.Lang) Calendar {
	if l == newsroom.Persian || l == newsroom.Pashto {
		return PersianAfghan
	}
	return Gregorian
}

// Day returns the year, the month (1 to 12) and the day of t in c, in the location of
// t. Persian years are right from 1800 to 2256 of the Gregorian calendar, where the
// arithmetic agrees with astronomers' tables; other years come out by the same rule.
// What is not a known calendar counts as Gregorian.
func (c Calendar) Day(t time.Time) (year, month, day int) {
	if c == PersianAfghan || c == PersianIranian {
		return solarHijri(t)
	}
	return t.Year(), int(t.Month()), t.Day()
}
