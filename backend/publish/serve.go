package publish

import (
	"context"
	"io/fs"
	"mime"
	"net"
	"net/http"
	"net/url"
	"os"
	"path"
	"strings"
	"time"
)

// Serve serves the folder dir on this machine until ctx is done, and returns the
// address of its home page. Nothing outside dir and nothing of .khabar is given out,
// and browsers are told to keep nothing, so that a reload shows what was published.
func Serve(ctx context.Context, dir string) (address string, err error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return "", storageError(dir, err)
	}
	root.Close()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	server := &http.Server{Handler: handler{dir, listener.Addr().String()}, ReadHeaderTimeout: 10 * time.Second}
	context.AfterFunc(ctx, func() { server.Close() })
	go server.Serve(listener) // ends with ErrServerClosed, which is what was asked for
	return "http://" + listener.Addr().String() + "/", nil
}

// handler serves the files of a folder as a plain web server does. It holds the folder
// open no longer than for an answer: a stick can be taken out meanwhile, and put back.
type handler struct {
	dir  string
	host string
}

// kinds are the types that a site has: what the system's own table says differs from
// machine to machine.
var kinds = map[string]string{
	".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
	".xml": "application/xml; charset=utf-8", ".txt": "text/plain; charset=utf-8", ".svg": "image/svg+xml",
	".jpg": "image/jpeg", ".png": "image/png", ".webp": "image/webp", ".gif": "image/gif", ".woff2": "font/woff2",
}

// ServeHTTP implements http.Handler.
func (h handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	// A page of the web may give its own name this machine's address and then read
	// what is served here; it cannot choose the Host that the browser sends.
	if r.Host != h.host {
		http.Error(w, "wrong host", http.StatusMisdirectedRequest)
		return
	}
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		http.Error(w, "method not allowed", http.StatusMethodNotAllowed)
		return
	}
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("X-Content-Type-Options", "nosniff")
	name := strings.TrimPrefix(path.Clean("/"+r.URL.Path), "/")
	if name == "" || strings.HasSuffix(r.URL.Path, "/") {
		name = path.Join(name, "index.html")
	}
	root, err := os.OpenRoot(h.dir)
	if err != nil {
		http.Error(w, "not found", http.StatusNotFound)
		return
	}
	defer root.Close()
	files := root.FS()
	if isFolder(files, name) {
		http.Redirect(w, r, (&url.URL{Path: "/" + name + "/"}).EscapedPath(), http.StatusFound)
		return
	}
	content, err := fs.ReadFile(files, name)
	if err != nil || strings.Contains("/"+name, "/.") {
		notFound(w, files)
		return
	}
	w.Header().Set("Content-Type", kindOf(name))
	w.Write(content)
}

func isFolder(files fs.FS, name string) bool {
	info, err := fs.Stat(files, name)
	return err == nil && info.IsDir() && !strings.Contains("/"+name, "/.")
}

// notFound shows the site's own page for it.
func notFound(w http.ResponseWriter, files fs.FS) {
	page, err := fs.ReadFile(files, "404.html")
	if err != nil {
		http.Error(w, "not found", http.StatusNotFound)
		return
	}
	w.Header().Set("Content-Type", kinds[".html"])
	w.WriteHeader(http.StatusNotFound)
	w.Write(page)
}

func kindOf(name string) string {
	ending := strings.ToLower(path.Ext(name))
	if kind := kinds[ending]; kind != "" {
		return kind
	}
	if kind := mime.TypeByExtension(ending); kind != "" {
		return kind
	}
	return "application/octet-stream"
}
