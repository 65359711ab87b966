package app

import (
	"slices"
	"strings"
	"testing"

	"khabar/backend/newsroom"
)

// found returns the ids that a query finds, in the order of the list.
func (s stage) found(t testing.TB, f EditionFilter) []string {
	t.Helper()
	return paged(t, s, f)
}

// Every letter that a reader tells from others is told from them by the index too, in words
// that differ in nothing else.
func TestSearchTellsLettersApart(t *testing.T) {
	s := newStage(t)
	letters := strings.Fields("ت ټ د ډ ر ړ س ش ښ ج چ ح خ ځ څ ی ې ۍ ئ ک ګ گ ن ڼ ز ژ ږ ا آ و ؤ г ғ и ӣ й к қ у ӯ х ҳ ч ҷ")
	ids := map[string]string{}
	for _, letter := range letters {
		ids[letter] = s.edition(t, "", "ps", "بم"+letter+"بم", "").ID
	}
	for _, letter := range letters {
		if got := s.found(t, EditionFilter{Query: "بم" + letter + "بم"}); !slices.Equal(got, []string{ids[letter]}) {
			t.Errorf("%s finds %d editions", letter, len(got))
		}
	}
}

// A text is found on every keyboard, and what is shown is its own spelling.
func TestSearchFindsEverySpelling(t *testing.T) {
	s := newStage(t)
	fa := s.edition(t, "", "fa", "کتاب\u200cهای علی", "او در سال ۱۴۰۴ می\u200cرود.\n\nقیمت نان در بازار کابل بالا رفت.").ID
	ar := s.edition(t, "", "ar", "النَّصُّ الكامل", "في عام ١٤٤٦").ID
	tg := s.edition(t, "", "tg", "Ёдгории Тоҷикистон", "Ӯ ҳам рафт.").ID
	for query, want := range map[string]string{
		"كتاب علي": fa, "کتابهای": fa, "کتاب های": fa, "کتاب\u200cهای": fa, "1404": fa, "١٤٠٤": fa, "میرود": fa, "“بازار کابل”": fa, "«1404 ميرود»": fa,
		"النص": ar, "الكامـــل": ar, "کامل -علی": "", "الکامل": ar, "1446": ar,
		"едгории": tg, "ТОҶИКИСТОН": tg, "Точикистон": "", "ӯ": tg, "у": "", "тоҷ": tg,
		"بازار -کابل": "", "نان | рафт": fa + tg, "-کتاب -النص": tg,
	} {
		got := s.found(t, EditionFilter{Query: query, Sort: "created"})
		if strings.Join(got, "") != want {
			t.Errorf("%q finds %d", query, len(got))
		}
	}
	filter := EditionFilter{Query: "قيمت كابل"}
	rows := must(s.Editions(filter, must(s.EditionIndex(filter))(t).Keys[0]))(t)
	var hits []string
	for _, piece := range rows[0].Found.Passage {
		if piece.Hit {
			hits = append(hits, piece.Text)
		}
	}
	if !slices.Equal(hits, []string{"قیمت", "کابل"}) {
		t.Errorf("marked: %q", hits)
	}
}

// The best match has the words in its headline; the newest first stays as it is asked for.
func TestSearchOrders(t *testing.T) {
	s := newStage(t)
	write := func(headline, body string) string {
		s.clock.Advance(1e9)
		return s.edition(t, "", "en", headline, body).ID
	}
	best := write("The dam of Salma", "Water at last.")
	body := write("Rain in Herat", strings.Repeat("A long report on other things. ", 20)+"The dam holds.")
	newest := write("A road", "A dam beside it. "+strings.Repeat("Nothing more was said of it. ", 30))
	if got := s.found(t, EditionFilter{Query: "dam", Sort: "match"}); got[0] != best || len(got) != 3 {
		t.Errorf("best match: %v", got)
	}
	if got := s.found(t, EditionFilter{Query: "dam", Sort: "updated", Descending: true}); !slices.Equal(got, []string{newest, body, best}) {
		t.Errorf("newest first: %v", got)
	}
	if got := s.found(t, EditionFilter{Query: "dam", Sort: "updated", Since: stamp(s.clock.Now())}); !slices.Equal(got, []string{newest}) {
		t.Errorf("since: %v", got)
	}
	if got := s.found(t, EditionFilter{Query: "dam", Until: stamp(s.clock.Now()), Since: "P1D"}); !slices.Equal(got, []string{best, body}) {
		t.Errorf("today, before the last: %v", got)
	}
	_, err := s.EditionIndex(EditionFilter{Since: "yesterday"})
	wantError(t, err, newsroom.Invalid, "list.date")
}

// A text that changed is found by its new words and not by its old ones; an act on it
// changes nothing of that.
func TestSearchFollowsTheText(t *testing.T) {
	s := newStage(t)
	e := s.edition(t, "", "en", "Snow", "The pass is closed.")
	s.approve(t, e.ID)
	must(s.Publish(e.ID))(t)
	must(s.Save(e.ID, nil, Text{Headline: "Sun", Body: "The pass is open."}))(t)
	must(s.Submit(e.ID))(t)
	for query, want := range map[string]int{"closed": 0, "snow": 0, "sun open": 1} {
		if got := s.found(t, EditionFilter{Query: query}); len(got) != want {
			t.Errorf("%s: %v", query, got)
		}
	}
}

func TestSavedSearches(t *testing.T) {
	s := newStage(t)
	_, err := s.SaveSearch(SavedSearch{Name: "  "})
	wantError(t, err, newsroom.Invalid, "search.name")
	first := must(s.SaveSearch(SavedSearch{Name: " Water ", Filter: EditionFilter{Query: "آب", Since: "P7D"}}))(t)
	second := must(s.SaveSearch(SavedSearch{Name: "Mine", Filter: EditionFilter{Mine: true}}))(t)
	first.Name = "Rivers"
	must(s.SaveSearch(first))(t)
	if got := must(s.SavedSearches())(t); !slices.Equal(got, []SavedSearch{first, second}) {
		t.Errorf("%+v", got)
	}
	if err := s.RemoveSearch(first.ID); err != nil {
		t.Fatal(err)
	}
	if got := must(s.SavedSearches())(t); !slices.Equal(got, []SavedSearch{second}) {
		t.Errorf("%+v", got)
	}
}
