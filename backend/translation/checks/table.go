package checks

import (
	"embed"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"sync"

	"khabar/backend/locale"
	"khabar/backend/newsroom"
)

//go:embed tables/*.json
var tables embed.FS

// table is what is known of a language: tables/LANG.json. Lists are words with spaces
// between them; where a word is compared, it is folded.
type table struct {
	lang   newsroom.Lang
	months map[string][]month // of every calendar, folded

	Months  []string          `json:"months"`  // further names of the Gregorian months, with | between them
	Solar   []string          `json:"solar"`   // and of the Solar Hijri ones
	First   string            `json:"first"`   // words for the first day of a month
	Numbers map[string]string `json:"numbers"` // number → how its words begin
	Scales  map[string]string `json:"scales"`  // zeros → how its words begin
	Units   map[string]string `json:"units"`   // unit → how its words begin
	Twice   string            `json:"twice"`   // words that may stand twice
	Quotes  string            `json:"quotes"`  // marks that the language uses
	Opening string            `json:"opening"` // what a straight mark becomes
	Closing string            `json:"closing"`
	Letters map[string]string `json:"letters"` // letter that only looks right → the right one; "" = no telling
	Present string            `json:"present"` // stems of verbs
	Past    string            `json:"past"`
	Degrees string            `json:"degrees"` // adjectives that take تر

	verbs map[string]bool // forms that follow می, folded
}

// month is a month of a calendar, counted from 1.
type month struct {
	calendar locale.Calendar
	month    int
}

var read = sync.OnceValue(func() map[newsroom.Lang]*table {
	all := map[newsroom.Lang]*table{}
	for _, l := range newsroom.Languages {
		data, err := tables.ReadFile("tables/" + string(l) + ".json")
		t := &table{lang: l}
		if err == nil {
			err = json.Unmarshal(data, t)
		}
		if err != nil {
			panic(fmt.Errorf("checks: table of %s: %w", l, err)) // they are in the program; a test reads each
		}
		t.readMonths()
		t.readVerbs()
		all[l] = t
	}
	return all
})

// tableOf returns what is known of a language; of none, a table that knows nothing.
func tableOf(l newsroom.Lang) *table {
	if t := read()[l]; t != nil {
		return t
	}
	return &table{}
}

func (t *table) readMonths() {
	t.months = map[string][]month{}
	add := func(c locale.Calendar, lists ...[]string) {
		for _, list := range lists {
			for i, names := range list {
				for name := range strings.SplitSeq(names, "|") {
					if key, m := locale.Fold(name), (month{c, i + 1}); key != "" && !slices.Contains(t.months[key], m) {
						t.months[key] = append(t.months[key], m)
					}
				}
			}
		}
	}
	add(locale.Gregorian, locale.Months(t.lang, locale.Gregorian), t.Months)
	add(locale.PersianAfghan, locale.Months(t.lang, locale.PersianAfghan), locale.Months(t.lang, locale.PersianIranian), t.Solar)
}

// readVerbs makes the forms of the verbs: those of the second person singular are left
// out, since they are other words as well (روی).
func (t *table) readVerbs() {
	t.verbs = map[string]bool{}
	add := func(stems string, endings ...string) {
		for stem := range strings.FieldsSeq(stems) {
			for _, ending := range endings {
				t.verbs[locale.Fold(stem+ending)] = true
			}
		}
	}
	add(t.Present, "م", "د", "یم", "ید", "ند")
	add(t.Past, "", "م", "یم", "ید", "ند")
}

// begins reports whether a folded word begins like one of a list.
func begins(word, list string) bool {
	for each := range strings.FieldsSeq(list) {
		if exact, ok := strings.CutSuffix(each, "="); ok {
			if word == locale.Fold(exact) {
				return true
			}
		} else if strings.HasPrefix(word, locale.Fold(each)) {
			return true
		}
	}
	return false
}

func has(list, word string) bool {
	for each := range strings.FieldsSeq(list) {
		if each == word {
			return true
		}
	}
	return false
}
