package app

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"khabar/backend/newsroom"
)

var herat = Name{
	Kind: "place", Labels: map[string]string{"en": "Herat", "fr": "Hérat", "fa": "هرات", "ru": "Герат"},
	Variants: map[string][]string{"en": {"Hirat"}, "ru": {"Гират"}},
}

func TestNamesAreFoundAsTheyAreNow(t *testing.T) {
	s := newStage(t)
	find := func(lang, text string) (found []string) {
		t.Helper()
		for _, h := range must(s.FindNames(lang, []string{text}))(t)[0] {
			found = append(found, h.State+" "+h.Used+" "+h.Accepted)
		}
		return found
	}
	if got := find("en", "In Hirat"); got != nil {
		t.Errorf("without names: %v", got)
	}
	saved := must(s.SaveName(Name{}, herat))(t)
	if got := find("ru", "в Гирате"); len(got) != 1 || got[0] != "variant Гирате Герате" {
		t.Errorf("%v", got)
	}
	if got := must(s.SuggestNames("fr", "à Hér"))(t); len(got) != 1 || got[0].Accepted != "Hérat" || got[0].Typed != 3 {
		t.Errorf("%v", got)
	}
	if got := must(s.NeededNames("en", "fa", "Herat, Herat and Hirat"))(t); len(got) != 1 || got[0].Accepted != "هرات" {
		t.Errorf("%v", got)
	}
	changed := saved
	changed.Labels = map[string]string{"en": "Hirat"}
	changed.Variants = map[string][]string{"en": {"Herat"}}
	must(s.SaveName(saved, changed))(t)
	if got := find("en", "In Hirat"); len(got) != 1 || got[0] != "accepted Hirat Hirat" {
		t.Errorf("after a change: %v", got)
	}
	if err := s.RemoveName(saved.ID); err != nil {
		t.Fatal(err)
	}
	if got := find("en", "In Hirat"); got != nil {
		t.Errorf("removed: %v", got)
	}
	if all := must(s.Names())(t); len(all) != 0 {
		t.Errorf("%v", all)
	}
	_, err := s.FindNames("xx", nil)
	wantError(t, err, newsroom.Invalid, "language.unknown")
}

// A place, and whom a picture is owed to, are written in the language of the page and the row
// once the newsroom has names for them; what it has none for stays as it is.
func TestAPlaceIsSpeltAsTheLanguageSpellsIt(t *testing.T) {
	s := newStage(t)
	english := s.edition(t, "", "en", "Minarets", "A body.")
	french := s.edition(t, english.Story, "fr", "Minarets", "Un corps.")
	story := must(s.Story(english.Story))(t)
	placed := story
	placed.Place = "hirat"
	must(s.ChangeStory(story, placed))(t)
	for _, id := range []string{english.ID, french.ID} {
		s.approve(t, id)
		must(s.Publish(id))(t)
	}
	pages := func(part string) (found int) {
		t.Helper()
		room := must(s.open())(t)
		site := must(room.Site(t.Context()))(t)
		for _, id := range []string{english.ID, french.ID} {
			page := must(site.File(site.EditionPath(newsroom.EditionID(id))))(t)
			if strings.Contains(string(page), part) {
				found++
			}
		}
		return found
	}
	if pages("hirat") != 2 {
		t.Error("a place without a name is not shown as it is written")
	}
	saved := must(s.SaveName(Name{}, herat))(t)
	if pages("Herat") != 1 || pages("Hérat") != 1 || pages("hirat") != 0 {
		t.Error("the pages do not spell the place as their language does")
	}
	rows := must(s.Editions(EditionFilter{Lang: "fr", Sort: "updated"}, must(s.EditionIndex(EditionFilter{Lang: "fr", Sort: "updated"}))(t).Keys[0]))(t)
	if len(rows) != 1 || rows[0].Place != "Hérat" {
		t.Errorf("%+v", rows)
	}
	if err := s.RemoveName(saved.ID); err != nil {
		t.Fatal(err)
	}
	if pages("hirat") != 2 {
		t.Error("a removed name still spells")
	}
}

func TestNamesGoThroughFiles(t *testing.T) {
	s := newStage(t)
	saved := must(s.SaveName(Name{}, herat))(t)
	s.host.taken()
	for _, form := range []string{"csv", "tbx"} {
		s.host.file = filepath.Join(t.TempDir(), "names")
		path := must(s.ExportNames(form))(t)
		if filepath.Ext(path) != "."+form {
			t.Fatal(path)
		}
		if err := s.RemoveName(saved.ID); err != nil {
			t.Fatal(err)
		}
		s.host.file = path
		report := must(s.ImportNames())(t)
		if report.Changed != 1 || len(report.Problems) != 0 {
			t.Errorf("%s: %+v", form, report)
		}
		if all := must(s.Names())(t); len(all) != 1 || all[0].Labels["fr"] != "Hérat" || all[0].Variants["ru"][0] != "Гират" {
			t.Errorf("%s: %+v", form, all)
		}
	}
	s.host.file = filepath.Join(t.TempDir(), "bad.csv")
	if err := os.WriteFile(s.host.file, []byte("en,kind\nKabul,place\nBalkh,town\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	report := must(s.ImportNames())(t)
	if report.Added != 1 || len(report.Problems) != 1 || report.Problems[0].Line != 3 || report.Problems[0].Problem.Message != "name.kind" {
		t.Errorf("%+v", report)
	}
	s.host.file = ""
	if report := must(s.ImportNames())(t); report != nil {
		t.Errorf("%+v", report)
	}
	if path := must(s.ExportNames("csv"))(t); path != "" {
		t.Error(path)
	}
}
