package site_test

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"khabar/backend/locale"
	"khabar/backend/newsroom"
	"khabar/backend/site"
)

var headlines = regexp.MustCompile(`<h2 class="headline"><a href="[^"]*">([^<]*)</a>`)

func headlinesOf(page string) []string {
	var found []string
	for _, m := range headlines.FindAllStringSubmatch(page, -1) {
		found = append(found, m[1])
	}
	return found
}

// A numbered page of a list keeps its articles for ever, and the pages together show
// every article once.
func TestListsAreNumberedFromTheOldest(t *testing.T) {
	const first = "en/section/news/1.html"
	var kept string
	for _, articles := range []int{39, 40, 59, 60, 100} {
		s := open(t, many(3*articles))
		var all []string
		for _, p := range s.Paths() {
			if p == "en/section/news.html" || strings.HasPrefix(p, "en/section/news/") {
				page := headlinesOf(file(t, s, p))
				if p != "en/section/news.html" && len(page) != 20 {
					t.Errorf("%d articles: %s has %d", articles, p, len(page))
				}
				all = append(all, page...)
			}
		}
		slices.Sort(all)
		if n := len(slices.Compact(all)); n != articles || len(all) != articles {
			t.Errorf("%d articles: the list shows %d, %d of them different", articles, len(all), n)
		}
		if articles < 40 {
			continue
		}
		oldest := strings.Join(headlinesOf(file(t, s, first)), "\n")
		if kept == "" {
			kept = oldest
		}
		if oldest != kept {
			t.Errorf("%d articles: page 1 has moved", articles)
		}
	}
}

// One new article changes few files: this is what makes publishing again quick.
func TestNewArticleChangesFewFiles(t *testing.T) {
	room := many(900)
	before := open(t, room)
	room.Stories = append(room.Stories, site.Story{
		Story:    newsroom.Story{ID: "new", Source: newsroom.English, Sections: []newsroom.TermID{"world"}, Tags: []newsroom.TermID{"trade"}},
		Editions: []site.Edition{edition("new", "en", "Something new", "something-new", body, 30)},
	})
	after := open(t, room)
	var changed []string
	for _, p := range after.Paths() {
		old, err := before.File(p)
		if err != nil || string(old) != file(t, after, p) {
			changed = append(changed, p)
		}
	}
	if len(changed) > 20 {
		t.Errorf("%d files: %v", len(changed), changed)
	}
}

func TestRelatedArticlesShareTags(t *testing.T) {
	room := many(150)
	room.Tags = append(room.Tags, tag("rare", "Rare", "کمیاب", "لږ"))
	for _, i := range []int{3, 40} {
		room.Stories[i].Tags = append(room.Stories[i].Tags, "rare")
	}
	s := open(t, room)
	page := file(t, s, s.EditionPath(room.Stories[3].Editions[0].ID))
	_, related, found := strings.Cut(page, `class="related"`)
	want := fmt.Sprintf("story-%d.html", 40*3)
	if !found || !strings.Contains(related, want) || strings.Count(related, `class="headline"`) != 5 {
		t.Errorf("%s is not among the related articles", want)
	}
	if at := strings.Index(related, want); strings.Contains(related[:at], `class="line"`) {
		t.Error("the article with the rare tag is not the first")
	}
}

// Of many articles under the same terms, those that say the same things come first, and a
// word that all have says nothing.
func TestRelatedArticlesShareWords(t *testing.T) {
	room := many(150)
	for i := range room.Stories {
		e := &room.Stories[i].Editions[0]
		text := e.Text
		if text.Summary = "The council met."; i == 3 || i == 40 {
			text.Summary += " A dam on the Salma river."
		}
		e.Gist = site.GistOf(text)
	}
	s := open(t, room)
	page := file(t, s, s.EditionPath(room.Stories[3].Editions[0].ID))
	_, related, _ := strings.Cut(page, `class="related"`)
	at := strings.Index(related, fmt.Sprintf("story-%d.html", 40*3))
	if at < 0 || strings.Contains(related[:at], `class="line"`) {
		t.Error("the article that is about the same thing is not the first")
	}
}

