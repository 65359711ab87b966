// Package site knows which pages the newsroom's site has and renders each of them.
//
// New takes a picture of the newsroom (settings, sections, tags, the stories that
// readers may see) and works out every address. After that the site is a pure
// function from a path to bytes: Paths lists the files, File renders one. The same
// newsroom gives the same bytes, whatever is rendered, in whatever order and by how
// many at once, so a destination can render in memory, compare with what it has and
// write only what differs. What the preview shows is File of the same path.
//
// # Addresses
//
// Links between pages are relative and name the file: the site works from a USB
// stick, from any sub-folder and under any web root. Absolute addresses (canonical,
// hreflang, feeds, sitemap, sharing) need Settings.Address and are left out without
// it; hreflang links are relative then. Two editions that ask for one slug both get
// a page: the older keeps the slug, the later gets a number. A list is numbered from
// its oldest page, so an address once given out never shows something else.
//
// # What is never shown
//
// A story's notes, editions that are not live, and pictures that no live page uses.
// A withdrawn edition keeps its address as a notice and is gone from lists, feeds,
// the sitemap and related articles. Nothing is loaded from a third party, and every
// page is complete without its script.
//
// # Where to look
//
// articlepage.go, listpage.go, home.go, chooser.go, feed.go and sitemap.go are the
// kinds of page; page.go and frame.go are what stands around them, and fragment.go
// shares what is the same on many. address.go holds the rules for paths, list.go those
// for lists, related.go and gist.go the choice of related articles, style.go and font.go the files
// under assets/. The templates and the assets lie in folders of these names.
package site

import (
	"io/fs"
	"maps"
	"net/url"
	"slices"
	"sync"
	"time"

	// A newsroom's time zone must be known on machines that carry no zone files.
	_ "time/tzdata"

	"khabar/backend/locale"
	"khabar/backend/newsroom"
)

// Edition is the live text of a story in one language.
type Edition struct {
	ID    newsroom.EditionID
	Lang  newsroom.Lang
	Text  newsroom.Text          // Body may be "" when Body below is set
	Body  func() (string, error) // reads the body when a page needs it; nil = Text.Body
	Live  newsroom.Live
	Words int  // of the body, for the reading time; 0 leaves it out
	Gist  Gist // of the text, for the related articles; without one, only sections and tags relate it
}

// Story is a story with the editions that readers see or that were withdrawn.
type Story struct {
	newsroom.Story
	Editions []Edition
}

// MergedTag is a tag that went into another. Stories carry the other; its own addresses
// lead there.
type MergedTag struct {
	newsroom.Term
	Into    newsroom.TermID
	Stories int // that carried it: its list had no more pages than they fill
}

// Newsroom is everything that the site is made from.
type Newsroom struct {
	Settings       newsroom.Settings
	Sections, Tags []newsroom.Term
	Merged         []MergedTag
	Stories        []Story

	// Spell returns how the newsroom writes a name, such as a place or whom a picture is
	// owed to, in a language: the name itself where it does not say. Nil spells nothing.
	Spell func(l newsroom.Lang, name string) string
}

// editions counts the editions of all stories.
func (n Newsroom) editions() (count int) {
	for _, s := range n.Stories {
		count += len(s.Editions)
	}
	return count
}

// Media gives the public copies of pictures. It must be safe for concurrent use.
type Media interface {
	// Info returns the size of a picture in pixels and the extension of its renditions
	// ("jpg", "png", "gif"); ok is false where there is none.
	Info(hash string) (width, height int, ext string, ok bool)
	// Rendition returns the picture, found by the hash in ref, scaled to a width.
	Rendition(ref string, width int) ([]byte, error)
}

// Site is a site ready to be rendered. It is safe for concurrent use.
type Site struct {
	settings  newsroom.Settings
	spell     func(newsroom.Lang, string) string
	words     *locale.Catalogues
	media     Media
	base      *url.URL // nil without Settings.Address
	zone      *time.Location
	taken     addresses
	languages []*language
	sections  []newsroom.Term
	articles  []*article // every edition with a page, oldest first
	byID      map[newsroom.EditionID]*article
	files     map[string]func() ([]byte, error) // all but pictures
	assets    assets
	fragments sync.Map // fragment → template.HTML
	infos     sync.Map // hash → picture
	published sync.Map // hashes of pictures known to be on a page
	pictures  func() ([]string, error)
}

// New works out the pages of n as readers have them at now. It fails with Invalid
// where the settings name an address or a time zone that cannot be used. Bodies are
// not read here but when File or Paths needs them.
func New(n Newsroom, c *locale.Catalogues, m Media, fonts fs.FS, now time.Time) (*Site, error) {
	pages := n.editions()
	s := &Site{
		settings: n.Settings, spell: n.Spell, words: c, media: m, taken: make(addresses, pages),
		byID: make(map[newsroom.EditionID]*article, pages), files: make(map[string]func() ([]byte, error), pages),
	}
	if s.spell == nil {
		s.spell = func(_ newsroom.Lang, name string) string { return name }
	}
	var err error
	if s.base, err = baseAddress(n.Settings.Address); err != nil {
		return nil, err
	}
	if s.zone, err = time.LoadLocation(n.Settings.TimeZone); err != nil {
		return nil, newsroom.Errorf(newsroom.Invalid, "site.timeZone", "zone", n.Settings.TimeZone, err)
	}
	s.pictures = sync.OnceValues(s.usedPictures)
	s.addLanguages(n)
	if err := s.addAssets(fonts); err != nil {
		return nil, err
	}
	s.addFixedPages()
	s.addArticles(n, now)
	s.addLists(n)
	s.addRedirects()
	s.addMerged(n.Merged)
	s.addFeeds()
	s.addSitemap()
	return s, nil
}

// Paths returns the path of every file of the site, sorted, with forward slashes.
// It reads all bodies once, to find their pictures; where one cannot be read, its
// pictures are missing here and File of its page says why.
func (s *Site) Paths() []string {
	pictures, _ := s.pictures()
	paths := slices.AppendSeq(pictures, maps.Keys(s.files))
	slices.Sort(paths)
	return slices.Compact(paths)
}

// File renders the file at path. It fails with NotFound where the site has no such
// file, and with the cause where a body or a picture cannot be read.
func (s *Site) File(path string) ([]byte, error) {
	if render, ok := s.files[path]; ok {
		return render()
	}
	return s.pictureFile(path)
}

// EditionPath returns the path of the page of an edition, "" where it has none.
func (s *Site) EditionPath(id newsroom.EditionID) string {
	if a := s.byID[id]; a != nil {
		return a.path
	}
	return ""
}
