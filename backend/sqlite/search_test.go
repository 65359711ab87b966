package sqlite

import (
	"fmt"
	"math"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"khabar/backend/newsroom"
)

// shelve writes n editions with the words that found gives, a minute apart, the newest first.
func shelve(t testing.TB, d *DB, n int, found func(i int) Found) {
	t.Helper()
	begin := time.Date(2025, 4, 21, 0, 0, 0, 0, time.UTC)
	err := d.Update(t.Context(), func(tx *Tx) error {
		for i := range n {
			id := newsroom.NewEditionID(newsroom.StoryID(fmt.Sprintf("%016d", i)), newsroom.English)
			e := Edition{Edition: newsroom.Edition{ID: id, Heads: []newsroom.RevisionID{"r"}, Updated: begin.Add(-time.Duration(i) * time.Minute)}, SortKey: []byte{1}}
			if err := tx.PutEdition(e, found(i)); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// A search lists the first thousand and says that there are more, whichever way it goes
// about it; its pages come in its order.
func TestASearchListsAThousand(t *testing.T) {
	d := create(t, filepath.Join(t.TempDir(), "khabar.db"))
	const all = fewFound + 100
	shelve(t, d, all, func(i int) Found {
		f := Found{Body: "water"}
		if i < MostFound+100 {
			f.Summary = "road"
		}
		if i == all-1 {
			f.Headline = "water"
		}
		return f
	})
	err := d.View(t.Context(), func(tx *Tx) error {
		for _, c := range []struct {
			words string
			sort  Sort
			first int
		}{{`"water"`, ByUpdated, 0}, {`"wat"*`, ByUpdated, 0}, {`"road"`, ByUpdated, 0}, {`"water"`, ByMatch, all - 1}, {`"wat"*`, ByMatch, all - 1}} {
			f := Filter{Words: c.words, Sort: c.sort, Descending: true}
			index, err := tx.IndexEditions(f, 50)
			if err != nil {
				return err
			}
			if index.Total != MostFound || !index.More || len(index.Keys) != MostFound/50 {
				t.Errorf("%s by %s: %d of %t, %d pages", c.words, c.sort, index.Total, index.More, len(index.Keys))
			}
			rows, err := tx.ListEditions(f, index.Keys[0], 50)
			if err != nil {
				return err
			}
			if want := newsroom.StoryID(fmt.Sprintf("%016d", c.first)); len(rows) != 50 || rows[0].ID.Story() != want {
				t.Errorf("%s by %s: %d rows, the first is %s", c.words, c.sort, len(rows), rows[0].ID)
			}
		}
		_, err := tx.ListEditions(Filter{Words: `"water"`}, "nonsense", 50)
		wantCode(t, err, newsroom.Invalid)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// BenchmarkIndexOfWords measures what taking in 3 kB costs, and the size of the index as a
// share of the text. The words are as common as in real texts: each as often as its rank is
// low (Zipf's law).
func BenchmarkIndexOfWords(b *testing.B) {
	d := create(b, filepath.Join(b.TempDir(), "khabar.db"))
	rnd := rand.New(rand.NewPCG(1, 2))
	syllables := strings.Fields("ta ro mer il con da per is wa kel no vi bro sa un gar")
	size := 0
	text := func() string {
		var t strings.Builder
		for t.Len() < 3000 {
			for rank := int(math.Pow(30_000, rnd.Float64())) - 1; ; rank = rank/len(syllables) - 1 {
				t.WriteString(syllables[rank%len(syllables)])
				if rank < len(syllables) {
					break
				}
			}
			t.WriteByte(' ')
		}
		size += t.Len()
		return t.String()
	}
	for n := int64(1); b.Loop(); n++ {
		b.StopTimer()
		body := text()
		b.StartTimer()
		if err := d.Update(b.Context(), func(tx *Tx) error { return tx.putFound(n, Found{Body: body}) }); err != nil {
			b.Fatal(err)
		}
	}
	var index int
	err := d.View(b.Context(), func(tx *Tx) error {
		_, err := tx.one("SELECT SUM(LENGTH(block)) FROM search_data", nil, &index)
		return err
	})
	if err != nil {
		b.Fatal(err)
	}
	b.ReportMetric(float64(index)/float64(size), "index/text")
}
