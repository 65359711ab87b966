package app

import (
	"bytes"
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"khabar/backend/desk"
	"khabar/backend/locale"
	"khabar/backend/newsroom"
	"khabar/backend/newsroomtest"
)

// listed is an edition as the test knows it.
type listed struct {
	id        string
	headline  string
	lang      newsroom.Lang
	terms     []string
	live      string
	removed   bool
	updated   time.Time
	published time.Time
}

// crowd fills a newsroom with editions, in the order of their rows.
func crowd(t testing.TB, s stage, n int) []listed {
	t.Helper()
	rnd := rand.New(rand.NewPCG(4, 2))
	words := map[newsroom.Lang][]string{
		newsroom.Persian: {"آب", "بازار", "پل", "چای", "ژاله", "گندم", "یاد"}, newsroom.Pashto: {"ښار", "ډوډۍ", "ځمکه", "ټول", "ړنګ"},
		newsroom.Tajik: {"ғизо", "қанд", "ҷавоб", "ҳаво", "ӯ"}, newsroom.English: {"apple", "Bridge", "école", "zebra", "water"},
	}
	langs := []newsroom.Lang{newsroom.Persian, newsroom.Pashto, newsroom.Tajik, newsroom.English}
	must(s.SaveTerm(Term{}, Term{Kind: "tag", Labels: map[string]string{"en": "Rivers"}}))(t)
	var all []listed
	for i := range n {
		l := langs[rnd.IntN(len(langs))]
		e := listed{lang: l, headline: words[l][rnd.IntN(len(words[l]))] + " " + words[l][rnd.IntN(len(words[l]))], live: "notLive"}
		in := desk.Incoming{Lang: l, Text: Text{Headline: e.headline, Body: "Words."}, Live: rnd.IntN(2) == 0}
		in.Story.ID, in.Story.Source = newsroomtest.StoryID(i), l
		for _, section := range []string{"world", "sport", "history"} {
			if rnd.IntN(2) == 0 {
				in.Sections = append(in.Sections, section)
			}
		}
		if rnd.IntN(2) == 0 {
			in.Tags = []string{"rivers"}
		}
		e.terms = slices.Concat(in.Sections, in.Tags)
		if rnd.IntN(3) > 0 { // else at the same moment as the one before
			s.clock.Advance(time.Minute)
		}
		in.Date = s.clock.Now().Add(-time.Duration(rnd.IntN(5)) * 24 * time.Hour)
		in.Modified = in.Date
		if in.Live {
			e.live, e.published = "live", in.Date
		}
		taken, err := s.room.TakeIn(t.Context(), []desk.Incoming{in})
		if err != nil || taken[0].Err != nil {
			t.Fatal(err, taken)
		}
		e.id, e.updated = string(taken[0].Edition), s.clock.Now()
		if e.removed = !in.Live && rnd.IntN(5) == 0; e.removed {
			if err := s.RemoveStory(string(in.Story.ID)); err != nil {
				t.Fatal(err)
			}
		}
		all = append(all, e)
	}
	return all
}

// naive is what the list has to be.
func naive(all []listed, f EditionFilter) []string {
	var rows []int
	for i, e := range all {
		if e.removed != f.Removed || f.Lang != "" && f.Lang != string(e.lang) || f.Live != "" && f.Live != e.live ||
			f.Section != "" && !slices.Contains(e.terms, f.Section) || f.Tag != "" && (f.Tag != "rivers" || !slices.Contains(e.terms, f.Tag)) {
			continue
		}
		if f.Query == "" || strings.Contains(" "+locale.Fold(e.headline), " "+locale.Fold(f.Query)) {
			rows = append(rows, i)
		}
	}
	slices.SortStableFunc(rows, func(i, j int) int {
		a, b, order := all[i], all[j], 0
		switch f.Sort {
		case "published":
			order = a.published.Compare(b.published)
		case "headline":
			order = bytes.Compare(locale.SortKey(a.lang, a.headline), locale.SortKey(b.lang, b.headline))
		default: // created and updated are one moment here
			order = a.updated.Compare(b.updated)
		}
		order = cmp.Or(order, cmp.Compare(i, j))
		if f.Descending {
			return -order
		}
		return order
	})
	ids := make([]string, len(rows))
	for n, i := range rows {
		ids[n] = all[i].id
	}
	return ids
}

// paged walks a list by its pages, as the window does.
func paged(t testing.TB, s stage, f EditionFilter) []string {
	t.Helper()
	index := must(s.EditionIndex(f))(t)
	ids := []string{}
	for i, key := range index.Keys {
		rows := must(s.Editions(f, key))(t)
		if want := min(index.Page, index.Total-i*index.Page); len(rows) != want {
			t.Fatalf("page %d of %+v has %d rows, want %d", i, f, len(rows), want)
		}
		for _, r := range rows {
			ids = append(ids, r.ID)
		}
	}
	if len(ids) != index.Total {
		t.Fatalf("%d rows, total %d", len(ids), index.Total)
	}
	return ids
}

