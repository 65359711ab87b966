package memory

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"khabar/backend/newsroom"
	"khabar/backend/newsroomtest"
)

func open(t testing.TB) *Memory {
	t.Helper()
	m, made, err := Open(t.Context(), filepath.Join(t.TempDir(), FileName))
	if err != nil || !made {
		t.Fatal(made, err)
	}
	t.Cleanup(func() { m.Close() })
	return m
}

// put remembers pairs of English and Persian, parted by bars, each as a story.
func put(t testing.TB, m *Memory, pairs ...string) {
	t.Helper()
	var stories []Story
	for i, pair := range pairs {
		en, fa, _ := strings.Cut(pair, " | ")
		p := Passage{newsroom.English: {en, en}, newsroom.Persian: {fa, fa}}
		stories = append(stories, Story{ID: newsroom.StoryID(fmt.Sprint("story", i)), Passages: []Passage{p}})
	}
	if err := m.Put(t.Context(), stories); err != nil {
		t.Fatal(err)
	}
}

func matches(t testing.TB, m *Memory, from, to newsroom.Lang, text string) (all []string) {
	t.Helper()
	found, err := m.Matches(t.Context(), Query{From: from, To: to, Source: text, Text: text, Limit: 10})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range found {
		all = append(all, fmt.Sprintf("%d %s", f.Score, f.Target))
	}
	return all
}

func TestMatches(t *testing.T) {
	m := open(t)
	put(t, m,
		"The council met in Kabul on Sunday to discuss the price of bread. | شورا در کابل جلسه کرد",
		"The council met in Herat on Sunday to discuss the price of bread. | شورا در هرات جلسه کرد",
		"Nothing like it. | هیچ",
		"The council met in Kabul on Sunday to discuss the price of bread. | شورا در کابل جلسه کرد",
		"The council met in Kabul on Sunday, to discuss the price of bread | شورا روز یکشنبه",
	)
	want := []string{"100 شورا در کابل جلسه کرد", "99 شورا روز یکشنبه", "92 شورا در هرات جلسه کرد"}
	if got := matches(t, m, newsroom.English, newsroom.Persian, "The council met in Kabul on Sunday to discuss the price of bread."); !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
	// The other way round, on an Arabic keyboard.
	if got := matches(t, m, newsroom.Persian, newsroom.English, "شورا در كابل جلسه كرد"); len(got) == 0 || !strings.HasPrefix(got[0], "99 The council met in Kabul") {
		t.Errorf("got %q", got)
	}
	if got := matches(t, m, newsroom.English, newsroom.Russian, "Nothing like it."); got != nil {
		t.Errorf("got %q", got)
	}
	own, err := m.Matches(t.Context(), Query{From: newsroom.English, To: newsroom.Persian, Source: "Nothing like it.", Text: "Nothing like it.", Not: "story2", Limit: 5})
	if err != nil || own != nil {
		t.Errorf("its own story: %v %v", own, err)
	}
}

// What is remembered of a story anew takes the place of what was.
func TestPutAnew(t *testing.T) {
	m := open(t)
	put(t, m, "One two three. | یک دو سه")
	put(t, m, "One two three four. | یک دو سه چهار")
	if got := matches(t, m, newsroom.English, newsroom.Persian, "One two three."); !slices.Equal(got, []string{"75 یک دو سه چهار"}) {
		t.Errorf("got %q", got)
	}
	if err := m.Put(t.Context(), []Story{{ID: "story0"}}); err != nil {
		t.Fatal(err)
	}
	if s, err := m.State(t.Context()); err != nil || s.Wordings != 0 {
		t.Errorf("%+v, %v", s, err)
	}
}

func TestFind(t *testing.T) {
	m := open(t)
	put(t, m, "The price of bread rose. | بهای نان بالا رفت", "Bread has its price. | نان بها دارد", "A breadth of things. | چیزها")
	uses, err := m.Find(t.Context(), "price of brea", newsroom.English, newsroom.Persian, 10)
	if err != nil || len(uses) != 1 || fmt.Sprint(uses[0].Source) != "[{The  false} {price true} {  false} {of true} {  false} {bread true} { rose. false}]" {
		t.Errorf("%v %v", uses, err)
	}
	uses, err = m.Find(t.Context(), "bread price", newsroom.English, newsroom.Persian, 10)
	if err != nil || len(uses) != 2 || uses[0].Phrase || uses[0].Target != "نان بها دارد" {
		t.Errorf("%v %v", uses, err)
	}
	uses, err = m.Find(t.Context(), "نان", newsroom.Persian, newsroom.English, 10)
	if err != nil || len(uses) != 2 || uses[0].Target != "Bread has its price." {
		t.Errorf("%v %v", uses, err)
	}
}

