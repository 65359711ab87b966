package checks

import (
	"strings"

	"khabar/backend/newsroom"
)

// Names finds the newsroom's names in texts of one language. Whoever runs the checks hands
// it in.
type Names interface {
	// Find returns the names in a text, in its order.
	Find(text string) []Named
	// Label is the accepted spelling of a name in a language; "" where it has none.
	Label(newsroom.NameID, newsroom.Lang) string
}

// Named is a name in a text.
type Named struct {
	Name       newsroom.NameID
	Start, End int    // UTF-16 units of the text
	Used       string // what stands there
	Accepted   string // what should, with the affixes of Used; "" = no spelling in this language
	Variant    bool   // it is spelt in a way that is not accepted
}

// variants tells the names that are not spelt as the newsroom spells them.
func (r *run) variants(p prose, add func(Finding)) {
	if r.job.Target == nil {
		return
	}
	for _, n := range r.job.Target.Find(p.text) {
		if n.Variant && n.Accepted != "" && n.Accepted != n.Used {
			add(Finding{Check: Variant, Start: n.Start, End: n.End, Text: n.Used, Wanted: n.Accepted, Replace: []string{n.Accepted}})
		}
	}
}

// missingNames tells the names that no sentence of the translation has. A name that comes
// several times may be a pronoun in places; one that never comes was forgotten, or is
// written in a way that nobody entered.
func (r *run) missingNames(target string) {
	if r.job.Source == nil || r.job.Target == nil || strings.TrimSpace(target) == "" {
		return
	}
	here := map[newsroom.NameID]bool{}
	for _, text := range []string{target, r.job.Headline, r.job.Summary} {
		for _, h := range r.job.Target.Find(text) {
			here[h.Name] = true
		}
	}
	for i, row := range r.job.Rows {
		if !worded(prosesOf(row.Target)) {
			continue
		}
		for _, p := range prosesOf(row.Source) {
			for _, h := range r.job.Source.Find(p.text) {
				if wanted := r.job.Source.Label(h.Name, r.job.To); wanted != "" && !here[h.Name] {
					here[h.Name] = true
					r.found = append(r.found, Finding{Check: Name, Why: "lost", Row: i, Block: -1, Text: wanted, Wanted: wanted})
				}
			}
		}
	}
}
