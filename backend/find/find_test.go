package find

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"khabar/backend/locale"
)

func TestExpressions(t *testing.T) {
	for typed, want := range map[string][2]string{
		"":                         {},
		" | - “” ":                 {},
		"market":                   {`"market"*`},
		"market ":                  {`"market"`},
		"m":                        {`"m"`}, // half of everything begins with it
		"Market PRICES":            {`"market" AND "prices"*`},
		`"market prices" kabul`:    {`"market prices" AND "kabul"*`},
		`«قیمت بازار»`:             {`"قیمت بازار"`},
		`“market pri`:              {`"market pri"*`},
		"market -war":              {`"market"`, `"war"`},
		"-war -“old bridge”":       {"", `("war" OR "old bridge")`},
		"kabul | herat road":       {`("kabul" OR "herat") AND "road"*`},
		"| kabul":                  {`"kabul"*`},
		"l’été":                    {`"l été"*`},
		"می\u200cروم":              {`("می روم"* OR "میروم"*)`},
		"«به می\u200cروم»":         {`("به می روم" OR "به میروم")`},
		"«به میروم»":               {`("به می روم" OR "به میروم")`}, // typed closed up
		`a"b`:                      {`"a" AND "b"`},
		"NEAR(a b) OR col:x AND *": {`"near a" AND "b" AND "or" AND "col x" AND "and"`},
		"۱۴۰۴ كتاب":                {`"1404" AND "کتاب"*`},
	} {
		q := Parse(typed)
		if got := [2]string{q.Words(), q.Without()}; got != want {
			t.Errorf("%q: %q, want %q", typed, got, want)
		}
	}
}

// shown writes pieces with brackets round the hits.
func shown(pieces []Piece) string {
	var b strings.Builder
	for _, p := range pieces {
		if p.Hit {
			b.WriteString("[" + p.Text + "]")
		} else {
			b.WriteString(p.Text)
		}
	}
	return b.String()
}

// What is marked is the writer's spelling, however the word was typed.
func TestMark(t *testing.T) {
	for _, c := range [][3]string{
		{"market", "Market, the MARKET.", "[Market], the [MARKET]."},
		{"mark", "Market, remark", "[Market], remark"},
		{"mark ", "Market, remark", "Market, remark"},
		{"-war market", "war market", "war [market]"},
		{`"old bridge"`, "old, old bridge; bridge", "old, [old bridge]; bridge"},
		{"كتابهاي", "کتاب\u200cهای علی", "[کتاب\u200cهای] علی"},
		{"کتاب\u200cهای", "کتابهای علی و کتاب های او", "[کتابهای] علی و [کتاب های] او"},
		{"کتاب های", "کتاب\u200cهای علی", "[کتاب]\u200c[های] علی"},
		{"«علی ميرود»", "علی می\u200cرود، علی میرود، علی می رود", "[علی می\u200cرود]، [علی میرود]، [علی می رود]"},
		{"«سه کتابخانهها»", "سه کتاب\u200cخانه\u200cها", "[سه کتاب\u200cخانه\u200cها]"},
		{"النص", "«النَّصُّ»", "«[النَّصُّ]»"},
		{"1404", "سال ۱۴۰۴ و ١٤٠٤", "سال [۱۴۰۴] و [١٤٠٤]"},
		{"Елка", "ёлка", "[ёлка]"},
		{"مرد", "مـــرد", "[مـــرد]"},
		{"قوه", "قوة ۍ ې", "قوة ۍ ې"},
		{"e\u0301te", "étend", "[étend]"},
		{"", "market", "market"},
	} {
		if got := shown(Parse(c[0]).Mark(c[1])); got != c[2] {
			t.Errorf("%q in %q: %q, want %q", c[0], c[1], got, c[2])
		}
	}
}

func TestPassageIsTheBestStretch(t *testing.T) {
	text := "The council met in Herat.\n" + strings.Repeat("Nothing was said of it for a long time. ", 20) +
		"At the market of Kabul the prices rose. " + strings.Repeat("And so on it went. ", 20) + "Kabul."
	passage, ok := Parse("kabul prices ").Passage(text, 80)
	got := shown(passage)
	if !ok || !strings.HasPrefix(got, "… ") || !strings.HasSuffix(got, " …") || !strings.Contains(got, "[Kabul] the [prices]") {
		t.Errorf("%q", got)
	}
	if _, ok := Parse("Moscow").Passage(text, 80); ok {
		t.Error("a passage without a hit")
	}
	if whole, _ := Parse("short").Passage("A short text.", 80); shown(whole) != "A [short] text." {
		t.Errorf("%q", shown(whole))
	}
}

// words are made of what every rule of folding and of the syntax bites on.
var words = rapid.StringOf(rapid.RuneFrom([]rune("يیكکهآئاابm eёЁ1۱\u200c\u200d\u0640\u064b\"«»-|. \n")))

// Pieces put together are the text, whatever is asked for.
func TestPiecesAreTheText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q, text := Parse(words.Draw(t, "query")), words.Draw(t, "text")
		if got := plain(q.Mark(text)); got != text {
			t.Fatalf("%q became %q", text, got)
		}
		size := rapid.IntRange(10, 60).Draw(t, "size")
		passage, _ := q.Passage(text, size)
		if got := strings.TrimSuffix(strings.TrimPrefix(plain(passage), "… "), " …"); !strings.Contains(text, got) {
			t.Fatalf("%q is not in %q", got, text)
		}
	})
}

func plain(pieces []Piece) string {
	return strings.NewReplacer("[", "", "]", "").Replace(shown(pieces))
}

// A word of a text finds it, and is marked there, in whichever of its spellings it is typed;
// with one letter changed for another it is neither.
func TestEverySpellingIsFoundAndNoOtherLetter(t *testing.T) {
	spellings := [][2]string{{"ی", "ي"}, {"ک", "ك"}, {"1", "۱"}, {"1", "١"}, {"е", "ё"}, {"م", "مـ"}, {"ب", "بِ"}}
	distinct := []rune("تټدډرړسښجځحڅیېۍئکګگنڼزږژاآوؤهةгғиӣйкқуӯхҳчҷ")
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.StringOfN(rapid.RuneFrom(append([]rune("یک1емب"), distinct...)), 3, 8, -1).Draw(t, "word")
		other := word
		for _, s := range spellings {
			if rapid.Bool().Draw(t, "swap") {
				other = strings.ReplaceAll(other, s[0], s[1])
			}
		}
		if pieces := Parse(other + " ").Mark(word); len(pieces) != 1 || !pieces[0].Hit {
			t.Fatalf("%q does not find %q: %s", other, word, shown(pieces))
		}
		letters := []rune(word)
		at := rapid.IntRange(0, len(letters)-1).Draw(t, "at")
		letters[at] = rapid.SampledFrom(distinct).Draw(t, "letter")
		if changed := string(letters); locale.Fold(string(letters[at])) != locale.Fold(string([]rune(word)[at])) && Parse(changed + " ").Mark(word)[0].Hit {
			t.Fatalf("%q finds %q", changed, word)
		}
	})
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{`"a b" -c | d`, "«می\u200cروم", "-", "\xff\"", "|||", "-\u200c"} {
		f.Add(s, "می\u200cروم به خانه")
	}
	f.Fuzz(func(t *testing.T, typed, text string) {
		q := Parse(typed)
		var b strings.Builder
		for _, p := range q.Mark(text) {
			b.WriteString(p.Text)
		}
		if b.String() != text {
			t.Errorf("%q became %q", text, b.String())
		}
		q.Passage(text, 40)
	})
}