// A file that is damaged, or no database at all, is made anew.
func TestOpenDamaged(t *testing.T) {
	path := filepath.Join(t.TempDir(), FileName)
	if err := os.WriteFile(path, []byte(strings.Repeat("no database ", 1000)), 0o600); err != nil {
		t.Fatal(err)
	}
	m, made, err := Open(t.Context(), path)
	if err != nil || !made {
		t.Fatal(made, err)
	}
	put(t, m, "One two three. | یک دو سه")
	m.Close()
	if m, made, err = Open(t.Context(), path); err != nil || made {
		t.Fatal(made, err)
	}
	defer m.Close()
	if got := matches(t, m, newsroom.English, newsroom.Persian, "One two three."); len(got) != 1 {
		t.Error(got)
	}
}

// Blocks of Threshold and more are found, whatever the words: a slow search over all of them
// finds no other.
func TestMatchesFindAll(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		m, _, err := Open(t.Context(), filepath.Join(t.TempDir(), FileName))
		if err != nil {
			r.Fatal(err)
		}
		defer m.Close()
		word := rapid.SampledFrom([]string{"a", "b", "c", "d", "e", "f", "g", "h"})
		line := rapid.SliceOfN(word, 1, 12)
		var texts []string
		for i, keys := range rapid.SliceOfN(line, 1, 30).Draw(r, "texts") {
			texts = append(texts, strings.Join(keys, " ")+fmt.Sprint(" | ", i))
		}
		put(t, m, texts...)
		keys := line.Draw(r, "query")
		got := matches(t, m, newsroom.English, newsroom.Persian, strings.Join(keys, " "))
		for i, text := range texts {
			en, _, _ := strings.Cut(text, " | ")
			other := strings.Fields(en)
			score := 100 * (max(len(keys), len(other)) - slowly(keys, other)) / max(len(keys), len(other))
			want := fmt.Sprintf("%d %d", score, i)
			if score >= Threshold && len(got) < 10 && !slices.Contains(got, want) {
				r.Fatalf("%s is not among %q", want, got)
			}
		}
	})
}

// slowly is the distance of Levenshtein by its definition.
func slowly(a, b []string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range a {
		diagonal := row[0]
		row[0] = i + 1
		for j := range b {
			d := diagonal
			if a[i] != b[j] {
				d++
			}
			diagonal = row[j+1]
			row[j+1] = min(d, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}

// What is approved is remembered, in all directions; what is drafted, stale or withdrawn is
// not.
func TestCatch(t *testing.T) {
	room, m := newsroomtest.New(t), open(t)
	catch := func() {
		t.Helper()
		if err := m.Note(t.Context(), room.Archive); err != nil {
			t.Fatal(err)
		}
		for left := 1; left > 0; {
			var err error
			if left, err = m.Catch(t.Context(), room.Archive, nil, 10); err != nil {
				t.Fatal(err)
			}
		}
	}
	fa := room.Edition(t, newsroom.Persian, newsroom.Text{Headline: "نان گران شد", Body: "بهای نان در کابل بالا رفت.\n\nمردم ناراض‌اند."})
	room.ApproveNewest(t, fa)
	for _, l := range []newsroom.Lang{newsroom.English, newsroom.French} {
		id := translate(t, room, fa.Story(), l)
		catch()
		if got := matches(t, m, newsroom.Persian, l, "مردم ناراض‌اند."); got != nil {
			t.Errorf("a draft is remembered: %q", got)
		}
		room.ApproveNewest(t, id)
	}
	catch()
	if got := matches(t, m, newsroom.Persian, newsroom.English, "مردم ناراض‌اند."); !slices.Equal(got, []string{"100 en second block here."}) {
		t.Errorf("got %q", got)
	}
	if got := matches(t, m, newsroom.English, newsroom.French, "en first block here."); len(got) == 0 || got[0] != "100 fr first block here." {
		t.Errorf("got %q", got)
	}
	if got := matches(t, m, newsroom.French, newsroom.Persian, "fr headline"); !slices.Equal(got, []string{"100 نان گران شد"}) {
		t.Errorf("got %q", got)
	}
}

func translate(t *testing.T, room *newsroomtest.Room, story newsroom.StoryID, l newsroom.Lang) newsroom.EditionID {
	t.Helper()
	id, err := room.CreateEdition(t.Context(), story, l)
	if err != nil {
		t.Fatal(err)
	}
	text := newsroom.Text{Headline: string(l) + " headline", Body: string(l) + " first block here.\n\n" + string(l) + " second block here."}
	if _, err := room.Save(t.Context(), id, nil, text); err != nil {
		t.Fatal(err)
	}
	return id
}
