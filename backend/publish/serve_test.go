package publish_test

import (
	"context"
	"io"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"khabar/backend/newsroom"
	"khabar/backend/publish"
)

func TestServe(t *testing.T) {
	dir := t.TempDir()
	site := before()
	site["fa/ورود-معاون.html"] = "ورود"
	run(t, dir, site)
	ctx, stop := context.WithCancel(t.Context())
	address, err := publish.Serve(ctx, dir)
	if err != nil || !strings.HasPrefix(address, "http://127.0.0.1:") {
		t.Fatalf("address %q, error %v", address, err)
	}
	for path, want := range map[string]struct {
		status     int
		kind, body string
	}{
		"":    {200, "text/html; charset=utf-8", "chooser"},
		"en/": {200, "text/html; charset=utf-8", "home 1"},
		"en":  {200, "text/html; charset=utf-8", "home 1"}, // redirected
		"fa/" + url.PathEscape("ورود-معاون.html"): {200, "text/html; charset=utf-8", "ورود"},
		"assets/style-1.css":      {200, "text/css; charset=utf-8", "style 1"},
		"media/a-480.jpg":         {200, "image/jpeg", "picture"},
		"en/nothing.html":         {404, "text/html; charset=utf-8", "missing"},
		".khabar/manifest.json":   {404, "text/html; charset=utf-8", "missing"},
		".khabar":                 {404, "text/html; charset=utf-8", "missing"},
		"%2e%2e/%2e%2e/etc/hosts": {404, "text/html; charset=utf-8", "missing"},
	} {
		response, err := http.Get(address + path)
		if err != nil {
			t.Fatal(err)
		}
		body, _ := io.ReadAll(response.Body)
		response.Body.Close()
		if response.StatusCode != want.status || response.Header.Get("Content-Type") != want.kind || string(body) != want.body {
			t.Errorf("%q: %d %s %q", path, response.StatusCode, response.Header.Get("Content-Type"), body)
		}
	}
	request, _ := http.NewRequest(http.MethodGet, address, nil)
	request.Host = "elsewhere.example"
	if response, err := http.DefaultClient.Do(request); err != nil || response.StatusCode != http.StatusMisdirectedRequest {
		t.Errorf("another host: %v %v", response, err)
	}
	http.DefaultClient.CloseIdleConnections()
	stop()
	for {
		if _, err := http.Get(address); err != nil {
			break // closed, as it should be
		}
	}
}

func TestServeWithoutFolder(t *testing.T) {
	if _, err := publish.Serve(t.Context(), t.TempDir()+"/gone"); newsroom.CodeOf(err) != newsroom.Storage {
		t.Errorf("error %v", err)
	}
}
