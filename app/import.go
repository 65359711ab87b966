package app

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/base32"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"time"

	"khabar/backend/desk"
	"khabar/backend/manuscript"
	"khabar/backend/media"
	"khabar/backend/newsroom"
)

// batch is how many editions go into one transaction: enough that the disk does not
// wait for each, few enough that a cancel is heard soon.
const batch = 250

// vocabularyName is the file of an exported tree that holds its sections and tags.
const vocabularyName = "vocabulary.json"

// ImportOptions say how files are taken in.
type ImportOptions struct {
	Live     bool          // they are approved and live already, since their dates
	Language newsroom.Lang // of files that do not say
	Progress func(done int)
}

// Problem is a file, or a part of one, that could not be taken in.
type Problem struct {
	File string
	Line int // 0 where it is about the file as a whole
	Err  error
}

// ImportReport says what became of the files.
type ImportReport struct {
	Files     int // read
	Changed   int // editions that are new or have new words
	Unchanged int
	Problems  []Problem
}

// Import takes in trees of Markdown files. What cannot be read is listed in the report
// and the rest goes in; an error is for what stopped all of it.
func (r *Room) Import(ctx context.Context, roots []string, o ImportOptions) (ImportReport, error) {
	i := importer{room: r, options: o, pictures: map[string]media.Item{}}
	for _, root := range roots {
		if err := i.vocabulary(ctx, filepath.Join(root, vocabularyName)); err != nil {
			return i.report, err
		}
	}
	scanned, err := manuscript.Scan(ctx, manuscript.Input{Roots: roots, Default: o.Language}, i.add(ctx), nil)
	if err == nil {
		err = i.flush(ctx)
	}
	if last := i.settle(); err == nil {
		err = last
	}
	i.report.Files = scanned.Files
	for _, p := range append(scanned.Problems, scanned.Missing...) {
		i.report.Problems = append(i.report.Problems, Problem{File: p.File, Line: p.Line, Err: p.Err})
	}
	return i.report, cmp.Or(i.stopped, err)
}

type importer struct {
	room     *Room
	options  ImportOptions
	pictures map[string]media.Item // by path on disk
	waiting  []desk.Incoming
	writing  chan written // of the batch that goes in while the next is read; nil = none
	done     int
	report   ImportReport
	stopped  error // what ended the scan
}

// written is what became of a batch.
type written struct {
	taken []desk.Taken
	err   error
}

// vocabulary takes in the sections and tags of an exported tree, where it has a file of
// them. Those that are here already are left alone.
func (i *importer) vocabulary(ctx context.Context, path string) error {
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR) { // the root may be a file itself
		return nil
	}
	var terms []newsroom.Term
	if err == nil {
		err = json.Unmarshal(data, &terms)
	}
	problems := []error{newsroom.Errorf(newsroom.Invalid, "import.vocabulary", "file", path, err)}
	if err == nil {
		problems, err = i.room.TakeTerms(ctx, terms)
		if err != nil {
			return err
		}
	}
	for _, p := range problems {
		i.report.Problems = append(i.report.Problems, Problem{File: path, Err: p})
	}
	return nil
}

func (i *importer) add(ctx context.Context) func(manuscript.Manuscript) error {
	return func(m manuscript.Manuscript) error {
		i.waiting = append(i.waiting, i.incoming(ctx, m).Read())
		if len(i.waiting) < batch {
			return nil
		}
		if i.stopped = i.flush(ctx); i.stopped != nil {
			// Whatever kept a whole batch out ends the scan, not this file alone.
			return newsroom.Errorf(newsroom.Cancelled, "cancelled", i.stopped)
		}
		return nil
	}
}

// flush begins to write what waits, once the batch before is in: reading and writing take
// about as long, and most machines have a second core.
func (i *importer) flush(ctx context.Context) error {
	if err := i.settle(); err != nil {
		return err
	}
	batch, writing := i.waiting, make(chan written, 1)
	i.waiting, i.writing = nil, writing
	go func() {
		taken, err := i.room.TakeIn(ctx, batch)
		writing <- written{taken, err}
	}()
	return nil
}

// settle waits for the batch that is being written and reports what became of it.
func (i *importer) settle() error {
	if i.writing == nil {
		return nil
	}
	w := <-i.writing
	i.writing = nil
	if w.err != nil {
		return w.err
	}
	i.done += len(w.taken)
	for _, t := range w.taken {
		switch {
		case t.Err != nil:
			i.report.Problems = append(i.report.Problems, Problem{File: t.Name, Err: t.Err})
		case t.Changed:
			i.report.Changed++
		default:
			i.report.Unchanged++
		}
	}
	if i.options.Progress != nil {
		i.options.Progress(i.done)
	}
	return nil
}

// incoming turns a manuscript into what the desk takes, its pictures put into the
// archive.
func (i *importer) incoming(ctx context.Context, m manuscript.Manuscript) desk.Incoming {
	refs, lead := map[string]string{}, newsroom.Picture{}
	for _, p := range m.Pictures {
		item, err := i.picture(ctx, p.Path)
		if err != nil {
			i.report.Problems = append(i.report.Problems, Problem{File: p.Path, Err: err})
			continue
		}
		refs[p.Ref] = item.Ref
		if p.Ref == m.Image.Src {
			lead = newsroom.Picture{
				Hash: item.Hash, Credit: m.Image.Credit,
				Alt: in(map[string]string{string(m.Lang): m.Image.Alt}), Caption: in(map[string]string{string(m.Lang): m.Image.Caption}),
			}
		}
	}
	m = m.WithPictures(refs)
	source := m.Source
	if source == "" {
		source = m.Lang
	}
	date := m.Date
	if date.IsZero() {
		date = m.Modified
	}
	if date.IsZero() {
		date = i.room.clock.Now()
	}
	modified := m.Modified
	if modified.IsZero() {
		modified = date
	}
	return desk.Incoming{
		Name: m.File, Lang: m.Lang, Text: m.Text, Sections: m.Sections, Tags: m.Tags, Extra: m.Extra,
		Story: newsroom.Story{ID: storyID(m.StoryKey), Source: source, Place: m.Place, Lead: lead},
		Live:  i.options.Live && !m.Draft, Date: date.UTC().Truncate(time.Millisecond), Modified: modified,
	}
}

func (i *importer) picture(ctx context.Context, path string) (media.Item, error) {
	if item, ok := i.pictures[path]; ok {
		return item, nil
	}
	item, err := i.room.addPictureFile(ctx, path)
	if err == nil {
		i.pictures[path] = item
	}
	return item, err
}

var ownID = regexp.MustCompile(`^[a-z2-7]{16}$`)

// storyID returns the story that a key names: one of ours as it stands, another through
// a hash, so that importing again finds the same story.
func storyID(key string) newsroom.StoryID {
	if ownID.MatchString(key) {
		return newsroom.StoryID(key)
	}
	sum := sha256.Sum256([]byte("khabar manuscript " + key))
	return newsroom.StoryID(strings.ToLower(base32.StdEncoding.EncodeToString(sum[:10])))
}
