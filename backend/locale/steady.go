package locale

import (
	"strings"
	"sync"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// steadyEnd is where Latin, Cyrillic and Arabic script end: all that most texts of the nine
// languages are written in.
const steadyEnd = 0x0700

// What a table says of a character besides what it becomes.
const (
	unsteady rune = -2 // depends on its neighbours, or becomes several
	dropped  rune = -1
)

// steady says of the characters before steadyEnd what Fold makes of them wherever they
// stand. Nearly every word consists of such, so an import folds millions of words
// without normalising one.
var steady = sync.OnceValue(func() *[steadyEnd]rune {
	var table [steadyEnd]rune
	for r := range rune(steadyEnd) {
		table[r] = steadyFold(r)
	}
	return &table
})

func steadyFold(r rune) rune {
	if dropInvisible(r) < 0 { // before anything looks at its neighbours
		return dropped
	}
	key, lower := fold(string(r)), strings.ToLower(string(r))
	folded, size := utf8.DecodeRuneInString(key)
	if size != len(key) || size == 0 || !alone(string(r)) || !alone(lower) || !alone(key) {
		return unsteady
	}
	return folded
}

// alone reports whether s is composed already and joins with nothing before it.
func alone(s string) bool {
	return norm.NFC.IsNormalString(s) && norm.NFC.PropertiesString(s).BoundaryBefore()
}

// foldSteady is Fold of a text that has steady characters only; ok is false for others.
func foldSteady(s string) (key string, ok bool) {
	table, same := steady(), true
	for _, r := range s {
		if r >= steadyEnd || table[r] == unsteady {
			return "", false
		}
		same = same && table[r] == r
	}
	if same {
		return s, true
	}
	return strings.Map(func(r rune) rune { return table[r] }, s), true
}
