package newsroom_test

import (
	"errors"
	"io/fs"
	"slices"
	"strings"
	"testing"

	"khabar/backend/newsroom"
)

func TestAnEditionIsNamedByStoryAndLanguage(t *testing.T) {
	for _, l := range newsroom.Languages {
		id := newsroom.NewEditionID(newsroom.StoryID(newsroom.NewID()), l)
		s, lang, ok := id.Split()
		if !ok || lang != l || newsroom.NewEditionID(s, lang) != id {
			t.Errorf("%s: %s %s %v", id, s, lang, ok)
		}
	}
	for _, bad := range []newsroom.EditionID{"", "fa", ".fa", "story", "story.", "story.xx", "story.FA"} {
		if s, l, ok := bad.Split(); ok {
			t.Errorf("%q is taken for %s, %s", bad, s, l)
		}
	}
}

func TestIDsAreDifferentAndSafeInNames(t *testing.T) {
	seen := map[string]bool{}
	for range 1000 {
		id := newsroom.NewID()
		if seen[id] || len(id) != 16 || strings.Trim(id, "abcdefghijklmnopqrstuvwxyz234567") != "" {
			t.Fatal(id)
		}
		seen[id] = true
	}
}

func TestDirections(t *testing.T) {
	for _, l := range newsroom.Languages {
		want := "ltr"
		if slices.Contains([]newsroom.Lang{"ar", "fa", "ps"}, l) {
			want = "rtl"
		}
		if l.Direction() != want || l.NativeName() == string(l) {
			t.Errorf("%s: %s %s", l, l.Direction(), l.NativeName())
		}
	}
}

func TestWhoMayDoWhat(t *testing.T) {
	may := map[newsroom.Act]string{
		newsroom.Write: "reporter translator editor", newsroom.Judge: "editor", newsroom.GoLive: "editor",
		newsroom.Vocabulary: "editor administrator", newsroom.Tagging: "reporter translator editor administrator",
		newsroom.Configure: "editor administrator", newsroom.Enrol: "administrator",
	}
	for act, roles := range may {
		for _, r := range newsroom.Roles {
			if got := newsroom.May([]newsroom.Role{r}, act); got != slices.Contains(strings.Fields(roles), string(r)) {
				t.Errorf("%s, %s: %v", r, act, got)
			}
		}
		if newsroom.May(nil, act) {
			t.Errorf("nobody may %s", act)
		}
	}
}

func TestATextSaysWhichFieldIsWrong(t *testing.T) {
	long := func(n int) string { return strings.Repeat("ب", n) }
	for field, text := range map[string]newsroom.Text{
		"headline": {Headline: long(newsroom.MaxLine + 1)}, "slug": {Slug: long(newsroom.MaxSlug + 1)}, "byline": {Byline: "\xff"},
		"body": {Body: long(newsroom.MaxBody/2 + 1)}, "summary": {Summary: "\xc3("}, "translator": {Translator: long(newsroom.MaxLine + 1)},
	} {
		err := text.Validate()
		e, ok := errors.AsType[*newsroom.Error](err)
		if !ok || e.Code != newsroom.Invalid || e.Params["field"] != field {
			t.Errorf("%s: %v", field, err)
		}
	}
	if err := (newsroom.Text{Headline: long(newsroom.MaxLine), Body: long(newsroom.MaxBody / 2)}).Validate(); err != nil {
		t.Error("the longest text is refused:", err)
	}
}

func TestATermFallsBackToWhatItHas(t *testing.T) {
	term := newsroom.Term{ID: "x", Labels: map[newsroom.Lang]string{newsroom.Tajik: "Об", newsroom.English: "Water"}}
	for l, want := range map[newsroom.Lang]string{newsroom.Tajik: "Об", newsroom.Persian: "Water"} {
		if got := term.Label(l); got != want {
			t.Errorf("%s: %s", l, got)
		}
	}
	delete(term.Labels, newsroom.English)
	if term.Label(newsroom.Persian) != "Об" || term.Slug(newsroom.Persian) != "x" {
		t.Error(term.Label(newsroom.Persian), term.Slug(newsroom.Persian))
	}
}

func TestAnErrorKeepsCodeAndCause(t *testing.T) {
	err := newsroom.Errorf(newsroom.Storage, "storage.full", "path", "/x", fs.ErrPermission)
	if newsroom.CodeOf(err) != newsroom.Storage || !errors.Is(err, fs.ErrPermission) {
		t.Fatal(err)
	}
	if newsroom.CodeOf(nil) != "" || newsroom.CodeOf(fs.ErrExist) != newsroom.Internal {
		t.Fatal("codes of errors that are none of ours")
	}
}
