package locale

import (
	"slices"
	"testing"
	"unicode"

	"pgregory.net/rapid"
)

// distinct are letters that a reader of some language never takes for one another.
var distinct = []string{
	"ت", "ټ", "د", "ډ", "ر", "ړ", "س", "ش", "ښ", "ج", "چ", "ح", "خ", "ځ", "څ", "ی", "ې", "ۍ", "ئ", "ى",
	"ک", "ګ", "گ", "ن", "ڼ", "ز", "ژ", "ږ", "ا", "آ", "أ", "و", "ؤ", "ه", "ة",
	"г", "ғ", "и", "ӣ", "й", "к", "қ", "у", "ӯ", "х", "ҳ", "ч", "ҷ", "ш", "щ",
	"e", "é", "u", "ü", "ss", "ß", "n", "ñ",
}

func TestFoldKeepsLettersApart(t *testing.T) {
	seen := map[string]string{}
	for _, letter := range distinct {
		key := Fold(letter)
		if other, ok := seen[key]; ok {
			t.Errorf("%s and %s have the same key", other, letter)
		}
		seen[key] = letter
	}
}

func TestFoldMergesSpellings(t *testing.T) {
	for _, pair := range [][2]string{
		{"كتاب", "کتاب"}, {"علي", "علی"}, {"۱۲۳", "123"}, {"١٢٣", "123"}, {"مـــرد", "مرد"},
		{"النَّصُّ", "النص"}, {"می\u200cروم", "میروم"}, {"ёлка", "Елка"}, {"Ёлка", "елка"}, {"ТОҶИКӢ", "тоҷикӣ"},
		{"ی\u0654", "ئ"}, {"ي\u0654", "ئ"}, {"خانۀ", "خانه"}, {"خانهٔ", "خانه"}, {"e\u0301", "é"}, {"и\u0304", "ӣ"},
		{"\u200fسلام\u200e", "سلام"}, {"ا\u0653", "آ"},
	} {
		if a, b := Fold(pair[0]), Fold(pair[1]); a != b {
			t.Errorf("%q %q: keys %q %q", pair[0], pair[1], a, b)
		}
	}
}

// letters draws text in which every rule of Fold has something to do.
var letters = rapid.StringOf(rapid.RuneFrom([]rune("يیكکۀهئا آأۍېټғгӣиёеЁЙйаAÉéİß۱١1 \u200c\u200d\u0640\u064b\u0651\u0653\u0654\u0670\u06db\u0301\u0304\u0308\u2068")))

func TestFoldTwiceIsFoldOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.OneOf(letters, rapid.String()).Draw(t, "text")
		if once := Fold(s); Fold(once) != once {
			t.Fatalf("%q: %q, then %q", s, once, Fold(once))
		}
	})
}

func FuzzFold(f *testing.F) {
	for _, s := range []string{"النَّصُّ", "\xff", "и\u0304", "\u0399\u0308\u0301"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if once := Fold(s); Fold(once) != once {
			t.Errorf("%q: %q, then %q", s, once, Fold(once))
		}
		for token := range Tokens(s) {
			if token.Key == "" || Fold(s[token.Start:token.End]) != token.Key {
				t.Errorf("%q: %+v does not stand there", s, token)
			}
		}
	})
}

// keys lists the tokens of s, each whole word after its first part.
func keys(s string) (all []string) {
	for token := range Tokens(s) {
		all = append(all, token.Key)
		if token.Parts > 0 {
			all = append(all, token.Joined)
		}
	}
	return all
}

func TestTokens(t *testing.T) {
	for text, want := range map[string][]string{
		"می\u200cروم به Kabul": {"می", "میروم", "روم", "به", "kabul"},
		"L’eau, l'été":         {"l", "eau", "l", "été"},
		"«النَّصُّ» (۱۴۰۴)":    {"النص", "1404"},
		"Ба Тоҷикистон-и мо":   {"ба", "тоҷикистон", "и", "мо"},
		"\u200c ـ —":           nil,
		"\u200cسلام\u200c":     {"سلام"},
		"":                     nil,
	} {
		if got := keys(text); !slices.Equal(got, want) {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

// However a compound is typed, a token of the query is one of the text.
func TestTokensFindACompoundHoweverItIsTyped(t *testing.T) {
	text := keys("آن\u200cها کتاب\u200cهای مرا می\u200cخوانند")
	for _, query := range []string{"کتاب\u200cهای", "کتابهای", "کتاب", "می\u200cخوانند", "میخوانند", "خوانند"} {
		for _, key := range keys(query) {
			if !slices.Contains(text, key) {
				t.Errorf("%q: no %q in %q", query, key, text)
			}
		}
	}
}

// A word in which one letter is put in the place of another is another word.
func TestFoldKeepsWordsApart(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		before := rapid.StringOf(rapid.SampledFrom([]rune("کتابdомي"))).Draw(t, "before")
		after := rapid.StringOf(rapid.SampledFrom([]rune("نوрabҷ"))).Draw(t, "after")
		a, b := rapid.SampledFrom(distinct).Draw(t, "letter"), rapid.SampledFrom(distinct).Draw(t, "other")
		if one, other := Fold(before+a+after), Fold(before+b+after); (one == other) != (a == b) {
			t.Fatalf("%q and %q: keys %q and %q", before+a+after, before+b+after, one, other)
		}
	})
}

// The short way through Fold gives what the long way does.
func TestPlainLettersFoldToThemselves(t *testing.T) {
	for r := range rune(unicode.MaxRune) {
		if key := Fold("\u0640" + string(r) + "b"); plainLetter(r) && key != string(r)+"b" {
			t.Errorf("%q: %q", r, key)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		s := letters.Draw(t, "text")
		if short, long := Fold(s), Fold("\u0640"+s); short != long {
			t.Fatalf("%q: %q and %q", s, short, long)
		}
	})
}
