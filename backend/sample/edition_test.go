package sample

import (
	"encoding/json"
	"io/fs"
	"path"
	"strings"
	"testing"

	"khabar/backend/newsroom"
)

// edition is one file of the sample, read as plainly as its front matter is written:
// one key and one value a line, texts in quotation marks, one nested map.
type edition struct {
	name  string // stories/STORY/LANG.md
	keys  map[string]string
	body  string
	story string
	lang  newsroom.Lang
}

// prose is everything of e that a reader reads.
func (e edition) prose() string {
	return strings.Join([]string{e.keys["title"], e.keys["description"], e.keys["author"], e.keys["translator"],
		e.keys["image.alt"], e.keys["image.caption"], e.body}, "\n")
}

func editions(t *testing.T) []edition {
	t.Helper()
	names, err := fs.Glob(Files(), "stories/*/*.md")
	if err != nil || len(names) == 0 {
		t.Fatalf("no stories: %v", err)
	}
	var all []edition
	for _, name := range names {
		text, err := fs.ReadFile(Files(), name)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, parse(t, name, string(text)))
	}
	return all
}

func parse(t *testing.T, name, text string) edition {
	t.Helper()
	head, body, ok := strings.Cut(strings.TrimPrefix(text, "---\n"), "\n---\n")
	if !ok || !strings.HasPrefix(text, "---\n") {
		t.Fatalf("%s: no front matter between two lines of three hyphens", name)
	}
	e := edition{name: name, keys: map[string]string{}, body: strings.TrimSpace(body),
		story: path.Base(path.Dir(name)), lang: newsroom.Lang(strings.TrimSuffix(path.Base(name), ".md"))}
	parent := ""
	for line := range strings.Lines(head) {
		key, value, ok := strings.Cut(strings.TrimRight(line, "\n"), ":")
		if !ok {
			t.Errorf("%s: line without a key: %q", name, line)
		}
		value = strings.TrimSpace(value)
		if strings.HasPrefix(value, `"`) {
			if err := json.Unmarshal([]byte(value), &value); err != nil {
				t.Errorf("%s: %s: %v", name, key, err)
			}
		}
		if nested, ok := strings.CutPrefix(key, "  "); ok {
			key = parent + "." + nested
		} else {
			parent = key
		}
		if _, twice := e.keys[key]; twice {
			t.Errorf("%s: %s is there twice", name, key)
		}
		e.keys[key] = value
	}
	return e
}

// ids reads a list such as "[kabul, trade]".
func ids(list string) []newsroom.TermID {
	var out []newsroom.TermID
	for id := range strings.SplitSeq(strings.Trim(list, "[]"), ",") {
		if id = strings.TrimSpace(id); id != "" {
			out = append(out, newsroom.TermID(id))
		}
	}
	return out
}
