package sample

import (
	"regexp"
	"strings"
	"testing"
	"unicode"

	"khabar/backend/newsroom"
)

// foreign lists letters of a language's script that the language itself does not
// use. In a text of it they are slips: of a keyboard, or of a converter.
var foreign = map[newsroom.Lang]string{
	newsroom.Persian: "يىكةېۍګټډړښځڅھہے",
	newsroom.Pashto:  "ىكگڪھہے",
	newsroom.Arabic:  "یکگچپژېۍټډړښځڅھہے",
	newsroom.Tajik:   "ыщцьЫЩЦЬ",
	newsroom.Russian: "ғӣқӯҳҷҒӢҚӮҲҶіў",
}

// scripts names the script that the letters of a language belong to. Names such as
// RASC are Latin everywhere.
var scripts = map[newsroom.Lang]*unicode.RangeTable{
	newsroom.Persian: unicode.Arabic, newsroom.Pashto: unicode.Arabic, newsroom.Arabic: unicode.Arabic,
	newsroom.Tajik: unicode.Cyrillic, newsroom.Russian: unicode.Cyrillic,
	newsroom.English: unicode.Latin, newsroom.French: unicode.Latin, newsroom.German: unicode.Latin, newsroom.Spanish: unicode.Latin,
}

// roman matches a century as Russian writes it.
var roman = regexp.MustCompile(`\b[IVX]+\b`)

var address = regexp.MustCompile(`\]\([^\s)]+|\[\^\w+\]`)

func TestLettersOfTheLanguage(t *testing.T) {
	for _, e := range editions(t) {
		text := address.ReplaceAllString(e.prose()+"\n"+e.keys["slug"], "")
		for _, r := range foreign[e.lang] {
			if i := strings.IndexRune(text, r); i >= 0 {
				t.Errorf("%s: %q is not a letter of %s: …%s…", e.name, r, e.lang, around(text, i))
			}
		}
		text = roman.ReplaceAllString(strings.ReplaceAll(text, "RASC", ""), "")
		for i, r := range text {
			if unicode.IsLetter(r) && !unicode.Is(scripts[e.lang], r) {
				t.Errorf("%s: %q is of another script: …%s…", e.name, r, around(text, i))
				break
			}
		}
	}
}

func around(text string, i int) string {
	from, to := max(0, i-24), min(len(text), i+24)
	return strings.ToValidUTF8(text[from:to], "")
}

// apart are Persian affixes that need a joiner (U+200C) and stand alone only by
// mistake.
var apart = regexp.MustCompile(`(^|[\s«(])(می|نمی)\s|\s(ها|های|هایی|هایش|هایشان|ترین)([\s،.؛:»]|$)|\s(ام|اند|ای)[\s،.؛:»]`)

func TestPersianJoiners(t *testing.T) {
	const joiner = "\u200c"
	for _, e := range editions(t) {
		if e.lang != newsroom.Persian {
			continue
		}
		text := e.prose()
		if m := apart.FindStringIndex(text); m != nil {
			t.Errorf("%s: a space where a joiner belongs: …%s…", e.name, around(text, m[0]))
		}
		if !strings.Contains(text, "می"+joiner) {
			t.Errorf("%s: no verb with a joiner", e.name)
		}
		if i := strings.Index(text, joiner+joiner); i >= 0 {
			t.Errorf("%s: two joiners: …%s…", e.name, around(text, i))
		}
	}
}

// marks are the quotation marks that belong to a language: any other one in its
// texts is a slip. Straight ones are never right, except in a figure's title, where
// Markdown asks for them.
var marks = map[newsroom.Lang]string{
	newsroom.English: "“”‘’", newsroom.German: "„“‚‘", newsroom.French: "«»“”’", newsroom.Spanish: "«»“”",
	newsroom.Russian: "«»„“", newsroom.Tajik: "«»", newsroom.Persian: "«»", newsroom.Pashto: "«»", newsroom.Arabic: "«»",
}

var title = regexp.MustCompile(`(?m) "[^"]*"\)$`)

func TestQuotationMarks(t *testing.T) {
	for _, e := range editions(t) {
		text := title.ReplaceAllString(e.prose(), ")")
		for i, r := range text {
			if strings.ContainsRune("\"'“”„‘’‚«»", r) && !strings.ContainsRune(marks[e.lang], r) {
				t.Errorf("%s: %q is no quotation mark of %s: …%s…", e.name, r, e.lang, around(text, i))
			}
		}
		if a, b := strings.Count(text, "«"), strings.Count(text, "»"); a != b {
			t.Errorf("%s: %d « and %d »", e.name, a, b)
		}
	}
}

// latinMarks are punctuation marks that have another shape in Arabic script.
var latinMarks = regexp.MustCompile(`\p{Arabic}[,;?]`)

func TestPunctuation(t *testing.T) {
	loose := regexp.MustCompile(` [:;?!»]|« `)
	for _, e := range editions(t) {
		text := regexp.MustCompile(`(?m)^\|.*$`).ReplaceAllString(e.prose(), "")
		if i := latinMarks.FindStringIndex(text); e.lang.RightToLeft() && i != nil {
			t.Errorf("%s: a Latin mark: …%s…", e.name, around(text, i[0]))
		}
		if i := loose.FindStringIndex(text); i != nil {
			t.Errorf("%s: a line can break before a mark: …%s…", e.name, around(text, i[0]))
		}
	}
}
