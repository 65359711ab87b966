package checks

import (
	"regexp"
	"strings"
	"unicode"

	"khabar/backend/locale"
	"khabar/backend/newsroom"
)

// told puts a finding at a place of a prose.
type told = func(start, end int, f Finding)

// doubledWords finds words that stand twice with nothing but a space between.
func doubledWords(t *table, p prose, tell told) {
	words := p.words()
	for i := 1; i < len(words); i++ {
		a, b := words[i-1], words[i]
		between := p.text[a.end:b.start]
		once := strings.ToLower(a.text)
		if once != strings.ToLower(b.text) || strings.TrimLeft(between, " \n\u00a0\x00") != "" || !strings.ContainsAny(between, " \n\u00a0") {
			continue
		}
		if named(a.text) && a.text == b.text || has(t.Twice, locale.Fold(once)) {
			continue
		}
		tell(a.start, b.end, Finding{Check: Word, Wanted: a.text, Replace: []string{p.source[a.start:a.end]}})
	}
}

// named reports whether a word is written like a name: "Baden Baden".
func named(word string) bool {
	first := []rune(word)[0]
	return unicode.IsUpper(first)
}

var (
	manySpaces = regexp.MustCompile(`[ \x{a0}\x{202f}]{2,}`)
	early      = regexp.MustCompile(`[^\s\x00-](([ ]+)[,.،؛](?:[\s\x00]|$))`)
	earlyMark  = regexp.MustCompile(`[^\s\x00-](([ ]+)[;:!?؟](?:[\s\x00]|$))`)
)

// spaces finds double spaces, and spaces before marks that stand close.
func spaces(t *table, p prose, tell told) {
	for _, at := range manySpaces.FindAllStringIndex(p.text, -1) {
		if at[1] < len(p.text) && p.text[at[1]] != '\n' && at[0] > 0 && p.text[at[0]-1] != '\n' {
			tell(at[0], at[1], Finding{Check: Space, Why: "double", Wanted: " ", Replace: []string{" "}})
		}
	}
	patterns := []*regexp.Regexp{early, earlyMark}
	if t.lang == newsroom.French {
		patterns = patterns[:1]
	}
	for _, pattern := range patterns {
		for _, at := range pattern.FindAllStringSubmatchIndex(p.text, -1) {
			mark := strings.Trim(p.text[at[5]:at[3]], " \n\x00\u00a0\t")
			end := at[5] + len(mark)
			tell(at[4], end, Finding{Check: Space, Why: "before", Wanted: mark, Replace: []string{mark}})
		}
	}
}

// quotationMarks are all that any of the languages uses.
const quotationMarks = `"«»“”„`

// quotes finds quotation marks that the language does not use. Two that belong together
// are one finding.
func quotes(t *table, p prose, tell told) {
	if t.Quotes == "" {
		return
	}
	for wrong := t.wrongMarks(p); len(wrong) > 0; wrong = wrong[1:] {
		a := wrong[0]
		start, end, right := a.start, a.end, t.Closing
		if opens(p, a.start) {
			right = t.Opening
			if len(wrong) > 1 && !opens(p, wrong[1].start) && !strings.Contains(p.source[a.end:wrong[1].start], "\n\n") {
				b := wrong[1]
				end, right, wrong = b.end, t.Opening+p.source[a.end:b.start]+t.Closing, wrong[1:]
			}
		}
		tell(start, end, Finding{Check: Quote, Wanted: t.Opening + "…" + t.Closing, Replace: []string{right}})
	}
}

func (t *table) wrongMarks(p prose) (all []token) {
	for i, r := range p.text {
		wrong := strings.ContainsRune(quotationMarks, r) && !strings.ContainsRune(t.Quotes, r)
		if wrong && !digitBefore(p.text, i) { // inches, seconds
			all = append(all, token{i, i + len(string(r)), string(r)})
		}
	}
	return all
}

