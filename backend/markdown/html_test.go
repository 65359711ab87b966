package markdown_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"khabar/backend/markdown"
	"pgregory.net/rapid"
)

var update = flag.Bool("update", false, "write what is rendered into testdata/*.txt")

// pictures is a site that has every picture of its media folder, 1200 × 800.
func pictures(ref string) (markdown.Picture, bool) {
	if !strings.HasPrefix(ref, "media/") || strings.ContainsAny(ref, "\" ") || strings.Contains(ref, "lost") {
		return markdown.Picture{}, false
	}
	return markdown.Picture{Src: "../" + ref, Srcset: "../480/" + ref + " 480w, ../" + ref + " 1200w", Width: 1200, Height: 800}, true
}

var page = markdown.Options{
	Picture:    pictures,
	VideoLabel: func(service string) string { return "Watch on " + service },
	BackLabel:  "Back to the text",
	NoteLabel:  "Notes",
	IDPrefix:   "a-",
}

// TestCases renders the cases of testdata: what a journalist writes, a line of dots,
// what the page holds, a line of equals signs.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no case files: %v", err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var out strings.Builder
		for i, c := range strings.Split(strings.TrimSuffix(string(data), "\n====\n"), "\n====\n") {
			source, want, _ := strings.Cut(c, "\n....\n")
			got := strings.TrimSuffix(markdown.HTML(source, page), "\n")
			if f := fault(got); f != "" {
				t.Errorf("%s, case %d: %s\n%s", file, i+1, f, got)
			}
			if got != want && !*update {
				t.Errorf("%s, case %d\n%s\ngot\n%s\nwant\n%s", file, i+1, source, got, want)
			}
			out.WriteString(source + "\n....\n" + got + "\n====\n")
		}
		if *update {
			if err := os.WriteFile(file, []byte(out.String()), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func TestHTMLIsSafeWhateverTheBody(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := body().Draw(t, "body")
		if f := fault(markdown.HTML(b, page)); f != "" {
			t.Fatalf("%s\n%s", f, markdown.HTML(b, page))
		}
	})
}

func TestHeadingsNeverSkip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var b strings.Builder
		for range rapid.IntRange(0, 12).Draw(t, "headings") {
			b.WriteString(strings.Repeat("#", rapid.IntRange(1, 6).Draw(t, "level")) + " x\n\n")
		}
		last := 1
		for _, line := range strings.Split(markdown.HTML(b.String(), markdown.Options{}), "\n") {
			if line == "" {
				continue
			}
			level := int(line[2] - '0')
			if level < 2 || level > last+1 {
				t.Fatalf("h%d after h%d", level, last)
			}
			last = level
		}
	})
}

// hostile are bodies that have broken other renderers.
var hostile = []string{
	"<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "[x](javascript:alert(1))", "[x](JaVaScRiPt:alert(1))",
	"[x](java&#x0A;script:alert(1))", "[x](&#x6A;avascript:alert(1))", "[x](\x01javascript:alert(1))", "[x](vbscript:x)",
	"[x](data:text/html;base64,PHNjcmlwdD4=)", "![x](data:image/svg+xml,<svg onload=alert(1)>)", "[x](file:///etc/passwd)", "<javascript:alert(1)>",
	"[x]: javascript:alert(1)\n\n[x]", "![x\" onerror=\"alert(1)](media/a.jpg)", "![x](media/a.jpg\"onerror=alert(1))", "[x](y \"\\\" onclick=alert(1)\")",
	"```\"><script>\nx\n```", "<svg><script>alert(1)</script></svg>", "<a href=\"javascript:x\">y</a>", "<!--><script>alert(1)</script>-->", "<![CDATA[><script>x</script>]]>",
	"# a {onclick=alert(1)}", "[a](<b\" onmouseover=\"x>)", "[^\"><script>]: x\n\n[^\"><script>]", "| a\"> |\n|---|\n| <script> |", "[x](tel:1)[y](foo:bar)[z](//evil)",
	"![a](https://evil.example/track.gif)", "&lt;script&gt;", "\\<script>", "[<http://a.b>](http://c.d)", "[a ![b](c) <d@e.f>](g)", "[http://[::1](x", "[x](http://[::1]/[a])", "[x](http://%zz/)",
}

func TestHostileBodies(t *testing.T) {
	for _, b := range hostile {
		got := markdown.HTML(b, page)
		if f := fault(got); f != "" {
			t.Errorf("%q: %s\n%s", b, f, got)
		}
		if strings.Contains(got, "evil.example") && strings.Contains(got, "<img") {
			t.Errorf("%q loads from another site: %s", b, got)
		}
	}
}

func FuzzHTML(f *testing.F) {
	for _, b := range hostile {
		f.Add(b)
	}
	f.Add(strings.Join(fragments, "\n\n"))
	f.Add(strings.Join(fragments, "\n"))
	f.Fuzz(func(t *testing.T, b string) {
		got := markdown.HTML(b, page)
		if problem := fault(got); problem != "" {
			t.Errorf("%s\n%s", problem, got)
		}
		if bare := markdown.HTML(b, markdown.Options{}); fault(bare) != "" {
			t.Errorf("without options: %s\n%s", fault(bare), bare)
		}
	})
}

func BenchmarkHTML(b *testing.B) {
	article := strings.Repeat("Серик Жумангарин **вазир** ба Кобул [омад](https://example.org/a). می\u200cروم به کابل.\n\n## Heading\n\n- one\n- two\n\n", 40)
	b.SetBytes(int64(len(article)))
	for b.Loop() {
		markdown.HTML(article, page)
	}
}
