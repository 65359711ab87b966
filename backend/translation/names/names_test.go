package names_test

import (
	"fmt"
	"strings"
	"testing"

	"khabar/backend/newsroom"
	"khabar/backend/translation/names"
)

type labels = map[newsroom.Lang]string

func name(id string, kind newsroom.NameKind, l labels, variants ...string) newsroom.Name {
	return newsroom.Name{ID: newsroom.NameID(id), Kind: kind, Labels: l, Variants: map[newsroom.Lang][]string{newsroom.English: variants}}
}

// known are the names of these tests.
var known = []newsroom.Name{
	name("herat", newsroom.Place, labels{
		"ar": "هراة", "en": "Herat", "fr": "Hérat", "de": "Herat", "ps": "هرات", "fa": "هرات", "ru": "Герат", "es": "Herat", "tg": "Ҳирот",
	}, "Heart-of-Herat", "Hirat", "Хират", "Гират"),
	name("kabul", newsroom.Place, labels{
		"ar": "كابول", "en": "Kabul", "fr": "Kaboul", "de": "Kabul", "ps": "کابل", "fa": "کابل", "ru": "Кабул", "es": "Kabul", "tg": "Кобул",
	}, "Caboul", "کابول"),
	name("balkh", newsroom.Place, labels{"en": "Balkh", "fa": "بلخ", "ru": "Балх", "ar": "بلخ"}, "Balk"),
	name("mazar", newsroom.Place, labels{"en": "Mazar-e-Sharif", "fa": "مزار شریف", "ru": "Мазари-Шариф", "ar": "مزار شريف"}, "Mazar-i-Sharif"),
	name("kazakh", newsroom.Place, labels{"en": "Kazakhstan", "ru": "Казахстан", "de": "Kasachstan", "fa": "قزاقستان"}, "Kazakstan", "قزاغستان"),
	name("zhumangarin", newsroom.Person, labels{
		"en": "Serik Zhumangarin", "ru": "Серик Жумангарин", "fa": "سریک ژومانگارین", "ar": "سيريك جومانغارين",
	}, "Serik Jumangarin", "Серик Джумангарин", "سریک جومانگارین"),
	name("moscow", newsroom.Place, labels{"en": "Moscow", "ru": "Москва", "de": "Moskau"}, "Масква"),
	name("cairo", newsroom.Place, labels{"en": "Cairo", "ar": "القاهرة", "fa": "قاهره"}, "قاهرة"),
	name("rome", newsroom.Place, labels{"en": "Rome", "fa": "روم", "de": "Rom"}),
	name("pm", newsroom.Expression, labels{"en": "prime minister", "fa": "نخست‌وزیر", "de": "Ministerpräsident"}, "premier", "Premierminister"),
	name("un", newsroom.Organisation, labels{"de": "Vereinte Nationen", "en": "United Nations", "fr": "Nations unies"}, "Vereinigte Nationen"),
	name("afghanistan", newsroom.Place, labels{"fr": "Afghanistan", "en": "Afghanistan", "ps": "افغانستان", "tg": "Афғонистон"}, "Affghanistan", "Афгонистон"),
	name("rudaki", newsroom.Person, labels{"tg": "Рӯдакӣ"}, "Рудаки"),
	name("carlo", newsroom.Person, labels{"en": "Carlo", "es": "Carlo"}),
	name("may", newsroom.Person, labels{"en": "May"}),
}

