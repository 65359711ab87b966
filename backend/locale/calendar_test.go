package locale

import (
	"encoding/json"
	"os"
	"strconv"
	"testing"
	"time"

	"pgregory.net/rapid"

	"khabar/backend/newsroom"
)

// testdata/nowruz.json has the first day of each Solar Hijri year from 1278 to 1481 as
// ICU 78 computes it (Intl.DateTimeFormat of "en-u-ca-persian" in Node). The months
// between two of them have fixed lengths, so they settle every day.
func TestSolarHijriAgreesWithICUOnEveryDay(t *testing.T) {
	starts := readNowruz(t)
	year := 1278
	month, day := 1, 1
	compared := 0
	for date := starts[year]; date.Year() <= 2100; date = date.AddDate(0, 0, 1) {
		if date.Equal(starts[year+1]) {
			year, month, day = year+1, 1, 1
		}
		y, m, d := PersianAfghan.Day(date)
		if y != year || m != month || d != day {
			t.Fatalf("%s: got %d-%d-%d, ICU has %d-%d-%d", date.Format(time.DateOnly), y, m, d, year, month, day)
		}
		compared++
		day++
		if day > 31 || day > 30 && month > 6 {
			month, day = month+1, 1
		}
	}
	if compared < 73_414 {
		t.Errorf("compared %d days only", compared)
	}
}

func readNowruz(t *testing.T) map[int]time.Time {
	t.Helper()
	b, err := os.ReadFile("testdata/nowruz.json")
	if err != nil {
		t.Fatal(err)
	}
	var text map[string]string
	if err := json.Unmarshal(b, &text); err != nil {
		t.Fatal(err)
	}
	starts := map[int]time.Time{}
	for year, day := range text {
		y, err := strconv.Atoi(year)
		if err != nil {
			t.Fatal(err)
		}
		if starts[y], err = time.Parse(time.DateOnly, day); err != nil {
			t.Fatal(err)
		}
	}
	return starts
}

// In any year, however far, a day follows the day before it.
func TestSolarHijriDaysFollowOneAnother(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		date := time.Unix(rapid.Int64Range(-60_000_000_000, 40_000_000_000).Draw(t, "seconds"), 0).UTC()
		y, m, d := PersianIranian.Day(date)
		ny, nm, nd := PersianIranian.Day(date.AddDate(0, 0, 1))
		nextDay := ny == y && nm == m && nd == d+1
		nextMonth := ny == y && nm == m+1 && nd == 1 && d >= 30
		nextYear := ny == y+1 && nm == 1 && nd == 1 && m == 12 && d >= 29
		if !nextDay && !nextMonth && !nextYear || m < 1 || m > 12 || d < 1 || d > 31 {
			t.Fatalf("%s is %d-%d-%d, the day after %d-%d-%d", date, y, m, d, ny, nm, nd)
		}
	})
}

func TestCalendarUsesTheLocationOfTheTime(t *testing.T) {
	kabul := time.FixedZone("Kabul", 4*3600+1800)
	evening := time.Date(2025, 3, 20, 21, 0, 0, 0, time.UTC)
	if y, m, d := PersianAfghan.Day(evening); y != 1403 || m != 12 || d != 30 {
		t.Errorf("UTC: %d-%d-%d", y, m, d)
	}
	if y, m, d := PersianAfghan.Day(evening.In(kabul)); y != 1404 || m != 1 || d != 1 {
		t.Errorf("Kabul: %d-%d-%d", y, m, d)
	}
}

func TestDefaultCalendar(t *testing.T) {
	for _, l := range newsroom.Languages {
		want := Gregorian
		if l == newsroom.Persian || l == newsroom.Pashto {
			want = PersianAfghan
		}
		if got := DefaultCalendar(l); got != want || !got.Valid() {
			t.Errorf("%s: %s", l, got)
		}
	}
}
