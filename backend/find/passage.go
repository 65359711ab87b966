package find

import (
	"strings"
	"unicode/utf8"

	"khabar/backend/locale"
)

// Piece is a stretch of a text; Hit says that it is what was looked for. The pieces of a
// text put together are the text.
type Piece struct {
	Text string
	Hit  bool
}

// hit is where a phrase of a query stands in a text, in bytes, and which one it is.
type hit struct{ start, end, phrase int }

// Mark returns text in pieces, with the words that q asks for marked as the writer spelled
// them. Whole words are marked, also where only their beginning was typed: letters of one
// word must not be drawn apart.
func (q Query) Mark(text string) []Piece { return pieces(text, 0, len(text), q.hits(text)) }

// Passage returns the stretch of text, about size characters long, that shows most of what q
// asks for: most different words, then most words, then the first. It begins and ends
// between words; an ellipsis says that the text goes on. ok is false where text has none of
// the words.
func (q Query) Passage(text string, size int) (passage []Piece, ok bool) {
	hits := q.hits(text)
	if len(hits) == 0 {
		return nil, false
	}
	first := best(hits, size*utf8.RuneLen('ا')) // a letter of the longer scripts has two bytes
	start, end := around(text, hits[first].start, size)
	passage = pieces(text, start, end, hits)
	if start > 0 {
		passage = append([]Piece{{Text: "… "}}, passage...)
	}
	if end < len(text) {
		passage = append(passage, Piece{Text: " …"})
	}
	return passage, true
}

// best returns the hit with which the best stretch of reach bytes begins. It lets a window
// run over the hits and counts what is in it.
func best(hits []hit, reach int) int {
	inside, different := map[int]int{}, 0
	first, most, end := 0, 0, 0
	for i, h := range hits {
		for ; end < len(hits) && (end == i || hits[end].end <= h.start+reach); end++ {
			if inside[hits[end].phrase]++; inside[hits[end].phrase] == 1 {
				different++
			}
		}
		if score := different<<16 + end - i; score > most {
			first, most = i, score
		}
		if inside[h.phrase]--; inside[h.phrase] == 0 {
			different--
		}
	}
	return first
}

// lead is the share of a passage that stands before its first hit.
const lead = 5

// around returns the stretch of size characters in which the hit at stands not far from the
// beginning, widened or narrowed to where words begin and end.
func around(text string, at, size int) (start, end int) {
	start = at
	for range size / lead {
		_, n := utf8.DecodeLastRuneInString(text[:start])
		if n == 0 || text[start-1] == '\n' {
			break
		}
		start -= n
	}
	if space := strings.IndexAny(text[start:at], " \t\n"); start > 0 && text[start-1] != '\n' && space >= 0 {
		start += space + 1
	}
	end = start
	for range size {
		_, n := utf8.DecodeRuneInString(text[end:])
		end += n
	}
	if end < len(text) {
		if space := strings.LastIndexAny(text[at:end], " \t\n"); space > 0 {
			end = at + space
		}
	}
	return start, end
}

func pieces(text string, start, end int, hits []hit) []Piece {
	var all []Piece
	at := start
	put := func(to int, hit bool) {
		if to > at {
			all = append(all, Piece{Text: text[at:to], Hit: hit})
			at = to
		}
	}
	for _, h := range hits {
		if h.end <= at || h.start >= end {
			continue
		}
		put(max(at, h.start), false)
		put(min(end, h.end), true)
	}
	put(end, false)
	return all
}

// hits returns where the phrases of q stand in text, in the order of the text.
func (q Query) hits(text string) []hit {
	var tokens []locale.Token
	for t := range locale.Tokens(text) {
		tokens = append(tokens, t)
	}
	var all []hit
	for i := range tokens {
		number := 0
		for _, either := range q.all {
			for _, p := range either {
				if n := p.at(tokens[i:]); n > 0 {
					all = append(all, hit{tokens[i].Start, tokens[i+n-1].End, number})
				}
			}
			number++
		}
	}
	return all
}

// at returns how many tokens p takes at the beginning of the text's, 0 where it does not
// stand there.
func (p phrase) at(text []locale.Token) int {
	used := 0
	for i := 0; i < len(p.tokens); {
		if used >= len(text) {
			return 0
		}
		asked, here := p.tokens[i], text[used]
		last := p.open && i+max(1, asked.Parts) == len(p.tokens)
		switch {
		case asked.Parts > 0 && here.Parts > 0 && same(here.Joined, asked.Joined, last):
			i, used = i+asked.Parts, used+here.Parts
		case asked.Parts > 0 && same(here.Key, asked.Joined, last): // written closed up
			i, used = i+asked.Parts, used+1
		case here.Parts > 0 && same(here.Joined, asked.Key, last): // typed closed up
			i, used = i+1, used+here.Parts
		case same(here.Key, asked.Key, p.open && i+1 == len(p.tokens)):
			i, used = i+1, used+1
		default:
			return 0
		}
	}
	return used
}

func same(word, asked string, open bool) bool {
	return word == asked || open && strings.HasPrefix(word, asked)
}
