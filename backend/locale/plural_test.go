package locale

import (
	"slices"
	"testing"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"

	"khabar/backend/newsroom"
)

// CLDR has rules for eight of the nine; Tajik is to count as Persian does.
func TestPluralAgreesWithCLDR(t *testing.T) {
	names := map[plural.Form]string{
		plural.Zero: zeroForm, plural.One: oneForm, plural.Two: twoForm,
		plural.Few: fewForm, plural.Many: manyForm, plural.Other: otherForm,
	}
	for _, l := range newsroom.Languages {
		tag := language.Make(string(l))
		if l == newsroom.Tajik {
			tag = language.Persian
		}
		for n := range 3000 {
			if got, want := Plural(l, n), names[plural.Cardinal.MatchPlural(tag, n, 0, 0, 0, 0)]; got != want {
				t.Errorf("%s %d: got %s, CLDR has %s", l, n, got, want)
			}
		}
	}
}

func TestPluralGivesEveryFormThatTheLanguageHasButFractions(t *testing.T) {
	for _, l := range newsroom.Languages {
		seen := map[string]bool{}
		for n := range 200 {
			form := Plural(l, n)
			if !slices.Contains(PluralForms(l), form) || form != Plural(l, -n) {
				t.Errorf("%s %d: %s", l, n, form)
			}
			seen[form] = true
		}
		for _, form := range PluralForms(l) {
			// Russian whole numbers are never "other"; its fractions are.
			if !seen[form] && !(l == newsroom.Russian && form == otherForm) {
				t.Errorf("%s: no number takes %s", l, form)
			}
		}
	}
}

type pluralCase struct {
	Lang  newsroom.Lang `json:"lang"`
	Forms []string      `json:"forms"` // of 0, 1, 2 …
}

func TestPluralsForBothSides(t *testing.T) {
	var cases []pluralCase
	for _, l := range newsroom.Languages {
		c := pluralCase{Lang: l}
		for n := range 213 {
			c.Forms = append(c.Forms, Plural(l, n))
		}
		cases = append(cases, c)
	}
	golden(t, "plural.json", cases)
}
