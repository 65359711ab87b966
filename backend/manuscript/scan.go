package manuscript

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"khabar/backend/newsroom"
)

// maxFile is the most bytes of a file that is read: the largest body and its front matter.
const maxFile = newsroom.MaxBody + maxFront + 1024

// Input says what Scan reads.
type Input struct {
	Roots   []string      // folders and files
	Default newsroom.Lang // of files that do not tell theirs; "" makes that an error
}

// Problem is a file that did not go in, or something of it that did not. Err is a
// *newsroom.Error with the parameters file, line and field.
type Problem struct {
	File string
	Line int // 1 where the fault has no line of its own
	Err  error
}

// Report is what became of the files.
type Report struct {
	Files    int       // Markdown files found
	Read     int       // of these, those that visit took
	Skipped  int       // _index.md: pages of lists, not articles
	Stories  int       // different stories among those read
	Problems []Problem // files that did not go in
	Missing  []Problem // pictures that a file names and the tree lacks; the file went in
}

// Scan reads all Markdown files below the roots in the order of their paths and gives
// each to visit. A file that cannot be read, and one that visit refuses, becomes a
// Problem and the rest goes on; an error of visit that is Storage, Cancelled or Internal
// ends the scan and is returned. progress may be nil.
//
// Folders whose name begins with a full stop, and node_modules, are left out. Symbolic
// links are not followed.
func Scan(ctx context.Context, in Input, visit func(Manuscript) error, progress func(done, total int)) (Report, error) {
	s := &scan{in: in, editions: map[string]string{}, stories: map[string]bool{}}
	if err := s.find(ctx); err != nil {
		return s.report, err
	}
	for i, f := range s.files {
		if ctx.Err() != nil {
			return s.report, newsroom.Errorf(newsroom.Cancelled, "manuscript.cancelled", ctx.Err())
		}
		if progress != nil {
			progress(i, len(s.files))
		}
		if err := s.take(f, visit); err != nil {
			return s.report, err
		}
	}
	if progress != nil {
		progress(len(s.files), len(s.files))
	}
	s.report.Stories = len(s.stories)
	return s.report, nil
}

// file is a Markdown file and where it lies in its tree.
type file struct {
	path string // on disk
	rel  string // within the tree, with forward slashes
	tree string // folder that pictures must lie in
}

type scan struct {
	in       Input
	files    []file
	editions map[string]string // path of the file, by story key and language
	stories  map[string]bool
	report   Report
}

// find lists the files below the roots, each once, in the order of their paths.
func (s *scan) find(ctx context.Context) error {
	for _, root := range s.in.Roots {
		if err := s.walk(ctx, filepath.Clean(root)); err != nil {
			return err
		}
	}
	slices.SortStableFunc(s.files, func(a, b file) int { return strings.Compare(a.path, b.path) })
	s.files = slices.CompactFunc(s.files, func(a, b file) bool { return a.path == b.path })
	s.report.Files = len(s.files)
	return nil
}

func (s *scan) walk(ctx context.Context, root string) error {
	return filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		switch {
		case ctx.Err() != nil:
			return newsroom.Errorf(newsroom.Cancelled, "manuscript.cancelled", ctx.Err())
		case err != nil:
			s.fail(fault(path, 1, "", "manuscript.unreadable", err))
			return nil
		case d.IsDir() && path != root && (strings.HasPrefix(d.Name(), ".") || d.Name() == "node_modules"):
			return filepath.SkipDir
		case d.IsDir() || !isMarkdown(path):
			return nil
		case !d.Type().IsRegular():
			s.fail(fault(path, 1, "", "manuscript.notAFile", nil))
			return nil
		case strings.HasPrefix(d.Name(), "_index."):
			s.report.Skipped++
			return nil
		}
		s.files = append(s.files, newFile(root, path))
		return nil
	})
}

func isMarkdown(path string) bool {
	ext := strings.ToLower(filepath.Ext(path))
	return ext == ".md" || ext == ".markdown"
}

// newFile places path in the tree of root. A root that is named for a language counts
// as a folder of the tree, so that en and fa may be given side by side.
func newFile(root, path string) file {
	tree := root
	if root == path {
		tree = filepath.Dir(path)
	}
	if full, err := filepath.Abs(tree); err == nil {
		tree = full
	}
	rel, err := filepath.Rel(root, path)
	if err != nil || root == path {
		rel = filepath.Base(path)
	}
	if name := filepath.Base(tree); newsroom.Lang(name).Valid() {
		rel = filepath.Join(name, rel)
		tree = filepath.Dir(tree)
	}
	if filepath.Base(tree) == "content" { // the pictures of a Hugo site lie beside it
		tree = filepath.Dir(tree)
	}
	return file{path, filepath.ToSlash(rel), tree}
}

// take reads one file and gives it to visit.
func (s *scan) take(f file, visit func(Manuscript) error) error {
	m, err := s.read(f)
	if err != nil {
		s.fail(err)
		return nil
	}
	m.Pictures = s.pictures(f, m)
	if err := visit(m); err != nil {
		switch newsroom.CodeOf(err) {
		case newsroom.Storage, newsroom.Cancelled, newsroom.Internal:
			return err
		}
		s.report.Problems = append(s.report.Problems, Problem{f.path, 1, err})
		return nil
	}
	s.editions[m.StoryKey+"\n"+string(m.Lang)] = f.path
	s.stories[m.StoryKey] = true
	s.report.Read++
	return nil
}

// read parses f and adds what its path tells.
func (s *scan) read(f file) (Manuscript, error) {
	info, err := os.Stat(f.path)
	if err == nil && info.Size() > maxFile {
		return Manuscript{}, fault(f.path, 1, "", "manuscript.tooLarge", nil)
	}
	data, err := os.ReadFile(f.path)
	if err != nil {
		return Manuscript{}, fault(f.path, 1, "", "manuscript.unreadable", err)
	}
	m, err := Parse(f.path, data)
	if err != nil {
		return m, err
	}
	p := placeOf(f.rel)
	if m.Lang == "" && p.lang == "" && p.unknown != "" {
		return m, newsroom.Errorf(newsroom.Invalid, "manuscript.unknownLanguage", "file", f.path, "line", 1, "field", "", "lang", p.unknown)
	}
	for _, l := range []newsroom.Lang{p.lang, s.in.Default} {
		if m.Lang == "" {
			m.Lang = l
		}
	}
	if m.Lang == "" {
		return m, fault(f.path, 1, "lang", "manuscript.noLanguage", nil)
	}
	if m.StoryKey == "" {
		m.StoryKey = p.key
	}
	if len(m.Sections) == 0 && p.section != "" {
		m.Sections = []string{p.section}
	}
	m.Stem, m.Draft = p.stem, m.Draft || p.draft
	if other, ok := s.editions[m.StoryKey+"\n"+string(m.Lang)]; ok {
		return m, newsroom.Errorf(newsroom.Invalid, "manuscript.duplicate", "file", f.path, "line", 1, "field", "", "other", other)
	}
	return m, nil
}

// fail lists an error made by fault.
func (s *scan) fail(err error) { s.report.Problems = append(s.report.Problems, problem(err)) }

func problem(err error) Problem {
	p := Problem{Line: 1, Err: err}
	if e, ok := err.(*newsroom.Error); ok {
		p.File, _ = e.Params["file"].(string)
		if line, ok := e.Params["line"].(int); ok {
			p.Line = line
		}
	}
	return p
}
