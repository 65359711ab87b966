package site

import (
	"fmt"
	"os"
	"runtime/debug"
	"sync"
)

// program tells this program from every other that may render a page another way: its
// templates, style sheets, catalogues and code are all inside it. A build of a commit as it
// was is known by the commit; any other by the file that runs.
var program = sync.OnceValue(func() string {
	revision, changed := "", true
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, s := range info.Settings {
			switch s.Key {
			case "vcs.revision":
				revision = s.Value
			case "vcs.modified":
				changed = s.Value != "false"
			}
		}
		if revision != "" && !changed {
			return info.GoVersion + " " + revision
		}
	}
	name, err := os.Executable()
	if err != nil {
		return ""
	}
	file, err := os.Stat(name)
	if err != nil {
		return ""
	}
	return fmt.Sprint(revision, " ", file.Size(), " ", file.ModTime().UnixNano())
})
