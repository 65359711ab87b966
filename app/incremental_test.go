package app

import (
	"context"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"pgregory.net/rapid"

	"khabar/backend/locale"
	"khabar/backend/newsroom"
	"khabar/backend/newsroomtest"
	"khabar/backend/publish"
	"khabar/backend/site"
)

// album holds pictures in memory, by their hashes, with their widths.
type album map[string]int

func (a album) Info(hash string) (int, int, string, bool) {
	return a[hash], a[hash] / 2, "jpg", a[hash] > 0
}

func (a album) Rendition(ref string, width int) ([]byte, error) {
	return fmt.Appendf(nil, "%s at %d", ref, width), nil
}

// newsstand is a newsroom that changes at random, and the folder to which it is published
// after every change.
type newsstand struct {
	site.Newsroom
	pictures  album
	spelt     string
	now       time.Time
	revisions int
	dir       string
	to        *publish.FolderDestination
	relations site.Relations
	words     *locale.Catalogues
}

var newsstandLangs = []newsroom.Lang{"en", "fa", "ps", "ru"}

func newNewsstand(t rapid.TB, dir string) *newsstand {
	words, err := locale.Load()
	if err != nil {
		t.Fatal(err)
	}
	n := &newsstand{pictures: album{"aa11": 700, "bb22": 1900}, now: newsroomtest.NewClock().Now(), dir: dir, to: publish.Folder(dir), words: words}
	n.Settings = newsroom.Settings{Name: "News", Address: "https://news.example/", TimeZone: "Asia/Kabul", Languages: newsstandLangs[:3]}
	for i, standing := range []newsroom.Standing{newsroom.InMenu, newsroom.InMenu, newsroom.AsPage, newsroom.AsLabel} {
		n.Sections = append(n.Sections, newsroom.Term{ID: newsroom.TermID(fmt.Sprint("s", i)), Kind: newsroom.Section, Standing: standing, Order: i})
	}
	for i := range 5 {
		n.Tags = append(n.Tags, newsroom.Term{ID: newsroom.TermID(fmt.Sprint("t", i)), Kind: newsroom.Tag})
	}
	n.Spell = func(_ newsroom.Lang, name string) string { return name + n.spelt }
	return n
}

// write gives an edition a new text, as a new revision.
func (n *newsstand) write(e *site.Edition, headline, summary, body string) {
	n.revisions++
	e.Text.Headline, e.Text.Summary, e.Words = headline, summary, len(body)/5
	e.Body, e.Pictures = func() (string, error) { return body, nil }, append([]string{}, site.PicturesIn(body)...)
	e.Gist, e.Live.Revision = site.GistOf(e.Text), newsroom.RevisionID(fmt.Sprint("r", n.revisions))
}

// addStory adds a story in the first languages.
func (n *newsstand) addStory(languages int, headline, body string, terms ...newsroom.TermID) *site.Story {
	id := newsroom.StoryID(fmt.Sprintf("story%05d", len(n.Stories)))
	s := site.Story{Story: newsroom.Story{ID: id, Source: "fa", Place: "Kabul"}}
	for _, t := range terms {
		if t[0] == 's' {
			s.Sections = append(s.Sections, t)
		} else {
			s.Tags = append(s.Tags, t)
		}
	}
	n.Stories = append(n.Stories, s)
	made := &n.Stories[len(n.Stories)-1]
	for _, l := range newsstandLangs[:languages] {
		n.addEdition(made, l, headline, body)
	}
	return made
}

func (n *newsstand) addEdition(s *site.Story, l newsroom.Lang, headline, body string) {
	e := site.Edition{ID: newsroom.NewEditionID(s.ID, l), Lang: l, Live: newsroom.Live{State: newsroom.IsLive, Published: n.now}}
	n.write(&e, headline, "", body)
	s.Editions = append(slices.Clone(s.Editions), e)
}

