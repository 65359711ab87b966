// Package alignment knows which blocks of a translation belong to which blocks of its
// source, while both are being written. It is pure: texts come in as blocks, links as
// package newsroom has them.
//
// A link names blocks by digest, and the blocks of the source as they were when they were
// translated. So nothing has to be told when the source changes: a digest that the source
// no longer has is what makes a row stale. Digests look through white space; a
// pure reflow changes none.
//
//	Keys    the digests of a text's blocks; of equal blocks the second ends in "~2"
//	Follow  which blocks of an older text became which of a newer one: edited, split,
//	        joined, moved
//	Carry   the links of a translation after it was edited
//	Source  the text that translations are made from; its Status gives the rows of one and
//	        what each of them is: fresh, stale, missing, …
//	Guess   links for two texts that nobody has linked, from lengths, numbers, names and
//	        pictures; also where one of them is half a translation
//	FillHeads, StaleHeads  the same for headline and summary, which are one piece each
//
// What Carry hands on are links that somebody recorded, never newer ones: no edit of a
// translation makes a stale block fresh.
package alignment

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"khabar/backend/newsroom"
)

// Block is a top-level piece of a body.
type Block struct {
	Kind   string // as package markdown names it
	Source string // its Markdown
	Text   string // the words in it that are to be translated; "" where there are none
}

// Digest returns the digest of a block's Markdown: 16 hexadecimal digits of the SHA-256 of
// it with every run of white space as one space. The signs that begin each line of a quote
// go with the line breaks. A no-break space is no white space: somebody typed it.
func Digest(source string) newsroom.Digest {
	sum := sha256.Sum256(flat(source))
	return newsroom.Digest(hex.EncodeToString(sum[:8]))
}

func flat(source string) []byte {
	source = strings.TrimLeft(source, " ")
	quote := strings.HasPrefix(source, ">")
	out := make([]byte, 0, len(source)+1)
	begins, gap := true, false // a line; between words
	for i := range len(source) {
		switch c := source[i]; {
		case c == ' ' || c >= '\t' && c <= '\r':
			begins, gap = begins || c == '\n', true
		case begins && quote && c == '>':
			begins, gap = false, true
			if len(out) == 0 {
				out = append(out, c)
			}
		default:
			if gap && len(out) > 0 {
				out = append(out, ' ')
			}
			out = append(out, c)
			begins, gap = false, false
		}
	}
	return out
}

// Keys returns the name of each block: its digest and, where it equals blocks before it, the
// number that it is of them.
func Keys(blocks []Block) []newsroom.Digest { return numbered(digests(blocks)) }

func digests(blocks []Block) []newsroom.Digest {
	all := make([]newsroom.Digest, len(blocks))
	for i, b := range blocks {
		all[i] = Digest(b.Source)
	}
	return all
}

func numbered(digests []newsroom.Digest) []newsroom.Digest {
	keys := slices.Clone(digests)
	count := make(map[newsroom.Digest]int, len(keys))
	for i, d := range digests {
		if count[d]++; count[d] > 1 {
			keys[i] += newsroom.Digest("~" + strconv.Itoa(count[d]))
		}
	}
	return keys
}

// words is the digest in a key, and which of equal blocks it names.
func words(key newsroom.Digest) (d newsroom.Digest, number int) {
	before, after, more := strings.Cut(string(key), "~")
	if n, err := strconv.Atoi(after); more && err == nil {
		return newsroom.Digest(before), n
	}
	return newsroom.Digest(before), 1
}

// Silent reports whether a text has no letter and no digit, so that there is nothing to
// translate in it.
func Silent(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}
