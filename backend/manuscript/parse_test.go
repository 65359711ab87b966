package manuscript_test

import (
	"encoding/json"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"khabar/backend/manuscript"
	"khabar/backend/newsroom"
	"pgregory.net/rapid"
)

var update = flag.Bool("update", false, "write what is read into testdata/front/*.json")

// TestFrontMatter reads files as site generators have them and compares with the JSON
// beside each: the manuscript, or the error with its place.
func TestFrontMatter(t *testing.T) {
	files, err := filepath.Glob("testdata/front/*.md")
	if err != nil || len(files) == 0 {
		t.Fatalf("no files: %v", err)
	}
	for _, path := range files {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		got := outcome(t, filepath.Base(path), data)
		golden := strings.TrimSuffix(path, ".md") + ".json"
		if *update {
			if err := os.WriteFile(golden, got, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), string(got)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", path, diff)
		}
	}
}

// outcome is what Parse makes of data, as JSON.
func outcome(t *testing.T, name string, data []byte) []byte {
	t.Helper()
	m, err := manuscript.Parse(name, data)
	var v any = m
	if err != nil {
		e, ok := errors.AsType[*newsroom.Error](err)
		if !ok {
			t.Fatalf("%s: %v is no error for people", name, err)
		}
		v = map[string]any{"code": e.Code, "message": e.Message, "params": e.Params}
	} else {
		checkRoundTrip(t, m)
	}
	var b strings.Builder
	encoder := json.NewEncoder(&b)
	encoder.SetIndent("", "  ")
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(v); err != nil {
		t.Fatal(err)
	}
	return []byte(b.String())
}

type failer interface {
	Helper()
	Fatalf(string, ...any)
}

// checkRoundTrip asserts that m comes back from its own file.
func checkRoundTrip(t failer, m manuscript.Manuscript) {
	t.Helper()
	file := m.Bytes()
	again, err := manuscript.Parse(m.File, file)
	if err != nil {
		t.Fatalf("what Bytes wrote is not read: %v\n%s", err, file)
	}
	if diff := cmp.Diff(m, again); diff != "" {
		t.Fatalf("not the same again (-wrote +read):\n%s\n%s", diff, file)
	}
}

func TestBytes(t *testing.T) {
	m := manuscript.Manuscript{
		Lang: newsroom.Tajik, StoryKey: "abc", Date: time.Date(2025, 4, 21, 5, 0, 0, 0, time.UTC), Tags: []string{"савдо", "a: b"},
		Text:  newsroom.Text{Headline: "Сарлавҳа: \"нав\"", Summary: "Ду\nсатр", Body: "Матн.\n\nБоз."},
		Image: manuscript.Image{Src: "media/a.jpg", Alt: "Акс"}, Draft: true, Extra: "weight: 10",
	}
	want := `---
title: "Сарлавҳа: \"нав\""
description: "Ду\nсатр"
date: 2025-04-21T05:00:00Z
tags:
  - "савдо"
  - "a: b"
image:
  src: "media/a.jpg"
  alt: "Акс"
lang: "tg"
story: "abc"
draft: true
weight: 10
---

Матн.

Боз.
`
	if diff := cmp.Diff(want, string(m.Bytes())); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// line draws text as people and their machines write it: any script, quotation marks,
// what YAML reads in its own way.
func line() *rapid.Generator[string] {
	return rapid.OneOf(
		rapid.SampledFrom([]string{"", "می\u200cروم «نقل»", "- a", "# b", "true", "null", "~", "2024-01-01", "12:30", "0x1F", "a: b", "{x}", "[y]", "&z", "*z", "'", "\"", "\\",
			"a\\nb", "%", "@", "`", "| ", ">", "!tag", "---", "...", " lead", "trail ", "\u2028", "\u0085", "\uFEFF", "\u200f", "\x00\x1b", "\tx", "a #b", "ټ ډ ړ ښ", "ғ ӣ қ ӯ"}),
		rapid.String(),
	)
}

func TestRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := func(name string) string { return line().Draw(t, name) }
		terms := func(name string) []string {
			return rapid.SliceOfN(rapid.SampledFrom([]string{"Афғонистон", "a: b", "پښتو", "x, y", "true", "\"q\""}), 0, 3).Draw(t, name)
		}
		when := func(name string) time.Time {
			if s := rapid.Int64Range(0, 4e12).Draw(t, name); s > 0 {
				return time.UnixMilli(s).UTC()
			}
			return time.Time{}
		}
		m := manuscript.Manuscript{
			File: "f.md", StoryKey: text("story"), Place: text("place"), Draft: rapid.Bool().Draw(t, "draft"),
			Lang:   rapid.SampledFrom(append(newsroom.Languages, "")).Draw(t, "lang"),
			Source: rapid.SampledFrom([]newsroom.Lang{"", "fa", "en"}).Draw(t, "source"),
			Text: newsroom.Text{Headline: text("title"), Summary: text("summary") + "\n" + text("more"), Slug: "slug", Byline: text("author"), Translator: text("translator"),
				Body: strings.ReplaceAll(text("body")+"\n"+text("more body"), "\r", "\n")},
			Date: when("date"), Modified: when("lastmod"), Sections: terms("sections"), Tags: terms("tags"),
			Image: manuscript.Image{Src: text("src"), Alt: text("alt"), Caption: text("caption"), Credit: text("credit")},
			Extra: rapid.SampledFrom([]string{"", "weight: 1", "source: https://example.org\nsummary: second", "a:\n  b: [1, 2] # note\nc: |\n  text\n\n  more"}).Draw(t, "extra"),
		}
		if len(m.Sections) == 0 {
			m.Sections = nil
		}
		if len(m.Tags) == 0 {
			m.Tags = nil
		}
		if m.Text.Validate() == nil {
			checkRoundTrip(t, m)
		}
	})
}

func FuzzParse(f *testing.F) {
	files, err := filepath.Glob("testdata/front/*.md")
	if err != nil || len(files) == 0 {
		f.Fatalf("no seeds: %v", err)
	}
	for _, path := range files {
		data, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		m, err := manuscript.Parse("f.md", data)
		if err != nil {
			e, ok := errors.AsType[*newsroom.Error](err)
			if !ok || e.Code != newsroom.Invalid || e.Params["line"].(int) < 1 {
				t.Fatalf("not an error with a place: %v", err)
			}
			return
		}
		checkRoundTrip(t, m)
	})
}
