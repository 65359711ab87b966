package app

import (
	"slices"
	"testing"

	"khabar/backend/newsroom"
)

// Words of two live editions are known; so are those that were added, until they are
// removed. A text that is not live teaches nothing.
func TestTheNewsroomsWords(t *testing.T) {
	s := newStage(t)
	publish := func(body string) string {
		id := s.edition(t, "", "tg", "Сарлавҳа "+body[:4], body).ID
		s.approve(t, id)
		must(s.Publish(id))(t)
		return id
	}
	s.edition(t, "", "tg", "Лоиҳа", "варзишгоҳ")
	publish("ҳукумат ва бозор варзишгоҳ")
	unknown := func(words ...string) []string { return must(s.UnknownWords("tg", words, true))(t) }
	if got := unknown("ҳукумат", "варзишгоҳ"); len(got) != 2 {
		t.Fatalf("known after one edition: %v", got)
	}
	last := publish("бозор ва ҳукумат")
	if got := unknown("ҳукумат", "бозор", "варзишгоҳ"); !slices.Equal(got, []string{"варзишгоҳ"}) {
		t.Fatalf("%v", got)
	}
	if got := must(s.UnknownWords("tg", []string{"варзишгоҳ"}, false))(t); len(got) != 0 {
		t.Fatalf("a new word is doubted without a dictionary: %v", got)
	}
	if got := must(s.SuggestWords("tg", "ҳукмат"))(t); !slices.Equal(got, []string{"ҳукумат"}) {
		t.Fatalf("%v", got)
	}
	must(s.Withdraw(last, "Нодуруст"))(t)
	if got := unknown("бозор"); len(got) != 1 {
		t.Fatal("a withdrawn edition still teaches")
	}

	s.host.taken()
	if err := s.AddWord("tg", "варзишгоҳ"); err != nil {
		t.Fatal(err)
	}
	if got := namesOf(s.host.taken()); !slices.Equal(got, []string{eventWords}) {
		t.Fatalf("told %v", got)
	}
	if own := must(s.OwnWords("tg"))(t); !slices.Equal(own, []string{"варзишгоҳ"}) || len(unknown("Варзишгоҳ")) != 0 {
		t.Fatalf("%v", own)
	}
	if err := s.RemoveWord("tg", "варзишгоҳ"); err != nil || len(unknown("варзишгоҳ")) != 1 {
		t.Fatalf("%v", err)
	}
	must(s.SaveName(Name{}, Name{Kind: "person", Labels: map[string]string{"tg": "Серик Жумангарин"}}))(t)
	if got := unknown("Жумангарин", "Жумангорин"); !slices.Equal(got, []string{"Жумангорин"}) {
		t.Fatalf("%v", got)
	}
	for _, word := range []string{"", "ду калима", "a1"} {
		wantError(t, s.AddWord("tg", word), newsroom.Invalid, "spelling.noWord")
	}
	wantError(t, s.AddWord("xx", "word"), newsroom.Invalid, "language.unknown")
}
