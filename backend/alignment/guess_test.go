package alignment_test

import (
	"fmt"
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

// guessed is the guess for two bodies: for each block of the target, the blocks of the source.
func guessed(source, target string) string {
	own := map[int][]int{}
	for _, p := range alignment.Guess(blocksOf(source), blocksOf(target)) {
		for _, j := range p.Target {
			own[j] = p.Source
		}
	}
	all := make([][]int, len(blocksOf(target)))
	for j := range all {
		all[j] = own[j]
	}
	return fmt.Sprint(all)
}

// Blocks are joined where the lengths say so, and only there.
func TestGuessOfJoinedBlocks(t *testing.T) {
	const a, b, c = "The seats have been taken out and shelves put in their place, and by then the children have been waiting for an hour.",
		"Whoever takes a book signs with a name and a thumbprint, says the driver, who is also the librarian of the place and its poet.",
		"A collection among traders pays for it."
	source := a + "\n\n" + b + "\n\n" + c
	for target, want := range map[string]string{
		a + " " + b + "\n\n" + c:                           "[[0 1] [2]]",
		a + "\n\n" + b + " " + c:                           "[[0] [1]]", // it may as well be missing
		a[:60] + "\n\n" + a[61:] + "\n\n" + b + "\n\n" + c: "[[0] [0] [1] [2]]",
		a + "\n\n" + b:                                     "[[0] [1]]",
		a:                                                  "[[0]]",
		b + "\n\n" + c:                                     "[[1] [2]]",
	} {
		if got := guessed(source, target); got != want {
			t.Errorf("%q: %s, not %s", target, got, want)
		}
	}
}

// A block that is just begun has a source already.
func TestGuessOfABlockThatIsBegun(t *testing.T) {
	const source = "The seats have been taken out and shelves put in their place, and by then the children have been waiting.\n\n" +
		"Whoever takes a book signs with a name and a thumbprint, says the driver, who is also the librarian of it all."
	if got := guessed(source, "Чои нишаст"); got != "[[0]]" {
		t.Error(got)
	}
}

// The names in a block say which it is, whatever it is written in.
func TestGuessByNames(t *testing.T) {
	source := "The road to Kandahar was closed for a day.\n\nThe road to Bamyan was closed for a day.\n\nThe road to Zhumangarin was closed for a day."
	for target, want := range map[string]string{
		"راه بامیان یک روز بسته بود و باز شد.":               "[[1]]",
		"راه قندهار یک روز بسته بود و باز شد.":               "[[0]]",
		"راه ژومانگارین یک روز بسته بود و باز شد.":           "[[2]]",
		"Дорога в Жумангарин была закрыта целый день.":       "[[2]]",
		"Die Straße nach Bamyan war einen Tag lang gesperrt": "[[1]]",
	} {
		if got := guessed(source, target); got != want {
			t.Errorf("%s: %s, not %s", target, got, want)
		}
	}
}

// Of a block between two that are linked, the guess is between what they translate.
func TestFillBetweenNeighbours(t *testing.T) {
	source := blocksOf("Alpha beta gamma.\n\nDelta.\n\nWhat is in the middle of it all.\n\nOmega omega omega.\n\nWhat comes at the end of it all.")
	target := blocksOf("Альфа бета гамма.\n\nОмега омега омега.\n\nЧто стоит в самом конце всего.")
	links := alignment.LinksOf(newsroom.English, source, target, []alignment.Pair{{[]int{0}, []int{0}}, {[]int{3}, []int{1}}})
	links, filled := alignment.NewSource(source, nil, nil).Fill(target, links)
	last := links.Pairs[len(links.Pairs)-1]
	if want := alignment.Keys(source)[4]; !filled || len(links.Pairs) != 3 || !slices.Equal(last.Sources, []newsroom.Digest{want}) {
		t.Errorf("%+v", links)
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
