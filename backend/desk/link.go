package desk

import (
	"net/url"
	"path"
	"slices"
	"strings"

	"khabar/backend/markdown"
	"khabar/backend/newsroom"
	"khabar/backend/sqlite"
)

// deadLinks returns the links of body that lead to a page of the newsroom's own site which
// readers do not find there. Links to elsewhere are not looked at: that would take a network.
func deadLinks(tx *sqlite.Tx, from newsroom.EditionID, body string, s newsroom.Settings) ([]Spot, error) {
	var spots []Spot
	var definitions strings.Builder
	blocks := markdown.Blocks(body)
	for _, b := range blocks {
		if b.Kind == markdown.Definition {
			definitions.WriteString("\n\n" + b.Source)
		}
	}
	for i, b := range blocks {
		for _, link := range markdown.Links(b.Source + definitions.String()) {
			page, ok := pageOf(link.Address, from, s.Address)
			if !ok {
				continue
			}
			why, err := leadsTo(tx, page)
			if err != nil {
				return nil, err
			}
			if why != "" {
				spots = append(spots, Spot{Block: i, Why: why, Text: link.Address})
			}
		}
	}
	return spots, nil
}

// pageOf returns the path in the site that a link of an edition leads to; ok is false where
// it leads elsewhere, to a place in its own page, or to a file.
func pageOf(address string, from newsroom.EditionID, site string) (page string, ok bool) {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil || u.Path == "" && u.Host == "" {
		return "", false
	}
	base := &url.URL{Scheme: "site", Host: "site", Path: "/" + string(from.Lang()) + "/"}
	if root, err := url.Parse(site); site != "" && err == nil && u.Host == root.Host && (u.Scheme == "" || u.Scheme == "http" || u.Scheme == "https") {
		rest, under := strings.CutPrefix(u.Path, strings.TrimSuffix(root.Path, "/")+"/")
		if !under {
			return "", false
		}
		return rest, rest != ""
	}
	if u.IsAbs() || u.Host != "" {
		return "", false
	}
	page = strings.TrimPrefix(base.ResolveReference(u).Path, "/")
	return page, page != "" && !strings.HasPrefix(page, "media/") && path.Ext(page) == ".html"
}

// leadsTo returns "" where readers find a page at the path, else why not: "unknown" or
// "notLive".
func leadsTo(tx *sqlite.Tx, page string) (why string, err error) {
	dir, name := path.Split(strings.TrimSuffix(page, ".html"))
	lang := newsroom.Lang(strings.TrimSuffix(dir, "/"))
	if first, kind, inner := strings.Cut(string(lang), "/"); inner && newsroom.Lang(first).Valid() {
		return listLeads(tx, newsroom.Lang(first), newsroom.TermKind(kind), name)
	}
	switch {
	case page == "" || page == "index.html":
		return "", nil
	case !lang.Valid():
		return "unknown", nil
	case slices.Contains(reserved, name) || name == "":
		return "", nil
	}
	e, ok, err := tx.EditionAt(lang, name)
	switch {
	case err != nil:
		return "", err
	case !ok:
		return "unknown", nil
	case e.Live.State == newsroom.NotLive || e.Live.State == newsroom.Withdrawn:
		return "notLive", nil
	}
	return "", nil // what is scheduled will be there
}

func listLeads(tx *sqlite.Tx, l newsroom.Lang, kind newsroom.TermKind, slug string) (string, error) {
	terms, err := tx.Terms(false)
	here := slices.ContainsFunc(terms, func(t newsroom.Term) bool { return t.Kind == kind && t.Slug(l) == slug })
	if err != nil || here {
		return "", err
	}
	return "unknown", nil
}
