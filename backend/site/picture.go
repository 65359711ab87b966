package site

import (
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"

	"khabar/backend/markdown"
	"khabar/backend/newsroom"
)

// widths are the widths, in pixels, in which a picture is published: a phone's
// column, a tablet's, and a sharp desktop screen's.
var widths = []int{480, 960, 1600}

// picture is a picture as pages use it.
type picture struct {
	Hash          string
	Width, Height int
	Ext           string // of the published files
	Widths        []int  // the published ones, ascending; none is wider than the picture
}

// picture returns the picture with this hash; ok is false where there is none.
func (s *Site) picture(hash string) (p picture, ok bool) {
	if hash == "" || s.media == nil {
		return picture{}, false
	}
	if known, found := s.infos.Load(hash); found {
		p = known.(picture)
		return p, p.Width > 0
	}
	p.Hash = hash
	if w, h, ext, found := s.media.Info(hash); found && w > 0 && h > 0 {
		p.Width, p.Height, p.Ext = w, h, ext
		for _, width := range widths {
			if width < w {
				p.Widths = append(p.Widths, width)
			}
		}
		p.Widths = append(p.Widths, min(w, widths[len(widths)-1]))
		p.Widths = slices.Compact(p.Widths)
	}
	s.infos.Store(hash, p)
	return p, p.Width > 0
}

// pictureOr returns the picture with this hash, nil where there is none.
func (s *Site) pictureOr(hash string) *picture {
	if p, ok := s.picture(hash); ok {
		return &p
	}
	return nil
}

// picturesOf returns those of the pictures that there are.
func (s *Site) picturesOf(hashes []string) map[string]picture {
	var all map[string]picture
	for _, hash := range hashes {
		if p, ok := s.picture(hash); ok {
			if all == nil {
				all = map[string]picture{}
			}
			all[hash] = p
		}
	}
	return all
}

// PicturesIn returns the hashes of the pictures that a body shows.
func PicturesIn(body string) (hashes []string) {
	// A search is some hundred times cheaper than parsing the Markdown.
	if !strings.Contains(body, "media/") {
		return nil
	}
	for _, ref := range markdown.Pictures(body) {
		hashes = append(hashes, hashOf(ref))
	}
	return hashes
}

// path returns the path of the published picture of a width.
func (p picture) path(width int) string {
	return "media/" + p.Hash + "-" + strconv.Itoa(width) + "." + p.Ext
}

// best returns the published width closest above want.
func (p picture) best(want int) int {
	for _, w := range p.Widths {
		if w >= want {
			return w
		}
	}
	return p.Widths[len(p.Widths)-1]
}

// srcset returns the srcset attribute for a page at from.
func (p picture) srcset(from string) string {
	var parts []string
	for _, w := range p.Widths {
		parts = append(parts, fmt.Sprintf("%s %dw", rel(from, p.path(w)), w))
	}
	return strings.Join(parts, ", ")
}

// hashOf returns the hash in a picture reference of a body, "media/HASH.ext"; "" for
// anything else.
func hashOf(ref string) string {
	name, found := strings.CutPrefix(ref, "media/")
	if !found || strings.Contains(name, "/") {
		return ""
	}
	return strings.TrimSuffix(name, path.Ext(name))
}

// usedPictures returns the hashes of all pictures that are on a page of the site: leads and
// bodies of shown editions, adverts, about pages.
func (s *Site) usedPictures() (used map[string]bool, err error) {
	used = map[string]bool{}
	add := func(hashes ...string) {
		for _, hash := range hashes {
			used[hash] = true
		}
	}
	for _, ad := range s.frame.Adverts {
		add(ad.Picture)
	}
	for _, text := range s.about {
		add(PicturesIn(text)...)
	}
	for _, l := range s.shelves {
		for _, a := range l.articles {
			add(a.story.Lead.Hash)
			hashes, failed := a.pictures()
			if failed != nil {
				err = failed
			}
			add(hashes...)
		}
	}
	return used, err
}

// picturePaths returns the paths of all pictures of the site.
func (s *Site) picturePaths() (paths []string) {
	used, _ := s.pictures() // a body that cannot be read is reported by its own page
	for hash := range used {
		if p, ok := s.picture(hash); ok {
			for _, w := range p.Widths {
				paths = append(paths, p.path(w))
			}
		}
	}
	return paths
}

// pictureAt finds the picture that is published at media/HASH-WIDTH.EXT.
func (s *Site) pictureAt(file string) (p picture, width int, ok bool) {
	name, found := strings.CutPrefix(strings.TrimSuffix(file, path.Ext(file)), "media/")
	hash, size, sized := strings.Cut(name, "-")
	width, err := strconv.Atoi(size)
	if !found || !sized || err != nil {
		return p, 0, false
	}
	if p, ok = s.picture(hash); !ok || !slices.Contains(p.Widths, width) || file != p.path(width) {
		return p, 0, false
	}
	used, _ := s.pictures()
	return p, width, used[hash]
}

// pictureFile renders media/HASH-WIDTH.EXT where the picture is on a page.
func (s *Site) pictureFile(file string) ([]byte, error) {
	p, width, ok := s.pictureAt(file)
	if !ok {
		return nil, newsroom.Errorf(newsroom.NotFound, "site.noFile", "path", file)
	}
	return s.media.Rendition("media/"+p.Hash+"."+p.Ext, width)
}
