package locale

import "time"

// solarBreaks are the years of the Solar Hijri calendar at which the regular pattern of
// leap years (every fourth, after seven of these a fifth) is interrupted.
//
// They and the arithmetic of nowruz are those of Kazimierz M. Borkowski, "The Persian
// calendar for 3000 years", Earth, Moon, and Planets 74 (1996) 223–230, who fitted them
// to the astronomical Nowruz; the jalaali libraries use the same. Ahmad Birashk's 2820-year cycle,
// often quoted instead, is off by a day throughout 1404.
var solarBreaks = [...]int{
	-61, 9, 38, 199, 426, 686, 756, 818, 1111, 1181, 1210, 1635, 2060, 2097, 2192, 2262, 2324, 2394, 2456, 3178,
}

// nowruz returns the day of March on which the Solar Hijri year begins. Its Gregorian
// year is year+621.
func nowruz(year int) int {
	leaps, last, jump := -14, solarBreaks[0], 0
	for _, next := range solarBreaks[1:] {
		jump = next - last
		if year < next {
			break
		}
		leaps += jump/33*8 + jump%33/4
		last = next
	}
	n := year - last
	leaps += n/33*8 + (n%33+3)/4
	if jump%33 == 4 && jump-n == 4 {
		leaps++
	}
	gregorian := year + 621
	return 20 + leaps - (gregorian/4 - (gregorian/100+1)*3/4 - 150)
}

// solarHijri returns the day of t, in its own location, in the Solar Hijri calendar.
func solarHijri(t time.Time) (year, month, day int) {
	date := time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
	year = t.Year() - 621
	first := firstDay(year)
	if date.Before(first) {
		year--
		first = firstDay(year)
	}
	// Six months of 31 days, then months of 30; the last has 29 where the year is short.
	n := int(date.Sub(first) / (24 * time.Hour))
	if n < 6*31 {
		return year, n/31 + 1, n%31 + 1
	}
	n -= 6 * 31
	return year, n/30 + 7, n%30 + 1
}

// firstDay returns the midnight with which a Solar Hijri year begins.
func firstDay(year int) time.Time {
	return time.Date(year+621, time.March, nowruz(year), 0, 0, 0, 0, time.UTC)
}