// Each text is marked up: [what is found|id|what should stand there], the last only where it
// differs.
func TestFind(t *testing.T) {
	for lang, texts := range map[newsroom.Lang][]string{
		"en": {
			"[Herat|herat]’s minarets, [Herat|herat]'s fields, (“[Herat|herat]”), [HERAT|herat]",
			"[Hirat|herat|Herat]’s and [Kaboul|kabul|Kabul]-based, [HIRAT|herat|HERAT]",
			"Heratian, Heraten, O’Herat, Herat2, Xherat, Balkhab, Carlos and Carlo’clock",
			"[Mazar-e-Sharif|mazar] [Mazar-i-Sharif|mazar|Mazar-e-Sharif] [Mazar e Sharif|mazar|Mazar-e-Sharif], Mazar, Sharif",
			"[Serik Zhumangarin|zhumangarin] [Serik Jumangarin|zhumangarin|Serik Zhumangarin] [Серик Джумангарин|zhumangarin|Serik Zhumangarin]",
			"[Serik\nZhumangarin|zhumangarin] Serik, Zhumangarin Serik\n\nZhumangarin",
			"[prime ministers|pm] and [Premiers|pm|prime ministers]", "may in [May|may]", "🏔 [Balk|balkh|Balkh]",
		},
		"fr": {
			"d’[Hérat|herat], l'[Afghanistan|afghanistan], qu’[Herat|herat|Hérat] à [Kabul|kabul|Kaboul], aujourd’hérat",
			"L’[Affghanistan|afghanistan|Afghanistan]",
		},
		"de": {
			"[Herats|herat] [Hirats|herat|Herats] [Kabuler|kabul] [Kasachstans|kazakh] [Kazakstans|kazakh|Kasachstans] Romeo",
			"der [Vereinten Nationen|un], [Vereinigten Nationen|un|Vereinten Nationen]",
			"des [Ministerpräsidenten|pm], des [Premierministers|pm|Ministerpräsidents]",
		},
		"ru": {
			"в [Герате|herat], [Герата|herat], [Гирата|herat|Герата], под [Хиратом|herat|Гератом], Гератский",
			"из [Москвы|moscow], в [Маскве|moscow|Москве], [МАСКВЕ|moscow|МОСКВЕ]",
			"[Серика Жумангарина|zhumangarin] [Серику Джумангарину|zhumangarin|Серику Жумангарину] с [Сериком Жумангариным|zhumangarin]",
			"в [Мазари-Шарифе|mazar] и [Балхе|balkh], балх, Балхаш, [Казахстаном|kazakh]",
		},
		"tg": {
			"аз [Ҳиротро|herat], [Кобулу|kabul], [Афғонистони|afghanistan] [Афгонистони|afghanistan|Афғонистони]",
			"[Рӯдакии|rudaki] бузург, [Рудакиро|rudaki|Рӯдакӣро]",
		},
		"es": {"[Herat|herat], Carlos, [Carlo|carlo]"},
		"fa": {
			"[هرات|herat] [هرات‌ها|herat] [هراتی|herat] [كابل|kabul] [کابول|kabul|کابل] [کابول‌ها|kabul|کابل‌ها] کابل‌نشین",
			"می‌روم به [روم|rome]", "[مزار شریف|mazar] [مزار‌شریف|mazar|مزار شریف] [مزارشریف|mazar|مزار شریف]",
			"[نخست‌وزیر|pm] [نخست وزیر|pm|نخست‌وزیر] [نخست‌وزیران|pm] [هِرات|herat]", "بلخاب و [بلخ|balkh]؛ «[سریک جومانگارین|zhumangarin|سریک ژومانگارین]»",
		},
		"ps": {"د [هرات|herat] او [کابل|kabul] [کابله|kabul] [کابوله|kabul|کابله] [افغانستانه|afghanistan]"},
		"ar": {
			"[وهراة|herat] [بكابول|kabul] [وبكابول|kabul] [لكابل|kabul|لكابول] [كابولي|kabul] [ببلخ|balkh]",
			"[القاهرة|cairo] [بالقاهرة|cairo] [للقاهرة|cairo] [وللقاهرة|cairo] [لقاهرة|cairo|للقاهرة] والبلخاب",
			"[سيريك جومانغارين|zhumangarin]، [بسيريك جومانغارين|zhumangarin] [سریک ژومانگارین|zhumangarin|سيريك جومانغارين]",
		},
	} {
		finder := names.New(lang, known)
		for _, marked := range texts {
			plain, want := unmark(marked)
			if got := mark(plain, finder.Find(plain)); got != want {
				t.Errorf("%s: %s\n got %s\nwant %s", lang, plain, got, want)
			}
		}
	}
}

