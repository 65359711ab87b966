package site

import (
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"maps"
	"slices"
	"unicode/utf8"

	"khabar/backend/locale"
	"khabar/backend/newsroom"
)

// wordShards is how many files the words of a language are spread over. Which words lie in a
// file depends on nothing but the words: an edit touches those of its own words only.
const wordShards = 64

// shardWords are the words of the headlines of a language that lie in one file.
type shardWords struct {
	Name  string
	Words []indexedWord
}

// indexedWord is a word as it is searched for and where it stands: each month, newest first,
// is followed by the keys of its articles, four characters each.
type indexedWord struct {
	Key    string
	Places []string
}

// monthRows is what search shows of the articles of one month.
type monthRows struct {
	Name  string
	Faces []*face // newest first
}

// addSearch gives each language its search page, and the index that the page loads: a file of
// words for what is typed and one a month for what is found. The files are scripts, since a
// browser that reads the site from a disk loads nothing else.
func (s *Site) addSearch() {
	for _, l := range s.shelves {
		s.files[l.Search] = made[searching]{func() (searching, error) { return s.searching(l), nil }, searchPage}
		for n := range wordShards {
			name := fmt.Sprintf("w%02x", n)
			s.files[l.indexPath(name)] = made[shardWords]{func() (shardWords, error) {
				return shardWords{name, l.wordIndex()[n]}, nil
			}, writeWords}
		}
		months := map[string][]*article{}
		for _, a := range l.articles {
			months[a.month()] = append(months[a.month()], a)
		}
		for month, articles := range months {
			s.files[l.indexPath("m"+month)] = made[monthRows]{func() (monthRows, error) {
				return monthRows{"m" + month, facesOf(articles)}, nil
			}, writeMonth}
		}
	}
}

func (l *language) indexPath(name string) string { return string(l.Code) + "/search/" + name + ".js" }

// month names the month in which a was published, as "202504".
func (a *article) month() string { return a.Live.Published.UTC().Format("200601") }

// searchKey tells the articles of a month apart: of a thousand, two share a key once in thirty
// archives, and are found together then.
func searchKey(id newsroom.EditionID) string {
	h := fnv.New32a()
	h.Write([]byte(id))
	var b [4]byte
	binary.BigEndian.PutUint32(b[:], h.Sum32())
	return base64.RawURLEncoding.EncodeToString(b[1:])
}

// wordShard says which file a word lies in. Words that begin alike lie in one, so that the
// first letters of a word find it.
func wordShard(key string) int {
	first, size := utf8.DecodeRuneInString(key)
	second, _ := utf8.DecodeRuneInString(key[size:])
	if len(key) == size {
		second = 0
	}
	return (int(first)*31 + int(second)) % wordShards
}

// wordIndex returns the words of the language's headlines, sorted, by their files.
func (l *shelf) wordIndex() [wordShards][]indexedWord {
	l.worded.Do(func() {
		places := map[string][]string{}
		months := map[string]string{}
		for _, a := range slices.Backward(l.articles) {
			month, key := a.month(), searchKey(a.ID)
			for word := range searchWords(a.headline()) {
				if months[word] != month {
					months[word] = month
					places[word] = append(places[word], month, "")
				}
				places[word][len(places[word])-1] += key
			}
		}
		for _, word := range slices.Sorted(maps.Keys(places)) {
			n := wordShard(word)
			l.words64[n] = append(l.words64[n], indexedWord{word, places[word]})
		}
	})
	return l.words64
}

// searchWords returns the words under which a headline is found, each once.
func searchWords(headline string) map[string]bool {
	found := map[string]bool{}
	for t := range locale.Tokens(headline) {
		found[t.Key] = true
		if t.Joined != "" {
			found[t.Joined] = true
		}
	}
	return found
}

func writeWords(_ *frame, in shardWords) ([]byte, error) {
	words := make(map[string][]string, len(in.Words))
	for _, w := range in.Words {
		words[w.Key] = w.Places
	}
	return indexFile(in.Name, words)
}

func writeMonth(_ *frame, in monthRows) ([]byte, error) {
	rows := make([][]string, 0, len(in.Faces))
	for _, f := range in.Faces {
		row := []string{searchKey(f.ID), f.Path, f.Headline, f.Tongue.shortDate(f.Published), ""}
		if len(f.Sections) > 0 {
			row[4] = f.Sections[0].Name
		}
		rows = append(rows, row)
	}
	return indexFile(in.Name, rows)
}

// indexFile returns the script that hands a part of the index to the search page.
func indexFile(name string, content any) ([]byte, error) {
	made, err := json.Marshal(content)
	if err != nil {
		return nil, err
	}
	return fmt.Appendf(nil, "khabarIndex(%q,%s)\n", name, made), nil
}
