// Package backend_test watches over the house: who may import whom, what things
// may be called and how large they may grow. It reads the source files itself;
// asking the go command for a package list would let the test cache answer.
package backend_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "khabar"

// floor says what a package may import of ours. Arrows point down, and neighbours
// on a floor do not meet: what they need from each other goes in through a small
// interface that the user declares and app fills.
var floor = map[string][]string{
	"backend/newsroom": {},
	"backend/durable":  {},

	"backend/journal":  {"backend/newsroom"},
	"backend/sqlite":   {"backend/newsroom"},
	"backend/markdown": {"backend/newsroom"},
	"backend/locale":   {"backend/newsroom"},
	"backend/media":    {"backend/newsroom", "backend/durable"},

	"backend/alignment": {"backend/newsroom"},

	"backend/archive": {
		"backend/newsroom", "backend/durable", "backend/journal", "backend/sqlite", "backend/markdown", "backend/locale", "backend/alignment"},

	"backend/desk":       domain,
	"backend/site":       domain,
	"backend/find":       domain,
	"backend/publish":    domain,
	"backend/manuscript": domain,
	"backend/sample":     {"backend/newsroom"},

	"backend/translation/names":       domain,
	"backend/translation/checks":      domain,
	"backend/translation/interchange": domain,
	"backend/translation/spelling":    domain,
	"backend/translation/memory":      domain,

	// The test kit: no package but a test may import it, so it stands on no floor's list.
	"backend/newsroomtest": append(slices.Clip(domain), "backend/desk"),

	"frontend":    {},
	"app":         whole,
	"app/command": append(slices.Clip(whole), "app"),
	"":            {"app/command", "frontend"},
}

// domain is what the packages of the third floor stand on.
var domain = []string{
	"backend/newsroom", "backend/durable", "backend/journal", "backend/sqlite", "backend/markdown",
	"backend/locale", "backend/media", "backend/alignment", "backend/archive",
}

// whole is everything that is wired together: the domain and what people do with it.
var whole = append(slices.Clip(domain),
	"backend/desk", "backend/find", "backend/site", "backend/publish", "backend/manuscript", "backend/sample",
	"backend/translation/names", "backend/translation/interchange", "backend/translation/checks", "backend/translation/spelling", "backend/translation/memory")

// owner names the one package that may import a library (or a part of one), so that
// it can be replaced in one place. A slice of file names narrows it further.
var owner = map[string]place{
	"github.com/aymanbagabas/go-udiff": {folder: "backend/journal"},
	"modernc.org/sqlite":               {folder: "backend/sqlite"},
	"github.com/yuin/goldmark":         {folder: "backend/markdown"},
	"github.com/rivo/uniseg":           {folder: "backend/markdown"},
	"github.com/nicksnyder/go-i18n":    {folder: "backend/locale"},
	"golang.org/x/text":                {folder: "backend/locale"},
	"golang.org/x/image":               {folder: "backend/media"},
	"github.com/goccy/go-yaml":         {folder: "backend/manuscript"},
	"github.com/alecthomas/kong":       {folder: "app/command"},
	"github.com/wailsapp/wails/v2":     {folder: "app", files: []string{"host.go"}},
	"github.com/pkg/browser":           {folder: "app", files: []string{"host.go"}},
	"golang.org/x/net/html":            {testsOnly: true},
	"pgregory.net/rapid":               {testsOnly: true},
	"github.com/google/go-cmp":         {testsOnly: true},
	"github.com/rogpeppe/go-internal":  {testsOnly: true},
}

// place is where a library may be used.
type place struct {
	folder    string
	files     []string // only these; nil means every file of the folder
	testsOnly bool     // in any _test.go and nowhere else
}

// source is one Go file of the project.
type source struct {
	path   string // from the root, with slashes
	folder string // "" for the root
	tree   *ast.File
	set    *token.FileSet
	lines  int
}

func (s source) test() bool { return strings.HasSuffix(s.path, "_test.go") }

// imports lists what the file imports.
func (s source) imports(t *testing.T) []string {
	t.Helper()
	var out []string
	for _, spec := range s.tree.Imports {
		name, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			t.Fatalf("%s: %v", s.path, err)
		}
		out = append(out, name)
	}
	return out
}

// sources parses every Go file of the project, whatever its build tags.
func sources(t *testing.T) []source {
	t.Helper()
	var out []source
	err := filepath.WalkDir("..", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() {
			return skipFolder(entry.Name())
		}
		if filepath.Ext(name) == ".go" {
			out = append(out, parse(t, name))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(out) < 10 {
		t.Fatalf("only %d Go files found: the test looks in the wrong place", len(out))
	}
	return out
}

func skipFolder(name string) error {
	if slices.Contains([]string{".git", "node_modules", "testdata", "dist", "build", "e2e"}, name) {
		return fs.SkipDir
	}
	return nil
}

func parse(t *testing.T, name string) source {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	set := token.NewFileSet()
	tree, err := parser.ParseFile(set, name, text, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	inside := strings.TrimPrefix(filepath.ToSlash(name), "../")
	folder := path.Dir(inside)
	if folder == "." {
		folder = ""
	}
	return source{path: inside, folder: folder, tree: tree, set: set, lines: strings.Count(string(text), "\n")}
}

// TestFloors: a package imports only what its floor allows. Tests may import any
// package of ours; the compiler keeps them from making a circle.
func TestFloors(t *testing.T) {
	for _, file := range sources(t) {
		allowed, known := floor[file.folder]
		if !known && file.folder != "backend" {
			t.Errorf("%s: package %q is not on the plan. Add it to the map floor in backend/arch_test.go with what it may import; if it stands on no floor, it may belong into a package that is there",
				file.path, file.folder)
			continue
		}
		if file.test() {
			continue
		}
		for _, name := range file.imports(t) {
			ours, is := strings.CutPrefix(name, module+"/")
			if is && !slices.Contains(allowed, ours) {
				t.Errorf("%s imports %s, which is not below it. Declare the small interface that %s needs and let app hand it in, or move the code to the floor that owns it",
					file.path, name, file.folder)
			}
		}
	}
}

// TestOwners: every foreign library has one owner.
func TestOwners(t *testing.T) {
	for _, file := range sources(t) {
		for _, name := range file.imports(t) {
			if !foreign(name) {
				continue
			}
			library := longest(name)
			if library == "" {
				t.Errorf("%s imports %s, which has no owner. Give it one in the map owner in backend/arch_test.go, and one line in the README's table of dependencies", file.path, name)
				continue
			}
			if at := owner[library]; !at.holds(file) {
				t.Errorf("%s imports %s, which belongs to %s. Ask that package for what is needed, in words of the newsroom", file.path, name, at)
			}
		}
	}
}

func foreign(name string) bool {
	first, _, _ := strings.Cut(name, "/")
	return strings.Contains(first, ".")
}

// longest returns the most exact entry of owner that covers name, "" where there is none.
func longest(name string) string {
	found := ""
	for library := range owner {
		if (name == library || strings.HasPrefix(name, library+"/")) && len(library) > len(found) {
			found = library
		}
	}
	return found
}

func (p place) holds(file source) bool {
	if p.testsOnly {
		return file.test()
	}
	if file.folder != p.folder {
		return false
	}
	return p.files == nil || slices.Contains(p.files, path.Base(file.path))
}

func (p place) String() string {
	switch {
	case p.testsOnly:
		return "tests"
	case p.files != nil:
		return p.folder + "/" + strings.Join(p.files, ", ")
	}
	return p.folder
}
