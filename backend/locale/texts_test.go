package locale

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"khabar/backend/newsroom"
)

// entry is a text of a catalogue file by plural form; one that does not count has the
// form "" alone.
type entry map[string]string

// area is a catalogue file: its entries by key.
type area map[string]entry

func (e *entry) UnmarshalJSON(b []byte) error {
	var text string
	if json.Unmarshal(b, &text) == nil {
		*e = entry{"": text}
		return nil
	}
	return json.Unmarshal(b, (*map[string]string)(e))
}

// counts reports whether e has plural forms.
func (e entry) counts() bool { _, plain := e[""]; return !plain }

// readAreas returns the areas of l by name, as the files on disk have them.
func readAreas(t *testing.T, l newsroom.Lang) map[string]area {
	t.Helper()
	files, err := filepath.Glob("catalogues/*." + string(l) + ".json")
	if err != nil {
		t.Fatal(err)
	}
	areas := map[string]area{}
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var a area
		if err := json.Unmarshal(b, &a); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		name, _, _ := strings.Cut(filepath.Base(file), ".")
		areas[name] = a
	}
	return areas
}

var keyLine = regexp.MustCompile(`(?m)^\s*"([a-z]+(?:\.[a-zA-Z0-9-]+)+)"\s*:`)

func TestCatalogueFilesAreWellFormed(t *testing.T) {
	files, err := os.ReadDir("catalogues")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		name := strings.Split(file.Name(), ".")
		if len(name) != 3 || name[2] != "json" || !newsroom.Lang(name[1]).Valid() {
			t.Errorf("%s: a catalogue is called AREA.LANG.json", file.Name())
			continue
		}
		b, err := os.ReadFile("catalogues/" + file.Name())
		if err != nil {
			t.Fatal(err)
		}
		seen := map[string]bool{}
		for _, match := range keyLine.FindAllStringSubmatch(string(b), -1) {
			if seen[match[1]] {
				t.Errorf("%s: %s is there twice", file.Name(), match[1])
			}
			seen[match[1]] = true
		}
		for key := range readAreas(t, newsroom.Lang(name[1]))[name[0]] {
			if !strings.HasPrefix(key, name[0]+".") || !seen[key] {
				t.Errorf("%s: %q must be %s.something, at the beginning of a line", file.Name(), key, name[0])
			}
		}
	}
}

// Every language says everything that English says, and nothing else. The message is
// the translator's list of work.
func TestEveryLanguageIsComplete(t *testing.T) {
	english := readAreas(t, newsroom.English)
	for _, l := range newsroom.Languages {
		theirs := readAreas(t, l)
		var missing, extra []string
		for name, texts := range english {
			if list := lacking(texts, theirs[name]); len(list) == len(texts) {
				missing = append(missing, fmt.Sprintf("%s.%s.json: all %d", name, l, len(texts)))
			} else if len(list) > 0 {
				missing = append(missing, fmt.Sprintf("%s.%s.json: %s", name, l, strings.Join(list, " ")))
			}
		}
		for name, texts := range theirs {
			extra = append(extra, lacking(texts, english[name])...)
		}
		if len(missing) > 0 {
			slices.Sort(missing)
			t.Errorf("%s lacks\n\t%s", l, strings.Join(missing, "\n\t"))
		}
		if len(extra) > 0 {
			slices.Sort(extra)
			t.Errorf("%s has texts that English has not: %s", l, strings.Join(extra, " "))
		}
	}
}

// lacking returns the keys of a that b has not, sorted.
func lacking(a, b area) []string {
	return slices.Sorted(func(yield func(string) bool) {
		for key := range a {
			if _, ok := b[key]; !ok && !yield(key) {
				return
			}
		}
	})
}

// eachText calls check with every entry of every language but English beside the
// English one.
func eachText(t *testing.T, check func(l newsroom.Lang, key string, text, english entry)) {
	t.Helper()
	english := readAreas(t, newsroom.English)
	for _, l := range newsroom.Languages {
		for name, texts := range readAreas(t, l) {
			for _, key := range slices.Sorted(maps.Keys(texts)) {
				if e, ok := english[name][key]; ok {
					check(l, key, texts[key], e)
				}
			}
		}
	}
}

func TestCountingTextsHaveTheFormsOfTheirLanguage(t *testing.T) {
	eachText(t, func(l newsroom.Lang, key string, text, english entry) {
		if text.counts() != english.counts() {
			t.Errorf("%s %s: counts in one of %s and English and not in the other", l, key, l)
			return
		}
		want, got := slices.Sorted(slices.Values(PluralForms(l))), slices.Sorted(maps.Keys(text))
		if text.counts() && !slices.Equal(got, want) {
			t.Errorf("%s %s: has the forms %v, needs %v", l, key, got, PluralForms(l))
		}
	})
}

