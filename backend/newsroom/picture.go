package newsroom

import (
	"path"
	"strings"
)

// PictureIn returns the content hash in a reference to a picture of the archive, which is
// media/HASH.EXT; "" where it is none.
func PictureIn(ref string) string {
	name, ok := strings.CutPrefix(ref, "media/")
	if !ok || strings.Contains(name, "/") {
		return ""
	}
	return strings.TrimSuffix(name, path.Ext(name))
}
