package locale

import (
	"strconv"
	"strings"

	"khabar/backend/newsroom"
)

// separators are what a language puts between thousands and before decimals.
// The values are CLDR's; the spaces do not break.
type separators struct{ group, decimal string }

func separatorsOf(l newsroom.Lang) separators {
	switch l {
	case newsroom.Arabic, newsroom.Persian, newsroom.Pashto:
		return separators{"٬", "٫"}
	case newsroom.French:
		return separators{"\u202f", ","}
	case newsroom.Russian, newsroom.Tajik:
		return separators{"\u00a0", ","}
	case newsroom.German, newsroom.Spanish:
		return separators{".", ","}
	}
	return separators{",", "."}
}

// groupFrom is the least number that is written in groups. Four figures stay together
// in every language: Spanish demands it, the others allow it, and a year is then safe
// wherever a number is shown.
const groupFrom = 10_000

// Number returns n in the digits of l, in groups of three from 10,000 on.
func Number(l newsroom.Lang, n int) string {
	sign, digits := "", strconv.Itoa(n)
	if n < 0 {
		sign, digits = minus(l), digits[1:]
	}
	if n >= groupFrom || n <= -groupFrom {
		digits = grouped(digits, separatorsOf(l).group)
	}
	return sign + Digits(l, digits)
}

// Decimal returns x in the digits of l with at most places figures behind the decimal
// separator, without trailing zeros: 1.5 is "1,5" in French.
func Decimal(l newsroom.Lang, x float64, places int) string {
	s := strconv.FormatFloat(x, 'f', places, 64)
	whole, part, _ := strings.Cut(s, ".")
	n, err := strconv.Atoi(whole)
	if err != nil { // not a number, or greater than any that is shown
		return s
	}
	part = strings.TrimRight(part, "0")
	out := Number(l, n)
	if n == 0 && x < 0 && part != "" {
		out = minus(l) + out
	}
	if part != "" {
		out += separatorsOf(l).decimal + Digits(l, part)
	}
	return out
}

// minus returns the sign of a negative number. In a right-to-left line it needs a mark
// that keeps it on the left of the figures.
func minus(l newsroom.Lang) string {
	if l.RightToLeft() {
		return "\u200e-"
	}
	return "-"
}

func grouped(digits, separator string) string {
	var b strings.Builder
	for i, r := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 {
			b.WriteString(separator)
		}
		b.WriteRune(r)
	}
	return b.String()
}
