package locale

import (
	"strings"

	"khabar/backend/newsroom"
)

// zeros are the digits zero of the three sets of digits that the nine languages use.
const (
	european       = '0'
	arabicIndic    = '٠'
	extendedIndic  = '۰' // Persian and Pashto; 4, 5 and 6 look different from the Arabic ones
	digitsInOneSet = 10
)

// zero returns the digit zero of l.
func zero(l newsroom.Lang) rune {
	switch l {
	case newsroom.Arabic:
		return arabicIndic
	case newsroom.Persian, newsroom.Pashto:
		return extendedIndic
	}
	return european
}

// digit returns the value of r where it is a digit of one of the three sets.
func digit(r rune) (value rune, ok bool) {
	for _, z := range [...]rune{european, arabicIndic, extendedIndic} {
		if r >= z && r < z+digitsInOneSet {
			return r - z, true
		}
	}
	return 0, false
}

// Digits returns s with its digits, whichever of the three sets they belong to, in
// those of l. Nothing else changes.
func Digits(l newsroom.Lang, s string) string {
	z := zero(l)
	return strings.Map(func(r rune) rune {
		if v, ok := digit(r); ok {
			return z + v
		}
		return r
	}, s)
}
