package app

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"khabar/backend/durable"
	"khabar/backend/markdown"
	"khabar/backend/newsroom"
	"khabar/backend/translation/interchange"
	"khabar/backend/translation/memory"
)

const memoryEnding = ".tmx"

// MemoryReport says what became of a file of memory.
type MemoryReport struct {
	Path     string        `json:"path"`
	Passages int           `json:"passages"`
	Problems []FileProblem `json:"problems"`
}

// ExportMemory lets the user choose where the translation memory is written, and returns the
// path; "" where she does not.
func (a *App) ExportMemory() (string, error) {
	room, say, err := a.openToAsk()
	if err != nil {
		return "", err
	}
	path, err := a.chooseNewFile(say("memory.file"), say("memory.file"), "memory", memoryEnding)
	if err != nil || path == "" {
		return "", err
	}
	_, err = room.ExportMemory(context.Background(), path)
	return path, err
}

// ImportMemory lets the user choose a file of memory and takes it in; nil where she does not.
func (a *App) ImportMemory() (*MemoryReport, error) {
	room, say, err := a.openToAsk()
	if err != nil {
		return nil, err
	}
	path, err := a.host.ChooseFile(say("memory.file"), say("memory.file"), []string{memoryEnding, ".xml"})
	if err != nil || path == "" {
		return nil, err
	}
	report, err := room.ImportMemory(context.Background(), path)
	if err != nil {
		return nil, err
	}
	return &report, nil
}

// ExportMemory writes all that is remembered to path as TMX and returns how many passages
// that are.
func (r *Room) ExportMemory(ctx context.Context, path string) (count int, err error) {
	m, err := r.Remember(ctx)
	if err != nil {
		return 0, err
	}
	pipe, in := io.Pipe()
	go func() {
		w := interchange.NewTMX(in)
		err := m.Each(ctx, func(story newsroom.StoryID, p memory.Passage) error {
			count++
			w.Add(string(story), runsOfPassage(p))
			return nil
		})
		in.CloseWithError(errors.Join(err, w.End()))
	}()
	if err := durable.Write(path, pipe, 0o644); err != nil {
		pipe.CloseWithError(err)
		return 0, newsroom.Errorf(newsroom.Storage, "storage.notWritable", "path", path, err)
	}
	return count, nil
}

func runsOfPassage(p memory.Passage) interchange.Passage {
	out := interchange.Passage{}
	for l, w := range p {
		out[l] = markdown.Runs(w.Source, "")
	}
	return out
}

// ImportMemory takes in a file of TMX. A copy stays in the data folder, from which the memory
// is made again should it ever have to be.
func (r *Room) ImportMemory(ctx context.Context, path string) (MemoryReport, error) {
	report := MemoryReport{Path: path, Problems: []FileProblem{}}
	data, err := os.ReadFile(path)
	if err != nil {
		return report, newsroom.Errorf(newsroom.Storage, "storage.notReadable", "path", path, err)
	}
	var b bytes.Buffer
	w := interchange.NewTMX(&b)
	problems, err := interchange.ReadTMX(bytes.NewReader(data), func(p interchange.Passage) error {
		report.Passages++
		w.Add("", p)
		return ctx.Err()
	})
	if err != nil {
		return report, err
	}
	report.Problems = fileProblems(problems)
	if err := w.End(); err != nil {
		return report, err
	}
	return report, r.keepMemory(ctx, path, b.Bytes())
}

// keepMemory puts a file into the data folder and has it remembered.
func (r *Room) keepMemory(ctx context.Context, path string, data []byte) error {
	sum := sha256.Sum256(data)
	name := strings.TrimSuffix(filepath.Base(path), filepath.Ext(path)) + "-" + hex.EncodeToString(sum[:4]) + memoryEnding
	folder := filepath.Join(r.dir(), memoryFolder)
	err := os.MkdirAll(folder, 0o700)
	if err == nil {
		err = durable.Write(filepath.Join(folder, name), bytes.NewReader(data), 0o600)
	}
	if err != nil {
		return newsroom.Errorf(newsroom.Storage, "storage.notWritable", "path", folder, err)
	}
	m, err := r.memory.open(ctx, r)
	if err != nil {
		return err
	}
	if err := m.AwaitFiles(ctx, []string{name}); err != nil {
		return err
	}
	r.memory.note()
	return nil
}

// memoryFile reads a file of the data folder for the memory.
func (r *Room) memoryFile(name string) (all []memory.Passage, err error) {
	path := filepath.Join(r.dir(), memoryFolder, name)
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, newsroom.Errorf(newsroom.Storage, "storage.notReadable", "path", path, err)
	}
	defer f.Close()
	_, err = interchange.ReadTMX(f, func(p interchange.Passage) error {
		one := memory.Passage{}
		for l, runs := range p {
			one[l] = memory.Wording{Source: markdown.Join(runs), Text: interchange.Words(runs)}
		}
		all = append(all, one)
		return nil
	})
	if newsroom.CodeOf(err) == newsroom.Invalid {
		return nil, nil // somebody put something else there
	}
	return all, err
}
