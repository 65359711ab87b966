package manuscript_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"khabar/backend/manuscript"
	"khabar/backend/newsroom"
)

// tree writes files, path → content, below a new folder and returns it.
func tree(t testing.TB, files map[string]string) string {
	t.Helper()
	root := t.TempDir()
	for path, content := range files {
		full := filepath.Join(root, filepath.FromSlash(path))
		if err := os.MkdirAll(filepath.Dir(full), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(full, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return root
}

// article is the smallest manuscript, with front matter lines of its own.
func article(lines ...string) string {
	return "---\n" + strings.Join(append([]string{"title: x"}, lines...), "\n") + "\n---\n\nBody.\n"
}

// scan returns what a scan of roots visits, and its report.
func scan(t testing.TB, lang newsroom.Lang, roots ...string) ([]manuscript.Manuscript, manuscript.Report) {
	t.Helper()
	var seen []manuscript.Manuscript
	report, err := manuscript.Scan(context.Background(), manuscript.Input{Roots: roots, Default: lang}, func(m manuscript.Manuscript) error {
		seen = append(seen, m)
		return nil
	}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return seen, report
}

// Every path tells language, story, section and stem.
func TestScanGroupsIntoStories(t *testing.T) {
	type told struct{ Lang, Key, Section, Stem string }
	cases := map[string]told{
		"en/news/visit.md":                   {"en", "/news/visit", "news", "visit"},
		"fa/news/visit.md":                   {"fa", "/news/visit", "news", "visit"},
		"news/visit.ps.md":                   {"ps", "/news/visit", "news", "visit"},
		"content/ru/news/visit.md":           {"ru", "/news/visit", "news", "visit"},
		"content/news/visit/index.tg.md":     {"tg", "/news/visit", "news", "visit"},
		"content/de/news/visit/index.md":     {"de", "/news/visit", "news", "visit"},
		"news/visit.md":                      {"fr", "/news/visit", "news", "visit"},
		"_posts/2024-07-30-floods.md":        {"fr", "/2024-07-30-floods", "", "floods"},
		"_posts/2024-07-30-floods.prs.md":    {"fa", "/2024-07-30-floods", "", "floods"},
		"world/de/kabul.markdown":            {"de", "/world/kabul", "world", "kabul"},
		"world/en/one/two/fr/kabul.markdown": {"en", "/world/one/two/fr/kabul", "world", "kabul"},
		"index.md":                           {"fr", "/index", "", "index"},
		"visit-1.2.md":                       {"fr", "/visit-1.2", "", "visit-1.2"},
	}
	files := map[string]string{}
	for path := range cases {
		files[path] = article()
	}
	root := tree(t, files)
	seen, report := scan(t, newsroom.French, root)
	got := map[string]told{}
	for _, m := range seen {
		rel, err := filepath.Rel(root, m.File)
		if err != nil {
			t.Fatal(err)
		}
		got[filepath.ToSlash(rel)] = told{string(m.Lang), m.StoryKey, strings.Join(m.Sections, " "), m.Stem}
	}
	if diff := cmp.Diff(cases, got); diff != "" {
		t.Errorf("(-want +got):\n%s\n%v", diff, report.Problems)
	}
	if report.Files != len(cases) || report.Read != len(cases) || report.Stories != 6 {
		t.Errorf("report %+v", report)
	}
}

func TestScanPrefersFrontMatter(t *testing.T) {
	seen, _ := scan(t, "", tree(t, map[string]string{
		"en/a/one.md": article("lang: ar", "story: shared", "section: World"),
		"fa/b/two.md": article("translationKey: shared"),
	}))
	var got []string
	for _, m := range seen {
		got = append(got, fmt.Sprint(m.StoryKey, m.Lang, m.Sections))
	}
	if want := []string{"sharedar[World]", "sharedfa[b]"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// Folders named for languages may be given side by side, and single files too.
func TestScanOfLanguageFolders(t *testing.T) {
	root := tree(t, map[string]string{"en/visit.md": article(), "fa/visit.md": article()})
	for _, roots := range [][]string{
		{filepath.Join(root, "fa"), filepath.Join(root, "en")},
		{filepath.Join(root, "en", "visit.md"), filepath.Join(root, "fa", "visit.md")},
		{root, filepath.Join(root, "en", "visit.md")},
	} {
		seen, report := scan(t, "", roots...)
		if len(seen) != 2 || seen[0].Lang != "en" || seen[1].Lang != "fa" || report.Stories != 1 {
			t.Errorf("%v: %v %+v", roots, seen, report)
		}
	}
}

func TestScanListsWhatCannotBeRead(t *testing.T) {
	root := tree(t, map[string]string{
		"a.md": article(), "en/a.md": article(), "good.md": article(), "b.pt.md": article(), "bad.md": "---\ntitle: [\n---\n", "no-lang/c.md": article("lang: xx"),
		"README.md": "# Read me", "_index.md": article(), ".git/x.md": article(), "node_modules/y.md": article(), "picture.jpg": "x",
		"refused.md": article(), "big.md": "---\n---\n" + strings.Repeat("x", newsroom.MaxBody+100_000), "long.md": article("slug: " + strings.Repeat("s", 500)),
	})
	if err := os.Symlink(filepath.Join(root, "good.md"), filepath.Join(root, "link.md")); err != nil {
		t.Fatal(err)
	}
	report, err := manuscript.Scan(context.Background(), manuscript.Input{Roots: []string{root, filepath.Join(root, "gone")}, Default: newsroom.English},
		func(m manuscript.Manuscript) error {
			if m.Stem == "refused" {
				return newsroom.Errorf(newsroom.Conflict, "slug.taken")
			}
			return nil
		}, nil)
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, p := range report.Problems {
		e, ok := errors.AsType[*newsroom.Error](p.Err)
		if !ok || p.Line < 1 {
			t.Errorf("%+v is no problem with a place", p)
			continue
		}
		rel, err := filepath.Rel(root, p.File)
		if err != nil {
			t.Fatal(err)
		}
		got[filepath.ToSlash(rel)] = fmt.Sprint(p.Line, " ", e.Message)
	}
	want := map[string]string{
		"en/a.md": "1 manuscript.duplicate", "b.pt.md": "1 manuscript.unknownLanguage", "bad.md": "2 manuscript.badYAML",
		"no-lang/c.md": "3 manuscript.unknownLanguage", "README.md": "1 manuscript.noFrontMatter", "refused.md": "1 slug.taken",
		"big.md": "1 manuscript.tooLarge", "long.md": "1 manuscript.tooLong", "link.md": "1 manuscript.notAFile", "gone": "1 manuscript.unreadable",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("problems (-want +got):\n%s", diff)
	}
	if report.Read != 2 || report.Skipped != 1 || report.Files != 10 {
		t.Errorf("report %+v", report)
	}
}

func TestScanNeedsALanguage(t *testing.T) {
	_, report := scan(t, "", tree(t, map[string]string{"a.md": article()}))
	if len(report.Problems) != 1 || report.Read != 0 {
		t.Errorf("report %+v", report)
	}
}

func TestScanStops(t *testing.T) {
	root := tree(t, map[string]string{"a.md": article(), "b.md": article()})
	in := manuscript.Input{Roots: []string{root}, Default: newsroom.English}
	full := newsroom.Errorf(newsroom.Storage, "disk.full")
	if _, err := manuscript.Scan(context.Background(), in, func(manuscript.Manuscript) error { return full }, nil); err != full {
		t.Errorf("a full disk: %v", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	calls := 0
	_, err := manuscript.Scan(ctx, in, func(manuscript.Manuscript) error { calls++; cancel(); return nil }, nil)
	if newsroom.CodeOf(err) != newsroom.Cancelled || calls != 1 {
		t.Errorf("cancelled: %v after %d calls", err, calls)
	}
}

func TestScanReportsProgress(t *testing.T) {
	root := tree(t, map[string]string{"a.md": article(), "b.md": article()})
	var got []int
	_, err := manuscript.Scan(context.Background(), manuscript.Input{Roots: []string{root}, Default: newsroom.English},
		func(manuscript.Manuscript) error { return nil }, func(done, total int) { got = append(got, done, total) })
	if want := []int{0, 2, 1, 2, 2, 2}; err != nil || !slices.Equal(got, want) {
		t.Errorf("progress %v (%v), want %v", got, err, want)
	}
}

func TestScanFindsPictures(t *testing.T) {
	body := "![a](beside.jpg) ![b](/images/root.jpg) ![c](media/up.jpg) ![d](my%20picture.png) ![e](https://example.org/x.jpg)\n\n" +
		"![f](../../../../outside.jpg)\n\n![g](lost.jpg)\n\n![h](link.jpg)\n\n![v](https://youtu.be/1)\n"
	root := tree(t, map[string]string{
		"outside.jpg":                               "x",
		"site/content/en/news/visit/index.md":       "---\ntitle: x\nimage: lead.jpg\n---\n\n" + body,
		"site/content/en/news/visit/lead.jpg":       "x",
		"site/content/en/news/visit/beside.jpg":     "x",
		"site/content/en/news/visit/my picture.png": "x",
		"site/static/images/root.jpg":               "x",
		"site/content/media/up.jpg":                 "x",
	})
	bundle := filepath.Join(root, "site", "content", "en", "news", "visit")
	if err := os.Symlink(filepath.Join(root, "outside.jpg"), filepath.Join(bundle, "link.jpg")); err != nil {
		t.Fatal(err)
	}
	for _, given := range []string{"site", "site/content", "site/content/en"} {
		seen, report := scan(t, "", filepath.Join(root, filepath.FromSlash(given)))
		if len(seen) != 1 {
			t.Fatalf("%s: %+v", given, report)
		}
		want := []manuscript.Picture{
			{Ref: "beside.jpg", Path: filepath.Join(bundle, "beside.jpg")},
			{Ref: "/images/root.jpg", Path: filepath.Join(root, "site", "static", "images", "root.jpg")},
			{Ref: "media/up.jpg", Path: filepath.Join(root, "site", "content", "media", "up.jpg")},
			{Ref: "my%20picture.png", Path: filepath.Join(bundle, "my picture.png")},
			{Ref: "lead.jpg", Path: filepath.Join(bundle, "lead.jpg")},
		}
		if diff := cmp.Diff(want, seen[0].Pictures); diff != "" {
			t.Errorf("%s (-want +got):\n%s", given, diff)
		}
		var missing []string
		for _, p := range report.Missing {
			missing = append(missing, fmt.Sprint(p.Line, " ", p.Err.(*newsroom.Error).Params["field"]))
		}
		if want := []string{"8 ../../../../outside.jpg", "10 lost.jpg", "12 link.jpg"}; !slices.Equal(missing, want) {
			t.Errorf("%s: missing %q, want %q", given, missing, want)
		}
	}
}

func TestWithPictures(t *testing.T) {
	m := manuscript.Manuscript{Text: newsroom.Text{Body: "![a](a.jpg) [a.jpg](a.jpg)"}, Image: manuscript.Image{Src: "a.jpg", Alt: "a.jpg"}}
	got := m.WithPictures(map[string]string{"a.jpg": "media/1.jpg"})
	if got.Text.Body != "![a](media/1.jpg) [a.jpg](a.jpg)" || got.Image.Src != "media/1.jpg" || got.Image.Alt != "a.jpg" {
		t.Errorf("got %+v", got)
	}
}

// 20,000 editions as a site of some years has them.
func BenchmarkScan(b *testing.B) {
	files := map[string]string{}
	body := strings.Repeat("Серик Жумангарин **вазир** ба Кобул омад. می\u200cروم به کابل.\n\n", 40)
	for i := range 20_000 {
		lang := newsroom.Languages[i%len(newsroom.Languages)]
		files[fmt.Sprintf("%s/news/%03d/story-%d.md", lang, i/9%500, i/9)] = fmt.Sprintf(
			"---\ntitle: \"Story %d\"\ndescription: Some words about it\ndate: 2024-05-01T10:00:00Z\nauthor: RASC\nsections: [World]\ntags: [a, b, c]\nweight: %d\n---\n\n%s![p](p.jpg)\n", i, i, body)
	}
	root := tree(b, files)
	for b.Loop() {
		if seen, report := scan(b, "", root); len(seen) != len(files) {
			b.Fatalf("%d of %d read: %+v", len(seen), len(files), report.Problems[0])
		}
	}
	b.ReportMetric(float64(len(files)), "files/op")
}
