package site_test

import (
	"encoding/xml"
	"flag"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"khabar/backend/newsroom"
	"khabar/backend/site"
)

var update = flag.Bool("update", false, "rewrite the golden pages")

// hashed is the hash in the name of an asset: it follows the style sheet, which is
// free to change without a change of the pages.
var hashed = regexp.MustCompile(`(assets/[a-z-]+)-[0-9a-f]{8}\.`)

// golden names the pages whose bytes are kept, by the file that keeps them.
var golden = map[string]string{
	"chooser.html":      "index.html",
	"missing.html":      "404.html",
	"home.en.html":      "en/index.html",
	"home.fa.html":      "fa/index.html",
	"article.en.html":   "en/kazakh-visit.html",
	"article.fa.html":   "fa/ورود-معاون-نخست\u200cوزیر.html",
	"article.ps.html":   "ps/د-قزاقستان-د-لومړي-وزیر-مرستیال-کابل-ته-ورسېد.html",
	"withdrawn.fa.html": "fa/پس-گرفته.html",
	"redirect.en.html":  "en/kazakh-delegation.html",
	"section.en.html":   "en/section/afghanistan.html",
	"tag.ps.html":       "ps/tag/سوداګري.html",
	"about.en.html":     "en/about.html",
	"feed.en.xml":       "en/feed.xml",
	"sitemap.xml":       "sitemap.xml",
	"robots.txt":        "robots.txt",
}

