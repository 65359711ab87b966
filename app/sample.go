package app

import (
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"khabar/backend/locale"
	"khabar/backend/newsroom"
	"khabar/backend/sample"
	"khabar/backend/sqlite"
)

// FoundSample makes the sample newsroom in dir and opens it: settings, tags, stories and
// pictures of package sample, and what lies unfinished on its desk. Where a part fails, the folder is left
// without a newsroom.
func FoundSample(ctx context.Context, dir, member string, assets fs.FS, text *locale.Catalogues, clock newsroom.Clock) (*Room, error) {
	var settings newsroom.Settings
	if err := readJSON("newsroom.json", &settings); err != nil {
		return nil, err
	}
	var tags []newsroom.Term
	if err := readJSON("tags.json", &tags); err != nil {
		return nil, err
	}
	for i := range tags {
		tags[i].Kind = newsroom.Tag
	}
	r, err := FoundRoom(ctx, dir, member, settings, tags, assets, text, clock)
	if err != nil {
		return nil, err
	}
	if err := r.takeSample(ctx); err != nil {
		return nil, errors.Join(err, r.abandon(ctx))
	}
	return r, nil
}

func readJSON(name string, v any) error {
	data, err := fs.ReadFile(sample.Files(), name)
	if err == nil {
		err = json.Unmarshal(data, v)
	}
	if err != nil {
		return newsroom.Errorf(newsroom.Internal, "internal", err)
	}
	return nil
}

// takeSample imports the stories, which are files like anybody's.
func (r *Room) takeSample(ctx context.Context) error {
	dir, err := os.MkdirTemp("", "khabar-sample-*")
	if err != nil {
		return newsroom.Errorf(newsroom.Storage, "storage.notWritable", "path", os.TempDir(), err)
	}
	defer os.RemoveAll(dir)
	if err := os.CopyFS(dir, sample.Files()); err != nil {
		return newsroom.Errorf(newsroom.Storage, "storage.notWritable", "path", dir, err)
	}
	if err := r.takeSampleNames(ctx); err != nil {
		return err
	}
	report, err := r.Import(ctx, []string{filepath.Join(dir, "stories")}, ImportOptions{Live: true, Language: newsroom.English})
	if err != nil {
		return err
	}
	if len(report.Problems) > 0 {
		return report.Problems[0].Err
	}
	if err := r.sampleDesk(ctx, dir); err != nil {
		return err
	}
	return r.Archive.DB().Update(ctx, func(tx *sqlite.Tx) error { return tx.PutLocal("sample", []byte{1}) })
}

func (r *Room) takeSampleNames(ctx context.Context) error {
	var names []newsroom.Name
	if err := readJSON("names.json", &names); err != nil {
		return err
	}
	taken, err := r.TakeNames(ctx, names)
	return errors.Join(append(taken.Problems, err)...)
}
