package locale

import (
	"fmt"
	"math"
	"strings"

	"golang.org/x/text/unicode/bidi"

	"khabar/backend/newsroom"
)

// Characters that keep a run of the other direction from turning the line around it.
const (
	firstStrongIsolate = "\u2068"
	popIsolate         = "\u2069"
)

// written returns a parameter as it stands in a text of l: numbers as l writes them,
// anything else as a string.
func written(l newsroom.Lang, value any) string {
	if n, ok := wholeNumber(value); ok {
		return Number(l, n)
	}
	if x, ok := value.(float64); ok {
		return Decimal(l, x, 2)
	}
	s := fmt.Sprint(value)
	if strings.ContainsFunc(s, against(l)) {
		return firstStrongIsolate + s + popIsolate
	}
	return s
}

// wholeNumber returns value where it is a whole number of any type; JSON has only
// floating-point numbers.
func wholeNumber(value any) (int, bool) {
	switch n := value.(type) {
	case int:
		return n, true
	case int32:
		return int(n), true
	case int64:
		return int(n), true
	case float64:
		if n == math.Trunc(n) && math.Abs(n) < 1<<53 {
			return int(n), true
		}
	}
	return 0, false
}

// against returns a test for characters that run against the direction of l.
func against(l newsroom.Lang) func(rune) bool {
	return func(r rune) bool {
		p, _ := bidi.LookupRune(r)
		switch p.Class() {
		case bidi.L:
			return l.RightToLeft()
		case bidi.R, bidi.AL:
			return !l.RightToLeft()
		}
		return false
	}
}
