package app

import (
	"bytes"
	"mime"
	"net/http"
	"path"
	"strings"
	"time"
)

// serve answers what the window asks for beyond its own files: pictures of the archive
// (/media/HASH.jpg, or /media/HASH) and pages of previews (/preview/TOKEN/…).
func (a *App) serve(w http.ResponseWriter, r *http.Request) {
	switch rest := strings.TrimPrefix(path.Clean(r.URL.Path), "/"); {
	case strings.HasPrefix(rest, "media/"):
		a.servePicture(w, r, rest)
	case strings.HasPrefix(rest, "preview/"):
		token, file, _ := strings.Cut(strings.TrimPrefix(rest, "preview/"), "/")
		a.servePreview(w, r, token, file)
	default:
		http.NotFound(w, r)
	}
}

func (a *App) servePicture(w http.ResponseWriter, r *http.Request, ref string) {
	room, err := a.open()
	if err != nil {
		http.NotFound(w, r)
		return
	}
	// A lead picture is known by its hash alone.
	if hash := path.Base(ref); path.Ext(hash) == "" {
		item, err := room.Media.Info(hash)
		if err != nil {
			http.NotFound(w, r)
			return
		}
		ref = item.Ref
	}
	f, err := room.Media.Open(ref)
	if err != nil {
		http.NotFound(w, r)
		return
	}
	defer f.Close()
	w.Header().Set("Cache-Control", "max-age=31536000, immutable") // the name is the content
	http.ServeContent(w, r, ref, time.Time{}, f)
}

func (a *App) servePreview(w http.ResponseWriter, r *http.Request, token, file string) {
	s := a.previews.get(token)
	if s == nil {
		http.NotFound(w, r)
		return
	}
	data, err := s.File(file)
	if err != nil {
		http.NotFound(w, r)
		return
	}
	if kind := mime.TypeByExtension(path.Ext(file)); kind != "" {
		w.Header().Set("Content-Type", kind)
	}
	http.ServeContent(w, r, path.Base(file), time.Time{}, bytes.NewReader(data))
}
