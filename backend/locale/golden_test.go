package locale

import (
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"testing"
)

// -update writes what the window's tests compare with too.
var update = flag.Bool("update", false, "write testdata/*.json from what the code returns now")

// golden compares got, as JSON of one line a member, with a file of testdata.
func golden[T any](t *testing.T, name string, got []T) {
	t.Helper()
	text := []byte("[\n")
	for i, member := range got {
		line, err := json.Marshal(member)
		if err != nil {
			t.Fatal(err)
		}
		text = append(append(text, "  "...), line...)
		if i < len(got)-1 {
			text = append(text, ',')
		}
		text = append(text, '\n')
	}
	text = append(text, "]\n"...)
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, text, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if string(want) != string(text) {
		t.Errorf("%s differs from what the code returns now; where the code is right, run: go test ./backend/locale -update", path)
	}
}
