package publish

import (
	"io/fs"
	"maps"
	"os"
	"slices"
	"strings"
)

// claim records, before anything is written, that the files at paths will be ours: a
// run that is cut leaves nothing behind of which the next does not know. Places that
// somebody else's file has taken are not claimed.
func (r *run) claim(paths []string) error {
	if err := r.sweep(); err != nil || len(paths) == 0 {
		return err
	}
	claimed := maps.Clone(r.manifest)
	for _, path := range paths {
		if r.foreign(path) {
			r.taken[path] = true
			continue
		}
		claimed[path] = unknown
	}
	r.unsettled = true
	return r.kept.write(r.root, claimed)
}

// foreign reports whether a file that is not ours stands at path. Where the file
// system does not tell A from a, ours may stand there under its former name.
func (r *run) foreign(path string) bool {
	if _, ours := r.manifest[path]; ours {
		return false
	}
	there, err := r.root.Lstat(path)
	if err != nil {
		return false
	}
	if r.folded == nil {
		r.folded = make(map[string]string, len(r.manifest))
		for path := range r.manifest {
			r.folded[strings.ToLower(path)] = path
		}
	}
	former, ours := r.folded[strings.ToLower(path)]
	return !ours || !r.same(there, former)
}

// same reports whether the file at path is the one described by info.
func (r *run) same(info fs.FileInfo, path string) bool {
	other, err := r.root.Lstat(path)
	return err == nil && os.SameFile(info, other)
}

// publishable reports whether path is one that a site may have: inside the folder and
// none of the folder's own.
func publishable(path string) bool {
	return fs.ValidPath(path) && path != "." && !strings.HasPrefix(path, ownDir+"/") && path != ownDir
}

// orphans returns what earlier runs wrote and the site does not have, sorted. A file
// that only changed the case of its name, where the file system does not tell, is none.
func (r *run) orphans(paths []string) []string {
	var gone []string
	for path := range r.manifest {
		if _, found := slices.BinarySearch(paths, path); !found {
			gone = append(gone, path)
		}
	}
	if len(gone) == 0 {
		return nil
	}
	wanted := make(map[string]string, len(paths))
	for _, path := range paths {
		wanted[strings.ToLower(path)] = path
	}
	var orphans []string
	for _, path := range gone {
		if now, renamed := wanted[strings.ToLower(path)]; renamed {
			if there, err := r.root.Lstat(now); err == nil && r.same(there, path) {
				continue
			}
		}
		orphans = append(orphans, path)
	}
	slices.Sort(orphans)
	return orphans
}
