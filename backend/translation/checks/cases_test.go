package checks_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"

	"khabar/backend/newsroom"
	"khabar/backend/translation/checks"
	"khabar/backend/translation/names"
)

// The cases are in testdata/cases/LANG.txt. A blank line parts them; "fa: …" is the text,
// "en< …" what it was translated from, "\n" a line break, and a line for each finding:
//
//	= CHECK WHY "what is marked" -> what can be written there
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/cases/*.txt")
	if err != nil || len(files) != len(newsroom.Languages) {
		t.Fatalf("%d files of cases: %v", len(files), err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		lang := newsroom.Lang(strings.TrimSuffix(filepath.Base(file), ".txt"))
		for _, text := range strings.Split(string(data), "\n\n") {
			if c := readCase(t, lang, text); c.target != "" {
				t.Run(string(lang)+"/"+c.target, c.run)
			}
		}
	}
}

type example struct {
	from, to       newsroom.Lang
	source, target string
	want           []string
}

func readCase(t *testing.T, lang newsroom.Lang, text string) example {
	t.Helper()
	c := example{to: lang}
	for line := range strings.Lines(text) {
		line = strings.TrimSuffix(line, "\n")
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "= "):
			c.want = append(c.want, line[2:])
		case strings.HasPrefix(line, string(lang)+": "):
			c.target = strings.ReplaceAll(line[4:], `\n`, "\n")
		case len(line) > 4 && line[2:4] == "< ":
			c.from, c.source = newsroom.Lang(line[:2]), strings.ReplaceAll(line[4:], `\n`, "\n")
		default:
			t.Fatalf("not a line of a case: %q", line)
		}
	}
	return c
}

func (c example) run(t *testing.T) {
	job := checks.Job{From: c.from, To: c.to, Rows: []checks.Row{{Source: blocksOf(c.source), Target: blocksOf(c.target)}}}
	var got []string
	for _, f := range checks.Run(job) {
		got = append(got, told(job, f))
	}
	if strings.Join(got, "\n") != strings.Join(c.want, "\n") {
		t.Errorf("found\n\t%s\nwant\n\t%s", strings.Join(got, "\n\t"), strings.Join(c.want, "\n\t"))
	}
}

// told writes a finding as the cases do; the words are those of its place.
func told(job checks.Job, f checks.Finding) string {
	s := strings.TrimSpace(f.Check + " " + f.Why)
	if f.Block >= 0 && f.Start < f.End {
		text := utf16.Encode([]rune(job.Rows[f.Row].Target[f.Block].Source))
		s += fmt.Sprintf(" %q", string(utf16.Decode(text[f.Start:f.End])))
	} else if f.Text != "" {
		s += fmt.Sprintf(" (%s)", f.Text)
	}
	if len(f.Replace) > 0 {
		s += fmt.Sprintf(" -> %q", f.Replace[0])
	}
	return s
}

// nameList are the names of a language, for the checks to find.
type nameList struct {
	lang newsroom.Lang
	all  []newsroom.Name
}

func (l nameList) Find(text string) []checks.Named {
	var found []checks.Named
	for _, h := range names.Find(l.lang, text, l.all) {
		found = append(found, checks.Named{
			Name: h.Name, Start: h.Start, End: h.End, Used: h.Used, Accepted: h.Accepted, Variant: h.State == names.Variant,
		})
	}
	return found
}

func (l nameList) Label(id newsroom.NameID, lang newsroom.Lang) string {
	for _, n := range l.all {
		if n.ID == id {
			return n.Labels[lang]
		}
	}
	return ""
}

func TestNames(t *testing.T) {
	all := []newsroom.Name{{
		ID: "n1", Kind: newsroom.Person,
		Labels:   map[newsroom.Lang]string{"en": "Zhumangarin", "fa": "ژومانگارین"},
		Variants: map[newsroom.Lang][]string{"fa": {"جومنگارین"}},
	}}
	job := checks.Job{From: "en", To: "fa", Source: nameList{"en", all}, Target: nameList{"fa", all}, Rows: []checks.Row{
		{Source: blocksOf("Zhumangarin arrived."), Target: blocksOf("جومنگارین آمد.")},
	}}
	found := checks.Run(job)
	if len(found) != 1 || told(job, found[0]) != `variant "جومنگارین" -> "ژومانگارین"` {
		t.Fatalf("a variant: %+v", found)
	}
	job.Rows[0].Target = blocksOf("او آمد.")
	found = checks.Run(job)
	if len(found) != 1 || told(job, found[0]) != "name lost (ژومانگارین)" {
		t.Fatalf("a name that never comes: %+v", found)
	}
	job.Headline = "آمدن ژومانگارین"
	if found = checks.Run(job); len(found) != 0 {
		t.Fatalf("a name in the headline: %+v", found)
	}
}

func TestFieldsAndEmptyBlocks(t *testing.T) {
	job := checks.Job{From: "en", To: "de", Headline: "Ein \"Wort\" und und", Rows: []checks.Row{
		{Source: blocksOf("![Rain over the city](media/a.jpg)"), Target: blocksOf("![](media/a.jpg)")},
		{Source: blocksOf("Nothing was written for this.")},
	}}
	found := checks.Run(job)
	var got []string
	for _, f := range found {
		got = append(got, f.Field+f.Check)
	}
	if strings.Join(got, " ") != "headlinequote headlineword empty" {
		t.Fatalf("%v", got)
	}
}