func TestSlugsThatCollide(t *testing.T) {
	room := tiny()
	for i, slug := range []string{"floods", "Floods", "index", "about", "", "a/../b", "nul"} {
		id := fmt.Sprint("x", i)
		room.Stories = append(room.Stories, site.Story{Story: newsroom.Story{ID: newsroom.StoryID(id), Source: newsroom.English},
			Editions: []site.Edition{edition(id, "en", "", slug, "Text.", 25)}})
	}
	s := open(t, room)
	want := []string{"en/floods-2.html", "en/Floods-3.html", "en/index-2.html", "en/about-2.html", "en/x4.html", "en/a-..-b.html", "en/nul-.html"}
	for i, path := range want {
		if got := s.EditionPath(newsroom.EditionID(fmt.Sprint("x", i, ".en"))); got != path {
			t.Errorf("x%d is at %q, want %q", i, got, path)
		}
	}
	if got := s.EditionPath("flood.en"); got != "en/floods.html" {
		t.Errorf("the oldest is at %q", got)
	}
	if got := s.EditionPath("nobody.en"); got != "" {
		t.Errorf("an unknown edition is at %q", got)
	}
}

func TestSettingsThatCannotBeUsed(t *testing.T) {
	words, err := locale.Load()
	if err != nil {
		t.Fatal(err)
	}
	for name, change := range map[string]func(*newsroom.Settings){
		"site.address":  func(s *newsroom.Settings) { s.Address = "news.example" },
		"site.timeZone": func(s *newsroom.Settings) { s.TimeZone = "Asia/Nowhere" },
	} {
		room := tiny()
		change(&room.Settings)
		_, err := site.New(room, words, store, nil, now)
		var e *newsroom.Error
		if !errors.As(err, &e) || e.Code != newsroom.Invalid || e.Message != name {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// A body that cannot be read fails its own page and its language's feed, not the rest.
func TestBodyThatCannotBeRead(t *testing.T) {
	broken := errors.New("no such revision")
	room := tiny()
	room.Stories[0].Editions[1].Body = func() (string, error) { return "", broken }
	s := open(t, room)
	failed := 0
	for _, p := range s.Paths() {
		if _, err := s.File(p); errors.Is(err, broken) {
			failed++
		} else if err != nil {
			t.Errorf("%s: %v", p, err)
		}
	}
	if failed != 2 {
		t.Errorf("%d files failed", failed)
	}
}

func TestFontsFollowTheLanguage(t *testing.T) {
	s := open(t, tiny())
	for lang, want := range map[string][]string{
		"en": {"noto-sans-latin", "noto-serif-latin"}, "fa": {"vazirmatn-arabic"}, "ps": {"vazirmatn-arabic"},
	} {
		for _, p := range s.Paths() {
			if !strings.HasPrefix(p, "assets/style-"+lang+"-") {
				continue
			}
			css := file(t, s, p)
			if n := strings.Count(css, "@font-face"); n != len(want) {
				t.Errorf("%s declares %d fonts", p, n)
			}
			for _, font := range want {
				if !strings.Contains(css, `url("fonts/`+font) {
					t.Errorf("%s lacks %s", p, font)
				}
			}
		}
	}
	if slices.ContainsFunc(s.Paths(), func(p string) bool {
		return strings.Contains(p, "cyrillic") || strings.Contains(p, "devanagari") || strings.Contains(p, "licence")
	}) {
		t.Error("a font is published that no page uses")
	}
	words, _ := locale.Load()
	if _, err := site.New(tiny(), words, store, fstest.MapFS{}, now); err != nil {
		t.Errorf("without fonts: %v", err)
	}
}
