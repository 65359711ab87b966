package archive

import (
	"strings"

	"khabar/backend/newsroom"
	"khabar/backend/sqlite"
)

func projectName(tx *sqlite.Tx, id newsroom.NameID, f Fields) error {
	n := newsroom.Name{ID: id, Labels: f.byLanguage("label.")}
	f.Get("kind", &n.Kind)
	f.Get("note", &n.Note)
	f.Get("tag", &n.Tag)
	f.Get("removed", &n.Removed)
	for field := range f {
		lang, ok := strings.CutPrefix(field, "variants.")
		if all := set[string](f, field); ok && len(all) > 0 {
			if n.Variants == nil {
				n.Variants = map[newsroom.Lang][]string{}
			}
			n.Variants[newsroom.Lang(lang)] = all
		}
	}
	return tx.PutName(n)
}