func TestGoldenPages(t *testing.T) {
	s := open(t, tiny())
	for kept, p := range golden {
		got := hashed.ReplaceAllString(file(t, s, p), "$1-HASH.")
		name := filepath.Join("testdata", "golden", kept)
		if *update {
			if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(name)
		if err != nil || string(want) != got {
			t.Errorf("%s is not as in %s (%v); look at the difference, then run with -update", p, name, err)
		}
	}
}

// attribute finds the links of a page. The pages are ours, so their shape is known.
var attribute = regexp.MustCompile(`\b(href|src|srcset)="([^"]*)"`)

func TestEveryLinkLeadsToAFile(t *testing.T) {
	for name, room := range map[string]site.Newsroom{"tiny": tiny(), "many": many(300), "nowhere": nowhere(), "empty": {Settings: settings()}} {
		s := open(t, room)
		paths := s.Paths()
		for _, p := range paths {
			if path.Ext(p) != ".html" {
				continue
			}
			for _, link := range linksOf(file(t, s, p)) {
				if target, inside := resolve(t, p, link); inside && !slices.Contains(paths, target) {
					t.Fatalf("%s: %s links to %q (%s), which is no file of the site", name, p, link, target)
				}
			}
		}
	}
}

func linksOf(page string) []string {
	var links []string
	for _, m := range attribute.FindAllStringSubmatch(page, -1) {
		if m[1] != "srcset" {
			links = append(links, strings.ReplaceAll(m[2], "&amp;", "&"))
			continue
		}
		for candidate := range strings.SplitSeq(m[2], ", ") {
			link, _, _ := strings.Cut(candidate, " ")
			links = append(links, link)
		}
	}
	return links
}

// resolve returns the path that a link on page from leads to; inside is false where
// it leaves the site or stays on the page.
func resolve(t *testing.T, from, link string) (target string, inside bool) {
	u, err := url.Parse(link)
	if err != nil {
		t.Fatalf("%s: link %q: %v", from, link, err)
	}
	if strings.HasPrefix(link, "https://news.example/") {
		return strings.TrimPrefix(u.Path, "/"), true
	}
	if u.Scheme != "" || u.Path == "" {
		return "", false
	}
	if strings.HasPrefix(u.Path, "/") {
		return u.Path[1:], true
	}
	return path.Join(path.Dir(from), u.Path), true
}

func nowhere() site.Newsroom {
	room := tiny()
	room.Settings.Address = ""
	return room
}

func TestNothingIsLoadedFromElsewhere(t *testing.T) {
	loads := regexp.MustCompile(`<(?:img|script|iframe|video|audio|source|embed|object)\b[^>]*\b(?:src|srcset|data)="([^"]*)"|<link rel="(?:stylesheet|icon|preload)"[^>]*href="([^"]*)"`)
	s := open(t, tiny())
	for _, p := range s.Paths() {
		text := file(t, s, p)
		for _, m := range loads.FindAllStringSubmatch(text, -1) {
			if strings.Contains(m[1]+m[2], "//") {
				t.Errorf("%s loads %s", p, m[0])
			}
		}
		if strings.HasSuffix(p, ".css") && regexp.MustCompile(`url\(["']?(https?:|//)`).MatchString(text) {
			t.Errorf("%s loads from elsewhere", p)
		}
	}
}

var hreflang = regexp.MustCompile(`<link rel="alternate" hreflang="([^"]+)" href="([^"]+)">`)

func TestHreflangIsSymmetric(t *testing.T) {
	for _, room := range []site.Newsroom{tiny(), nowhere(), many(90)} {
		s := open(t, room)
		links := map[string]map[string]bool{}
		for _, p := range s.Paths() {
			if path.Ext(p) != ".html" {
				continue
			}
			links[p] = map[string]bool{}
			for _, m := range hreflang.FindAllStringSubmatch(file(t, s, p), -1) {
				target, _ := resolve(t, p, m[2])
				if m[1] != "x-default" {
					links[p][target] = true
				}
			}
		}
		for p, targets := range links {
			for target := range targets {
				if p != "index.html" && !links[target][p] {
					t.Errorf("%s names %s as a version, but not the other way round", p, target)
				}
			}
		}
	}
}

func TestFeedsAndSitemapAreXML(t *testing.T) {
	for _, room := range []site.Newsroom{tiny(), many(2_500)} {
		s := open(t, room)
		for _, p := range s.Paths() {
			if path.Ext(p) != ".xml" {
				continue
			}
			var doc struct {
				Entries []struct {
					ID      string `xml:"id"`
					Updated string `xml:"updated"`
				} `xml:"entry"`
			}
			if err := xml.Unmarshal([]byte(file(t, s, p)), &doc); err != nil {
				t.Errorf("%s: %v", p, err)
			}
			for _, e := range doc.Entries {
				if !strings.HasPrefix(e.ID, "urn:uuid:") || e.Updated == "" {
					t.Errorf("%s: entry %+v", p, e)
				}
			}
		}
	}
}

func TestWhatReadersMustNotSee(t *testing.T) {
	s := open(t, tiny())
	withdrawn := s.EditionPath("flood.fa")
	if withdrawn != "fa/پس-گرفته.html" {
		t.Fatalf("withdrawn page at %q", withdrawn)
	}
	notice := file(t, s, withdrawn)
	if !strings.Contains(notice, "این خبر پس گرفته شد.") || !strings.Contains(notice, `content="noindex"`) {
		t.Error("a withdrawn page is not a notice")
	}
	for _, p := range s.Paths() {
		text := file(t, s, p)
		for _, never := range []string{secret, "متن کهنه", "خبری که پس گرفته شد", "Not yet to be read", "Embargoed", unused} {
			if strings.Contains(text, never) || strings.Contains(p, never) {
				t.Errorf("%s shows %q", p, never)
			}
		}
		if p != withdrawn && strings.Contains(text, url.PathEscape("پس-گرفته")) {
			t.Errorf("%s links to the withdrawn page", p)
		}
	}
	if _, err := s.File("media/" + unused + "-480.jpg"); newsroom.CodeOf(err) != newsroom.NotFound {
		t.Errorf("an unpublished picture is given out: %v", err)
	}
}

func TestSameNewsroomSameBytes(t *testing.T) {
	a, b := open(t, tiny()), open(t, tiny())
	paths := a.Paths()
	if !slices.Equal(paths, b.Paths()) || !slices.IsSorted(paths) {
		t.Fatal("paths differ or are not sorted")
	}
	want := map[string]string{}
	for _, p := range paths {
		want[p] = file(t, a, p)
	}
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			for _, p := range slices.Backward(paths) {
				if got, err := b.File(p); err != nil || string(got) != want[p] {
					t.Errorf("%s: not the same (%v)", p, err)
				}
			}
		})
	}
	all.Wait()
}
