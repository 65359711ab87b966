package manuscript

import (
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"khabar/backend/markdown"
)

// publicFolders are where generators keep files that a page names from the root of the
// site: Hugo, Hugo's pipes, Eleventy and others. "" is Jekyll's: the site itself.
var publicFolders = []string{"", "static", "assets", "public", "src"}

// pictures finds the files that the body and the lead picture of m name. What the tree
// lacks is noted as missing.
func (s *scan) pictures(f file, m Manuscript) []Picture {
	var refs []string
	if strings.Contains(m.Text.Body, "![") {
		refs = markdown.Pictures(m.Text.Body)
	}
	if m.Image.Src != "" {
		refs = append(refs, m.Image.Src)
	}
	var found []Picture
	seen := map[string]bool{}
	for _, ref := range refs {
		local, ok := localPath(ref)
		if !ok || seen[ref] {
			continue
		}
		seen[ref] = true
		if path := f.find(local); path != "" {
			found = append(found, Picture{ref, path})
			continue
		}
		err := fault(f.path, lineOf(f.path, ref), ref, "manuscript.noPicture", nil)
		s.report.Missing = append(s.report.Missing, problem(err))
	}
	return found
}

// localPath returns the path that a reference within the site stands for; ok is false
// for one that leads elsewhere.
func localPath(ref string) (string, bool) {
	u, err := url.Parse(ref)
	if err != nil {
		return ref, !strings.Contains(ref, "://") // a file name with a stray percent sign
	}
	return u.Path, u.Scheme == "" && u.Host == "" && u.Path != ""
}

// find looks for local beside the file, then in each folder above it up to the tree, and
// in the public folders of each. Nothing outside of the tree is ever found, by ".." or
// by a link.
func (f file) find(local string) string {
	dir, err := filepath.Abs(filepath.Dir(f.path))
	if err != nil {
		return ""
	}
	for {
		for _, public := range publicFolders {
			if path := filepath.Join(dir, public, filepath.FromSlash(local)); f.holds(path) {
				return path
			}
		}
		if dir == f.tree || !within(f.tree, dir) {
			return ""
		}
		dir = filepath.Dir(dir)
	}
}

// holds reports whether path is a file of the tree once links are resolved.
func (f file) holds(path string) bool {
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() {
		return false
	}
	real, err := filepath.EvalSymlinks(path)
	if err != nil {
		return false
	}
	tree, err := filepath.EvalSymlinks(f.tree)
	return err == nil && within(tree, real)
}

// within reports whether path lies in folder.
func within(folder, path string) bool {
	rel, err := filepath.Rel(folder, path)
	return err == nil && filepath.IsLocal(rel)
}

// lineOf returns the line of a file in which ref first stands, 1 where it is written in
// another way there.
func lineOf(path, ref string) int {
	data, err := os.ReadFile(path)
	if err != nil {
		return 1
	}
	before, _, found := strings.Cut(string(data), ref)
	if !found {
		return 1
	}
	return 1 + strings.Count(before, "\n")
}
