package backend_test

import (
	"go/ast"
	"go/build"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// Beyond these a reader no longer sees the whole: split by noun, or by step.
const (
	fileLines     = 500
	functionLines = 80
)

// empty names say nothing about what is inside.
var empty = []string{
	"utils", "util", "common", "helpers", "helper", "types", "models", "model",
	"manager", "managers", "misc", "shared", "base", "core", "lib",
}

// TestSize: no file and no function outgrows a reader.
func TestSize(t *testing.T) {
	for _, file := range sources(t) {
		if file.lines > fileLines {
			t.Errorf("%s has %d lines, the limit is %d. Give each noun in it a file of its own", file.path, file.lines, fileLines)
		}
		if file.test() {
			continue // a table of cases may be long
		}
		for _, part := range file.tree.Decls {
			function, is := part.(*ast.FuncDecl)
			if !is {
				continue
			}
			length := file.set.Position(function.End()).Line - file.set.Position(function.Pos()).Line + 1
			if length > functionLines {
				t.Errorf("%s: %s has %d lines, the limit is %d. Name its steps and make each a function", file.path, function.Name.Name, length, functionLines)
			}
		}
	}
}

// TestNames: a package, and a Go file, is called for what it holds, and never
// like a package of the standard library.
func TestNames(t *testing.T) {
	standard := standardNames(t)
	for _, file := range sources(t) {
		name := path.Base(file.folder)
		stem := strings.TrimSuffix(strings.TrimSuffix(path.Base(file.path), ".go"), "_test")
		for _, word := range []string{name, stem} {
			if slices.Contains(empty, word) {
				t.Errorf("%s: the name %q says nothing. Use the noun it is about (DESIGN: the words)", file.path, word)
			}
		}
		if standard[name] {
			t.Errorf("%s: %q is the name of a standard package and would hide it. Choose a word of the newsroom", file.path, name)
		}
	}
}

// TestNoSkips: a test that is left out when it suits is no test.
func TestNoSkips(t *testing.T) {
	for _, file := range sources(t) {
		ast.Inspect(file.tree, func(node ast.Node) bool {
			call, is := node.(*ast.SelectorExpr)
			if is && file.test() && slices.Contains([]string{"Skip", "Skipf", "SkipNow"}, call.Sel.Name) {
				t.Errorf("%s: a test skips itself. Make what it needs (build/setup.sh installs it), or delete the test", file.set.Position(call.Pos()))
			}
			return true
		})
	}
}

// standardNames walks the source of the standard library.
func standardNames(t *testing.T) map[string]bool {
	t.Helper()
	root := filepath.Join(build.Default.GOROOT, "src")
	names := map[string]bool{}
	err := filepath.WalkDir(root, func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() && slices.Contains([]string{"internal", "vendor", "cmd", "testdata"}, entry.Name()) {
			return fs.SkipDir
		}
		if !entry.IsDir() && filepath.Ext(name) == ".go" {
			names[filepath.Base(filepath.Dir(name))] = true
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if !names["http"] {
		t.Fatalf("no standard library in %s", root)
	}
	return names
}

// TestPackageComments: every package begins with a comment that says what it is for.
func TestPackageComments(t *testing.T) {
	commented := map[string]bool{}
	for _, file := range sources(t) {
		commented[file.folder] = commented[file.folder] || (file.tree.Doc != nil && len(file.tree.Doc.Text()) > 40)
	}
	for folder, has := range commented {
		if !has {
			t.Errorf("package %q has no comment above its package line. Say in a few sentences what it is for, what it takes and what it promises", folder)
		}
	}
}