// Every filter in every order, page by page, is what sorting all of it would give.
func TestListEqualsANaiveSort(t *testing.T) {
	s := newStage(t)
	all := crowd(t, s, 420)
	either := func(values ...string) *rapid.Generator[string] { return rapid.SampledFrom(append(values, "", "")) }
	rapid.Check(t, func(rt *rapid.T) {
		f := EditionFilter{
			Lang: either("fa", "ps", "tg", "en").Draw(rt, "lang"), Section: either("world", "sport", "none").Draw(rt, "section"),
			Tag: either("rivers", "world").Draw(rt, "tag"), Live: either("live", "notLive").Draw(rt, "live"),
			Removed: rapid.Bool().Draw(rt, "removed"), Descending: rapid.Bool().Draw(rt, "descending"),
			Query: either("اب", "ښار", "ўз", "brid", "ҷавоб").Draw(rt, "query"),
			Sort:  either("updated", "created", "published", "headline").Draw(rt, "sort"),
		}
		if got, want := paged(t, s, f), naive(all, f); !slices.Equal(got, want) {
			rt.Fatalf("%+v:\n%v\nwant\n%v", f, got, want)
		}
	})
	for _, bad := range []string{"", "{", `{"v":"x"}`, `{"v":{},"n":1}`} {
		_, err := s.Editions(EditionFilter{}, bad)
		wantError(t, err, newsroom.Invalid, "list.key")
	}
}

// A page begins where its key says, even when rows before it have come and gone.
func TestPagesStayWhereTheyAre(t *testing.T) {
	s := newStage(t)
	all := crowd(t, s, 250)
	f := EditionFilter{Sort: "headline"}
	index := must(s.EditionIndex(f))(t)
	second := must(s.Editions(f, index.Keys[1]))(t)
	before := naive(all, f)[:100]
	for _, id := range before[:5] {
		story := string(newsroom.EditionID(id).Story())
		if must(s.Edition(id))(t).Live.State == "notLive" {
			if err := s.RemoveStory(story); err != nil {
				t.Fatal(err)
			}
		}
	}
	s.edition(t, "", "en", "aaaa", "First of all.")
	if again := must(s.Editions(f, index.Keys[1]))(t); again[0].ID != second[0].ID || again[99].ID != second[99].ID {
		t.Fatal("the second page moved")
	}
}

// The spellings that a reader takes for the same are found by each other.
func TestSearchKnowsSpellings(t *testing.T) {
	s := newStage(t)
	find := func(query string) int { return must(s.EditionIndex(EditionFilter{Query: query}))(t).Total }
	for i, headline := range []string{"می\u200cروم به کتاب\u200cخانه ۱۲۳", "ميروم به كتابخانه 123", "می روم به کتاب خانه ١٢٣"} {
		s.edition(t, "", "fa", headline, fmt.Sprint("متن ", i))
	}
	s.edition(t, "", "tg", "Ҷавоби ҳукумат", "Қишлоқ")
	s.edition(t, "", "fr", "L’été à l’École", "Texte.")
	for query, want := range map[string]int{
		"می\u200cروم": 3, "123": 3, "۱۲۳": 3, "١٢٣": 3, "کتاب\u200cخانه": 3, "كتاب": 3, "کت": 3,
		"میروم": 2, "می روم": 2, "روم به": 2, "کتاب\u200cخانه ۱۲": 3,
		"ҷавоб": 1, "ҶАВОБИ": 1, "чавоб": 0, "қишлоқ ҳукумат": 1, "école": 1, "ÉCOLE": 1,
		"": 5, "   ": 5, "؟!": 5, // nothing to look for is no filter
		"ҷав ҳукумат": 0, // only the last word may be unfinished
		"ҳукумат ҷав": 1,
	} {
		if got := find(query); got != want {
			t.Errorf("%q finds %d, want %d", query, got, want)
		}
	}
}

// Whatever somebody types is a search and never a fault.
func FuzzSearch(f *testing.F) {
	for _, seed := range []string{`"`, `a" OR "b`, "NEAR(", "*", "a*b", "-x", "col:x", "\x00", "می\u200c", "\u200c", "(((", "^a", "{}", "'; DROP TABLE edition"} {
		f.Add(seed)
	}
	s := newStage(f)
	f.Fuzz(func(t *testing.T, query string) {
		if _, err := s.EditionIndex(EditionFilter{Query: query}); err != nil {
			t.Fatalf("%q: %v", query, err)
		}
	})
}
