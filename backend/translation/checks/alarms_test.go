package checks_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"khabar/backend/alignment"
	"khabar/backend/markdown"
	"khabar/backend/newsroom"
	"khabar/backend/translation/checks"
)

var update = flag.Bool("update", false, "write testdata/alarms.txt")

// edition is a text of the sample or of the declaration.
func edition(t testing.TB, path string) []alignment.Block {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	_, body, _ := strings.Cut(strings.TrimPrefix(string(data), "---"), "\n---")
	return blocksOf(body)
}

func blocksOf(body string) (all []alignment.Block) {
	for _, b := range markdown.Blocks(body) {
		all = append(all, alignment.Block(b))
	}
	return all
}

// rowsOf puts two texts side by side as nobody has linked them yet.
func rowsOf(source, target []alignment.Block) (rows []checks.Row) {
	for _, p := range alignment.Guess(source, target) {
		var row checks.Row
		for _, i := range p.Source {
			row.Source = append(row.Source, source[i])
		}
		for _, j := range p.Target {
			row.Target = append(row.Target, target[j])
		}
		if len(row.Target) > 0 {
			rows = append(rows, row)
		}
	}
	return rows
}

// Texts that people wrote with care raise almost no alarm. What they do raise is in
// testdata/alarms.txt: whoever changes a check sees there what becomes of it.
func TestAlarmsOnCarefulTexts(t *testing.T) {
	var b bytes.Buffer
	folders, err := filepath.Glob("../../sample/*/*")
	if err != nil || len(folders) == 0 {
		t.Fatalf("no stories: %v", err)
	}
	for _, dir := range append([]string{"../../alignment/testdata/declaration"}, folders...) {
		if _, err := os.Stat(filepath.Join(dir, "en.md")); err != nil {
			continue
		}
		source := edition(t, filepath.Join(dir, "en.md"))
		for _, l := range newsroom.Languages {
			path := filepath.Join(dir, string(l)+".md")
			if _, err := os.Stat(path); err != nil {
				continue
			}
			job := checks.Job{From: "en", To: l, Rows: rowsOf(source, edition(t, path))}
			if l == "en" {
				job.From, job.Rows = "", rowsOf(source, source)
			}
			found := checks.Run(job)
			fmt.Fprintf(&b, "%s %s: %d rows, %d\n", filepath.Base(dir), l, len(job.Rows), len(found))
			for _, f := range found {
				fmt.Fprintf(&b, "\t%s %s %q %q\n", f.Check, f.Why, f.Text, f.Wanted)
			}
		}
	}
	const golden = "testdata/alarms.txt"
	if *update {
		if err := os.WriteFile(golden, b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(want, b.Bytes()) {
		t.Errorf("the alarms are others than in %s; look at them with -update and git diff", golden)
	}
}
