package app

import (
	"os"
	"path/filepath"
	"testing"
	"time"
)

// published publishes to dir and returns the page of an edition there.
func (s stage) published(t testing.TB, destination Destination, file string) string {
	t.Helper()
	r, err := s.PublishSite(destination.ID)
	if err != nil || r.Failed > 0 {
		t.Fatalf("%+v %v", r, err)
	}
	data, err := os.ReadFile(filepath.Join(destination.Path, filepath.FromSlash(file)))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// preview returns the page that the window shows for a text, and its place in the site.
func (s stage) preview(t testing.TB, id string, text Text) (page, file string) {
	t.Helper()
	address, err := s.Preview(id, nil, text)
	if err != nil {
		t.Fatal(err)
	}
	status, page, _ := s.page(t, address)
	if status != 200 {
		t.Fatalf("%s: status %d", address, status)
	}
	return page, fileOf(address)
}

func differ(t testing.TB, what, preview, page string) {
	t.Helper()
	if preview == page {
		return
	}
	at := 0
	for at < min(len(preview), len(page)) && preview[at] == page[at] {
		at++
	}
	from := max(0, at-120)
	t.Errorf("%s: the preview is not the page:\n…%s\n…%s", what, preview[from:min(len(preview), at+120)], page[from:min(len(page), at+120)])
}

// The preview is the page that will be published, byte for byte, at every point of an
// edition's life.
func TestPreviewIsThePage(t *testing.T) {
	s := newStage(t)
	folder := must(s.SaveDestination(Destination{Kind: "folder", Path: t.TempDir()}))(t)
	first := s.edition(t, "", "fa", "ورود هیأت", "خبرگزاری: هیأت می‌آید.\n\n## بخش\n\nمتن.")
	english := s.edition(t, first.Story, "en", "A delegation comes", "It comes.")
	pashto := s.edition(t, first.Story, "ps", "پلاوی راځي", "متن ښه دی.")
	elsewhere := s.edition(t, "", "en", "Something else", "Words.")
	for _, e := range []Edition{english, pashto, elsewhere} {
		s.approve(t, e.ID)
		must(s.Publish(e.ID))(t)
		s.clock.Advance(time.Hour)
	}

	e := s.approve(t, first.ID)
	preview, file := s.preview(t, e.ID, e.Text)
	e = must(s.Publish(e.ID))(t)
	differ(t, "first publication", preview, s.published(t, folder, file))
	preview, file = s.preview(t, e.ID, e.Text)
	differ(t, "live", preview, s.published(t, folder, file))

	// A draft of something longer changes neither the live page nor its reading time.
	live := s.published(t, folder, file)
	s.clock.Advance(time.Hour)
	text := e.Text
	for range 600 {
		text.Body += "\n\nجمله‌ای تازه با چند کلمه."
	}
	must(s.Save(e.ID, nil, text))(t)
	differ(t, "live beside a draft", live, s.published(t, folder, file))

	e = s.approve(t, e.ID)
	preview, file = s.preview(t, e.ID, e.Text)
	e = must(s.Correct(e.ID, ""))(t)
	differ(t, "corrected", preview, s.published(t, folder, file))

	s.clock.Advance(time.Hour)
	must(s.Withdraw(e.ID, "Withdrawn."))(t)
	s.published(t, folder, file)
	preview, file = s.preview(t, e.ID, e.Text)
	must(s.Publish(e.ID))(t)
	differ(t, "published again", preview, s.published(t, folder, file))
}

// A preview keeps what was typed, and old previews go.
func TestPreviewKeepsTheText(t *testing.T) {
	s := newStage(t)
	e := s.edition(t, "", "en", "Head", "Body.")
	text := e.Text
	text.Body = "Typed since."
	first, err := s.Preview(e.ID, nil, text)
	if err != nil {
		t.Fatal(err)
	}
	if got := must(s.Edition(e.ID))(t); got.Text != text || !got.Working {
		t.Fatalf("%+v", got)
	}
	for range previewsKept {
		must(s.Preview(e.ID, nil, text))(t)
	}
	if status, _, _ := s.page(t, first); status != 404 {
		t.Fatalf("an old preview is still there: %d", status)
	}
	for _, bad := range []string{"/preview/9/../../khabar.db", "/media/../khabar.db", "/media/none.jpg", "/preview//", "/khabar.db"} {
		if status, _, _ := s.page(t, bad); status != 404 {
			t.Errorf("%s: status %d", bad, status)
		}
	}
}
