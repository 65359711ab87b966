package app

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"khabar/backend/archive"
	"khabar/backend/durable"
	"khabar/backend/journal"
	"khabar/backend/locale"
	"khabar/backend/manuscript"
	"khabar/backend/markdown"
	"khabar/backend/newsroom"
	"khabar/backend/sqlite"
)

// ExportReport says what was written.
type ExportReport struct{ Stories, Editions, Pictures int }

// Export writes every edition as a Markdown file with front matter: a folder for each
// story, LANG.md in it, the pictures beside in media/. The confidential notes stay here.
// An edition whose newest text is not the live one is written as a draft, so that
// importing with --live never publishes what nobody approved.
func (r *Room) Export(ctx context.Context, dir string, progress func(done int)) (ExportReport, error) {
	e := exporter{room: r, dir: dir, folders: map[string]bool{}}
	err := r.view(ctx, func(tx *sqlite.Tx) error {
		if err := e.vocabulary(tx); err != nil {
			return err
		}
		stories, err := tx.StoriesNotRemoved()
		if err != nil {
			return err
		}
		for _, id := range slices.Sorted(maps.Keys(stories)) {
			if ctx.Err() != nil {
				return newsroom.Errorf(newsroom.Cancelled, "cancelled", ctx.Err())
			}
			if err := e.story(tx, *stories[id]); err != nil {
				return err
			}
			if progress != nil {
				progress(e.report.Editions)
			}
		}
		return nil
	})
	return e.report, err
}

type exporter struct {
	room    *Room
	dir     string
	folders map[string]bool
	report  ExportReport
}

func (e *exporter) vocabulary(tx *sqlite.Tx) error {
	terms, err := tx.Terms(false)
	if err != nil {
		return err
	}
	data, err := json.MarshalIndent(terms, "", "  ")
	if err != nil {
		return err
	}
	return e.write(filepath.Join(e.dir, vocabularyName), append(data, '\n'))
}

func (e *exporter) story(tx *sqlite.Tx, s newsroom.Story) error {
	editions, err := tx.EditionsOf(s.ID)
	if err != nil || len(editions) == 0 {
		return err
	}
	folder := filepath.Join(e.dir, e.folder(s, editions))
	for _, row := range editions {
		m, err := e.manuscript(tx, s, row)
		if err != nil {
			return err
		}
		for _, ref := range append(markdown.Pictures(m.Text.Body), m.Image.Src) {
			if err := e.picture(folder, ref); err != nil {
				return err
			}
		}
		if err := e.write(filepath.Join(folder, string(m.Lang)+".md"), m.Bytes()); err != nil {
			return err
		}
		e.report.Editions++
	}
	e.report.Stories++
	return nil
}

// folder names a story's folder by its day and the slug of its source edition.
func (e *exporter) folder(s newsroom.Story, editions []sqlite.Edition) string {
	i := max(0, slices.IndexFunc(editions, func(o sqlite.Edition) bool { return o.ID.Lang() == s.Source }))
	base := s.Created.Format("2006-01-02")
	if slug := locale.KeepSlug(editions[i].ID.Lang(), editions[i].Text.Slug); slug != "" {
		base += "-" + slug
	}
	name := base
	for n := 2; e.folders[strings.ToLower(name)]; n++ {
		name = base + "-" + strconv.Itoa(n)
	}
	e.folders[strings.ToLower(name)] = true
	return name
}

func (e *exporter) manuscript(tx *sqlite.Tx, s newsroom.Story, row sqlite.Edition) (manuscript.Manuscript, error) {
	text, _, _, err := archive.View(tx, row.ID)
	if err != nil {
		return manuscript.Manuscript{}, err
	}
	modified, err := archive.Written(tx, row.Heads[len(row.Heads)-1])
	if err != nil {
		return manuscript.Manuscript{}, err
	}
	extra, err := extraOf(tx, row.ID)
	m := manuscript.Manuscript{
		Lang: row.ID.Lang(), StoryKey: string(s.ID), Source: s.Source, Text: text, Date: row.Live.Published, Modified: modified,
		Sections: texts(s.Sections), Tags: texts(s.Tags), Place: s.Place, Extra: extra,
		Draft: !row.Live.At(e.room.clock.Now()).Shown() || row.Changed,
	}
	if m.Date.IsZero() || m.Date.After(e.room.clock.Now()) { // not there for readers yet
		m.Date = s.Created
	}
	if item, err := e.room.Media.Info(s.Lead.Hash); s.Lead.Hash != "" && err == nil {
		m.Image = manuscript.Image{Src: item.Ref, Alt: s.Lead.Alt[m.Lang], Caption: s.Lead.Caption[m.Lang], Credit: s.Lead.Credit}
	}
	return m, err
}

// extraOf returns the front matter that an edition came with and Khabar does not use.
func extraOf(tx *sqlite.Tx, id newsroom.EditionID) (extra string, err error) {
	fields, err := archive.FieldsOf(tx, journal.EditionSubject(id))
	fields.Get("extra", &extra)
	return extra, err
}

// picture copies a picture of the archive beside the text; one that is not in the
// archive (a web address, a video) stays a reference.
func (e *exporter) picture(folder, ref string) error {
	f, err := e.room.Media.Open(ref)
	if err != nil {
		if code := newsroom.CodeOf(err); code == newsroom.NotFound || code == newsroom.Invalid {
			return nil
		}
		return err
	}
	defer f.Close()
	path := filepath.Join(folder, filepath.FromSlash(ref))
	if _, err := os.Stat(path); err == nil {
		return nil // the name is the content
	}
	data, err := io.ReadAll(f)
	if err != nil {
		return newsroom.Errorf(newsroom.Storage, "storage.notReadable", "path", ref, err)
	}
	e.report.Pictures++
	return e.write(path, data)
}

func (e *exporter) write(path string, data []byte) error {
	err := os.MkdirAll(filepath.Dir(path), 0o755)
	if err == nil {
		err = durable.Write(path, bytes.NewReader(data), 0o644)
	}
	if err != nil {
		return newsroom.Errorf(newsroom.Storage, "storage.notWritable", "path", path, err)
	}
	return nil
}
