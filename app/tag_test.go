package app

import (
	"slices"
	"strings"
	"testing"

	"khabar/backend/newsroom"
	"khabar/backend/site"
)

// Merging tags reaches the site without anything else being changed, and so does taking it
// back; the site that follows changes is the one that is read afresh.
func TestMergedTagsOnTheSite(t *testing.T) {
	s := newStage(t)
	e := s.edition(t, "", "en", "Snow on the pass", "The road is closed.")
	s.approve(t, e.ID)
	must(s.Publish(e.ID))(t)
	city := must(s.SaveTerm(Term{}, Term{Kind: "tag", Labels: map[string]string{"en": "Kabul City"}}))(t)
	kabul := must(s.SaveTerm(Term{}, Term{Kind: "tag", Labels: map[string]string{"en": "Kabul"}}))(t)
	before := must(s.Story(e.Story))(t)
	after := before
	after.Tags = []string{city.ID}
	must(s.ChangeStory(before, after))(t)

	shows := func(path, want string) {
		t.Helper()
		page := string(must(s.followed(t).File(path))(t))
		if !strings.Contains(page, want) {
			t.Errorf("no %q in %s", want, path)
		}
	}
	shows("en/tag/kabul-city.html", "Snow on the pass")
	if err := s.MergeTags([]string{city.ID}, kabul.ID); err != nil {
		t.Fatal(err)
	}
	shows("en/tag/kabul.html", "Snow on the pass")
	shows("en/tag/kabul-city.html", "url=kabul.html")
	if rows := paged(t, s, EditionFilter{Tag: city.ID}); !slices.Equal(rows, []string{e.ID}) {
		t.Errorf("a filter by the merged tag: %v", rows)
	}
	if err := s.UnmergeTag(city.ID); err != nil {
		t.Fatal(err)
	}
	shows("en/tag/kabul-city.html", "Snow on the pass")
}

// followed returns the site as it follows changes, having compared it with one read afresh.
func (s stage) followed(t *testing.T) *site.Site {
	t.Helper()
	followed := must(s.room.Site(t.Context()))(t)
	s.room.live.made = false
	fresh := must(s.room.Site(t.Context()))(t)
	if !slices.Equal(followed.Paths(), fresh.Paths()) {
		t.Fatalf("%v\nafresh: %v", followed.Paths(), fresh.Paths())
	}
	for _, path := range fresh.Paths() {
		if string(must(followed.File(path))(t)) != string(must(fresh.File(path))(t)) {
			t.Errorf("%s differs", path)
		}
	}
	return followed
}

// What a text names, what a name linked to a tag stands for, and what stories with similar
// texts carry is suggested; what the story carries is not.
func TestTagSuggestions(t *testing.T) {
	s := newStage(t)
	tag := func(label string) string {
		return must(s.SaveTerm(Term{}, Term{Kind: "tag", Labels: map[string]string{"ru": label}}))(t).ID
	}
	kabul, person, dams, roads := tag("Кабул"), tag("Президент"), tag("Плотины"), tag("Дороги")
	must(s.SaveName(Name{}, Name{Kind: "person", Labels: map[string]string{"ru": "Жумангарин"}, Tag: person}))(t)
	for range 2 {
		old := s.edition(t, "", "ru", "Салма: вода у плотины", "Водохранилище Салма заполнено.")
		before := must(s.Story(old.Story))(t)
		after := before
		after.Tags = []string{dams, roads}
		must(s.ChangeStory(before, after))(t)
	}
	e := s.edition(t, "", "ru", "Жумангарин в Кабуле", "Речь шла и о водохранилище Салма.")
	before := must(s.Story(e.Story))(t)
	after := before
	after.Tags = []string{roads}
	must(s.ChangeStory(before, after))(t)
	want := []TagSuggestion{{kabul, "label", 1}, {person, "name", 1}, {dams, "use", 2}}
	if got := must(s.TagSuggestions(e.ID))(t); !slices.Equal(got, want) {
		t.Errorf("%+v, want %+v", got, want)
	}
	related := must(s.Related(e.ID))(t)
	if len(related) != 2 || !slices.Equal(related[0].Tags, []string{roads}) {
		t.Errorf("%+v", related)
	}
	if newsroom.EditionID(related[0].ID).Story() == newsroom.StoryID(e.Story) {
		t.Error("a story is related to itself")
	}
}
