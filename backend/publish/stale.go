package publish

import (
	"context"
	"os"
	"path"
	"time"
)

// Fingerprinted are files that know what they are made from.
type Fingerprinted interface {
	Files
	// Fingerprint returns a hash of all that the file at path is made from: where it is what
	// it was, File gives the same bytes. "" says nothing. It must be safe for concurrent use.
	Fingerprint(path string) string
}

// fingerprint returns the fingerprint of a file, "" where it has none.
func (r *run) fingerprint(path string) string {
	if files, ok := r.files.(Fingerprinted); ok {
		return files.Fingerprint(path)
	}
	return ""
}

// tick is the coarsest step in which a file system tells when a file was changed: FAT, on
// sticks, knows only even seconds.
const tick = 3 * time.Second

// stale returns the paths, in their order, that must be rendered: whose fingerprint is not
// that of the manifest, or at which something else stands than what the manifest says. Of the
// others it notes that they are unchanged.
func (r *run) stale(ctx context.Context, paths []string) []string {
	if _, ok := r.files.(Fingerprinted); !ok || len(r.manifest) == 0 {
		return paths
	}
	stale := make(map[string]bool)
	// No file fails here: what cannot be looked at is rendered.
	_ = each(ctx, r, bundles(paths), func(paths []string) error {
		for _, name := range r.staleIn(ctx, paths) {
			r.mutex.Lock()
			stale[name] = true
			r.mutex.Unlock()
		}
		return nil
	})
	var found []string
	for _, name := range paths {
		if stale[name] {
			found = append(found, name)
		}
	}
	return found
}

// bundle is up to how many files of a folder are looked at by one worker.
const bundle = 256

// bundles splits sorted paths into runs that lie in one folder.
func bundles(paths []string) (all [][]string) {
	from := 0
	for i := range paths {
		if i-from == bundle || path.Dir(paths[i]) != path.Dir(paths[from]) {
			all, from = append(all, paths[from:i]), i
		}
	}
	if from < len(paths) {
		all = append(all, paths[from:])
	}
	return all
}

// staleIn is stale for files of one folder, which is opened once for them: that makes looking
// at each several times cheaper.
func (r *run) staleIn(ctx context.Context, paths []string) (stale []string) {
	in := r.root
	if dir := path.Dir(paths[0]); dir != "." {
		opened, err := r.root.OpenRoot(dir)
		if err != nil {
			return paths
		}
		defer opened.Close()
		in = opened
	}
	for _, name := range paths {
		if ctx.Err() != nil {
			return stale
		}
		if is, current := r.current(in, name); current {
			r.note(Result{Path: name, Outcome: Unchanged}, is)
		} else {
			stale = append(stale, name)
		}
	}
	return stale
}

// current reports whether the file at name is what would be rendered, and returns its record.
// Size and time of change tell, as they tell Git: the content is read only where the file
// was touched since, or so shortly before the manifest was written that its time could be
// the same after one more change.
func (r *run) current(in *os.Root, name string) (is record, ok bool) {
	is = r.manifest[name]
	if is == unknown || is.made == "" || is.made != r.fingerprint(name) {
		return is, false
	}
	info, err := in.Lstat(path.Base(name))
	if err != nil || !info.Mode().IsRegular() || info.Size() != is.size {
		return is, false
	}
	at := info.ModTime()
	if at.UnixNano() == is.time && at.Add(tick).Before(r.recorded) {
		return is, true
	}
	content, err := r.root.ReadFile(name)
	if err != nil || hashOf(content) != is.hash {
		return is, false
	}
	r.mutex.Lock()
	defer r.mutex.Unlock()
	is.time, r.unsettled = at.UnixNano(), true
	return is, true
}
