package app

import (
	"bytes"
	"encoding/base64"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"khabar/backend/publish"
	"khabar/backend/site"
)

// publishedAgain publishes to a folder that was published to before, and fails the test where
// it then is not what another program writes that begins with nothing.
func (s stage) publishedAgain(t *testing.T, dir string) publish.Report {
	t.Helper()
	report := must(s.room.PublishFolder(t.Context(), dir, nil))(t)
	s.room.live.made, s.room.relations, s.room.out = false, site.Relations{}, outlets{}
	anew := t.TempDir()
	must(s.room.PublishFolder(t.Context(), anew, nil))(t)
	if was, is := contents(t, anew), contents(t, dir); !slices.Equal(was, is) {
		t.Fatalf("published again:\n%s\nanew:\n%s", strings.Join(is, "\n"), strings.Join(was, "\n"))
	}
	return report
}

// contents lists the files of a folder with what is in them, but for Khabar's own.
func contents(t *testing.T, dir string) (all []string) {
	t.Helper()
	err := filepath.WalkDir(dir, func(name string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.Contains(name, ".khabar") {
			return err
		}
		b, err := os.ReadFile(name)
		rel, _ := filepath.Rel(dir, name)
		all = append(all, rel+"\x00"+string(b))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// picture adds a picture of a size and returns its reference.
func (s stage) picture(t *testing.T, size int) string {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, size, size))); err != nil {
		t.Fatal(err)
	}
	return must(s.AddPicture("p.png", base64.StdEncoding.EncodeToString(b.Bytes())))(t).Ref
}

func pictureFiles(t *testing.T, dir string) int {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(dir, "media", "*"))
	if err != nil {
		t.Fatal(err)
	}
	return len(found)
}

// What people do, one thing after the other, is on the site after each publication as it
// would be on one made anew. A picture of a text that is not live yet is not on it.
func TestPublishedAgainIsPublishedAnew(t *testing.T) {
	s := newStage(t)
	dir := t.TempDir()
	e := s.edition(t, "", "en", "Snow on the pass", "The road is closed.")
	s.approve(t, e.ID)
	must(s.Publish(e.ID))(t)
	other := s.edition(t, "", "en", "Rain in the valley", "The road is wet.")
	s.approve(t, other.ID)
	must(s.Publish(other.ID))(t)
	s.publishedAgain(t, dir)

	text := must(s.Edition(e.ID))(t).Text
	text.Headline, text.Body = "More snow", "A photo.\n\n![Snow]("+s.picture(t, 40)+")"
	must(s.Save(e.ID, nil, text))(t)
	if r := s.publishedAgain(t, dir); r.Written != 0 || pictureFiles(t, dir) != 0 {
		t.Fatalf("a text that is not live: %+v", r)
	}
	s.approve(t, e.ID)
	must(s.Correct(e.ID, "A photo was added."))(t)
	if r := s.publishedAgain(t, dir); r.Written == 0 || pictureFiles(t, dir) != 1 {
		t.Fatalf("a correction: %+v", r)
	}
	text.Body += "\n\n![More](" + s.picture(t, 50) + ")"
	must(s.Save(e.ID, nil, text))(t)
	if r := s.publishedAgain(t, dir); r.Written != 0 || pictureFiles(t, dir) != 1 {
		t.Fatalf("the picture of a draft: %+v", r)
	}
	tag := must(s.SaveTerm(Term{}, Term{Kind: "tag", Labels: map[string]string{"en": "Winter"}}))(t)
	before := must(s.Story(e.Story))(t)
	after := before
	after.Tags = []string{tag.ID}
	must(s.ChangeStory(before, after))(t)
	s.publishedAgain(t, dir)
	renamed := tag
	renamed.Labels = map[string]string{"en": "The winter"}
	must(s.SaveTerm(tag, renamed))(t)
	s.publishedAgain(t, dir)
	settings := must(s.Site())(t)
	changed := settings
	changed.Name, changed.Languages = "Other News", []string{"fa", "en"}
	must(s.ChangeSite(settings, changed))(t)
	s.publishedAgain(t, dir)
	must(s.Withdraw(other.ID, "It was wrong."))(t)
	s.publishedAgain(t, dir)
}
