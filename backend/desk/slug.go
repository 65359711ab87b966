package desk

import (
	"context"
	"slices"
	"strconv"

	"khabar/backend/archive"
	"khabar/backend/locale"
	"khabar/backend/newsroom"
	"khabar/backend/sqlite"
)

// reserved are names that the folder of a language holds besides its articles, or may
// come to hold, and those that Windows takes for devices.
var reserved = []string{
	"404", "about", "feed", "index", "page", "search", "section", "sitemap", "tag",
	"aux", "con", "nul", "prn",
	"com0", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9",
	"lpt0", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
}

// slugFit returns an error that says why an edition cannot be published under slug.
func slugFit(tx *sqlite.Tx, id newsroom.EditionID, slug string) error {
	switch {
	case slug == "":
		return newsroom.Errorf(newsroom.Conflict, "slug.missing")
	case !locale.ValidSlug(slug):
		return newsroom.Errorf(newsroom.Invalid, "slug.malformed", "slug", slug)
	case slices.Contains(reserved, slug):
		return newsroom.Errorf(newsroom.Conflict, "slug.reserved", "slug", slug)
	}
	taken, err := tx.SlugTaken(id.Lang(), slug, id)
	if err == nil && taken {
		err = newsroom.Errorf(newsroom.Conflict, "slug.taken", "slug", slug)
	}
	return err
}

// SuggestSlug returns a slug made from a headline that no other edition in the language
// has; "" where the headline gives none.
func (d *Desk) SuggestSlug(ctx context.Context, id newsroom.EditionID, headline string) (slug string, err error) {
	err = d.archive.DB().View(ctx, func(tx *sqlite.Tx) error {
		slug, err = freeSlug(tx, id, headline)
		return err
	})
	return slug, err
}

func freeSlug(tx *sqlite.Tx, id newsroom.EditionID, headline string) (string, error) {
	base := locale.Slug(id.Lang(), headline)
	if base == "" {
		return "", nil
	}
	for slug, n := base, 2; ; n++ {
		switch err := slugFit(tx, id, slug); newsroom.CodeOf(err) {
		case "":
			return slug, nil
		case newsroom.Conflict:
			slug = base + "-" + locale.Digits(id.Lang(), strconv.Itoa(n))
		default:
			return "", err
		}
	}
}

// incomingSlug returns the slug of a text from elsewhere: the one that it asks for, in
// our form; else the one that the edition has here; else one of its headline. Where the
// one that it asks for cannot be had, the error says why.
func incomingSlug(tx *sqlite.Tx, id newsroom.EditionID, t newsroom.Text) (string, error) {
	if slug := locale.KeepSlug(id.Lang(), t.Slug); slug != "" {
		return slug, slugFit(tx, id, slug)
	}
	here, _, _, err := archive.View(tx, id)
	if err != nil || here.Slug != "" {
		return here.Slug, err
	}
	return freeSlug(tx, id, t.Headline)
}
