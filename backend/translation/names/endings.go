package names

import "khabar/backend/newsroom"

// The tables of what may stand around a name, in folded letters (locale.Fold: ё is е, ي is
// ی, ك is ک). Sources: A. A. Zaliznyak, "Grammaticheskiy slovar russkogo yazyka" (the regular
// declensions without fleeting vowels); J. R. Perry, "A Tajik Persian Reference Grammar";
// W. M. Thackston, "An Introduction to Persian"; A. David, "Descriptive Grammar of Pashto";
// K. Ryding, "A Reference Grammar of Modern Standard Arabic"; Duden on the genitive of names.

// Letters that a Russian stem of the first declension ends with.
const russianHard = "бвгджзклмнпрстфхцчшщ"

// The cases of a declension are in this order, the plural after the singular; of several
// endings of a case the first is the one that is given back.
//
//	nominative genitive dative accusative instrumental prepositional
var russian = []class{
	declension("", russianHard, "", "а", "у", "а", "ом ем ым", "е", "ы и а", "ов ев ей ых", "ам ым", "ов ы", "ами ыми", "ах"),
	declension("й", "", "й", "я", "ю", "я", "ем", "е и", "и", "ев", "ям", "ев", "ями", "ях"),
	declension("ь", "", "ь", "я и", "ю и", "я ь", "ем ью", "е и", "и", "ей", "ям", "ей", "ями", "ях"),
	declension("а", "", "а", "ы и ой ей", "е ой ей", "у", "ой ою ей", "е ой ей", "ы и", "", "ам", "ы и", "ами", "ах"),
	declension("я", "", "я", "и ей", "е и ей", "ю", "ей ью ею", "е и ей", "и", "ь й", "ям", "и", "ями", "ях"),
	declension("о", "", "о", "а", "у", "о", "ом", "е", "а", "", "ам", "а", "ами", "ах"),
	declension("е", "", "е", "я а", "ю у", "е", "ем", "е и", "я а", "ей", "ям", "я а", "ями", "ях"),
	declension("ы", "", "ы", "ов", "ам", "ы", "ами", "ах"),
	declension("и", "", "и", "ей ов ев", "ям ам", "и", "ями ами", "ях ах"),
	declension("ий", "", "ий", "ого его", "ому ему", "ого его", "им", "ом ем", "ие", "их", "им", "их", "ими", "их"),
	declension("ый", "", "ый", "ого", "ому", "ого", "ым", "ом", "ые", "ых", "ым", "ых", "ыми", "ых"),
	declension("ой", "", "ой", "ого", "ому", "ого", "ым им", "ом", "ые ие", "ых их", "ым им", "ых их", "ыми ими", "ых их"),
	declension("ая", "", "ая", "ой ей", "ой ей", "ую", "ой ей ою", "ой ей", "ые ие", "ых их", "ым им", "ых их", "ыми ими", "ых их"),
	declension("ое", "", "ое", "ого", "ому", "ое", "ым им", "ом", "ые ие", "ых их", "ым им", "ых их", "ыми ими", "ых их"),
	declension("ые", "", "ые", "ых", "ым", "ых", "ыми", "ых"),
	declension("ие", "", "ие", "их", "им", "их", "ими", "их"),
}

var tajik = []class{
	suffixes("", 3, "и ро ҳо ҳои ҳоро у ю ву юро ам ат аш амон атон ашон аму он они онро ӣ ӣи ӣро иён иёни иёнро гӣ анд аст"),
	suffixes("ӣ", 3, "ии ияш ият иям ию иву иҳо иён иёни иёнро"),
}

var german = []class{
	suffixes("", 3, "s"),
	suffixes("", 4, "es er ers ern e en n ens"),
	suffixes("e", 3, "en er es em"),
}

var arabic = []class{
	suffixes("", 3, "ی یا یه یة یات یون یین ه ها هم هما هن نا ک کم ا ان ین ون"),
	suffixes("ة", 3, "ته تها تهم تنا تک تکم تان تین ات ی یة یون یین"),
	suffixes("ا", 3, "ی یة یون یین وی ویة"),
}

// arabicPrefixes stand before a name: and, then, with, as, to, the article, in their order.
var arabicPrefixes = []string{
	"و", "ف", "ب", "ک", "ل", "ال", "وال", "فال", "بال", "کال", "وبال", "وکال", "فبال", "فکال", "وب", "وک", "ول", "فب", "فک", "فل", "لل", "ولل", "فلل",
}

var persian = []class{
	suffixes("", 3, "ها های هایی هایش هایشان هاست هارا ی یی ای ان انی انه اش ام ات شان مان تان را اند ست است اید ایم هم"),
	suffixes("ه", 3, "گان گانی گی"),
}

var pashto = []class{
	suffixes("", 3, "ه و ونه ونو ان انو انه ی یان یانو ۍ ې وال والو والا ته کی"),
	suffixes("ه", 3, "ې و ۍ ګان ګانو"),
	suffixes("ی", 3, "ي یو یان یانو ۍ"),
}

// Plurals of terms.
var (
	english = []class{plural("", "s es"), plural("y", "ies")}
	french  = []class{plural("", "s x es"), plural("al", "aux")}
	spanish = []class{plural("", "s es"), plural("z", "ces")}
)

// rulesOf returns the tables of a language.
func rulesOf(l newsroom.Lang) *rules { return tables[l] }

var tables = map[newsroom.Lang]*rules{
	newsroom.Arabic:  newRules(rules{classes: arabic, prefixes: arabicPrefixes, joined: true}),
	newsroom.English: newRules(rules{classes: english, possessive: setOf("s d ll ve re m")}),
	newsroom.French:  newRules(rules{classes: french, elided: setOf("l d qu s n j m t c jusqu lorsqu puisqu quoiqu presqu"), possessive: setOf("s")}),
	newsroom.German:  newRules(rules{classes: german, inner: true, elided: setOf("s"), possessive: setOf("s sch sche schen scher sches")}),
	newsroom.Pashto:  newRules(rules{classes: pashto, joined: true}),
	newsroom.Persian: newRules(rules{classes: persian, joined: true}),
	newsroom.Russian: newRules(rules{classes: russian, inner: true}),
	newsroom.Spanish: newRules(rules{classes: spanish}),
	newsroom.Tajik:   newRules(rules{classes: tajik}),
}
