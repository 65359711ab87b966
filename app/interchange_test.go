package app

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"khabar/backend/newsroom"
)

// outward writes an edition for another program and returns the path.
func (s stage) outward(t testing.TB, id, version string) string {
	t.Helper()
	s.host.file = filepath.Join(t.TempDir(), "out.xlf")
	path := must(s.ExportTranslation(id, "", version))(t)
	if path != s.host.file {
		t.Fatal(path)
	}
	return path
}

var (
	givenTarget = regexp.MustCompile(`(?s)<target[^>]*>.*?</target>`)
	givenSource = regexp.MustCompile(`(?s)<source>(.*?)</source>`)
	markOrWords = regexp.MustCompile(`(?s)<bpt.*?</bpt>|<ept.*?</ept>|<ph [^>]*/>|<ph.*?</ph>|<[^>]*>|[^<]+`)
)

// translateFile does what somebody with another program does: every source gets a target
// with other words and the same marks.
func translateFile(t testing.TB, path string, word func(string) string) {
	t.Helper()
	data := must(os.ReadFile(path))(t)
	file := givenTarget.ReplaceAllString(string(data), "")
	file = givenSource.ReplaceAllStringFunc(file, func(s string) string {
		source := givenSource.FindStringSubmatch(s)[1]
		return s + "<target>" + markOrWords.ReplaceAllStringFunc(source, func(piece string) string {
			if strings.HasPrefix(piece, "<") {
				return piece
			}
			return word(piece)
		}) + "</target>"
	})
	if err := os.WriteFile(path, []byte(file), 0o600); err != nil {
		t.Fatal(err)
	}
}

func targetsOf(w Translation) (all []string) {
	for _, row := range w.Rows {
		all = append(all, row.State+" "+row.Target)
	}
	return all
}

// What went out and comes back lands where it belongs, also where the source changed
// meanwhile, and nothing that was written here is lost.
func TestTranslationElsewhere(t *testing.T) {
	for _, version := range []string{"1.2", "2.1"} {
		t.Run(version, func(t *testing.T) {
			s := newStage(t)
			source := s.edition(t, "", "en", "One **headline**", "first block **here** and `code`\n\nsecond\nblock\n\nthird block\n\nfourth block\n\n- fifth\n- block\n\n```\ncode\n```")
			id := must(s.BeginTranslation(source.Story, "de", "en"))(t).ID
			path := s.outward(t, id, version)
			translateFile(t, path, strings.ToUpper)

			draft := must(s.Translation(id, ""))(t)
			at := slices.IndexFunc(draft.Rows, func(r TranslationRow) bool { return strings.HasPrefix(r.Sources[0].Source, "fourth") })
			rows := []RowDraft{}
			for i, r := range draft.Rows {
				w := RowDraft{Sources: []string{r.Sources[0].Digest}, Links: r.Links, Target: r.Target}
				if i == at {
					w.Target, w.Done = "written here", true
				}
				rows = append(rows, w)
			}
			must(s.SaveTranslation(id, TranslationDraft{From: "en", Rows: rows}))(t)
			replaceIn(t, s.App, source.ID, "second\nblock", "second block", "third block\n\n", "", "first block", "the very first block")

			report := must(s.ImportTranslation(id))(t)
			w := must(s.Translation(id, ""))(t)
			if w.Edition.Text.Headline != "ONE **HEADLINE**" {
				t.Error(w.Edition.Text.Headline)
			}
			want := []string{"stale FIRST BLOCK **HERE** AND `code`", "fresh SECOND\nBLOCK", "fresh written here", "fresh - FIFTH\n- BLOCK", "fresh ```\ncode\n```"}
			if got := targetsOf(w); !slices.Equal(got, want) {
				t.Errorf("got  %q\nwant %q", got, want)
			}
			var problems []string
			for _, p := range report.Problems {
				problems = append(problems, fmt.Sprint(p.Problem.Message, " ", p.Problem.Params["unit"]))
				if p.Line < 3 {
					t.Errorf("line %d", p.Line)
				}
			}
			wanted := []string{"interchange.changed first block here and", "interchange.gone third block", "interchange.kept fourth block"}
			if !slices.Equal(problems, wanted) {
				t.Errorf("got %q", problems)
			}
			if report.Taken != 4 || report.Stale != 1 || report.Left != 0 || report.Unchanged != 0 {
				t.Errorf("%+v", report)
			}
			again := must(s.ImportTranslation(id))(t)
			if again.Taken != 0 || again.Unchanged != 4 {
				t.Errorf("again: %+v", again)
			}
		})
	}
}

// What is not translated in the file stays to be written, and a file of another edition is
// refused.
func TestTranslationUntouched(t *testing.T) {
	s := newStage(t)
	source := s.edition(t, "", "en", "Headline", "one\n\ntwo")
	id := must(s.BeginTranslation(source.Story, "fa", "en"))(t).ID
	before := must(s.Edition(id))(t)
	s.outward(t, id, "1.2")
	report := must(s.ImportTranslation(id))(t)
	if after := must(s.Edition(id))(t); report.Left != 3 || report.Taken != 0 || !slices.Equal(before.Heads, after.Heads) {
		t.Errorf("%+v", report)
	}
	_, err := s.ImportTranslation(source.ID)
	wantError(t, err, newsroom.Conflict, "interchange.otherEdition")
	_, err = s.ExportTranslation(id, "", "3.0")
	wantError(t, err, newsroom.Invalid, "interchange.version")
}

// Whatever blocks a story of the nine languages has: taking its own translation back says
// that nothing changed.
func TestTranslationOfItself(t *testing.T) {
	s := newStage(t)
	story := declaration(t, s.App)
	for _, l := range []newsroom.Lang{newsroom.Persian, newsroom.Tajik, newsroom.German} {
		for _, version := range []string{"1.2", "2.1"} {
			id := edition(story, l)
			before := must(s.Edition(id))(t)
			s.outward(t, id, version)
			report := must(s.ImportTranslation(id))(t)
			after := must(s.Edition(id))(t)
			if report.Taken != 0 || report.Unchanged < 50 || len(report.Problems) > 0 || before.Text != after.Text {
				t.Errorf("%s %s: %d taken, %d unchanged, %d left, %v", l, version, report.Taken, report.Unchanged, report.Left, report.Problems)
			}
		}
	}
}