var parameter = regexp.MustCompile(`{{\.(\w+)}}`)

func parametersOf(e entry, form string) []string {
	var names []string
	for _, match := range parameter.FindAllStringSubmatch(e[form], -1) {
		names = append(names, match[1])
	}
	slices.Sort(names)
	return slices.Compact(names)
}

// A form for a single number may say it in words ("a minute ago"); everywhere else all
// parameters of the English text are needed.
func TestTextsHaveTheParametersOfEnglish(t *testing.T) {
	eachText(t, func(l newsroom.Lang, key string, text, english entry) {
		want := parametersOf(english, "")
		if english.counts() {
			want = parametersOf(english, otherForm)
		}
		for form := range text {
			got := parametersOf(text, form)
			if slices.Contains([]string{zeroForm, oneForm, twoForm}, form) && !slices.Contains(got, "count") {
				got = slices.Sorted(slices.Values(append(got, "count")))
			}
			if !slices.Equal(got, want) {
				t.Errorf("%s %s %s: has the parameters %v, English has %v", l, key, form, got, want)
			}
			if strings.Count(text[form], "{{") != len(parameter.FindAllString(text[form], -1)) {
				t.Errorf("%s %s %s: a parameter is written {{.name}}: %q", l, key, form, text[form])
			}
		}
	})
}

func TestTextsAreNotEmptyAndHaveNoStrayBlanks(t *testing.T) {
	eachText(t, func(l newsroom.Lang, key string, text, _ entry) {
		for form, s := range text {
			if strings.TrimSpace(s) == "" {
				t.Errorf("%s %s %s: empty", l, key, form)
			}
			if strings.TrimSpace(s) != s && !strings.HasPrefix(key, "text.list.") || strings.Contains(s, "  ") {
				t.Errorf("%s %s %s: stray blanks in %q", l, key, form, s)
			}
		}
	})
}

// testdata/same-as-english.txt lists, as "LANG KEY", the texts that are rightly the
// same words in a language as in English.
func TestTextsAreTranslated(t *testing.T) {
	b, err := os.ReadFile("testdata/same-as-english.txt")
	if err != nil {
		t.Fatal(err)
	}
	allowed := map[string]bool{}
	for line := range strings.Lines(string(b)) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
			allowed[line] = true
		}
	}
	eachText(t, func(l newsroom.Lang, key string, text, english entry) {
		name := string(l) + " " + key
		if l == newsroom.English || !sameText(text, english) {
			return
		}
		if !allowed[name] {
			t.Errorf("%s: is English: %q", name, text)
		}
		delete(allowed, name)
	})
	for name := range allowed {
		t.Errorf("testdata/same-as-english.txt: %s is not the same, or not there, any more", name)
	}
}

// sameText reports whether two entries have the same words. Figures, signs and
// parameters are no words.
func sameText(a, b entry) bool {
	for form, s := range a {
		words := strings.ContainsFunc(parameter.ReplaceAllString(s, ""), unicode.IsLetter)
		if words && s == b[form] {
			return true
		}
	}
	return false
}

var cyrillicWord = regexp.MustCompile(`[\p{Latin}\p{Cyrillic}]+`)

// Slips of the keyboard that no reader can see and every search stumbles over.
func TestTextsAreSpelledInTheirOwnScript(t *testing.T) {
	eachText(t, func(l newsroom.Lang, key string, text, _ entry) {
		for _, s := range text {
			s = parameter.ReplaceAllString(s, " ")
			if l == newsroom.Persian && strings.ContainsAny(s, "يك") || l == newsroom.Pashto && strings.ContainsAny(s, "كگ") {
				t.Errorf("%s %s: a letter of another alphabet in %q", l, key, s)
			}
			if l.RightToLeft() && strings.ContainsAny(s, "?,;") && !strings.Contains(s, "://") {
				t.Errorf("%s %s: European punctuation in %q", l, key, s)
			}
			for _, word := range cyrillicWord.FindAllString(s, -1) {
				if strings.ContainsFunc(word, isLatin) && strings.ContainsFunc(word, isCyrillic) {
					t.Errorf("%s %s: Latin and Cyrillic letters in one word: %q", l, key, word)
				}
			}
		}
	})
}

func isLatin(r rune) bool    { return unicode.Is(unicode.Latin, r) }
func isCyrillic(r rune) bool { return unicode.Is(unicode.Cyrillic, r) }
