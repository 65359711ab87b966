package publish

import (
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path"

	"khabar/backend/newsroom"
)

const (
	ownDir       = ".khabar"
	manifestPath = ownDir + "/manifest.json"

	// unknownHash stands for a file that a run was about to write: it is ours, and
	// whether the old or the new content is there only the disk can say.
	unknownHash = ""
)

// manifest maps the path of every file that Khabar wrote to the SHA-256 of what it
// wrote there.
type manifest map[string]string

// manifestFile is the manifest as it lies in the folder.
type manifestFile struct {
	Version int      `json:"version"`
	Files   manifest `json:"files"`
}

// readManifest returns the folder's manifest, an empty one where there is none. A
// damaged one is an error: taken for empty, all pages would seem somebody else's.
func readManifest(root *os.Root) (manifest, error) {
	b, err := root.ReadFile(manifestPath)
	if errors.Is(err, fs.ErrNotExist) {
		return manifest{}, nil
	}
	if err != nil {
		return nil, err
	}
	var file manifestFile
	if err := json.Unmarshal(b, &file); err != nil {
		return nil, newsroom.Errorf(newsroom.Damaged, "publish.manifest", "path", manifestPath, err)
	}
	if file.Version > 1 {
		return nil, newsroom.Errorf(newsroom.TooNew, "publish.tooNew", "path", manifestPath)
	}
	for p := range file.Files {
		if !publishable(p) {
			return nil, newsroom.Errorf(newsroom.Damaged, "publish.manifest", "path", manifestPath)
		}
	}
	if file.Files == nil {
		file.Files = manifest{}
	}
	return file.Files, nil
}

// write replaces the folder's manifest.
func (m manifest) write(root *os.Root) error {
	b, err := json.MarshalIndent(manifestFile{Version: 1, Files: m}, "", " ")
	if err != nil {
		return err
	}
	if err := replace(root, manifestPath, append(b, '\n')); err != nil {
		return err
	}
	return syncFolder(root, ownDir)
}

// settle records what stands in the folder after a run: the files of the site, those
// that failed as they were before, and what is left of the orphans.
func (r *run) settle(orphans []string) error {
	settled := manifest(r.hashes)
	for _, result := range r.report.Results {
		if result.Outcome == Failed && !r.taken[result.Path] {
			settled[result.Path] = unknownHash
		}
	}
	for _, path := range orphans {
		settled[path] = r.manifest[path]
	}
	return settled.write(r.root)
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
		if err == nil && r.manifest[name] != unknownHash && r.manifest[name] != hashOf(content) {
			continue
		}
		if err == nil {
			err = r.root.Remove(name)
		}
		if err != nil {
			r.note(Result{Path: name, Outcome: Failed, Err: storageError(path.Join(r.dir, name), err)}, nil)
			left = append(left, name)
			continue
		}
		r.note(Result{Path: name, Outcome: Removed}, nil)
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
