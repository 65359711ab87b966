package sample

import (
	"encoding/json"
	"image/jpeg"
	"io/fs"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"khabar/backend/newsroom"
)

// sections are the ids of the default vocabulary that a story can stand in.
var sections = []newsroom.TermID{"afghanistan", "world", "arts-culture", "history", "business", "sport",
	"women-studies", "videos", "photos", "news"}

func read(t *testing.T, name string, into any) {
	t.Helper()
	text, err := fs.ReadFile(Files(), name)
	if err != nil {
		t.Fatal(err)
	}
	d := json.NewDecoder(strings.NewReader(string(text)))
	d.DisallowUnknownFields()
	if err := d.Decode(into); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
}

func TestSettings(t *testing.T) {
	var s newsroom.Settings
	read(t, "newsroom.json", &s)
	if !slices.Equal(s.Languages, newsroom.Languages) {
		t.Errorf("languages %v, want %v", s.Languages, newsroom.Languages)
	}
	if _, err := time.LoadLocation(s.TimeZone); err != nil {
		t.Error(err)
	}
	for _, l := range newsroom.Languages {
		if strings.TrimSpace(s.About[l]) == "" {
			t.Errorf("%s has no about page", l)
		}
		if !slices.ContainsFunc(s.Adverts, func(a newsroom.Advert) bool { return a.Lang == l && a.Text != "" }) {
			t.Errorf("%s has no advertisement", l)
		}
	}
	for _, f := range s.Follow {
		if u, err := url.Parse(f.Address); err != nil || u.Host != "example.org" {
			t.Errorf("%s: %q is not a reserved address", f.Service, f.Address)
		}
	}
}

func TestTagsAreCompleteAndUsed(t *testing.T) {
	used := map[newsroom.TermID]bool{}
	for _, e := range editions(t) {
		for _, id := range ids(e.keys["tags"]) {
			used[id] = true
		}
	}
	for _, term := range tags(t) {
		if !used[term.ID] {
			t.Errorf("no story has the tag %s", term.ID)
		}
		for _, l := range newsroom.Languages {
			if term.Labels[l] == "" || !slug.MatchString(term.Slugs[l]) {
				t.Errorf("%s in %s: label %q, slug %q", term.ID, l, term.Labels[l], term.Slugs[l])
			}
		}
	}
}

func tags(t *testing.T) []newsroom.Term {
	t.Helper()
	var terms []newsroom.Term
	read(t, "tags.json", &terms)
	return terms
}

// slug is letters, marks and digits in lower case, with single hyphens between.
var slug = regexp.MustCompile(`^[\p{Ll}\p{Lo}\p{M}\p{Nd}]+(-[\p{Ll}\p{Lo}\p{M}\p{Nd}]+)*$`)

func TestFrontMatter(t *testing.T) {
	known := tags(t)
	slugs := map[string]string{}
	for _, e := range editions(t) {
		for _, key := range []string{"title", "description", "slug", "date", "author", "source", "image.src", "image.alt", "image.caption", "image.credit"} {
			if e.keys[key] == "" {
				t.Errorf("%s: %s is missing", e.name, key)
			}
		}
		if e.keys["story"] != e.story || e.keys["lang"] != string(e.lang) || !e.lang.Valid() {
			t.Errorf("%s says story %q, lang %q", e.name, e.keys["story"], e.keys["lang"])
		}
		if (e.keys["source"] == string(e.lang)) != (e.keys["translator"] == "") {
			t.Errorf("%s: every edition but the source has a translator", e.name)
		}
		if s := e.keys["slug"]; !slug.MatchString(s) || utf8.RuneCountInString(s) > newsroom.MaxSlug {
			t.Errorf("%s: slug %q", e.name, s)
		} else if other := slugs[string(e.lang)+s]; other != "" {
			t.Errorf("%s and %s have one slug", e.name, other)
		}
		slugs[string(e.lang)+e.keys["slug"]] = e.name
		if d, err := time.Parse(time.RFC3339, e.keys["date"]); err != nil || d.Format("-07:00") != "+04:30" {
			t.Errorf("%s: date %q is not one of Kabul: %v", e.name, e.keys["date"], err)
		}
		for _, id := range ids(e.keys["sections"]) {
			if !slices.Contains(sections, id) {
				t.Errorf("%s: no section %q", e.name, id)
			}
		}
		for _, id := range ids(e.keys["tags"]) {
			if !slices.ContainsFunc(known, func(k newsroom.Term) bool { return k.ID == id }) {
				t.Errorf("%s: no tag %q", e.name, id)
			}
		}
	}
}

func TestEditionsOfAStoryAgree(t *testing.T) {
	first := map[string]edition{}
	for _, e := range editions(t) {
		one, seen := first[e.story]
		if !seen {
			first[e.story] = e
			continue
		}
		for _, key := range []string{"source", "date", "sections", "tags", "place", "image.src", "image.credit"} {
			if e.keys[key] != one.keys[key] {
				t.Errorf("%s: %s is %q, but %q in %s", e.name, key, e.keys[key], one.keys[key], one.name)
			}
		}
		if a, b := strings.Count(e.body, "\n## "), strings.Count(one.body, "\n## "); a != b {
			t.Errorf("%s has %d headings, %s has %d", e.name, a, one.name, b)
		}
	}
}

func TestEnoughOfEverything(t *testing.T) {
	stood, stories := map[newsroom.Lang]map[newsroom.TermID]int{}, map[string]int{}
	langs := map[newsroom.Lang]int{}
	for _, e := range editions(t) {
		langs[e.lang]++
		stories[e.story]++
		if stood[e.lang] == nil {
			stood[e.lang] = map[newsroom.TermID]int{}
		}
		for _, id := range ids(e.keys["sections"]) {
			stood[e.lang][id]++
		}
	}
	for _, l := range newsroom.Languages {
		if langs[l] < 6 {
			t.Errorf("%s has %d articles", l, langs[l])
		}
		for _, id := range sections {
			if stood[l][id] == 0 {
				t.Errorf("the section %s is empty in %s", id, l)
			}
		}
	}
	if stories["kazakh-delegation"] != len(newsroom.Languages) {
		t.Errorf("the delegation's visit is told in %d languages", stories["kazakh-delegation"])
	}
}

var reference = regexp.MustCompile(`!\[[^\]]*\]\((\S+?)[\s)]`)

func TestPictures(t *testing.T) {
	named, total := map[string]bool{}, 0
	for _, e := range editions(t) {
		refs := []string{e.keys["image.src"]}
		for _, m := range reference.FindAllStringSubmatch(e.body, -1) {
			if !strings.Contains(m[1], "://") {
				refs = append(refs, m[1])
			}
		}
		for _, ref := range refs {
			named[path.Join(path.Dir(e.name), ref)] = true
		}
	}
	for name := range named {
		f, err := Files().Open(name)
		if err != nil {
			t.Error(err)
			continue
		}
		if c, err := jpeg.DecodeConfig(f); err != nil || c.Width < 1000 {
			t.Errorf("%s: %d pixels wide, %v", name, c.Width, err)
		}
		if info, err := f.Stat(); err == nil {
			total += int(info.Size())
		}
		f.Close()
	}
	if there, _ := fs.Glob(Files(), "stories/*/*.jpg"); len(there) != len(named) {
		t.Errorf("%d pictures, %d of them named by a story", len(there), len(named))
	}
	if total > 1_500_000 {
		t.Errorf("the pictures have %d bytes: they are part of the program", total)
	}
}
