package archive

import (
	"slices"
	"strings"

	"khabar/backend/markdown"
	"khabar/backend/newsroom"
	"khabar/backend/sqlite"
)

// projectPictures makes the rows that say which pictures an edition shows: in its newest text,
// and in the one that readers see, or will.
func projectPictures(tx *sqlite.Tx, id newsroom.EditionID, texts ...newsroom.Text) error {
	var hashes []string
	for i, t := range texts {
		if !strings.Contains(t.Body, "media/") || slices.Contains(texts[:i], t) {
			continue
		}
		for _, ref := range markdown.Pictures(t.Body) {
			if h := newsroom.PictureIn(ref); h != "" {
				hashes = append(hashes, h)
			}
		}
	}
	return tx.PutPictures(id.Story(), id, hashes)
}

// projectLead makes the row of a story's lead picture.
func projectLead(tx *sqlite.Tx, s newsroom.Story) error {
	if s.Lead.Hash == "" {
		return tx.PutPictures(s.ID, "", nil)
	}
	return tx.PutPictures(s.ID, "", []string{s.Lead.Hash})
}
