package locale

import (
	"encoding/binary"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"khabar/backend/newsroom"
)

// alphabet orders the words of a language for which x/text has no collation: Pashto
// and Tajik. It maps a letter to its place; letters that share a place differ in
// nothing but spelling.
type alphabet map[rune]byte

// Weights of what is in a word, in ascending order. 0 ends a key, so that a word comes
// before the longer ones that begin with it.
const (
	gapWeight     = 0x01 // whatever stands between words
	digitWeight   = 0x10 // and the nine after it
	letterWeight  = 0x20 // and the places of the alphabet, fewer than 0x60
	foreignWeight = 0xc0 // followed by the three bytes of the code point
)

// alphabets are read from tables/alphabets.json. The Pashto order is CLDR's, which is
// that of the Academy of Sciences of Afghanistan; the Tajik one is the alphabet of
// 1998 with ц щ ы ь, which names from Russian still have, in their old places.
var alphabets = sync.OnceValue(func() map[newsroom.Lang]alphabet {
	all := map[newsroom.Lang]alphabet{}
	for l, places := range readTable[map[newsroom.Lang][]string]("alphabets.json") {
		all[l] = alphabet{}
		for i, letters := range places {
			for _, r := range letters {
				all[l][r] = letterWeight + byte(i)
			}
		}
	}
	return all
})

// key returns bytes that compare as the alphabet orders the words of s.
func (a alphabet) key(s string) []byte {
	key := make([]byte, 0, len(s)+1)
	gap := false
	for _, r := range norm.NFC.String(strings.ToLower(s)) {
		if dropInvisible(r) < 0 || unicode.Is(unicode.M, r) {
			continue
		}
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			gap = true
			continue
		}
		if gap && len(key) > 0 {
			key = append(key, gapWeight)
		}
		gap = false
		key = a.appendWeight(key, r)
	}
	return key
}

func (a alphabet) appendWeight(key []byte, r rune) []byte {
	if v, ok := digit(r); ok {
		return append(key, digitWeight+byte(v))
	}
	if w, ok := a[r]; ok {
		return append(key, w)
	}
	weight := binary.BigEndian.AppendUint32(nil, uint32(r))
	weight[0] = foreignWeight // code points fit the other three bytes
	return append(key, weight...)
}
