package app

import (
	"strings"
	"testing"

	"khabar/backend/newsroom"
	"khabar/backend/newsroomtest"
)

func TestFirstStart(t *testing.T) {
	dir := t.TempDir()
	a := start(t, dir, newsroomtest.NewClock(), &recorder{})
	if s := must(a.Session())(t); s.State != "first" || s.DataDir != dir || s.Problem != nil {
		t.Fatalf("%+v", s)
	}
	_, err := a.CreateStory("en")
	wantError(t, err, newsroom.NotFound, "notFound.newsroom")
	for _, bad := range []struct {
		request BeginRequest
		message string
	}{
		{BeginRequest{Language: "en", Name: " ", Newsroom: "News"}, "member.name"},
		{BeginRequest{Language: "en", Name: strings.Repeat("n", 2000), Newsroom: "News"}, "member.name"},
		{BeginRequest{Language: "en", Name: "Desk", Newsroom: "\t"}, "settings.field"},
		{BeginRequest{Language: "xx", Name: "Desk", Newsroom: "News"}, "language.unknown"},
	} {
		_, err := a.Begin(bad.request)
		wantError(t, err, newsroom.Invalid, bad.message)
		if s := must(a.Session())(t); s.State != "first" {
			t.Fatalf("a refused beginning left a newsroom: %+v", s)
		}
	}
	s := must(a.Begin(BeginRequest{Language: "ps", Name: "  خبریال ", Newsroom: " خبرونه "}))(t)
	if s.State != "open" || s.Newsroom != "خبرونه" || s.Member.Name != "خبریال" || len(s.Member.Roles) != 4 || s.Preferences.Language != "ps" {
		t.Fatalf("%+v", s)
	}
	_, err = a.Begin(BeginRequest{Language: "en", Name: "Desk", Newsroom: "News"})
	wantError(t, err, newsroom.Conflict, "newsroom.exists")
	if again := must(a.Session())(t); again.Newsroom != s.Newsroom {
		t.Fatalf("%+v", again)
	}
}

// A beginning that fails halfway leaves no newsroom in the way of the next try.
func TestBeginningAgain(t *testing.T) {
	a := start(t, t.TempDir(), newsroomtest.NewClock(), &recorder{})
	settings := newSettings(BeginRequest{Newsroom: "News"})
	settings.TimeZone = "Nowhere/Atall"
	_, err := FoundRoom(t.Context(), a.dir, "Desk", settings, nil, a.assets, a.text, a.clock)
	wantError(t, err, newsroom.Invalid, "settings.timeZone")
	if _, err := a.Begin(BeginRequest{Language: "en", Name: "Desk", Newsroom: "News"}); err != nil {
		t.Fatal(err)
	}
	t.Setenv("TZ", ":Nowhere/Atall")
	if zone := systemZone(); zone != "" {
		t.Fatalf("an unknown zone was taken: %q", zone)
	}
}

func TestPreferences(t *testing.T) {
	dir, clock := t.TempDir(), newsroomtest.NewClock()
	a := start(t, dir, clock, &recorder{})
	if _, err := a.Begin(BeginRequest{Language: "fa", Name: "Desk", Newsroom: "News"}); err != nil {
		t.Fatal(err)
	}
	want := Preferences{Language: "tg", Theme: "dark", Calendar: "persian-iranian", TextSize: 120, Invisibles: true}
	if got := must(a.ChangePreferences(want))(t); got != want {
		t.Fatalf("%+v", got)
	}
	if got := must(start(t, dir, clock, &recorder{}).Session())(t).Preferences; got != want {
		t.Fatalf("after a new start: %+v", got)
	}
	_, err := a.ChangePreferences(Preferences{Language: "xx"})
	wantError(t, err, newsroom.Invalid, "language.unknown")
	if got := must(a.ChangePreferences(Preferences{Language: "tg", TextSize: 9000}))(t); got.TextSize != 160 {
		t.Fatalf("text size %d", got.TextSize)
	}
}

// What a role may not do is refused behind the window, whatever the window shows.
func TestRolesAreRefused(t *testing.T) {
	s := newStage(t)
	id := s.edition(t, "", "en", "Head", "Body.").ID
	s.approve(t, id)
	if _, err := s.Publish(id); err != nil {
		t.Fatal(err)
	}
	other := s.edition(t, "", "en", "Other", "Body.")
	if _, err := s.Submit(other.ID); err != nil {
		t.Fatal(err)
	}
	if _, err := s.ChangeMember("Desk", []string{"reporter", "administrator"}, []string{"fa"}); err != nil {
		t.Fatal(err)
	}
	before := must(s.Edition(id))(t)
	for name, act := range map[string]func() error{
		"approve":  func() error { _, err := s.Approve(other.ID, other.Heads[0]); return err },
		"return":   func() error { _, err := s.ReturnEdition(other.ID, "no"); return err },
		"withdraw": func() error { _, err := s.Withdraw(id, "no"); return err },
	} {
		wantError(t, act(), newsroom.Forbidden, "")
		if after := must(s.Edition(id))(t); after.Live != before.Live || after.Work != before.Work {
			t.Fatalf("%s was refused and done: %+v", name, after)
		}
	}
	if _, err := s.ChangeMember("Desk", []string{"administrator"}, []string{"fa"}); err != nil {
		t.Fatal(err)
	}
	_, err := s.Save(other.ID, nil, Text{Headline: "Mine", Body: "Now."})
	wantError(t, err, newsroom.Forbidden, "forbidden.write")
	if _, err := s.ChangeMember("Desk", []string{"reporter"}, []string{"fa"}); newsroom.CodeOf(err) != newsroom.Conflict {
		t.Fatalf("the last administrator went: %v", err)
	}
	if _, err := s.ChangeMember("Desk", []string{"owner"}, []string{"fa"}); newsroom.CodeOf(err) != newsroom.Invalid {
		t.Fatalf("a role of nobody's: %v", err)
	}
}
