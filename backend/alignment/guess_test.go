package alignment_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"khabar/backend/alignment"
	"khabar/backend/markdown"
	"khabar/backend/newsroom"
)

// blocksOf parts a body as the archive does.
func blocksOf(body string) []alignment.Block {
	var all []alignment.Block
	for _, b := range markdown.Blocks(body) {
		all = append(all, alignment.Block(b))
	}
	return all
}

// declaration is the Universal Declaration of Human Rights in a language; article says to
// which article each block belongs, 0 for the preamble.
func declaration(t testing.TB, l newsroom.Lang) (blocks []alignment.Block, article []int) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "declaration", string(l)+".md"))
	if err != nil {
		t.Fatal(err)
	}
	_, body, _ := strings.Cut(strings.TrimPrefix(string(data), "---"), "---")
	n := -1
	for _, b := range blocksOf(body) {
		if b.Kind == markdown.Heading {
			n++
		}
		blocks, article = append(blocks, b), append(article, n)
	}
	if n != 30 {
		t.Fatalf("%s: %d articles", l, n)
	}
	return blocks, article
}

// In every pair of the nine languages each article is put to the same article.
func TestGuessOfTheDeclaration(t *testing.T) {
	for _, from := range newsroom.Languages {
		source, in := declaration(t, from)
		for _, to := range newsroom.Languages {
			target, into := declaration(t, to)
			paired := 0
			for _, p := range alignment.Guess(source, target) {
				for _, i := range p.Source {
					for _, j := range p.Target {
						paired++
						if in[i] != into[j] {
							t.Errorf("%s–%s: article %d to %d", from, to, in[i], into[j])
						}
						if source[i].Kind == markdown.Heading != (target[j].Kind == markdown.Heading) {
							t.Errorf("%s–%s: article %d: a heading to a text", from, to, in[i])
						}
					}
				}
			}
			if least := min(len(source), len(target)) - 3; paired < least {
				t.Errorf("%s–%s: %d pairs of %d", from, to, paired, least)
			}
		}
	}
}

// Without headings and numbers, the length of the paragraphs alone finds most of it.
func TestGuessByLengthAlone(t *testing.T) {
	plain := func(l newsroom.Lang) (blocks []alignment.Block, article []int) {
		all, in := declaration(t, l)
		for i, b := range all {
			if b.Kind != markdown.Heading {
				b.Kind = markdown.Paragraph
				blocks, article = append(blocks, b), append(article, in[i])
			}
		}
		return blocks, article
	}
	right, all := 0, 0
	for _, from := range newsroom.Languages {
		source, in := plain(from)
		for _, to := range newsroom.Languages {
			target, into := plain(to)
			if from == to {
				continue
			}
			wrong := 0
			for _, p := range alignment.Guess(source, target) {
				for _, i := range p.Source {
					for _, j := range p.Target {
						if in[i] == into[j] {
							right++
						} else {
							wrong++
						}
						all++
					}
				}
			}
			if wrong > len(source)/4 {
				t.Errorf("%s–%s: %d wrong", from, to, wrong)
			}
		}
	}
	t.Logf("%d of %d", right, all)
	if right*100 < all*97 {
		t.Errorf("%d of %d", right, all)
	}
}

// Pictures, addresses and numbers hold where lengths lead astray.
func TestGuessByWhatIsSharedByAllLanguages(t *testing.T) {
	source := blocksOf("One.\n\nIn 2024 there were 1,500 of them.\n\n![A](media/a.jpg \"Long caption of the first picture © X\")\n\n" +
		"![B](media/b.jpg \"B\")\n\nSee [the report](https://example.org/report).\n\nEnd.")
	target := blocksOf("یک.\n\nجمله\u200cای که در متن نبود و تازه آمده است.\n\nدر ۲۰۲۴ شمار آنان ۱٬۵۰۰ بود.\n\n![آ](media/a.jpg \"آ\")\n\n" +
		"![ب](media/b.jpg \"شرحی بسیار دراز برای تصویر دوم © X\")\n\n[گزارش](https://example.org/report) را ببینید.\n\nپایان.")
	want := map[int]int{0: 0, 2: 1, 3: 2, 4: 3, 5: 4, 6: 5}
	got := map[int]int{}
	for _, p := range alignment.Guess(source, target) {
		for _, j := range p.Target {
			got[j] = p.Source[0]
		}
	}
	for j, i := range want {
		if v, ok := got[j]; !ok || v != i {
			t.Errorf("block %d: %v", j, got)
		}
	}
}

func TestNumbers(t *testing.T) {
	for text, want := range map[string][]string{
		"none": nil,
		"1,500, 1 500, 1\u00a0500, 1\u202f500, ۱٬۵۰۰": {"1500"},
		"١٢٣, ۱۲۳; 123":                               {"123"},
		"1.234.567 or 3,5":                            {"1234567", "3", "5"},
		"21.04.2025":                                  {"04", "2025", "21"},
	} {
		if got := alignment.Numbers(text); !slices.Equal(got, want) {
			t.Errorf("%q: %v", text, got)
		}
	}
}
