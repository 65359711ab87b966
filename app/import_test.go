package app

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"khabar/backend/newsroom"
)

// corpus writes n editions as files, four languages a story.
func corpus(t testing.TB, dir string, n int) {
	t.Helper()
	words := map[string]string{"en": "water road school market ", "fa": "می‌روم کتاب‌ها بازار آب ", "ps": "ښوونځی ډېر واوره بیې ", "ru": "рынок школа вода река "}
	for i := range n / len(words) {
		for l, w := range words {
			path := filepath.Join(dir, fmt.Sprintf("s%05d", i), l+".md")
			body := strings.Repeat(strings.Repeat(w, 22)+"\n\n", 5)
			front := fmt.Sprintf("---\ntitle: %s%d\ndate: 2025-0%d-01\nlang: %s\nstory: s%d\nsections: [world, %s]\ntags: [trade, water]\n---\n\n", w, i, 1+i%9, l, i, []string{"sport", "history"}[i%2])
			if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, []byte(front+body), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// begun returns an app with an empty newsroom.
func begun(t testing.TB) *App {
	t.Helper()
	a := open(t, t.TempDir())
	if _, err := a.Begin(BeginRequest{Language: "en", Name: "Desk", Newsroom: "Test"}); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := a.shutdown(context.Background()); err != nil {
			t.Error(err)
		}
	})
	return a
}

func BenchmarkImport1000(b *testing.B) {
	dir := b.TempDir()
	corpus(b, dir, 1000)
	for b.Loop() {
		b.StopTimer()
		a := begun(b)
		b.StartTimer()
		r, err := a.room.Import(b.Context(), []string{dir}, ImportOptions{Live: true, Language: newsroom.English})
		if err != nil || r.Changed != 1000 {
			b.Fatal(r, err)
		}
	}
}
