package archive

import (
	"encoding/json"
	"slices"
)

// WordsField is the set of words that a newsroom added to the spelling of a language.
const WordsField = "words"

// WordsOf returns the words that were added, in order.
func WordsOf(f Fields) (all []string) {
	for _, m := range f.Members(WordsField) {
		var w string
		if json.Unmarshal(m.Value, &w) == nil {
			all = append(all, w)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}
