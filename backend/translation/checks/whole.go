package checks

import (
	"net/url"
	"slices"
	"strings"

	"khabar/backend/markdown"
	"khabar/backend/newsroom"
)

// wholes looks for what must come again somewhere in the translation, if not in the same row.
func (r *run) wholes() {
	if r.job.From == "" {
		return
	}
	var source, target strings.Builder
	for _, row := range r.job.Rows {
		for _, b := range row.Source {
			source.WriteString(b.Source + "\n\n")
		}
		for _, b := range row.Target {
			target.WriteString(b.Source + "\n\n")
		}
	}
	r.links(source.String(), target.String())
	r.pictures(source.String(), target.String())
	r.missingNames(target.String())
}

func (r *run) links(source, target string) {
	var ours []string
	for _, l := range markdown.Links(target) {
		ours = append(ours, placeOf(l.Address))
	}
	r.lost(Link, slices.Compact(addresses(source)), func(address string) bool { return slices.Contains(ours, placeOf(address)) })
}

func addresses(source string) (all []string) {
	for _, l := range markdown.Links(source) {
		if u, err := url.Parse(l.Address); err == nil && u.Host != "" { // one without leads into the site
			all = append(all, l.Address)
		}
	}
	return all
}

// placeOf is what an address must have in common with that of the source. An encyclopedia
// has a host and titles for every language.
func placeOf(address string) string {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil {
		return address
	}
	host := strings.TrimPrefix(strings.ToLower(u.Host), "www.")
	if _, site, ok := strings.Cut(host, "."); ok && newsroom.Lang(strings.Split(host, ".")[0]).Valid() {
		return site
	}
	return host + strings.TrimSuffix(u.Path, "/") + "?" + u.RawQuery + "#" + u.Fragment
}

func (r *run) pictures(source, target string) {
	ours := markdown.Tokens(target)
	bare := func(token string) string { return strings.TrimPrefix(token, "!") }
	var theirs []string
	for _, token := range markdown.Tokens(source) {
		if strings.HasPrefix(token, "!") {
			theirs = append(theirs, refOf(bare(token)))
		}
	}
	r.lost(Figure, theirs, func(ref string) bool {
		return slices.ContainsFunc(ours, func(token string) bool { return strings.HasPrefix(token, "!") && refOf(bare(token)) == ref })
	})
}

// refOf is the reference in a bare picture: [](REF "credit").
func refOf(token string) string {
	_, ref, _ := strings.Cut(token, "](")
	ref = strings.TrimSuffix(ref, ")")
	if at := strings.IndexAny(ref, " \t\n"); at >= 0 {
		ref = ref[:at]
	}
	return strings.Trim(ref, "<>")
}

// lost tells what the source has and the translation has not, at the row in which it was.
func (r *run) lost(check string, all []string, here func(string) bool) {
	told := map[string]bool{}
	for _, each := range all {
		if told[each] || here(each) {
			continue
		}
		told[each] = true
		r.found = append(r.found, Finding{Check: check, Why: "lost", Row: r.rowWith(each), Block: -1, Text: each, Wanted: each})
	}
}

// rowWith is the row whose source holds words and that is written; -1 without one.
func (r *run) rowWith(words string) int {
	return slices.IndexFunc(r.job.Rows, func(row Row) bool {
		for _, b := range row.Source {
			if strings.Contains(b.Source, words) {
				return true
			}
		}
		return false
	})
}
