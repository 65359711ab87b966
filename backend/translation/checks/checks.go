// Package checks looks a text over for what a machine can find: against the text that it
// was translated from, and against the customs of its language.
//
// Run takes a Job: the rows of a translation, as package alignment laid them side by side,
// or the blocks of an original without sources. It returns findings, each with its place
// in UTF-16 units, which the window counts in, and, where it is known, what should stand
// there. It changes nothing and blocks nothing: what becomes of a finding is for people
// to say.
//
// # Against the source
//
// Numbers are compared by value across the three sets of digits and the separators of the
// languages. "1.234" has two readings; a number is missed only where no reading of any
// number of the other side fits, nor a numeral (XXI), nor the word for a small number.
// Dates are compared by day, whichever calendar names it: 21 April 2025 is ۱ ثور ۱۴۰۴.
// Dates without a year are compared by month and day, months by whether they overlap.
// Units and currencies are looked for beside numbers. Addresses of links and references of
// pictures and videos must come again; addresses in the newsroom's own site need not,
// since they lead to other pages in other languages. Names are found by what the job hands
// in.
//
// # Against the language
//
// Doubled words and spaces, quotation marks, punctuation, the zero-width non-joiner of
// Persian, and letters that only look right: ي for ی, a Latin o in a Cyrillic word, ў for
// the Tajik ӯ. What these know is in tables/LANG.json. The rule for every table is that an
// alarm must be worth reading: what is a matter of taste or house style is left alone.
//
// Sources: Unicode CLDR, delimiters; Imprimerie nationale, "Lexique des règles
// typographiques"; Duden; Ortografía de la lengua española (2010); Rosenthal, "Spravochnik po
// pravopisaniyu"; Academy of Persian Language, "Dastur-e khatt-e farsi" (2022).
package checks

import (
	"cmp"
	"slices"

	"khabar/backend/alignment"
	"khabar/backend/newsroom"
)

// The checks.
const (
	Empty       = "empty"       // a block without words whose source has some
	Equal       = "equal"       // a block that says word for word what its source says
	Number      = "number"      // a number that only one side has
	Date        = "date"        // a day that only one side has
	Unit        = "unit"        // a unit or currency that the translation lacks
	Link        = "link"        // an address that the translation lacks
	Figure      = "figure"      // a picture or video that the translation lacks
	Name        = "name"        // a name that the translation lacks
	Variant     = "variant"     // a name that is not spelt as the newsroom spells it
	Word        = "word"        // a word twice
	Space       = "space"       // spaces that are too many or too few
	Quote       = "quote"       // quotation marks of another language
	Punctuation = "punctuation" // marks of another script, or none where one belongs
	Joiner      = "joiner"      // a zero-width non-joiner is missing
	Letter      = "letter"      // a letter of another alphabet that looks alike
)

// All are the checks, in the order in which they are shown.
var All = []string{
	Empty, Equal, Number, Date, Unit, Link, Figure, Name, Variant, Word, Space, Quote, Punctuation, Joiner, Letter,
}

// Row is what belongs together of two texts. Source is empty in an original.
type Row struct {
	Source, Target []alignment.Block
}

// Job is a text to be looked over.
type Job struct {
	From, To          newsroom.Lang // From is "" for an original
	Headline, Summary string
	Rows              []Row
	Source, Target    Names // of either language; nil = no names are looked for
}

// Finding is something that somebody should look at.
type Finding struct {
	Check      string
	Why        string   // which of the sentences about this check; "" = its only one
	Field      string   // "headline" or "summary"; "" = the body
	Row, Block int      // of the job, and of the row's target: where it is; -1 = nowhere in particular
	Start, End int      // in the block's source or the field, in UTF-16 units; equal = the whole of it
	Text       string   // what stands there
	Wanted     string   // what the source says, or should stand there; "" = unknown
	Replace    []string // what can be written there as it is, the best first
}

// Run looks a text over. Findings come in the order of the text.
func Run(job Job) []Finding {
	r := run{job: job, to: tableOf(job.To), from: tableOf(job.From)}
	r.fields()
	for i, row := range job.Rows {
		r.row(i, row)
	}
	r.wholes()
	slices.SortStableFunc(r.found, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(order(a), order(b)), cmp.Compare(a.Block, b.Block), cmp.Compare(a.Start, b.Start))
	})
	return r.found
}

// order is the row of a finding; fields come before the body, what is missing of it behind.
func order(f Finding) int {
	switch {
	case f.Field == "headline":
		return -2
	case f.Field != "":
		return -1
	case f.Row < 0:
		return int(^uint(0) >> 1)
	}
	return f.Row
}

// run is one job under way.
type run struct {
	job      Job
	to, from *table
	found    []Finding
}

func (r *run) fields() {
	for _, f := range []struct{ name, text string }{{"headline", r.job.Headline}, {"summary", r.job.Summary}} {
		p := newProse(f.text, "")
		r.language(p, func(found Finding) {
			found.Field, found.Row, found.Block = f.name, -1, -1
			r.found = append(r.found, found)
		})
	}
}

func (r *run) row(i int, row Row) {
	source, target := prosesOf(row.Source), prosesOf(row.Target)
	add := func(f Finding) {
		f.Row = i
		r.found = append(r.found, f)
	}
	for j, p := range target {
		r.language(p, func(f Finding) {
			f.Block = j
			add(f)
		})
	}
	if len(source) == 0 || r.job.From == "" {
		return
	}
	switch {
	case !worded(target):
		if worded(source) && len(target) > 0 {
			add(Finding{Check: Empty})
		}
		return
	case equal(row):
		add(Finding{Check: Equal})
		return
	}
	r.numbers(source, target, add)
	r.units(source, target, add)
}

// language looks for what is wrong whatever the text says.
func (r *run) language(p prose, add func(Finding)) {
	for _, check := range []func(*table, prose, func(int, int, Finding)){
		doubledWords, spaces, quotes, punctuation, joiners, letters,
	} {
		check(r.to, p, func(start, end int, f Finding) { add(p.at(start, end, f)) })
	}
	r.variants(p, add)
}
