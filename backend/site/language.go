package site

import (
	"cmp"
	"slices"
	"strconv"
	"sync"
	"time"

	"khabar/backend/locale"
	"khabar/backend/newsroom"
)

// tongue is what every page in a language may show of it.
type tongue struct {
	Code     newsroom.Lang
	Calendar locale.Calendar
	Home     string // paths
	About    string
	Feed     string
	Search   string
	Style    string
	Nav      []navEntry
}

// navEntry is a section that stands in the navigation.
type navEntry struct{ Label, Path string }

// language is one language of the site, as pages see it.
type language struct {
	tongue
	zone  *time.Location
	words *locale.Catalogues
	plain sync.Map // catalogue entries without parameters, by key
}

// sum returns the seal of which language it is: what it is lies in the frame.
func (l *language) sum() (s seal) {
	copy(s[:], l.Code)
	return s
}

// shelf holds what the site has in one language.
type shelf struct {
	*language
	articles []*article // shown, oldest first
	sections []*list    // in the order of the navigation
	tags     []*list
	byTerm   map[newsroom.TermID]*list
	worded   sync.Once
	words64  [wordShards][]indexedWord // see wordIndex
	indexed  sync.Once
	places   []uint64 // see wordPlaces
	akin     sync.Once
	kin      seal // see kinship
}

// addLanguages sets the languages of the site: those of the settings, or where they
// name none, those of the editions, or English.
func (s *Site) addLanguages(n Newsroom) {
	codes := n.Settings.Languages
	if len(codes) == 0 {
		codes = languagesOf(n.Stories)
	}
	for i, code := range codes {
		if !code.Valid() || slices.Contains(codes[:i], code) {
			continue
		}
		dir := string(code) + "/"
		l := &language{zone: s.zone, words: s.words, tongue: tongue{
			Code:     code,
			Calendar: cmp.Or(locale.Calendar(n.Settings.Calendars[code]), locale.DefaultCalendar(code)),
			Home:     s.taken.take(dir, "index", ".html"),
			About:    s.taken.take(dir, "about", ".html"),
			Feed:     s.taken.take(dir, "feed", ".xml"),
			Search:   s.taken.take(dir, "search", ".html"),
		}}
		s.shelves = append(s.shelves, &shelf{language: l, byTerm: map[newsroom.TermID]*list{}})
		s.frame.languages = append(s.frame.languages, l)
	}
}

func languagesOf(stories []Story) []newsroom.Lang {
	var found []newsroom.Lang
	for _, l := range newsroom.Languages {
		if slices.ContainsFunc(stories, func(s Story) bool {
			return slices.ContainsFunc(s.Editions, func(e Edition) bool { return e.Lang == l })
		}) {
			found = append(found, l)
		}
	}
	if len(found) == 0 {
		found = []newsroom.Lang{newsroom.English}
	}
	return found
}

// shelf returns what the site has in a language, nil where it does not have the language.
func (s *Site) shelf(code newsroom.Lang) *shelf {
	for _, l := range s.shelves {
		if l.Code == code {
			return l
		}
	}
	return nil
}

// say returns a catalogue entry without parameters.
func (l *language) say(key string) string {
	if text, ok := l.plain.Load(key); ok {
		return text.(string)
	}
	text := l.words.T(l.Code, key, nil)
	l.plain.Store(key, text)
	return text
}

// sayWith returns a catalogue entry whose parameters are name, value pairs.
func (l *language) sayWith(key string, pairs ...any) string {
	params := make(map[string]any, len(pairs)/2)
	for i := 0; i+1 < len(pairs); i += 2 {
		params[pairs[i].(string)] = pairs[i+1]
	}
	return l.words.T(l.Code, key, params)
}

// number returns n in the language's digits, grouped.
func (l *language) number(n int) string { return locale.Number(l.Code, n) }

func (l *language) date(t time.Time) string {
	return locale.Date(l.Code, l.Calendar, t.In(l.zone))
}

func (l *language) shortDate(t time.Time) string {
	return locale.ShortDate(l.Code, l.Calendar, t.In(l.zone))
}

// machine returns t as the datetime attribute of HTML and Atom take it, in the
// newsroom's zone.
func (l *language) machine(t time.Time) string {
	return t.In(l.zone).Truncate(time.Second).Format(time.RFC3339)
}

// digits returns n in the language's digits, ungrouped.
func (l *language) digits(n int) string { return locale.Digits(l.Code, strconv.Itoa(n)) }

// newest returns the n newest articles, the newest first.
func (l *shelf) newest(n int) []*face {
	return facesOf(l.articles[max(0, len(l.articles)-n):])
}

// facesOf returns the faces of articles, the last first.
func facesOf(articles []*article) []*face {
	faces := make([]*face, 0, len(articles))
	for _, a := range slices.Backward(articles) {
		faces = append(faces, a.face())
	}
	return faces
}