func (n *newsstand) site(t rapid.TB) *site.Site {
	s, err := site.New(n.Newsroom, n.words, n.pictures, fstest.MapFS{}, n.now)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// publish publishes to the folder, as an app does that stays open.
func (n *newsstand) publish(t rapid.TB) publish.Report {
	s := n.site(t)
	s.Recall(&n.relations)
	report, err := n.to.Publish(context.Background(), s, nil)
	if err != nil || report.Failed > 0 {
		t.Fatal(report, err)
	}
	return report
}

// isWhole fails the test where the folder is not, file for file and byte for byte, what a
// site made from nothing but the newsroom is.
func (n *newsstand) isWhole(t rapid.TB) {
	s := n.site(t)
	want := s.Paths()
	for _, p := range want {
		content, err := s.File(p)
		if err != nil {
			t.Fatal(p, err)
		}
		if there, err := os.ReadFile(filepath.Join(n.dir, filepath.FromSlash(p))); err != nil || string(there) != string(content) {
			t.Fatalf("%s differs from a full build (%v):\n%s\nwant\n%s", p, err, there, content)
		}
	}
	var there []string
	err := fs.WalkDir(os.DirFS(n.dir), ".", func(p string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && !strings.HasPrefix(p, ".khabar/") {
			there = append(there, p)
		}
		return err
	})
	if slices.Sort(there); err != nil || !slices.Equal(there, want) {
		t.Fatalf("the folder holds other files than a full build (%v):\n%v\nwant\n%v", err, there, want)
	}
}

// change makes one change drawn at random.
func (n *newsstand) change(t *rapid.T) {
	word := rapid.SampledFrom(strings.Fields("flood harvest market school river border music هرات کابل"))
	line := func() string { return word.Draw(t, "word") + " " + word.Draw(t, "word") }
	body := func() string {
		return line() + "\n\n" + rapid.SampledFrom([]string{"", "![](media/aa11.jpg)", "![a](media/cc33.jpg)"}).Draw(t, "picture")
	}
	story := &n.Stories[rapid.IntRange(0, len(n.Stories)-1).Draw(t, "story")]
	story.Editions = slices.Clone(story.Editions)
	e := &story.Editions[rapid.IntRange(0, len(story.Editions)-1).Draw(t, "edition")]
	section, tag := &n.Sections[rapid.IntRange(0, 3).Draw(t, "section")], &n.Tags[rapid.IntRange(0, 4).Draw(t, "tag")]
	n.now = n.now.Add(time.Minute)
	changes := map[string]func(){
		"edit":     func() { n.write(e, line(), e.Text.Summary, body()) },
		"body":     func() { n.write(e, e.Text.Headline, e.Text.Summary, body()) },
		"summary":  func() { n.write(e, e.Text.Headline, line(), body()) },
		"byline":   func() { e.Text.Byline, e.Text.Translator = line(), line() },
		"correct":  func() { e.Live.State, e.Live.Changed, e.Live.Notice = newsroom.Corrected, n.now, line() },
		"withdraw": func() { e.Live.State, e.Live.Changed, e.Live.Notice = newsroom.Withdrawn, n.now, line() },
		"take off": func() { story.Removed = !story.Removed },
		"schedule": func() { n.addStory(1, line(), body()).Editions[0].Live.Published = n.now.Add(2 * time.Minute) },
		"later":    func() { n.now = n.now.Add(time.Hour) },
		"rename": func() {
			e.Live.OldSlugs, e.Text.Slug = append(slices.Clone(e.Live.OldSlugs), e.Text.Slug), word.Draw(t, "slug")
		},
		"new": func() { n.addStory(rapid.IntRange(1, 4).Draw(t, "languages"), line(), body(), section.ID, tag.ID) },
		"language": func() {
			if l := rapid.SampledFrom(newsstandLangs).Draw(t, "lang"); !slices.ContainsFunc(story.Editions, func(e site.Edition) bool { return e.Lang == l }) {
				n.addEdition(story, l, line(), body())
			}
		},
		"terms": func() { story.Sections, story.Tags = []newsroom.TermID{section.ID}, []newsroom.TermID{tag.ID} },
		"lead": func() {
			story.Lead = newsroom.Picture{Hash: rapid.SampledFrom([]string{"", "aa11", "bb22", "cc33"}).Draw(t, "lead"), Credit: line(),
				Alt: map[newsroom.Lang]string{e.Lang: line()}, Caption: map[newsroom.Lang]string{e.Lang: line()}}
		},
		"picture comes": func() { n.pictures = maps.Clone(n.pictures); n.pictures["cc33"] = 500 },
		"place":         func() { story.Place = line() },
		"spelling":      func() { n.spelt = word.Draw(t, "spelling") },
		"label":         func() { tag.Labels = map[newsroom.Lang]string{"en": line(), "fa": line()} },
		"section label": func() { section.Labels = map[newsroom.Lang]string{"en": line()} },
		"tag slug":      func() { tag.Slugs = map[newsroom.Lang]string{"en": word.Draw(t, "slug")} },
		"section gone":  func() { section.Removed = !section.Removed },
		"order":         func() { section.Order = rapid.IntRange(0, 9).Draw(t, "order") },
		"standing": func() {
			section.Standing = rapid.SampledFrom([]newsroom.Standing{newsroom.InMenu, newsroom.AsLabel}).Draw(t, "standing")
		},
		"merge": func() {
			n.Merged = []site.MergedTag{{Term: newsroom.Term{ID: "old", Kind: newsroom.Tag}, Into: tag.ID, Stories: 3}}
		},
		"name": func() { n.Settings.Name = line() },
		"address": func() {
			n.Settings.Address = rapid.SampledFrom([]string{"", "https://other.example/x/"}).Draw(t, "address")
		},
		"languages": func() { n.Settings.Languages = rapid.Permutation(newsstandLangs).Draw(t, "languages")[:3] },
		"calendar":  func() { n.Settings.Calendars = map[newsroom.Lang]string{"fa": "gregorian"} },
		"zone":      func() { n.Settings.TimeZone = "America/New_York" },
		"about":     func() { n.Settings.About = map[newsroom.Lang]string{"fa": body()} },
		"advert": func() {
			n.Settings.Adverts = []newsroom.Advert{{Text: line(), Picture: rapid.SampledFrom([]string{"", "cc33"}).Draw(t, "advert")}}
		},
		"follow": func() {
			n.Settings.Follow = []newsroom.FollowLink{{Service: "x", Address: "https://x.example/" + word.Draw(t, "x")}}
		},
		"restart": func() { n.to, n.relations = publish.Folder(n.dir), site.Relations{} },
		"lost":    func() { n.tamper(t, os.Remove) },
		"touched": func() {
			n.tamper(t, func(name string) error { return os.WriteFile(name, []byte("something else"), 0o644) })
		},
	}
	changes[rapid.SampledFrom(slices.Sorted(maps.Keys(changes))).Draw(t, "change")]()
}

// tamper does something to a page that was published.
func (n *newsstand) tamper(t *rapid.T, do func(name string) error) {
	name := filepath.Join(n.dir, filepath.FromSlash(rapid.SampledFrom(n.site(t).Paths()).Draw(t, "file")))
	if _, err := os.Stat(name); err == nil {
		if err := do(name); err != nil {
			t.Fatal(err)
		}
	}
}

// Whatever is changed, in whatever order: what is published after each change is what a full
// build would be.
func TestIncrementalEqualsFull(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		dir, err := os.MkdirTemp("", "site")
		if err != nil {
			t.Fatal(err)
		}
		defer os.RemoveAll(dir)
		n := newNewsstand(t, dir)
		for i := range rapid.SampledFrom([]int{1, 5, 24}).Draw(t, "stories") {
			n.now = n.now.Add(time.Minute)
			n.addStory(1+i%3, fmt.Sprint("Headline ", i), "Text.", "s0", newsroom.TermID(fmt.Sprint("t", i%2)))
		}
		n.publish(t)
		for range rapid.IntRange(1, 6).Draw(t, "changes") {
			n.change(t)
			n.publish(t)
			n.isWhole(t)
		}
		if again := n.publish(t); again.Unchanged != again.Total {
			t.Fatalf("published again: %+v", again)
		}
	})
}
