package site_test

import (
	"path"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/net/html"

	"khabar/backend/newsroom"
	"khabar/backend/site"
)

// FuzzHostileText states the law of the templates: whatever people typed, a page has
// exactly the scripts that every page has, no handler, no address that runs, and
// every path stays in the site.
func FuzzHostileText(f *testing.F) {
	for _, seed := range []string{
		"<script>alert(1)</script>", `"><img src=x onerror=alert(1)>`, "</script><script>alert(1)</script>", "javascript:alert(1)",
		"]]>", "<!--", "</title><script>", "../../etc/passwd", "con", "a:b", "%2e%2e/", "\u202e\u0000\u2028", "{{.}}", "${alert(1)}",
		"[x](javascript:alert(1))", "![x](media/" + hash1 + ".jpg \"\"onload=alert(1)\")", "<svg onload=alert(1)>", "&lt;script&gt;", "می\u200cخواهم",
	} {
		f.Add(seed, seed)
	}
	f.Fuzz(func(t *testing.T, line, text string) {
		if !utf8.ValidString(line+text) || len(line) > 400 || len(text) > 4_000 {
			return
		}
		s := open(t, hostile(line, text))
		for _, p := range s.Paths() {
			if path.IsAbs(p) || path.Clean(p) != p || strings.HasPrefix(p, "..") || strings.ContainsAny(p, "\\:*?\"<>|\x00") {
				t.Fatalf("path %q", p)
			}
			if path.Ext(p) == ".html" {
				harmless(t, p, file(t, s, p))
			}
		}
	})
}

// hostile is a newsroom in which everything that a person can type is line or text.
func hostile(line, text string) site.Newsroom {
	room := tiny()
	room.Settings.Name, room.Settings.FullName, room.Settings.Agency, room.Settings.Owner = line, line, line, line
	room.Settings.About = map[newsroom.Lang]string{"en": text}
	room.Settings.Follow = []newsroom.FollowLink{{Service: line, Address: line}, {Service: line, Address: "https://" + line}}
	room.Settings.Adverts = []newsroom.Advert{{Text: text, Alt: line, Link: line, Picture: hash2}}
	for i := range room.Sections {
		room.Sections[i].Labels, room.Sections[i].Slugs = labels(line, line, line), labels(line, line, line)
	}
	for i := range room.Tags {
		room.Tags[i].ID, room.Tags[i].Labels, room.Tags[i].Slugs = newsroom.TermID(line+string(room.Tags[i].ID)), labels(line, line, line), labels(line, "", line)
	}
	for i := range room.Stories {
		s := &room.Stories[i]
		s.Place, s.Lead.Credit, s.Lead.Alt, s.Lead.Caption = line, line, labels(line, line, line), labels(text, text, text)
		for k := range s.Editions {
			e := &s.Editions[k]
			e.Text = newsroom.Text{Headline: line, Slug: line, Summary: text, Body: text, Byline: line, Translator: line}
			e.Live.Notice, e.Live.OldSlugs = text, []string{line, line + "/x"}
		}
	}
	return room
}

// headScript is the one script that stands in pages: it sets size and colours before anything
// is drawn.
const headScript = `try{for(const n of["size","theme"]){const v=localStorage.getItem("khabar."+n);if(v)document.documentElement.dataset[n]=v}}catch{}`

// harmless fails the test where a browser would run or load anything but our own.
func harmless(t *testing.T, p, page string) {
	t.Helper()
	tree, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	for n := range tree.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.Data {
		case "iframe", "object", "embed", "base", "svg", "math", "foreignobject":
			t.Fatalf("%s has an element %s", p, n.Data)
		}
		ours := n.Data == "script" && n.FirstChild != nil && n.FirstChild.Data == headScript
		if n.Data == "form" && !strings.HasSuffix(p, "/search.html") {
			t.Fatalf("%s has a form", p)
		}
		for _, a := range n.Attr {
			if strings.HasPrefix(a.Key, "on") || a.Key == "style" || a.Key == "srcdoc" {
				t.Fatalf("%s: %s has %s=%q", p, n.Data, a.Key, a.Val)
			}
			if a.Key == "href" || a.Key == "src" {
				scheme, _, found := strings.Cut(strings.ToLower(strings.TrimSpace(a.Val)), ":")
				if found && !strings.ContainsAny(scheme, "/?#") && scheme != "https" && scheme != "http" && scheme != "mailto" && scheme != "tel" {
					t.Fatalf("%s: %s leads to %q", p, n.Data, a.Val)
				}
			}
			ours = ours || (a.Key == "src" && (strings.Contains(a.Val, "assets/site-") || strings.Contains(a.Val, "assets/search-"))) || (a.Key == "type" && a.Val == "application/ld+json")
		}
		if n.Data == "script" && !ours {
			t.Fatalf("%s has a script", p)
		}
	}
}
