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
	hash          string
	width, height int
	ext           string // of the published files
	widths        []int  // the published ones, ascending; none is wider than the picture
}

// picture returns the picture with this hash; ok is false where there is none.
func (s *Site) picture(hash string) (p picture, ok bool) {
	if hash == "" || s.media == nil {
		return picture{}, false
	}
	if known, found := s.infos.Load(hash); found {
		p = known.(picture)
		return p, p.width > 0
	}
	p.hash = hash
	if w, h, ext, found := s.media.Info(hash); found && w > 0 && h > 0 {
		p.width, p.height, p.ext = w, h, ext
		for _, width := range widths {
			if width < w {
				p.widths = append(p.widths, width)
			}
		}
		p.widths = append(p.widths, min(w, widths[len(widths)-1]))
		p.widths = slices.Compact(p.widths)
	}
	s.infos.Store(hash, p)
	return p, p.width > 0
}

// path returns the path of the published picture of a width.
func (p picture) path(width int) string {
	return "media/" + p.hash + "-" + strconv.Itoa(width) + "." + p.ext
}

// best returns the published width closest above want.
func (p picture) best(want int) int {
	for _, w := range p.widths {
		if w >= want {
			return w
		}
	}
	return p.widths[len(p.widths)-1]
}

// srcset returns the srcset attribute for a page at from.
func (p picture) srcset(from string) string {
	var parts []string
	for _, w := range p.widths {
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

// usedPictures returns the paths of all pictures that are on a page of the site:
// leads and bodies of shown editions, and adverts.
func (s *Site) usedPictures() ([]string, error) {
	used := map[string]bool{}
	for _, ad := range s.settings.Adverts {
		used[ad.Picture] = true
	}
	var failed error
	for _, l := range s.languages {
		for _, a := range l.articles {
			used[a.story.Lead.Hash] = true
			body, err := a.body()
			if err != nil {
				failed = err
				continue
			}
			// A search is some hundred times cheaper than parsing the Markdown.
			if strings.Contains(body, "media/") {
				for _, ref := range markdown.Pictures(body) {
					used[hashOf(ref)] = true
				}
			}
		}
	}
	var paths []string
	for hash := range used {
		p, ok := s.picture(hash)
		if !ok {
			continue
		}
		s.published.Store(hash, true)
		for _, w := range p.widths {
			paths = append(paths, p.path(w))
		}
	}
	return paths, failed
}

// pictureFile renders media/HASH-WIDTH.EXT where the picture is on a page.
func (s *Site) pictureFile(file string) ([]byte, error) {
	missing := newsroom.Errorf(newsroom.NotFound, "site.noFile", "path", file)
	name, found := strings.CutPrefix(strings.TrimSuffix(file, path.Ext(file)), "media/")
	hash, size, sized := strings.Cut(name, "-")
	width, err := strconv.Atoi(size)
	if !found || !sized || err != nil {
		return nil, missing
	}
	p, ok := s.picture(hash)
	if !ok || !slices.Contains(p.widths, width) || file != p.path(width) || !s.isPublished(hash) {
		return nil, missing
	}
	return s.media.Rendition("media/"+hash+"."+p.ext, width)
}

// isPublished reports whether a picture is on a page. Rendering a page notes its
// pictures, so a preview does not read every body to show one of them.
func (s *Site) isPublished(hash string) bool {
	if _, known := s.published.Load(hash); known {
		return true
	}
	s.pictures()
	_, known := s.published.Load(hash)
	return known
}
