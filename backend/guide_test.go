package backend_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// The guide tells people what to press. It stays true: what it shows is there, and it
// calls everything by the words that stand on the screen.

const guideDir = "../docs/guide"

var guideLangs = []string{"en", "fa"}

var (
	picturePattern = regexp.MustCompile(`!\[([^\]]*)\]\(([^)]*)\)`)
	linkPattern    = regexp.MustCompile(`\]\(([^)#]*)(#[^)]*)?\)`)
	boldPattern    = regexp.MustCompile(`\*\*([^*]+)\*\*`)
	headingPattern = regexp.MustCompile(`(?m)^(#+) (.*)$`)
	placeholder    = regexp.MustCompile(`\\\{\\\{[^}]*\\\}\\\}`)
)

// guidePages returns the names of the pages in a language, in order.
func guidePages(t *testing.T, lang string) []string {
	t.Helper()
	pages, err := filepath.Glob(filepath.Join(guideDir, lang, "*.md"))
	if err != nil || len(pages) == 0 {
		t.Fatalf("no page of the guide in %s: %v", lang, err)
	}
	for i, page := range pages {
		pages[i] = filepath.Base(page)
	}
	return pages
}

func guideText(t *testing.T, path ...string) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(append([]string{guideDir}, path...)...))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestGuideSaysTheSameInBothLanguages(t *testing.T) {
	pages := guidePages(t, "en")
	if other := guidePages(t, "fa"); !slices.Equal(pages, other) {
		t.Fatalf("pages in en: %v, in fa: %v", pages, other)
	}
	outline := func(lang, page string) (levels, pictures []string) {
		text := guideText(t, lang, page)
		for _, heading := range headingPattern.FindAllStringSubmatch(text, -1) {
			levels = append(levels, heading[1])
		}
		for _, picture := range picturePattern.FindAllStringSubmatch(text, -1) {
			pictures = append(pictures, filepath.Base(picture[2]))
		}
		return levels, pictures
	}
	for _, page := range pages {
		levels, pictures := outline("en", page)
		otherLevels, otherPictures := outline("fa", page)
		if !slices.Equal(levels, otherLevels) {
			t.Errorf("%s has the headings %v in en, %v in fa", page, levels, otherLevels)
		}
		if !slices.Equal(pictures, otherPictures) {
			t.Errorf("%s has the pictures %v in en, %v in fa", page, pictures, otherPictures)
		}
	}
}

func TestGuideLeadsToWhatIsThere(t *testing.T) {
	paths := []string{"README.md"}
	for _, lang := range guideLangs {
		for _, page := range guidePages(t, lang) {
			paths = append(paths, filepath.Join(lang, page))
		}
	}
	for _, path := range paths {
		for _, link := range linkPattern.FindAllStringSubmatch(guideText(t, path), -1) {
			target := filepath.Join(filepath.Dir(path), link[1])
			if link[1] == "" {
				target = path
			}
			if _, err := os.Stat(filepath.Join(guideDir, target)); err != nil {
				t.Errorf("%s leads to %s, which is not there", path, link[1])
			} else if link[2] != "" && !slices.Contains(anchors(guideText(t, target)), link[2]) {
				t.Errorf("%s leads to %s in %s, which has no such heading", path, link[2], target)
			}
		}
	}
}

// anchors returns the addresses of a page's headings, as a forge makes them of ASCII words.
func anchors(text string) (list []string) {
	for _, heading := range headingPattern.FindAllStringSubmatch(text, -1) {
		words := strings.ReplaceAll(strings.ToLower(heading[2]), " ", "-")
		list = append(list, "#"+regexp.MustCompile(`[^\w-]`).ReplaceAllString(words, ""))
	}
	return list
}

func TestGuidePicturesAreUsedAndSmall(t *testing.T) {
	const most, mostOfAll = 150_000, 4_000_000
	all := int64(0)
	for _, lang := range guideLangs {
		var shown []string
		for _, page := range guidePages(t, lang) {
			for _, picture := range picturePattern.FindAllStringSubmatch(guideText(t, lang, page), -1) {
				shown = append(shown, filepath.Base(picture[2]))
				if strings.TrimSpace(picture[1]) == "" {
					t.Errorf("%s/%s does not say what %s shows", lang, page, picture[2])
				}
				if !strings.HasPrefix(picture[2], "../pictures/"+lang+"/") {
					t.Errorf("%s/%s shows %s, a picture of another language", lang, page, picture[2])
				}
			}
		}
		files, err := os.ReadDir(filepath.Join(guideDir, "pictures", lang))
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			info, err := file.Info()
			if err != nil {
				t.Fatal(err)
			}
			if all += info.Size(); info.Size() > most {
				t.Errorf("%s/%s has %d bytes; %d are enough", lang, file.Name(), info.Size(), most)
			}
			if !slices.Contains(shown, file.Name()) {
				t.Errorf("no page shows %s/%s", lang, file.Name())
			}
		}
	}
	if all > mostOfAll {
		t.Errorf("the pictures have %d bytes; %d are enough", all, mostOfAll)
	}
}

func TestGuideSpeaksTheWordsOfTheScreen(t *testing.T) {
	for _, lang := range guideLangs {
		words := screenWords(t, lang)
		for _, page := range guidePages(t, lang) {
			for _, bold := range boldPattern.FindAllStringSubmatch(guideText(t, lang, page), -1) {
				said := strings.Join(strings.Fields(bold[1]), " ")
				if !words.MatchString(said) {
					t.Errorf("%s/%s says “%s”, which stands in no catalogue of %s.\n"+
						"Take the words from backend/locale/catalogues/*.%s.json, or do not set it in bold.", lang, page, said, lang, lang)
				}
			}
		}
	}
}

// screenWords returns what matches every text of a language's catalogues as a whole. In a
// placeholder stands a number in the guide, or a mark that something is left out.
func screenWords(t *testing.T, lang string) *regexp.Regexp {
	t.Helper()
	files, err := filepath.Glob("locale/catalogues/*." + lang + ".json")
	if err != nil || len(files) == 0 {
		t.Fatalf("no catalogue of %s: %v", lang, err)
	}
	var all []string
	for _, file := range files {
		if area, _, _ := strings.Cut(filepath.Base(file), "."); area == "error" || area == "cli" {
			continue // sentences, and words inside them
		}
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var catalogue map[string]any
		if err := json.Unmarshal(b, &catalogue); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		for _, value := range catalogue {
			forms, plural := value.(map[string]any)
			if !plural {
				forms = map[string]any{"": value}
			}
			for _, form := range forms {
				all = append(all, placeholder.ReplaceAllString(regexp.QuoteMeta(form.(string)), "(?:[0-9۰-۹.]+|…)"))
			}
		}
	}
	return regexp.MustCompile("^(?:" + strings.Join(all, "|") + ")$")
}
