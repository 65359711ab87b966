package command_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"image"
	"image/color"
	"image/png"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/testscript"

	"khabar/app"
	"khabar/app/command"
	"khabar/backend/locale"
	"khabar/backend/newsroom"
	"khabar/backend/sqlite"
)

var assets = fstest.MapFS{"fonts/.keep": {}}

// The scenarios of testdata/*.txt run the real command line, each verb in a process of
// its own. They know, besides testscript's own commands:
//
//	exits CODE khabar …     run it and expect this exit code
//	json                    the last output was one JSON object and nothing else
//	same DIR DIR            the two trees hold the same files, byte for byte
//	bytes FILE HEX          append the bytes to a file, for what is no UTF-8
//	picture FILE            write a small picture that is unlike those of other names
//	newsroom                found an empty newsroom
//	withdraw LANG SLUG      take a live edition from the readers
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"khabar": func() {
			os.Exit(command.Main(os.Args[1:], assets, os.Stdout, os.Stderr))
		},
	})
}

func TestScenarios(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(e *testscript.Env) error {
			e.Setenv("LC_ALL", "en_US.UTF-8")
			e.Setenv("KHABAR_DATA", e.Getenv("WORK")+"/data")
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits": exits, "json": isJSON, "same": same, "bytes": appendBytes, "picture": writePicture, "newsroom": found, "withdraw": withdraw,
		},
	})
}

func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE program [argument …]")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	code := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		ended, ok := errors.AsType[*exec.ExitError](err)
		if !ok {
			ts.Fatalf("%v", err)
		}
		code = ended.ExitCode()
	}
	if code != want {
		ts.Fatalf("exit code %d, want %d", code, want)
	}
}

func isJSON(ts *testscript.TestScript, _ bool, _ []string) {
	d := json.NewDecoder(strings.NewReader(ts.ReadFile("stdout")))
	var object map[string]any
	if err := d.Decode(&object); err != nil {
		ts.Fatalf("no JSON object: %v", err)
	}
	if d.More() {
		ts.Fatalf("something follows the JSON object")
	}
}

func same(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: same DIR DIR")
	}
	difference := compare(ts, ts.MkAbs(args[0]), ts.MkAbs(args[1]))
	if (difference == "") == neg {
		ts.Fatalf("trees: %q", difference)
	}
}

// compare returns how two trees differ, "" where they do not.
func compare(ts *testscript.TestScript, a, b string) string {
	left, right := tree(ts, a), tree(ts, b)
	for name, data := range left {
		other, ok := right[name]
		if !ok {
			return name + " is in the first alone"
		}
		if !bytes.Equal(data, other) {
			return name + " differs:\n" + string(data) + "\n--\n" + string(other)
		}
	}
	for name := range right {
		if _, ok := left[name]; !ok {
			return name + " is in the second alone"
		}
	}
	return ""
}

func tree(ts *testscript.TestScript, dir string) map[string][]byte {
	files := map[string][]byte{}
	root := os.DirFS(dir)
	ts.Check(fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		files[name], err = fs.ReadFile(root, name)
		return err
	}))
	if len(files) == 0 {
		ts.Fatalf("%s holds no file", dir)
	}
	return files
}

func appendBytes(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: bytes FILE HEX")
	}
	data, err := hex.DecodeString(args[1])
	ts.Check(err)
	f, err := os.OpenFile(ts.MkAbs(args[0]), os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	ts.Check(err)
	_, err = f.Write(data)
	ts.Check(errors.Join(err, f.Close()))
}

func writePicture(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 1 {
		ts.Fatalf("usage: picture FILE")
	}
	sum := sha256.Sum256([]byte(args[0]))
	m := image.NewRGBA(image.Rect(0, 0, 24, 16))
	for i := range m.Pix {
		m.Pix[i] = sum[i/4%len(sum)]
	}
	m.Set(0, 0, color.White)
	var b bytes.Buffer
	ts.Check(png.Encode(&b, m))
	path := ts.MkAbs(args[0])
	ts.Check(os.MkdirAll(filepath.Dir(path), 0o755))
	ts.Check(os.WriteFile(path, b.Bytes(), 0o644))
}

// found does what the window does at its first start.
func found(ts *testscript.TestScript, _ bool, _ []string) {
	ctx := context.Background()
	text, err := locale.Load()
	ts.Check(err)
	settings := newsroom.Settings{Name: "Empty", Languages: newsroom.Languages}
	r, err := app.FoundRoom(ctx, ts.Getenv("KHABAR_DATA"), "Desk", settings, nil, assets, text, newsroom.SystemClock{})
	ts.Check(err)
	ts.Check(r.Close(ctx))
}

// withdraw does through the newsroom what no verb does: the command line judges nothing.
func withdraw(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: withdraw LANG SLUG")
	}
	ctx := context.Background()
	text, err := locale.Load()
	ts.Check(err)
	r, err := app.OpenRoom(ctx, ts.Getenv("KHABAR_DATA"), assets, text, newsroom.SystemClock{})
	ts.Check(err)
	var live []sqlite.Edition
	err = r.Archive.DB().View(ctx, func(tx *sqlite.Tx) error {
		live, err = tx.LiveEditions()
		return err
	})
	ts.Check(err)
	done := false
	for _, e := range live {
		if string(e.ID.Lang()) == args[0] && e.LiveText.Slug == args[1] {
			ts.Check(r.Withdraw(ctx, e.ID, "Withdrawn by the editors."))
			done = true
		}
	}
	ts.Check(r.Close(ctx))
	if !done {
		ts.Fatalf("%s/%s is not live", args[0], args[1])
	}
}
