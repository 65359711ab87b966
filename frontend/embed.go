// Package frontend embeds the built window: the files that Vite writes to dist.
package frontend

import (
	"embed"
	"io/fs"
)

//go:embed all:dist
var dist embed.FS

// Assets returns the built files, rooted at dist. Before the first build it holds
// only .gitkeep.
func Assets() fs.FS {
	sub, err := fs.Sub(dist, "dist")
	if err != nil {
		panic(err) // the name is fixed above
	}
	return sub
}
