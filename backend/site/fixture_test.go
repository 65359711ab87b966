package site_test

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"pgregory.net/rapid"

	"khabar/backend/locale"
	"khabar/backend/newsroom"
	"khabar/backend/site"
)

const (
	hash1  = "0123456789abcdef0123456789abcdef"
	hash2  = "abcdef0123456789abcdef0123456789"
	unused = "ffffffffffffffffffffffffffffffff"
	secret = "the source is on the second floor"
)

var now = time.Date(2025, 5, 1, 9, 0, 0, 0, time.UTC)

// pictures is a media store in memory: every picture has its own size, and a
// rendition is a real JPEG in one colour.
type pictures map[string][2]int

func (p pictures) Info(hash string) (int, int, string, bool) {
	size, ok := p[hash]
	return size[0], size[1], "jpg", ok
}

func (p pictures) Rendition(ref string, width int) ([]byte, error) {
	hash := strings.TrimSuffix(strings.TrimPrefix(ref, "media/"), ".jpg")
	size, ok := p[hash]
	if !ok {
		return nil, fmt.Errorf("no picture %s", ref)
	}
	img := image.NewRGBA(image.Rect(0, 0, width, size[1]*width/size[0]))
	for y := range img.Rect.Dy() {
		for x := range img.Rect.Dx() {
			img.Set(x, y, color.RGBA{hash[0] * 3, uint8(90 + 60*y/img.Rect.Dy()), uint8(80 + 80*x/width), 255})
		}
	}
	var b bytes.Buffer
	err := jpeg.Encode(&b, img, nil)
	return b.Bytes(), err
}

var store = pictures{hash1: {2000, 1200}, hash2: {640, 480}, unused: {800, 600}}

// fonts names the files that a language may ask for; what is in them is no matter.
var fonts = fstest.MapFS{
	"noto-sans-latin-wght-normal.woff2":        {Data: []byte("sans")},
	"noto-serif-latin-wght-normal.woff2":       {Data: []byte("serif")},
	"noto-serif-cyrillic-wght-normal.woff2":    {Data: []byte("cyrillic")},
	"files/vazirmatn-arabic-wght-normal.woff2": {Data: []byte("vazir")},
	"noto-sans-devanagari-wght-normal.woff2":   {Data: []byte("of no use")},
	"licence.txt":                              {Data: []byte("OFL")},
}

func labels(en, fa, ps string) map[newsroom.Lang]string {
	return map[newsroom.Lang]string{"en": en, "fa": fa, "ps": ps}
}

func section(id string, order int, standing newsroom.Standing, en, fa, ps string) newsroom.Term {
	return newsroom.Term{
		ID: newsroom.TermID(id), Kind: newsroom.Section, Standing: standing, Order: order,
		Labels: labels(en, fa, ps),
		Slugs:  labels(id, strings.ReplaceAll(fa, " ", "-"), strings.ReplaceAll(ps, " ", "-")),
	}
}

func settings() newsroom.Settings {
	return newsroom.Settings{
		Name: "RASC News", FullName: "Rudabe Applied Studies Center", Agency: "RASC", Owner: "RASC", Since: 2023,
		Address: "https://news.example/", TimeZone: "Asia/Kabul",
		Languages: []newsroom.Lang{newsroom.English, newsroom.Pashto, newsroom.Persian},
		Follow: []newsroom.FollowLink{
			{Service: "facebook", Address: "https://facebook.example/rasc"},
			{Service: "youtube", Address: "https://youtube.example/rasc"},
			{Service: "rss"},
			{Service: "x", Address: "javascript:alert(1)"},
		},
		Adverts: []newsroom.Advert{{Text: "A course in radio drama begins in May.", Link: "https://radio.example/", Picture: hash2, Alt: "A microphone"}},
		About:   map[newsroom.Lang]string{"en": "RASC News reports from Kabul.\n\n## Contact\n\nWrite to us."},
	}
}

func sections() []newsroom.Term {
	return []newsroom.Term{
		section("about", 10, newsroom.AsPage, "About", "درباره ما", "زموږ په اړه"),
		section("afghanistan", 1, newsroom.InMenu, "Afghanistan", "افغانستان", "افغانستان"),
		section("world", 2, newsroom.InMenu, "World", "جهان", "نړۍ"),
		section("arts", 3, newsroom.InMenu, "Arts & Culture", "هنر و فرهنگ", "هنر او کلتور"),
		section("news", 9, newsroom.AsLabel, "News", "خبر", "خبر"),
	}
}

func tag(id, en, fa, ps string) newsroom.Term {
	return newsroom.Term{ID: newsroom.TermID(id), Kind: newsroom.Tag, Labels: labels(en, fa, ps), Slugs: labels(id, fa, ps)}
}

func edition(id, lang, headline, slug, body string, day int) site.Edition {
	return site.Edition{
		ID: newsroom.NewEditionID(newsroom.StoryID(id), newsroom.Lang(lang)), Lang: newsroom.Lang(lang), Words: 420,
		Text: newsroom.Text{Headline: headline, Slug: slug, Body: body},
		Live: newsroom.Live{State: newsroom.IsLive, Published: time.Date(2025, 4, day, 6, 30, 0, 0, time.UTC)},
	}
}

