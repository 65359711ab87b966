package locale

import (
	"slices"
	"testing"
	"time"

	"khabar/backend/newsroom"
)

func TestDateReadsNaturallyInEveryLanguage(t *testing.T) {
	day := time.Date(2025, 4, 21, 14, 5, 0, 0, time.UTC)
	for l, want := range map[newsroom.Lang][3]string{
		"ar": {"٢١ أبريل ٢٠٢٥", "٢١\u200f/٤\u200f/٢٠٢٥", "٢١ أبريل ٢٠٢٥، ١٤:٠٥"},
		"en": {"21 April 2025", "21/04/2025", "21 April 2025, 14:05"},
		"fr": {"21 avril 2025", "21/04/2025", "21 avril 2025 à 14h05"},
		"de": {"21. April 2025", "21.04.2025", "21. April 2025, 14:05 Uhr"},
		"ps": {"۱ غویی ۱۴۰۴", "۱۴۰۴/۲/۱", "۱ غویی ۱۴۰۴، ۱۴:۰۵"},
		"fa": {"۱ ثور ۱۴۰۴", "۱۴۰۴/۲/۱", "۱ ثور ۱۴۰۴، ساعت ۱۴:۰۵"},
		"ru": {"21 апреля 2025\u00a0г.", "21.04.2025", "21 апреля 2025\u00a0г., 14:05"},
		"es": {"21 de abril de 2025", "21/4/2025", "21 de abril de 2025, 14:05"},
		"tg": {"21 апрели 2025", "21.04.2025", "21 апрели 2025, соати 14:05"},
	} {
		c := DefaultCalendar(l)
		if got := [3]string{Date(l, c, day), ShortDate(l, c, day), DateTime(l, c, day)}; got != want {
			t.Errorf("%s:\n got %q\nwant %q", l, got, want)
		}
	}
}

func TestDateInOtherCalendars(t *testing.T) {
	first := time.Date(2025, 5, 1, 0, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		lang     newsroom.Lang
		calendar Calendar
		want     string
	}{
		{"fr", Gregorian, "1er mai 2025"},
		{"fa", PersianIranian, "۱۱ اردیبهشت ۱۴۰۴"},
		{"fa", Gregorian, "۱ می ۲۰۲۵"},
		{"ps", Gregorian, "۱ مۍ ۲۰۲۵"},
		{"tg", Gregorian, "1 майи 2025"},
		{"en", PersianAfghan, "11 Sawr 1404"},
		{"en", "julian", "1 May 2025"},
		{"xx", Gregorian, "1 May 2025"},
	} {
		if got := Date(c.lang, c.calendar, first); got != c.want {
			t.Errorf("%s %s: got %q, want %q", c.lang, c.calendar, got, c.want)
		}
	}
}

func TestEveryLanguageNamesTwelveMonthsInEachCalendar(t *testing.T) {
	for _, l := range newsroom.Languages {
		for _, c := range []Calendar{PersianAfghan, PersianIranian, Gregorian} {
			months := slices.Clone(styleOf(l).Months[c])
			slices.Sort(months)
			if len(slices.Compact(months)) != 12 || months[0] == "" {
				t.Errorf("%s %s: %q", l, c, months)
			}
		}
	}
}

type dateCase struct {
	Lang     newsroom.Lang `json:"lang"`
	Calendar Calendar      `json:"calendar"`
	At       [5]int        `json:"at"` // year, month, day, hour, minute
	Date     string        `json:"date"`
	Short    string        `json:"short"`
	DateTime string        `json:"dateTime"`
}

func TestDatesForBothSides(t *testing.T) {
	var cases []dateCase
	for _, l := range newsroom.Languages {
		for _, c := range []Calendar{PersianAfghan, PersianIranian, Gregorian} {
			for _, at := range [][5]int{
				{2025, 4, 21, 14, 30}, {2025, 3, 20, 23, 59}, {2025, 3, 21, 0, 0}, {2024, 3, 19, 9, 5},
				{2026, 1, 1, 6, 7}, {1999, 12, 31, 12, 0}, {2025, 9, 23, 1, 1}, {2033, 8, 9, 10, 11},
			} {
				when := time.Date(at[0], time.Month(at[1]), at[2], at[3], at[4], 0, 0, time.UTC)
				cases = append(cases, dateCase{l, c, at, Date(l, c, when), ShortDate(l, c, when), DateTime(l, c, when)})
			}
		}
	}
	golden(t, "dates.json", cases)
}
