package app

import (
	"bufio"
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"

	"khabar/backend/durable"
	"khabar/backend/newsroom"
	"khabar/backend/sqlite"
	"khabar/backend/translation/interchange"
)

// NameReport says what became of a file of names.
type NameReport struct {
	Path      string        `json:"path"`
	Added     int           `json:"added"`
	Changed   int           `json:"changed"`
	Unchanged int           `json:"unchanged"`
	Problems  []FileProblem `json:"problems"`
}

// The forms of a file of names, by their endings.
const (
	tableEnding    = ".csv"
	glossaryEnding = ".tbx"
)

// ImportNames lets the user choose a file of names and takes it in; nil where she does not.
func (a *App) ImportNames() (*NameReport, error) {
	room, say, err := a.openToAsk()
	if err != nil {
		return nil, err
	}
	path, err := a.host.ChooseFile(say("name.take"), say("name.file"), []string{tableEnding, glossaryEnding, ".tsv", ".xml"})
	if err != nil || path == "" {
		return nil, err
	}
	report, err := room.ImportNames(context.Background(), path)
	if err != nil {
		return nil, err
	}
	return &report, nil
}

// ExportNames lets the user choose where the names are written, as "csv" or "tbx", and
// returns the path; "" where she does not.
func (a *App) ExportNames(form string) (string, error) {
	room, say, err := a.openToAsk()
	if err != nil {
		return "", err
	}
	path, err := a.chooseNewFile(say("name.export"), say("name.file"), "names", "."+form)
	if err != nil || path == "" {
		return "", err
	}
	_, err = room.ExportNames(context.Background(), path)
	return path, err
}

// ImportNames takes in a file of names: a table, or TBX where it begins as XML does. What
// cannot be used is listed with its line, and the rest goes in.
func (r *Room) ImportNames(ctx context.Context, path string) (NameReport, error) {
	report := NameReport{Path: path, Problems: []FileProblem{}}
	f, err := os.Open(path)
	if err != nil {
		return report, newsroom.Errorf(newsroom.Storage, "storage.notReadable", "path", path, err)
	}
	defer f.Close()
	in := bufio.NewReader(f)
	read := interchange.ReadTable
	if start, _ := in.Peek(64); strings.HasPrefix(strings.TrimLeft(string(start), "\ufeff \t\r\n"), "<") {
		read = interchange.ReadTBX
	}
	entries, problems, err := read(in)
	if err != nil {
		return report, err
	}
	all := make([]newsroom.Name, len(entries))
	for i, e := range entries {
		all[i] = e.Name
	}
	taken, err := r.TakeNames(ctx, all)
	if err != nil {
		return report, err
	}
	for i, e := range taken.Problems {
		if e != nil {
			problems = append(problems, interchange.Problem{Line: entries[i].Line, Err: e})
		}
	}
	report.Problems = fileProblems(problems)
	report.Added, report.Changed, report.Unchanged = len(taken.Added), len(taken.Changed), len(taken.Unchanged)
	return report, nil
}

// ExportNames writes the names to path, as TBX where it ends so and else as a table, and
// returns how many they are.
func (r *Room) ExportNames(ctx context.Context, path string) (int, error) {
	var all []newsroom.Name
	var settings newsroom.Settings
	err := r.view(ctx, func(tx *sqlite.Tx) (err error) {
		if settings, err = tx.Settings(); err != nil {
			return err
		}
		all, err = tx.Names(false)
		return err
	})
	if err != nil {
		return 0, err
	}
	var b bytes.Buffer
	if strings.EqualFold(filepath.Ext(path), glossaryEnding) {
		err = interchange.WriteTBX(&b, all, settings.Name)
	} else {
		err = interchange.WriteTable(&b, all)
	}
	if err == nil {
		err = durable.Write(path, &b, 0o644)
	}
	if err != nil {
		return 0, newsroom.Errorf(newsroom.Storage, "storage.notWritable", "path", path, err)
	}
	return len(all), nil
}
