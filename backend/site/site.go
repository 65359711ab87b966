// Package site knows which pages the newsroom's site has and renders each of them.
//
// New takes a picture of the newsroom (settings, sections, tags, the stories that
// readers may see) and works out every address. After that the site is a pure
// function from a path to bytes: Paths lists the files, File renders one. The same
// newsroom gives the same bytes, whatever is rendered, in whatever order and by how
// many at once, so a destination can render in memory, compare with what it has and
// write only what differs. What the preview shows is File of the same path.
//
// # What a page is made from
//
// A page is rendered by a function that is given two values: the frame, which is what every
// page shows (settings, navigation, labels of its language, names of the style sheets), and
// its input, which is what it alone shows: the piece of an article page with the faces of its
// related articles, the listing of a list page. Neither leads to anything else of the site.
// Fingerprint is the hash of both, whole, with the program that renders: a field that is
// added to an input is in the fingerprint because it is in the input, and what is not there a
// page cannot show. A body is stood for by its revision, so that no body is read for it. Who
// keeps fingerprints, as publishing does, renders only what can differ. To choose the related
// articles is the dearest part of an input; Recall keeps the choice from one site to the next.
//
// An edit touches its page, its cards in lists, on the home page and in feeds, and the pages
// to which it is related; a new article besides these the neighbours in time of its subjects:
// about 17 and 11 files a language, whether of 500 editions or 5,000 (BenchmarkFilesTouched
// of the app).
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
// shares what is the same on many. face.go is what of an article is shown, output.go and
// seal.go are how a file is tied to its input, and relations.go remembers. address.go holds the rules for paths, list.go those
// for lists, search.go what readers search in, related.go and gist.go the choice of related articles, style.go and font.go the files
// under assets/. The templates and the assets lie in folders of these names.
package site

import (
	"io/fs"
	"maps"
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
	Body  func() (string, error) // reads the body of Live.Revision when a page needs it; nil = Text.Body
	Live  newsroom.Live
	Words int // of the body, for the reading time; 0 leaves it out
	// Pictures are the hashes of those that the body shows; nil = the body is read to find them.
	Pictures []string
	Gist     Gist // of the text, for the related articles; without one, only sections and tags relate it
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
	frame     frame
	spell     func(newsroom.Lang, string) string
	words     *locale.Catalogues
	media     Media
	zone      *time.Location
	about     map[newsroom.Lang]string
	taken     addresses
	shelves   []*shelf // one a language
	sections  []newsroom.Term
	articles  []*article // every edition with a page, oldest first
	byID      map[newsroom.EditionID]*article
	files     map[string]output // all but pictures
	relations *Relations
	infos     sync.Map // hash → picture
	pictures  func() (used map[string]bool, err error)
}

// New works out the pages of n as readers have them at now. It fails with Invalid
// where the settings name an address or a time zone that cannot be used. Bodies are
// not read here but when File or Paths needs them.
func New(n Newsroom, c *locale.Catalogues, m Media, fonts fs.FS, now time.Time) (*Site, error) {
	pages := n.editions()
	s := &Site{
		spell: n.Spell, words: c, media: m, about: n.Settings.About, taken: make(addresses, pages),
		byID: make(map[newsroom.EditionID]*article, pages), files: make(map[string]output, pages), relations: new(Relations),
	}
	s.frame.Program, s.frame.Settings = program(), n.Settings
	s.frame.Settings.About, s.frame.Settings.Adverts, s.frame.Settings.Blocking = nil, nil, nil
	s.frame.Adverts = s.adverts(n.Settings.Adverts)
	s.frame.sealing = sync.OnceValue(s.frame.seal)
	if s.spell == nil {
		s.spell = func(_ newsroom.Lang, name string) string { return name }
	}
	var err error
	if s.frame.base, err = baseAddress(n.Settings.Address); err != nil {
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
	s.addSearch()
	s.addSitemap()
	return s, nil
}

// Paths returns the path of every file of the site, sorted, with forward slashes.
// It reads the bodies of editions that do not say their pictures; where one cannot be
// read, its pictures are missing here and File of its page says why.
func (s *Site) Paths() []string {
	paths := slices.AppendSeq(s.picturePaths(), maps.Keys(s.files))
	slices.Sort(paths)
	return slices.Compact(paths)
}

// File renders the file at path. It fails with NotFound where the site has no such
// file, and with the cause where a body or a picture cannot be read.
func (s *Site) File(path string) ([]byte, error) {
	if out, ok := s.files[path]; ok {
		return out.render(&s.frame)
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
