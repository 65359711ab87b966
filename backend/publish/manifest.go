package publish

import (
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"time"

	"khabar/backend/newsroom"
)

const (
	ownDir       = ".khabar"
	manifestPath = ownDir + "/manifest.json"

	// manifestVersion is the shape of the manifest. In the first, a record was a hash alone.
	manifestVersion = 2
)

// record is what the manifest says of a file that Khabar wrote.
type record struct {
	hash string // SHA-256 of what was written
	made string // fingerprint of what that was rendered from; "" = not known
	size int64
	time int64 // of the last change that the file system told, in ns since 1970; 0 = not known
}

// unknown stands for a file that a run was about to write: it is ours, and whether the old
// or the new content is there only the disk can say.
var unknown = record{}

// manifest holds the record of every file that Khabar wrote, by its path.
type manifest map[string]record

// manifestFile is the manifest as it lies in the folder: a record is its four values, with
// spaces between.
type manifestFile struct {
	Version int               `json:"version"`
	Files   map[string]string `json:"files"`
}

// kept is a manifest with the hash of the bytes from which it was read: reading is dear.
type kept struct {
	hash  string
	files manifest
}

// read returns the folder's manifest, an empty one where there is none, and when it was
// written. A damaged one is an error: taken for empty, all pages would seem somebody else's.
// The caller must not change it.
func (k *kept) read(root *os.Root) (manifest, time.Time, error) {
	b, err := root.ReadFile(manifestPath)
	if errors.Is(err, fs.ErrNotExist) {
		return manifest{}, time.Time{}, nil
	}
	if err != nil {
		return nil, time.Time{}, err
	}
	info, err := root.Stat(manifestPath)
	if err != nil {
		return nil, time.Time{}, err
	}
	if hash := hashOf(b); k.files == nil || k.hash != hash {
		files, err := parse(b)
		if err != nil {
			return nil, time.Time{}, err
		}
		k.hash, k.files = hash, files
	}
	return k.files, info.ModTime(), nil
}

func parse(b []byte) (manifest, error) {
	var file manifestFile
	if err := json.Unmarshal(b, &file); err != nil {
		return nil, newsroom.Errorf(newsroom.Damaged, "publish.manifest", "path", manifestPath, err)
	}
	if file.Version > manifestVersion {
		return nil, newsroom.Errorf(newsroom.TooNew, "publish.tooNew", "path", manifestPath)
	}
	files := make(manifest, len(file.Files))
	for p, text := range file.Files {
		if !publishable(p) {
			return nil, newsroom.Errorf(newsroom.Damaged, "publish.manifest", "path", manifestPath)
		}
		files[p] = recordOf(text)
	}
	return files, nil
}

// recordOf reads a record; of one in another shape, no more than the hash.
func recordOf(text string) record {
	hash, rest, _ := strings.Cut(text, " ")
	parts := strings.Split(rest, " ")
	if len(parts) != 3 {
		return record{hash: hash}
	}
	size, err := strconv.ParseInt(parts[1], 10, 64)
	at, err2 := strconv.ParseInt(parts[2], 10, 64)
	if err != nil || err2 != nil {
		return record{hash: hash}
	}
	return record{hash: hash, made: parts[0], size: size, time: at}
}

func (r record) append(b []byte) []byte {
	b = append(b, r.hash...)
	if r == unknown {
		return b
	}
	b = append(append(append(b, ' '), r.made...), ' ')
	b = append(strconv.AppendInt(b, r.size, 10), ' ')
	return strconv.AppendInt(b, r.time, 10)
}

// write replaces the folder's manifest.
func (k *kept) write(root *os.Root, m manifest) error {
	b := append(make([]byte, 0, 200*len(m)), `{"version":`+strconv.Itoa(manifestVersion)+`,"files":{`...)
	for i, path := range slices.Sorted(maps.Keys(m)) {
		if i > 0 {
			b = append(b, ',')
		}
		name, err := json.Marshal(path)
		if err != nil {
			return err
		}
		b = append(append(append(b, '\n'), name...), `:"`...)
		b = append(m[path].append(b), '"')
	}
	b = append(b, "\n}}\n"...)
	if err := replace(root, manifestPath, b); err != nil {
		return err
	}
	k.hash, k.files = hashOf(b), m
	return syncFolder(root, ownDir)
}

// settle records what stands in the folder after a run: the files of the site, those
// that failed as they were before, and what is left of the orphans. Where all of it is
// recorded already, nothing is written.
func (r *run) settle(orphans []string) error {
	if !r.unsettled && len(r.standing) == len(r.manifest) {
		return nil
	}
	settled := r.standing
	for _, result := range r.report.Results {
		if result.Outcome == Failed && !r.taken[result.Path] {
			settled[result.Path] = unknown
		}
	}
	for _, path := range orphans {
		settled[path] = r.manifest[path]
	}
	return r.kept.write(r.root, settled)
}

// remove deletes the orphans that are still as Khabar wrote them, and the folders
// that this empties, and returns those that must be tried again. One that somebody
// has changed since is theirs now and stays.
func (r *run) remove(ctx context.Context, orphans []string) (left []string, err error) {
	for i, name := range orphans {
		if ctx.Err() != nil {
			r.report.Cancelled = true
			return orphans[i:], nil
		}
		content, err := r.root.ReadFile(name)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err == nil && r.manifest[name] != unknown && r.manifest[name].hash != hashOf(content) {
			continue
		}
		if err == nil {
			err = r.root.Remove(name)
		}
		if err != nil {
			r.note(Result{Path: name, Outcome: Failed, Err: storageError(path.Join(r.dir, name), err)}, unknown)
			left = append(left, name)
			continue
		}
		r.note(Result{Path: name, Outcome: Removed}, unknown)
		r.removeEmpty(path.Dir(name))
	}
	return left, nil
}

// removeEmpty removes dir and its parents as long as nothing is in them. A folder
// that is not empty refuses, which is what decides.
func (r *run) removeEmpty(dir string) {
	for dir != "." && r.root.Remove(dir) == nil {
		dir = path.Dir(dir)
	}
}