func digitBefore(s string, i int) bool {
	return i > 0 && s[i] == '"' && s[i-1] >= '0' && s[i-1] <= '9' && !strings.Contains(s[:i-1], `"`)
}

// opens reports whether a mark stands before what it quotes.
func opens(p prose, i int) bool {
	before := p.before(i)
	return i == 0 || unicode.IsSpace(before) || before == 0 || strings.ContainsRune("([{—–-\u00a0«“", before)
}

var (
	closeMark = regexp.MustCompile(`[\pL\pM»)]([;!?])(?:[\s\x00»)]|$)|[\pL\pM»)]([:])(?:[ \n]|$)`)
	closing   = regexp.MustCompile(`[^\s\x00\x{a0}\x{202f}«](»)`)
	openMark  = regexp.MustCompile(`(«)[\pL\pN]`)
	strangers = map[rune]string{',': "،", ';': "؛", '?': "؟"}
)

// punctuation finds marks of another script, and what a language wants beside its marks.
func punctuation(t *table, p prose, tell told) {
	switch {
	case t.lang.RightToLeft():
		for i, r := range p.text {
			if right := strangers[r]; right != "" && arabic(p.before(i)) {
				tell(i, i+1, Finding{Check: Punctuation, Why: "script", Wanted: right, Replace: []string{right}})
			}
		}
	case t.lang == newsroom.French:
		french(p, tell)
	case t.lang == newsroom.Spanish:
		inverted(p, tell)
	}
}

// french finds the marks that lack their space. Which space it is, is a matter of the house.
func french(p prose, tell told) {
	for _, pattern := range []*regexp.Regexp{closeMark, closing, openMark} {
		for _, at := range pattern.FindAllStringSubmatchIndex(p.text, -1) {
			start, end := max(at[2], at[len(at)-2]), max(at[3], at[len(at)-1])
			right := "\u00a0" + p.text[start:end]
			if pattern == openMark {
				right = p.text[start:end] + "\u00a0"
			}
			tell(start, end, Finding{Check: Punctuation, Why: "space", Replace: []string{right}})
		}
	}
}

// inverted finds questions and exclamations that do not begin with a mark.
func inverted(p prose, tell told) {
	for i, r := range p.text {
		opening := map[rune]string{'?': "¿", '!': "¡"}[r]
		if opening == "" || !unicode.IsLetter(p.before(i)) {
			continue
		}
		sentence := p.text[:i]
		if at := strings.LastIndexAny(sentence, ".?!\n"); at >= 0 {
			sentence = sentence[at+1:]
		}
		if !strings.ContainsAny(sentence, "¿¡") {
			tell(i, i+1, Finding{Check: Punctuation, Why: "inverted", Wanted: opening})
		}
	}
}

// arabic reports whether r is a letter of the Arabic script, or a mark on one.
func arabic(r rune) bool { return unicode.Is(unicode.Arabic, r) && wordly(r) || r == '\u200c' }

// letters finds letters of another alphabet that look like the right ones.
func letters(t *table, p prose, tell told) {
	for _, w := range p.words() {
		right := t.spelt(w.text)
		if right != w.text {
			tell(w.start, w.end, Finding{Check: Letter, Wanted: right, Replace: []string{right}})
		}
	}
}

// spelt returns a word in the letters of the language, itself where it is no mixture.
func (t *table) spelt(word string) string {
	latin, cyrillic := 0, 0
	for _, r := range word {
		switch {
		case unicode.Is(unicode.Latin, r):
			latin++
		case unicode.Is(unicode.Cyrillic, r):
			cyrillic++
		}
	}
	mixed := latin > 0 && cyrillic > 0
	var b strings.Builder
	for _, r := range word {
		right, known := t.Letters[string(r)]
		switch {
		case !known, unicode.Is(unicode.Latin, r) && !mixed, unicode.Is(unicode.Cyrillic, r) && !mixed && t.lang != newsroom.Tajik:
			b.WriteRune(r)
		default:
			b.WriteString(right)
		}
	}
	return b.String()
}
