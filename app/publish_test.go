package app

import (
	"bytes"
	"encoding/base64"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"khabar/backend/newsroom"
)

func TestDestinations(t *testing.T) {
	s := newStage(t)
	dir := filepath.Join(t.TempDir(), "stick")
	for _, bad := range []Destination{{Kind: "folder", Path: "relative"}, {Kind: "carrier pigeon", Path: dir}} {
		_, err := s.SaveDestination(bad)
		wantError(t, err, newsroom.Invalid, "")
	}
	d := must(s.SaveDestination(Destination{Kind: "folder", Path: dir}))(t)
	if d.ID == "" || d.Name != "stick" || !d.Missing {
		t.Fatalf("%+v", d)
	}
	_, err := s.PublishSite(d.ID)
	wantError(t, err, newsroom.Storage, "publish.gone")
	if _, err := os.Stat(dir); err == nil {
		t.Fatal("publishing to a stick that is not plugged in made a folder")
	}
	if err := os.Mkdir(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	r := must(s.PublishSite(d.ID))(t)
	if r.Written == 0 || r.Written != r.Total || len(r.Pages) != r.Written {
		t.Fatalf("%+v", r)
	}
	all := must(s.Destinations())(t)
	if len(all) != 1 || all[0].Missing || all[0].Published != stamp(s.clock.Now()) {
		t.Fatalf("%+v", all)
	}
	address := must(s.OpenSite(d.ID))(t)
	if !strings.HasPrefix(address, "http://127.0.0.1:") || s.host.address != address {
		t.Fatalf("%q, opened %q", address, s.host.address)
	}
	s.host.unopened = errors.New("no browser")
	_, err = s.OpenSite(d.ID)
	wantError(t, err, newsroom.NotFound, "publish.noBrowser")
	if e, ok := errors.AsType[*newsroom.Error](err); !ok || e.Params["address"] != strings.TrimSuffix(address, "/") {
		t.Fatalf("the address is not said: %v", err)
	}
	if err := s.RemoveDestination(d.ID); err != nil {
		t.Fatal(err)
	}
	_, err = s.PublishSite(d.ID)
	wantError(t, err, newsroom.NotFound, "notFound.destination")
}

func TestDialogsSpeakTheLanguageOfTheWindow(t *testing.T) {
	s := newStage(t)
	must(s.ChangePreferences(Preferences{Language: "fr", Theme: "system", TextSize: 100}))(t)
	if path := must(s.ChooseFolder())(t); path != "" || s.host.title != "Ajouter un dossier" {
		t.Fatalf("%q, %q", path, s.host.title)
	}
	if item := must(s.ChoosePicture())(t); item != nil || s.host.title != "Choisir une image" {
		t.Fatalf("%+v, %q", item, s.host.title)
	}
}

// A run that is cancelled says so; what it wrote stays, and the next run finishes.
func TestCancelPublish(t *testing.T) {
	s := newStage(t)
	for range 30 {
		e := s.edition(t, "", "en", "Head", "Body.")
		s.approve(t, e.ID)
		must(s.Publish(e.ID))(t)
	}
	d := must(s.SaveDestination(Destination{Kind: "folder", Path: t.TempDir()}))(t)
	var during error
	s.host.hear = func(e event) {
		if p, ok := e.payload.(PublishProgress); ok && p.Done < p.Total {
			_, during = s.PublishSite(d.ID)
			s.CancelPublish(d.ID)
		}
	}
	r := must(s.PublishSite(d.ID))(t)
	wantError(t, during, newsroom.Conflict, "publish.running")
	if !r.Cancelled || r.Left != r.Total-r.Written || r.Pages[len(r.Pages)-1].Outcome == "" {
		t.Fatalf("%+v", r)
	}
	if all := must(s.Destinations())(t); all[0].Published != "" {
		t.Fatalf("a cancelled run counts as published: %+v", all)
	}
	s.host.hear = nil
	if r = must(s.PublishSite(d.ID))(t); r.Cancelled || r.Failed > 0 || r.Written == 0 {
		t.Fatalf("%+v", r)
	}
	if r = must(s.PublishSite(d.ID))(t); r.Written != 0 || len(r.Pages) != 0 {
		t.Fatalf("%+v", r)
	}
}

// Closing the window stops a publication after the pages in hand, none of which fails
// because the newsroom is gone.
func TestClosingStopsPublications(t *testing.T) {
	s := newStage(t)
	for range 30 {
		e := s.edition(t, "", "en", "Head", "Body.")
		s.approve(t, e.ID)
		must(s.Publish(e.ID))(t)
	}
	d := must(s.SaveDestination(Destination{Kind: "folder", Path: t.TempDir()}))(t)
	closed := make(chan error, 1)
	var once sync.Once
	s.host.hear = func(e event) {
		if _, ok := e.payload.(PublishProgress); ok {
			once.Do(func() {
				s.publishing.stop(0)
				go func() { closed <- s.shutdown(t.Context()) }()
			})
		}
	}
	r := must(s.PublishSite(d.ID))(t)
	if err := <-closed; err != nil || !r.Cancelled || r.Failed > 0 || r.Left == 0 {
		t.Fatalf("%+v, %v", r, err)
	}
}

// What is no picture, and what is too large, is refused by name and leaves nothing.
func TestBadPictures(t *testing.T) {
	s := newStage(t)
	for _, c := range []struct {
		name, data, message string
	}{
		{"poem.jpg", base64.StdEncoding.EncodeToString([]byte("roses are red")), "media.notPicture"},
		{"broken.png", "not base64!", "media.notPicture"},
		{"empty.gif", "", "media.notPicture"},
		{"script.svg", base64.StdEncoding.EncodeToString([]byte("<svg onload='x'/>")), "media.notPicture"},
		{"huge.png", base64.StdEncoding.EncodeToString(append([]byte("\x89PNG\r\n\x1a\n"), bytes.Repeat([]byte{0}, 101<<20)...)), ""},
	} {
		_, err := s.AddPicture(c.name, c.data)
		wantError(t, err, newsroom.Invalid, c.message)
		if !strings.Contains(err.Error(), c.name) {
			t.Errorf("the error does not name %s: %v", c.name, err)
		}
	}
	s.host.file = filepath.Join(t.TempDir(), "gone.jpg")
	_, err := s.ChoosePicture()
	wantError(t, err, newsroom.Storage, "storage.notReadable")
	err = filepath.WalkDir(filepath.Join(s.dir, "media"), func(_ string, d os.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			t.Errorf("left behind: %s", d.Name())
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
