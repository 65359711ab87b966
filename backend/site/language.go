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

// language is one language of the site: its words, its calendar and what it has.
type language struct {
	code     newsroom.Lang
	calendar locale.Calendar
	zone     *time.Location
	words    *locale.Catalogues
	plain    sync.Map // catalogue entries without parameters, by key
	home     string
	about    string
	feed     string
	articles []*article // shown, oldest first
	sections []*list    // in the order of the navigation
	tags     []*list
	byTerm   map[newsroom.TermID]*list
	indexed  sync.Once
	places   []uint64 // see wordPlaces
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
		s.languages = append(s.languages, &language{
			code: code, zone: s.zone, words: s.words,
			calendar: cmp.Or(locale.Calendar(n.Settings.Calendars[code]), locale.DefaultCalendar(code)),
			home:     s.taken.take(dir, "index", ".html"),
			about:    s.taken.take(dir, "about", ".html"),
			feed:     s.taken.take(dir, "feed", ".xml"),
			byTerm:   map[newsroom.TermID]*list{},
		})
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

// language returns the language with this code, nil where the site does not have it.
func (s *Site) language(code newsroom.Lang) *language {
	for _, l := range s.languages {
		if l.code == code {
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
	text := l.words.T(l.code, key, nil)
	l.plain.Store(key, text)
	return text
}

// sayWith returns a catalogue entry whose parameters are name, value pairs.
func (l *language) sayWith(key string, pairs ...any) string {
	params := make(map[string]any, len(pairs)/2)
	for i := 0; i+1 < len(pairs); i += 2 {
		params[pairs[i].(string)] = pairs[i+1]
	}
	return l.words.T(l.code, key, params)
}

// number returns n in the language's digits, grouped.
func (l *language) number(n int) string { return locale.Number(l.code, n) }

func (l *language) date(t time.Time) string {
	return locale.Date(l.code, l.calendar, t.In(l.zone))
}

func (l *language) shortDate(t time.Time) string {
	return locale.ShortDate(l.code, l.calendar, t.In(l.zone))
}

// machine returns t as the datetime attribute of HTML and Atom take it, in the
// newsroom's zone.
func (l *language) machine(t time.Time) string {
	return t.In(l.zone).Truncate(time.Second).Format(time.RFC3339)
}

// digits returns n in the language's digits, ungrouped.
func (l *language) digits(n int) string { return locale.Digits(l.code, strconv.Itoa(n)) }

// newest returns the n newest articles, the newest first.
func (l *language) newest(n int) []*article {
	found := slices.Clone(l.articles[max(0, len(l.articles)-n):])
	slices.Reverse(found)
	return found
}
