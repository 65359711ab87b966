package sample

import (
	"io/fs"
	"regexp"
	"strings"
	"testing"

	"khabar/backend/newsroom"
	"khabar/backend/translation/names"
)

func readNames(t *testing.T) (all []newsroom.Name) {
	t.Helper()
	read(t, "names.json", &all)
	return all
}

func TestNamesAreComplete(t *testing.T) {
	seen := map[newsroom.NameID]bool{}
	for _, n := range readNames(t) {
		if seen[n.ID] || !n.ID.Valid() {
			t.Errorf("%q stands twice, or is no id", n.ID)
		}
		seen[n.ID] = true
		if _, err := n.Complete(); err != nil || len(n.Labels) != len(newsroom.Languages) {
			t.Errorf("%s: %d spellings, %v", n.ID, len(n.Labels), err)
		}
	}
}

var frontMatter = regexp.MustCompile(`(?s)^---\n.*?\n---\n`)

// The stories spell every name as the list has it, and every place of a story is on it.
func TestStoriesSpellNamesAsListed(t *testing.T) {
	all := readNames(t)
	finders := map[string]*names.Finder{}
	for _, l := range newsroom.Languages {
		finders[string(l)] = names.New(l, all)
	}
	found := 0
	err := fs.WalkDir(Files(), "stories", func(path string, entry fs.DirEntry, err error) error {
		name, is := strings.CutSuffix(entry.Name(), ".md")
		if err != nil || !is {
			return err
		}
		text, err := fs.ReadFile(Files(), path)
		if err != nil {
			return err
		}
		for _, h := range finders[name].Find(frontMatter.ReplaceAllString(string(text), "")) {
			found++
			if h.State != names.Accepted {
				t.Errorf("%s: %q, the list has %q", path, h.Used, h.Accepted)
			}
		}
		place := regexp.MustCompile(`(?m)^place: (.*)$`).FindSubmatch(text)
		if place != nil && len(finders["en"].Find(string(place[1]))) != 1 {
			t.Errorf("%s: no name for its place %q", path, place[1])
		}
		return nil
	})
	if err != nil || found < 400 {
		t.Errorf("%d names found, %v", found, err)
	}
}
