package manuscript

import (
	"path"
	"regexp"
	"slices"
	"strings"

	"khabar/backend/newsroom"
)

// place is what the path of a file within its tree tells.
type place struct {
	lang    newsroom.Lang // "" where no part of the path is a language
	unknown string        // a language in the file name that is none of the nine
	key     string        // the path without language, with a slash in front
	section string        // the first folder; "" where there is none
	stem    string        // the file's own name without date
	draft   bool          // it lies in a folder for drafts
}

// generatorFolders are folders that generators want and that say nothing of a story.
var generatorFolders = []string{"content", "src", "_posts", "_drafts", "posts"}

// datePrefix opens the file names of Jekyll.
var datePrefix = regexp.MustCompile(`^\d{4}-\d{2}-\d{2}-`)

// suffix is what may be a language before the extension: name.fa.md.
var suffix = regexp.MustCompile(`^(.+)\.([A-Za-z]{2,3}(?:[-_][A-Za-z]{2,4})?)$`)

// placeOf reads a path with forward slashes, relative to its tree.
func placeOf(rel string) place {
	var p place
	parts := strings.Split(strings.TrimSuffix(rel, path.Ext(rel)), "/")
	name := parts[len(parts)-1]
	folders := parts[:len(parts)-1]
	name = p.fileLanguage(name)
	var kept []string
	fromFolder := newsroom.Lang("")
	for i, folder := range folders {
		if l := newsroom.Lang(folder); fromFolder == "" && i < 3 && l.Valid() {
			fromFolder = l
			continue
		}
		p.draft = p.draft || folder == "_drafts"
		if !slices.Contains(generatorFolders, folder) {
			kept = append(kept, folder)
		}
	}
	if p.lang == "" {
		p.lang = fromFolder
	}
	if name == "index" && len(kept) > 0 { // a bundle: the folder is the article
		name, kept = kept[len(kept)-1], kept[:len(kept)-1]
	}
	if len(kept) > 0 {
		p.section = kept[0]
	}
	p.stem = datePrefix.ReplaceAllString(name, "")
	p.key = "/" + strings.Join(append(kept, name), "/")
	return p
}

// fileLanguage takes the language off a file name. Two letters that are a language, but
// none of the nine, are remembered: the file is no edition in the default language.
func (p *place) fileLanguage(name string) string {
	match := suffix.FindStringSubmatch(name)
	if match == nil {
		return name
	}
	if l, ok := language(match[2]); ok {
		p.lang = l
		return match[1]
	}
	if len(match[2]) == 2 {
		p.unknown = match[2]
	}
	return name
}
