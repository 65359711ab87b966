// Package locale knows the nine languages: how each writes numbers, dates and plurals,
// how it orders and searches words, how an address is made from a headline, and what
// the interface and the site say in it.
//
// # Texts
//
// Catalogues holds every sentence of the interface and the site: files
// catalogues/AREA.LANG.json in go-i18n's format, built into the program. The window
// reads the same files. A key is "area.something"; {{.name}} stands for a parameter;
// an entry that counts is an object with one text for each plural form of its language
// and takes the number as {{.count}}. T never fails: a text that is missing is taken
// from English, and one missing there is shown as its key. The tests of this package
// find both long before a reader could.
//
// # Numbers and dates
//
// Digits follow the language: Arabic-Indic in ar, extended Arabic-Indic in fa and ps,
// European elsewhere. Dates are Gregorian except in fa and ps, where they are Solar
// Hijri with the Afghan month names; Calendar names the alternatives. A time is shown
// in the location that it carries: call In before.
//
// # Search, order, addresses
//
// Fold and Tokens make search keys, SortKey and Compare the order of the language's
// alphabet, Slug the last part of a page's address. None of them is ever written back
// to a text: text is the user's, and passes through Khabar unchanged.
//
// # One table for both sides
//
// The window needs the same rules and cannot call Go for every number. What is data
// (month names, date patterns, alphabets) is in tables/*.json, which both sides read;
// what is code exists twice and is held together by testdata/*.json, which the Go tests
// write with -update and both test suites verify.
package locale