// tiny is a newsroom with one of everything.
func tiny() site.Newsroom {
	visit := site.Story{Story: newsroom.Story{
		ID: "visit", Sections: []newsroom.TermID{"afghanistan", "news", "world"}, Tags: []newsroom.TermID{"trade", "kazakhstan"},
		Place: "Kabul", Source: newsroom.Persian, Notes: secret,
		Lead: newsroom.Picture{Hash: hash1, Credit: "RASC", Alt: labels("Two delegations at a table", "دو هیئت پشت میز", ""),
			Caption: labels("The delegations in Kabul", "هیئت\u200cها در کابل", "")},
	}}
	en := edition("visit", "en", "Kazakhstan’s Deputy Prime Minister Arrives in Kabul", "kazakh-visit",
		"RASC News Agency: A delegation **arrived** in Kabul.\n\n## What was said\n\nTrade, and <script>alert(1)</script> nothing else.\n\n![A market](media/"+hash2+".jpg \"The market © RASC\")", 21)
	en.Text.Summary, en.Text.Byline, en.Text.Translator = "A delegation comes to talk about trade.", "Staff reporter", "Staff translator"
	en.Live.State, en.Live.Changed, en.Live.Notice = newsroom.Corrected, time.Date(2025, 4, 23, 5, 0, 0, 0, time.UTC), "An earlier version gave the wrong day."
	en.Live.OldSlugs = []string{"kazakh-delegation"}
	fa := edition("visit", "fa", "ورود معاون نخست\u200cوزیر قزاقستان به کابل", "ورود-معاون-نخست\u200cوزیر", "خبرگزاری راسک: هیئتی به کابل **آمد**.", 21)
	ps := edition("visit", "ps", "د قزاقستان د لومړي وزیر مرستیال کابل ته ورسېد", "", "د راسک خبري اداره: یو پلاوی کابل ته ورسېد.", 22)
	visit.Editions = []site.Edition{en, fa, ps}

	flood := site.Story{Story: newsroom.Story{ID: "flood", Sections: []newsroom.TermID{"afghanistan"}, Tags: []newsroom.TermID{"trade"}, Source: newsroom.English}}
	withdrawn := edition("flood", "fa", "خبری که پس گرفته شد", "پس-گرفته", "متن کهنه", 12)
	withdrawn.Live.State, withdrawn.Live.Changed, withdrawn.Live.Notice = newsroom.Withdrawn, now, "این خبر پس گرفته شد."
	flood.Editions = []site.Edition{edition("flood", "en", "Floods in Badghis", "floods", "Water came at night.", 11), withdrawn}

	later := site.Story{Story: newsroom.Story{ID: "later", Sections: []newsroom.TermID{"world"}, Lead: newsroom.Picture{Hash: unused}, Source: newsroom.English}}
	scheduled := edition("later", "en", "Not yet to be read", "not-yet", "Embargoed.", 21)
	scheduled.Live.State, scheduled.Live.Published = newsroom.Scheduled, now.Add(time.Hour)
	later.Editions = []site.Edition{scheduled}

	return site.Newsroom{
		Settings: settings(), Sections: sections(),
		Tags:    []newsroom.Term{tag("trade", "Trade", "تجارت", "سوداګري"), tag("kazakhstan", "Kazakhstan", "قزاقستان", "قزاقستان")},
		Stories: []site.Story{visit, flood, later},
	}
}

// many is a newsroom of n editions in three languages.
func many(n int) site.Newsroom {
	room := tiny()
	room.Stories = nil
	langs := []string{"en", "fa", "ps"}
	for i := 0; i < n; i += len(langs) {
		id := fmt.Sprintf("s%05d", i)
		s := site.Story{Story: newsroom.Story{ID: newsroom.StoryID(id), Source: newsroom.English,
			Sections: []newsroom.TermID{[]newsroom.TermID{"afghanistan", "world", "arts"}[i/3%3], "news"}, Tags: []newsroom.TermID{"trade"}}}
		for k, l := range langs {
			if i+k >= n {
				break
			}
			e := edition(id, l, fmt.Sprintf("A headline, number %d", i), fmt.Sprintf("story-%d", i), body, 1)
			e.Live.Published = now.Add(-time.Duration(n-i) * time.Hour)
			e.Text.Summary = "What happened, in two lines of summary, for the lists and the feed."
			s.Editions = append(s.Editions, e)
		}
		room.Stories = append(room.Stories, s)
	}
	return room
}

var body = strings.Repeat("A paragraph of some *length* that says, with [a link](https://example.org), what a paragraph of news says, "+
	"and goes on until it has about a hundred words in it so that the measure is fair to what reporters write.\n\n", 20)

// open makes a site of n and fails the test where it cannot.
func open(t rapid.TB, n site.Newsroom) *site.Site {
	t.Helper()
	words, err := locale.Load()
	if err != nil {
		t.Fatal(err)
	}
	s, err := site.New(n, words, store, fonts, now)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// file renders a file of s and fails the test where it cannot.
func file(t testing.TB, s *site.Site, path string) string {
	t.Helper()
	b, err := s.File(path)
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	return string(b)
}
