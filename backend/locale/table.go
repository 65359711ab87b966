package locale

import (
	"embed"
	"encoding/json"
)

// tables holds what both sides read: the window imports the same files.
//
//go:embed tables/*.json
var tables embed.FS

// readTable decodes a file of tables into a T. The files are part of the program, so
// one that cannot be read is a fault of the build, which any test shows.
func readTable[T any](name string) T {
	var table T
	b, err := tables.ReadFile("tables/" + name)
	if err == nil {
		err = json.Unmarshal(b, &table)
	}
	if err != nil {
		panic("locale: tables/" + name + ": " + err.Error())
	}
	return table
}
