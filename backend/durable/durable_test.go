package durable_test

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"

	"khabar/backend/durable"
)

func TestWriteReplacesAFileWhole(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x")
	for _, content := range []string{"first", "second, longer", ""} {
		if err := durable.Write(path, strings.NewReader(content), 0o600); err != nil {
			t.Fatal(err)
		}
		got, err := os.ReadFile(path)
		if err != nil || string(got) != content {
			t.Fatalf("%q %v", got, err)
		}
	}
}

// Where the source fails halfway, the old file stands and nothing is left beside it.
func TestAFailedWriteLeavesTheOldFile(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "x")
	if err := durable.Write(path, strings.NewReader("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	cut := io.MultiReader(strings.NewReader("new"), iotest.ErrReader(io.ErrUnexpectedEOF))
	if err := durable.Write(path, cut, 0o600); !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Fatal(err)
	}
	got, err := os.ReadFile(path)
	if err != nil || string(got) != "old" {
		t.Fatalf("%q %v", got, err)
	}
	if all, err := os.ReadDir(dir); err != nil || len(all) != 1 {
		t.Fatalf("%v %v", all, err)
	}
}