// unmark takes the marks from a text and returns what is expected, one hit a line.
func unmark(marked string) (plain, hits string) {
	var p, h strings.Builder
	for i, part := range strings.Split(marked, "[") {
		inside, rest, is := strings.Cut(part, "]")
		if i == 0 || !is {
			p.WriteString(part)
			continue
		}
		f := strings.Split(inside, "|")
		if len(f) == 2 {
			f = append(f, f[0])
		}
		fmt.Fprintf(&h, "%d %s %s %s\n", units(p.String()), f[0], f[1], f[2])
		p.WriteString(f[0] + rest)
	}
	return p.String(), h.String()
}

func mark(text string, hits []names.Hit) string {
	var h strings.Builder
	for _, hit := range hits {
		fmt.Fprintf(&h, "%d %s %s %s\n", hit.Start, hit.Used, hit.Name, hit.Accepted)
		if (hit.State == names.Accepted) != (hit.Used == hit.Accepted) || hit.End-hit.Start != units(hit.Used) {
			fmt.Fprintf(&h, "  of %s: %+v\n", text, hit)
		}
	}
	return h.String()
}

func units(s string) (n int) {
	for _, r := range s {
		n++
		if r > 0xffff {
			n++
		}
	}
	return n
}

// What stands around a name is not a name: nothing else is found in a text of other words.
func TestNothingElseIsFound(t *testing.T) {
	for lang, text := range map[newsroom.Lang]string{
		"en": "The market opened early and may close late; a balk at the herato, kabulistan and mosco.",
		"de": "Romantik, Römer, Romane, Alien und Kabulistan.",
		"ru": "балхаш, гератский, москвич, кабульский; мая в мае",
		"fa": "می‌رومیم، رومی‌ها می‌آیند؛ هراتیان کابلستان",
		"ar": "البلخانية المقاهرة كابوليستان",
		"tg": "Ҳиротиёнҷо, кобулистон",
	} {
		for _, h := range names.Find(lang, text, known) {
			if lang != "fa" || h.Name != "rome" {
				t.Errorf("%s: %q in %q", lang, h.Used, text)
			}
		}
	}
}

func TestSuggest(t *testing.T) {
	for _, c := range []struct {
		lang   newsroom.Lang
		before string
		want   string // typed|accepted …
	}{
		{"en", "in Her", "3|Herat"},
		{"en", "in He", ""},
		{"en", "in her", ""},
		{"en", "in Herat", ""},
		{"en", "in Her ", ""},
		{"en", "Serik Zhu", "9|Serik Zhumangarin"},
		{"en", "Mazar e Sh", "10|Mazar-e-Sharif"},
		{"en", "“Zhu", ""},
		{"en", "Cab", "3|Kabul"},
		{"en", "the prim", "4|prime minister"},
		{"fr", "d’Hér", "3|Hérat"},
		{"en", "O’Her", ""},
		{"fa", "به مزا", "3|مزار شریف"},
		{"fa", "قزا", "3|قزاقستان"},
		{"fa", "نخست‌وز", "7|نخست‌وزیر"},
		{"ar", "بالقا", "4|القاهرة"},
		{"ru", "в Жум", ""},
		{"ru", "Мас", "3|Москва"},
		{"tg", "дар Ҳир", "3|Ҳирот"},
		{"ps", "🏔 افغ", "3|افغانستان"},
	} {
		var got []string
		for _, s := range names.New(c.lang, known).Suggest(c.before, 5) {
			got = append(got, fmt.Sprintf("%d|%s", s.Typed, s.Accepted))
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s %q: %v, want %s", c.lang, c.before, got, c.want)
		}
	}
}
