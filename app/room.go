package app

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"khabar/backend/archive"
	"khabar/backend/desk"
	"khabar/backend/journal"
	"khabar/backend/locale"
	"khabar/backend/media"
	"khabar/backend/newsroom"
	"khabar/backend/site"
	"khabar/backend/sqlite"
)

// Room is an open newsroom and everything that works on it.
type Room struct {
	*desk.Desk
	Archive *archive.Archive
	Media   *media.Store

	text  *locale.Catalogues
	fonts fs.FS
	clock newsroom.Clock
	live  liveStories
	out   outlets
	book  nameBook
	words wordBook

	relations site.Relations
	memory    memoryKeeper
}

// OpenRoom opens the newsroom in dir; errors as archive.Open.
func OpenRoom(ctx context.Context, dir string, assets fs.FS, text *locale.Catalogues, clock newsroom.Clock) (*Room, error) {
	a, err := archive.Open(ctx, dir, clock)
	if err != nil {
		return nil, err
	}
	return furnish(a, dir, assets, text, clock)
}

// FoundRoom makes a newsroom in dir with its settings, sections and tags, and opens it.
func FoundRoom(ctx context.Context, dir, member string, s newsroom.Settings, tags []newsroom.Term,
	assets fs.FS, text *locale.Catalogues, clock newsroom.Clock) (*Room, error) {
	a, err := archive.Found(ctx, dir, member, clock)
	if err != nil {
		return nil, err
	}
	r, err := furnish(a, dir, assets, text, clock)
	if err != nil {
		return nil, err
	}
	if err := r.Furnish(ctx, s, tags); err != nil {
		return nil, errors.Join(err, r.abandon(ctx))
	}
	return r, nil
}

// abandon closes a newsroom whose making failed and leaves its folder without one, so
// that the next try begins anew.
func (r *Room) abandon(ctx context.Context) error {
	path := r.Archive.DB().Path()
	return errors.Join(r.Close(ctx), os.Rename(path, path+".incomplete"))
}

func furnish(a *archive.Archive, dir string, assets fs.FS, text *locale.Catalogues, clock newsroom.Clock) (*Room, error) {
	pictures, err := media.Open(filepath.Join(dir, "media"))
	if err != nil {
		return nil, errors.Join(err, a.DB().Close())
	}
	fonts, err := fs.Sub(assets, "fonts")
	if err != nil {
		return nil, errors.Join(err, a.DB().Close())
	}
	r := &Room{Desk: desk.New(a), Archive: a, Media: pictures, text: text, fonts: fonts, clock: clock}
	r.CheckWith(checker{r})
	a.Watch(r.live.note)
	a.Watch(r.book.note)
	r.memory.look = make(chan struct{}, 1)
	a.Watch(func([]journal.Subject) { r.memory.note() })
	return r, nil
}

// Close seals the journal and closes the files.
func (r *Room) Close(ctx context.Context) error {
	r.live.close()
	return errors.Join(r.memory.close(), r.Archive.Close(ctx))
}

// view reads the tables.
func (r *Room) view(ctx context.Context, f func(*sqlite.Tx) error) error {
	return r.Archive.DB().View(ctx, f)
}

// pictures shows the site the archive's pictures.
type pictures struct{ *media.Store }

// Info returns the size of a picture in pixels and the extension of its renditions.
func (p pictures) Info(hash string) (w, h int, ext string, ok bool) {
	item, err := p.Store.Info(hash)
	if err != nil {
		return 0, 0, "", false
	}
	ext, err = p.RenditionExt(item.Ref)
	return item.Width, item.Height, ext, err == nil
}

// Rendition returns the picture scaled to a width. The site knows it by its hash: what
// it is published as need not be what is kept.
func (p pictures) Rendition(ref string, width int) ([]byte, error) {
	item, err := p.Store.Info(strings.TrimSuffix(path.Base(ref), path.Ext(ref)))
	if err != nil {
		return nil, err
	}
	return p.Store.Rendition(item.Ref, width)
}
