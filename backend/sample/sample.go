// Package sample holds the newsroom to look around in: RASC News as its site shows
// it, with fourteen stories in four to nine languages, so that every section has a
// story in every language. It is data. Whoever founds the sample reads the files and
// hands them to the same desk and the same import as any other newsroom; nothing in
// here does anything.
//
//	newsroom.json          newsroom.Settings, about pages and advertisement slots included
//	tags.json              a list of newsroom.Term of the kind "tag"
//	names.json             a list of newsroom.Name: who and what the stories speak of
//	stories/STORY/LANG.md  one edition: YAML front matter, then the Markdown body
//	stories/STORY/*.jpg    the pictures that the story's editions name, beside them
//	desk/STORY/LANG.md     what is not finished: new stories, and newer texts of live ones
//
// The sections are not here: the stories use the ids of the default vocabulary.
//
// The front matter has story, lang and source (the language in which the story was
// written first), title, description, slug, date, author, translator in all editions
// but the source, sections and tags as ids, place, and image with src, alt, caption
// and credit. Place and credit belong to the story and are therefore the same in all
// its editions.
//
// The Kazakh delegation's visit to Kabul follows published facts in sentences of its
// own. Every other story is invented: it names no living person and its figures are
// nobody's. The texts are examples of clean writing as well (joiners in Persian,
// Pashto and Tajik letters, quotation marks and spaces of each language), and the
// tests hold them to it.
package sample

import (
	"embed"
	"io/fs"
)

//go:embed newsroom.json tags.json names.json stories desk
var files embed.FS

// Files returns the sample's files under the names that the package comment lists.
func Files() fs.FS { return files }
