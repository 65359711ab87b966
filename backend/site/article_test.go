package site_test

import (
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"khabar/backend/newsroom"
	"khabar/backend/site"
)

// text returns the words of a page that a reader sees, spaces folded.
func text(t *testing.T, page string) string {
	t.Helper()
	tree, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for n := range tree.Descendants() {
		if n.Type == html.TextNode && n.Parent.Data != "script" && n.Parent.Data != "style" {
			b.WriteString(n.Data + " ")
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// An article has everything that the pages of the model agency have, in this order.
func TestArticleHasEverything(t *testing.T) {
	s := open(t, tiny())
	words := text(t, file(t, s, s.EditionPath("visit.en")))
	for _, want := range []string{
		"English", "پښتو", "فارسی", "Reading list",
		"RASC News", "Rudabe Applied Studies Center",
		"Home", "Afghanistan", "World", "Arts & Culture", "About",
		"RASC News", "Afghanistan", "Kazakhstan’s Deputy Prime Minister", // the breadcrumb
		"Afghanistan", "News", "World", // the labels
		"Kazakhstan’s Deputy Prime Minister Arrives in Kabul",
		"A delegation comes to talk about trade.", "By Staff reporter", "Translated by Staff translator",
		"Published", "21 April 2025", "Updated", "23 April 2025", "Kabul", "3 minute read",
		"Share", "Telegram", "WhatsApp", "Facebook", "X", "Email", "Copy link", "Save for later",
		"Correction", "An earlier version gave the wrong day.", "23 April 2025",
		"The delegations in Kabul", "© RASC",
		"RASC News Agency: A delegation arrived in Kabul.", "What was said", "<script>alert(1)</script> nothing else",
		"The market", "© RASC", "RASC", "21/04/2025", "Trade", "Kazakhstan",
		"Follow us", "Facebook", "Like", "YouTube", "Subscribe", "RSS",
		"Related articles", "Floods in Badghis", "11 April 2025",
		"Advertisement", "A course in radio drama begins in May.",
		"English", "پښتو", "فارسی", "© 2023 RASC. All rights reserved.",
	} {
		_, rest, found := strings.Cut(words, want)
		if !found {
			t.Fatalf("%q is missing or not in its place; what follows is %q", want, words)
		}
		words = rest
	}
}

func TestStructuredData(t *testing.T) {
	block := regexp.MustCompile(`(?s)<script type="application/ld\+json">(.*?)</script>`)
	s := open(t, tiny())
	for _, id := range []newsroom.EditionID{"visit.en", "visit.fa", "visit.ps"} {
		m := block.FindStringSubmatch(file(t, s, s.EditionPath(id)))
		if m == nil {
			t.Fatalf("%s has no structured data", id)
		}
		var doc struct {
			Graph []map[string]any `json:"@graph"`
		}
		if err := json.Unmarshal([]byte(m[1]), &doc); err != nil {
			t.Fatalf("%s: %v", id, err)
		}
		news := doc.Graph[0]
		for _, name := range []string{"headline", "datePublished", "dateModified", "author", "publisher", "image", "mainEntityOfPage"} {
			if news[name] == nil {
				t.Errorf("%s has no %s", id, name)
			}
		}
		if news["@type"] != "NewsArticle" || news["inLanguage"] != string(id.Lang()) || doc.Graph[1]["@type"] != "BreadcrumbList" {
			t.Errorf("%s: %v", id, doc.Graph)
		}
		if translated := news["translationOfWork"] != nil; translated != (id != "visit.fa") {
			t.Errorf("%s is a translation: %v", id, translated)
		}
	}
}

// A reader who changes the language stays with the story, or is told where the link
// leads instead.
func TestLanguageSwitch(t *testing.T) {
	s := open(t, tiny())
	switcher := regexp.MustCompile(`(?s)<details class="languages">.*?</details>`)
	visit := switcher.FindString(file(t, s, s.EditionPath("visit.en")))
	if strings.Contains(visit, "title=") || strings.Contains(visit, `index.html"`) {
		t.Errorf("a story in all languages leads away: %s", visit)
	}
	flood := switcher.FindString(file(t, s, s.EditionPath("flood.en")))
	if strings.Count(flood, "index.html\"") != 2 || !strings.Contains(flood, `Opens the home page."`) {
		t.Errorf("a story in one language: %s", flood)
	}
}

// An address under which readers knew a page leads to it for ever.
func TestOldAddresses(t *testing.T) {
	s := open(t, tiny())
	page := file(t, s, "en/kazakh-delegation.html")
	for _, want := range []string{`content="0; url=kazakh-visit.html"`, `href="https://news.example/en/kazakh-visit.html"`, `content="noindex"`} {
		if !strings.Contains(page, want) {
			t.Errorf("no %s in %s", want, page)
		}
	}
	room := tiny()
	room.Stories[0].Editions[0].Live.OldSlugs = []string{"floods", "kazakh-visit"} // both are somebody's now
	s = open(t, room)
	if strings.Contains(file(t, s, "en/floods.html"), "http-equiv") || strings.Contains(file(t, s, "en/kazakh-visit.html"), "http-equiv") {
		t.Error("a redirect took the place of a page")
	}
}

// Without an address of the site nothing on it is absolute.
// The addresses of a tag that went into another lead to the other's, in every language that
// has one, and never take the place of a page.
func TestAddressesOfMergedTags(t *testing.T) {
	room := tiny()
	room.Merged = []site.MergedTag{{Term: tag("commerce", "Commerce", "بازرگانی", ""), Into: "trade"}, {Term: tag("kazakhstan", "", "", ""), Into: "trade"}}
	s := open(t, room)
	for path, to := range map[string]string{"en/tag/commerce.html": "url=trade.html", "fa/tag/بازرگانی.html": "url="} {
		if page := file(t, s, path); !strings.Contains(page, `content="0; `+to) || !strings.Contains(page, `content="noindex"`) {
			t.Errorf("%s does not lead to %s", path, to)
		}
	}
	if strings.Contains(file(t, s, "en/tag/kazakhstan.html"), "http-equiv") {
		t.Error("a redirect took the place of a page")
	}
}

// The numbered pages that a merged tag had lead to the other's newest page.
func TestNumberedPagesOfMergedTags(t *testing.T) {
	room := many(240) // 80 articles in each language
	room.Merged = []site.MergedTag{{Term: tag("commerce", "Commerce", "", ""), Into: "trade", Stories: 65}}
	s := open(t, room)
	for _, n := range []string{"1", "2"} {
		if page := file(t, s, "en/tag/commerce/"+n+".html"); !strings.Contains(page, `content="0; url=../trade.html"`) {
			t.Errorf("page %s: %s", n, page)
		}
	}
	if slices.Contains(s.Paths(), "en/tag/commerce/3.html") {
		t.Error("a page that never was")
	}
	room.Merged[0].Stories = 10_000
	if s = open(t, room); !slices.Contains(s.Paths(), "en/tag/commerce/3.html") || slices.Contains(s.Paths(), "en/tag/commerce/4.html") {
		t.Error("not the pages that the articles of today can have filled")
	}
}

func TestSiteWithoutAddress(t *testing.T) {
	s := open(t, nowhere())
	if slices.Contains(s.Paths(), "sitemap.xml") {
		t.Error("a sitemap without addresses")
	}
	page := file(t, s, s.EditionPath("visit.en"))
	for _, never := range []string{"canonical", "og:url", "og:image", "news.example"} {
		if strings.Contains(page, never) {
			t.Errorf("the page has %s", never)
		}
	}
	if !strings.Contains(page, `data-share="https://t.me/share/url?url={address}`) {
		t.Error("the script has no pattern to share with")
	}
}
