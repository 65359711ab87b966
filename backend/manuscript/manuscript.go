// Package manuscript reads and writes editions as Markdown files with front matter, the
// form in which Hugo, Jekyll, Eleventy and most other site generators keep an article,
// and in which Khabar imports and exports.
//
// # A file
//
// A file begins with a line of three hyphens, YAML, and another such line; the body
// follows. UTF-8 only; a byte order mark and the line ends of every system are
// tolerated. Known keys:
//
//	title                          text
//	description or summary         text
//	date, lastmod                  date or date with time; UTC where it has no zone
//	author (authors, byline)       text or list
//	translator                     text or list
//	slug, place                    text
//	section, sections, categories  text or list; else the first folder of the path
//	tags                           text (parted by commas) or list
//	image                          text, or src, alt, caption, credit
//	draft                          true or false
//	lang (language)                one of the nine; fa-AF and prs are fa
//	source (sourceLanguage)        the language that the story was first written in
//	source                         the language in which the story was written first
//	story or translationKey        whatever the editions of one story share
//
// Where two names of the same key appear, the first counts. It and all other keys
// are kept as they stand in Extra and written back. A value of the wrong type is an
// error and never a guess: an importer that guesses changes texts.
//
// # A tree
//
// Scan walks folders and finds out, for each file, its language and which story it
// belongs to. The language is that of the front matter, of the file name
// (visit.fa.md), or of a folder among the first three (fa/, content/fa/); else the
// default. The story is what the front matter says; else the path without language,
// so that en/news/visit.md, fa/news/visit.md, news/visit.ps.md and
// news/visit/index.ru.md are four editions of one. Both depend on the path within the
// tree alone: importing again finds the same stories.
package manuscript

import (
	"time"

	"khabar/backend/markdown"
	"khabar/backend/newsroom"
)

// Manuscript is an edition in a file, with what the file says of its story.
type Manuscript struct {
	File     string        // path or name, for messages
	Lang     newsroom.Lang // "" where Parse finds none; never "" from Scan
	StoryKey string        // shared by the editions of a story: as given, or a path that begins with a slash; "" where Parse finds none
	Stem     string        // the file's own name without date, language and extension: what its address was made of; only from Scan
	Source   newsroom.Lang // in which the story was written first; "" where the file does not say
	Text     newsroom.Text
	Date     time.Time // zero where the file has none
	Modified time.Time
	Sections []string // labels or slugs, as written
	Tags     []string
	Place    string
	Image    Image
	Draft    bool
	Extra    string    // the keys that Khabar does not know, as YAML
	Pictures []Picture // only from Scan
}

// Image is the lead picture.
type Image struct{ Src, Alt, Caption, Credit string }

// Picture is a picture that a manuscript names and the tree holds.
type Picture struct {
	Ref  string // exactly as the body or Image.Src names it
	Path string // the file on disk
}

// WithPictures returns m with the references to pictures, in the body and of the lead
// picture, replaced as refs says.
func (m Manuscript) WithPictures(refs map[string]string) Manuscript {
	m.Text.Body = markdown.RewritePictures(m.Text.Body, refs)
	if ref, ok := refs[m.Image.Src]; ok {
		m.Image.Src = ref
	}
	return m
}
