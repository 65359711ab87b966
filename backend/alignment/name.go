package alignment

import (
	"slices"
	"strings"
	"unicode"
)

// A name sounds alike in every language, so what is left of it without its vowels, with
// letters of one kind as one, is much the same: Kabul, Кабул and کابل are all "kbl". Common
// words meet by chance now and then; hence only those count that begin with a capital, where
// the writing has capitals, and that few blocks of either text have.
const (
	fewLetters = 3 // of a skeleton: shorter ones meet too often
	fewBlocks  = 2 // that a name is in, on either side
)

// nameTraits notes the names that source and target share.
func nameTraits(s, t []trait, source, target []Block) {
	of, to := skeletons(source), skeletons(target)
	inS, inT := count(of), count(to)
	telling := func(name string) bool {
		n, m := inS[name], inT[name]
		return n > 0 && m > 0 && n <= fewBlocks && m <= fewBlocks
	}
	keep := func(all []trait, names [][]string) {
		for i := range all {
			all[i].names = slices.DeleteFunc(names[i], func(name string) bool { return !telling(name) })
		}
	}
	keep(s, of)
	keep(t, to)
}

// count says in how many blocks each name is.
func count(names [][]string) map[string]int {
	n := map[string]int{}
	for _, block := range names {
		for _, name := range block {
			n[name]++
		}
	}
	return n
}

// skeletons are those of the words of each block that may be names, each once.
func skeletons(blocks []Block) [][]string {
	all := make([][]string, len(blocks))
	for i, b := range blocks {
		for w := range strings.FieldsFuncSeq(b.Text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }) {
			if name := skeleton(w); len(name) >= fewLetters {
				all[i] = append(all[i], name)
			}
		}
		slices.Sort(all[i])
		all[i] = slices.Compact(all[i])
	}
	return all
}

func skeleton(word string) string {
	word = strings.TrimPrefix(word, "ال")
	var out []byte
	for i, r := range word {
		if i == 0 && unicode.IsLower(r) {
			return ""
		}
		if c, is := sounds[unicode.ToLower(r)]; is && (len(out) == 0 || out[len(out)-1] != c) {
			out = append(out, c)
		}
	}
	return string(out)
}

// sounds puts the consonants of the nine languages into eight kinds. Those that one writing
// has for a vowel, or another leaves out, are missing: و and w, ه and h, ی and y.
var sounds = kinds(map[byte]string{
	'b': "bpбпبپ", 'f': "fфف", 't': "tdтдتطدټډث", 'k': "kqcgкгқғхکكقگګغخ", 'm': "mмم",
	's': "szßjçсзшщчжцҷسصزذظضشچجژښځڅ", 'n': "nñнنڼ", 'l': "lлل", 'r': "rрرړ",
})

func kinds(letters map[byte]string) map[rune]byte {
	all := map[rune]byte{}
	for kind, some := range letters {
		for _, r := range some {
			all[r] = kind
		}
	}
	return all
}
