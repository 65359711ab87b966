package command

import (
	"fmt"
	"io"
	"io/fs"

	"khabar/app"
)

// Main x.
func Main(args []string, assets fs.FS, out, errs io.Writer) int {
	dir, err := app.DefaultDir()
	if err == nil {
		err = app.OpenWindow(dir, assets)
	}
	if err != nil {
		fmt.Fprintln(errs, err)
		return 1
	}
	return 0
}
