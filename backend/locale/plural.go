package locale

import "khabar/backend/newsroom"

// The plural forms, by the names that catalogues give them.
const (
	zeroForm  = "zero"
	oneForm   = "one"
	twoForm   = "two"
	fewForm   = "few"
	manyForm  = "many"
	otherForm = "other"
)

// PluralForms returns the forms that a counting entry must have in l, "other" last.
func PluralForms(l newsroom.Lang) []string {
	switch l {
	case newsroom.Arabic:
		return []string{zeroForm, oneForm, twoForm, fewForm, manyForm, otherForm}
	case newsroom.Russian:
		return []string{oneForm, fewForm, manyForm, otherForm}
	}
	return []string{oneForm, otherForm}
}

// Plural returns the form of an entry that goes with n things in l: one of PluralForms.
//
// The rules are CLDR's for cardinal whole numbers, with two decisions. CLDR has none
// for Tajik, and the engines disagree; Tajik counts as Persian does, its sister
// language: "one" for 0 and 1. The form "many" that CLDR gives French and Spanish for
// whole millions is left out, since nothing in a newsroom is counted in millions.
func Plural(l newsroom.Lang, n int) string {
	n = max(n, -n)
	switch l {
	case newsroom.Arabic:
		return arabicPlural(n)
	case newsroom.Russian:
		return russianPlural(n)
	case newsroom.French, newsroom.Persian, newsroom.Tajik:
		if n <= 1 {
			return oneForm
		}
	default:
		if n == 1 {
			return oneForm
		}
	}
	return otherForm
}

func arabicPlural(n int) string {
	switch rest := n % 100; {
	case n == 0:
		return zeroForm
	case n == 1:
		return oneForm
	case n == 2:
		return twoForm
	case rest >= 3 && rest <= 10:
		return fewForm
	case rest >= 11:
		return manyForm
	}
	return otherForm
}

func russianPlural(n int) string {
	switch last, teen := n%10, n%100 >= 11 && n%100 <= 14; {
	case last == 1 && !teen:
		return oneForm
	case last >= 2 && last <= 4 && !teen:
		return fewForm
	}
	return manyForm
}
