package newsroom

import "slices"

// Lang is the BCP 47 code of one of the nine languages.
type Lang string

// The nine languages, as interface and as content.
const (
	Arabic  Lang = "ar"
	English Lang = "en"
	French  Lang = "fr"
	German  Lang = "de"
	Pashto  Lang = "ps"
	Persian Lang = "fa"
	Russian Lang = "ru"
	Spanish Lang = "es"
	Tajik   Lang = "tg"
)

// Languages lists the nine in the order in which the agency's site shows them.
var Languages = []Lang{Arabic, English, French, German, Pashto, Persian, Russian, Spanish, Tajik}

var nativeNames = map[Lang]string{
	Arabic: "العربية", English: "English", French: "Français", German: "Deutsch", Pashto: "پښتو",
	Persian: "فارسی", Russian: "Русский", Spanish: "Español", Tajik: "Тоҷикӣ",
}

// Valid reports whether l is one of the nine.
func (l Lang) Valid() bool { return slices.Contains(Languages, l) }

// RightToLeft reports whether l is written from right to left.
func (l Lang) RightToLeft() bool { return l == Arabic || l == Pashto || l == Persian }

// Direction is "rtl" or "ltr", as the dir attribute of HTML takes it.
func (l Lang) Direction() string {
	if l.RightToLeft() {
		return "rtl"
	}
	return "ltr"
}

// NativeName is the language's name in itself, "فارسی" for fa; the code where unknown.
func (l Lang) NativeName() string {
	if n, ok := nativeNames[l]; ok {
		return n
	}
	return string(l)
}
