package app

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"khabar/backend/newsroom"
)

func headlines(items []WorkItem) string {
	all := ""
	for _, item := range items {
		all += item.Headline + ";"
	}
	return all
}

func TestMyWorkByState(t *testing.T) {
	s := newStage(t)
	s.edition(t, "", "en", "Draft", "Words.")
	submitted := s.edition(t, "", "en", "Submitted", "Words.")
	must(s.Submit(submitted.ID))(t)
	returned := s.edition(t, "", "en", "Returned", "Words.")
	must(s.Submit(returned.ID))(t)
	must(s.ReturnEdition(returned.ID, "Say who."))(t)
	w := must(s.MyWork("en"))(t)
	for name, pair := range map[string][2]string{
		"drafts": {headlines(w.Drafts), "Draft;"}, "submitted": {headlines(w.Submitted), "Submitted;"}, "returned": {headlines(w.Returned), "Returned;"},
	} {
		if pair[0] != pair[1] {
			t.Errorf("%s are %q, want %q", name, pair[0], pair[1])
		}
	}
	if len(w.Sent) != 0 {
		t.Errorf("who decides is shown %q twice", headlines(w.Sent))
	}
	if w.Returned[0].Note != "Say who." || w.Returned[0].Member != "Desk" {
		t.Errorf("the returned one is %+v", w.Returned[0])
	}
	if len(w.Lacking) != 1 || w.Lacking[0].Story != submitted.Story {
		t.Errorf("lacking: %+v", w.Lacking)
	}
}

// A list holds only what the roles allow: a reporter has nothing to approve.
func TestMyWorkByRole(t *testing.T) {
	s := newStage(t)
	e := s.edition(t, "", "en", "Submitted", "Words.")
	must(s.Submit(e.ID))(t)
	must(s.AskFor([]string{e.Story}, []string{"ps", "ru"}, "soon"))(t)
	if err := s.Claim(string(newsroom.NewEditionID(newsroom.StoryID(e.Story), newsroom.Pashto)), false); err != nil {
		t.Fatal(err)
	}
	must(s.ChangeMember("Desk", []string{"translator", "administrator"}, []string{"ps"}))(t)
	w := must(s.MyWork("ps"))(t)
	if len(w.Submitted) != 0 {
		t.Errorf("a translator is given %q to approve", headlines(w.Submitted))
	}
	if got := headlines(w.Sent); got != "Submitted;" {
		t.Errorf("a translator sees %q wait for approval", got)
	}
	if len(w.Claimed) != 1 || len(w.Requested) != 1 || len(w.Lacking) != 1 {
		t.Fatalf("work is %+v", w)
	}
	for _, cell := range w.Requested[0].Cells {
		if want := cell.Lang == "ps"; want != (cell.Claim != nil && cell.Claim.Mine) {
			t.Errorf("%s is claimed: %+v", cell.Lang, cell.Claim)
		}
		if cell.Lang == "ps" && (cell.Asked == nil || cell.Asked.Note != "soon") {
			t.Errorf("ps is asked for: %+v", cell.Asked)
		}
	}
	must(s.ChangeMember("Desk", []string{"translator", "administrator"}, []string{"de"}))(t)
	if w := must(s.MyWork("de"))(t); len(w.Requested) != 0 {
		t.Errorf("for German, requested: %+v", w.Requested)
	}
}

func TestAFailedPublicationIsRemembered(t *testing.T) {
	s := newStage(t)
	path := filepath.Join(t.TempDir(), "site")
	if err := os.WriteFile(path, []byte("no folder"), 0o600); err != nil {
		t.Fatal(err)
	}
	d := must(s.SaveDestination(Destination{Kind: "folder", Path: path}))(t)
	if _, err := s.PublishSite(d.ID); err == nil {
		t.Fatal("a site was published into a file")
	}
	if w := must(s.MyWork("en"))(t); len(w.Failed) != 1 || w.Failed[0].ID != d.ID || w.Failed[0].Failed == 0 {
		t.Errorf("failed: %+v", w.Failed)
	}
	if err := errors.Join(os.Remove(path), os.Mkdir(path, 0o700)); err != nil {
		t.Fatal(err)
	}
	must(s.PublishSite(d.ID))(t)
	if w := must(s.MyWork("en"))(t); len(w.Failed) != 0 {
		t.Errorf("after it went well: %+v", w.Failed)
	}
}
