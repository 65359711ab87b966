package spelling_test

import (
	"fmt"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"khabar/backend/newsroom"
	"khabar/backend/translation/spelling"
)

func taught(l newsroom.Lang, texts ...string) *spelling.Vocabulary {
	v := spelling.New(l)
	for i, text := range texts {
		v.Put(newsroom.EditionID(fmt.Sprint("e", i)), text)
	}
	return v
}

func TestAWordThatTwoEditionsHaveIsKnown(t *testing.T) {
	v := taught("tg", "Ғӯр ва **миллӣ**, 2025", "ғӯр ва қонун https://example.org/abc COVID-19")
	for _, w := range []string{"ғӯр", "Ғӯр", "ва"} {
		if !v.Known(w) {
			t.Errorf("%q is unknown", w)
		}
	}
	for _, w := range []string{"миллӣ", "қонун", "example", "COVID", "гур"} {
		if v.Known(w) {
			t.Errorf("%q is known", w)
		}
	}
	v.Put("e1", "миллӣ")
	if v.Known("ғӯр") || !v.Known("миллӣ") || v.Size() != 1 {
		t.Error("an edition that changed still counts as it was")
	}
	v.Put("e0", "")
	if v.Known("миллӣ") || v.Size() != 0 {
		t.Error("an edition that went still counts")
	}
}

func TestWhatWritersMayLeaveOutMakesNoOtherWord(t *testing.T) {
	v := taught("ar", "كِتَابٌ", "كـتـاب")
	if !v.Known("كتاب") || v.Known("كتب") {
		t.Error("harakat and tatweel")
	}
	v = taught("fa", "می‌رود", "می‌رود")
	if !v.Known("می‌رود") || v.Known("میرود") {
		t.Error("a joiner is a letter of the word")
	}
}

func TestOwnWords(t *testing.T) {
	v := taught("ps")
	v.Own([]string{"ښځې"})
	if !v.Known("ښځې") {
		t.Error("an added word is unknown")
	}
	v.Own(nil)
	if v.Known("ښځې") {
		t.Error("a word that was taken back is known")
	}
}

func TestDoubtIsForLikelySlipsAlone(t *testing.T) {
	v := taught("tg", "ҳукумат бозор", "ҳукумат бозор", "ҳукумат бозор", "ҳукумат")
	for w, want := range map[string]bool{
		"ҳукмат":    true,  // a letter left out
		"ҳуккумат":  true,  // doubled
		"ҳкуумат":   true,  // exchanged
		"ҳукамат":   true,  // another
		"ҳукумати":  false, // an ending
		"бозори":    false,
		"ҳукумат":   false, // known
		"варзишгоҳ": false, // new
		"бзор":      false, // too short to tell
	} {
		if got := slices.Contains(v.Doubt([]string{w}), w); got != want {
			t.Errorf("%s: %v", w, got)
		}
	}
	if got := v.Suggest("ҳукмат"); !slices.Equal(got, []string{"ҳукумат"}) {
		t.Errorf("suggests %v", got)
	}
	arabic := taught("ar", "المدرسة الكبيرة", "المدرسة الكبيرة", "المدرسة الكبيرة")
	if got := arabic.Doubt([]string{"والمدرسة", "المدرسه", "المردسة"}); !slices.Equal(got, []string{"المردسة"}) {
		t.Errorf("doubts %v", got)
	}
}

// What is known does not depend on the order in which editions came, changed and went.
func TestOnlyWhatIsThereCounts(t *testing.T) {
	word := rapid.SampledFrom([]string{"ابر", "باران", "برف", "باد", "آب"})
	var others strings.Builder // so that numbers of words have one digit and several
	for i := range 300 {
		fmt.Fprintf(&others, "%s ", string([]rune{'а' + rune(i/16), 'а' + rune(i%16)}))
	}
	rapid.Check(t, func(t *rapid.T) {
		v, now := taught("fa", "آب", others.String(), ""), map[string][]string{}
		v.Put("e0", "")
		for range rapid.IntRange(1, 30).Draw(t, "steps") {
			id := rapid.SampledFrom([]string{"a", "b", "c"}).Draw(t, "edition")
			now[id] = rapid.SliceOf(word).Draw(t, "words")
			v.Put(newsroom.EditionID(id), strings.Join(now[id], " "))
		}
		for _, w := range []string{"ابر", "باران", "برف", "باد", "آب"} {
			n := 0
			for _, all := range now {
				if slices.Contains(all, w) {
					n++
				}
			}
			if v.Known(w) != (n >= 2) {
				t.Fatalf("%s is in %d editions: %v", w, n, v.Known(w))
			}
		}
	})
}

// heap is how many bytes are in use.
func heap() uint64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// What a vocabulary takes depends on its words and not on the texts in which they stood: the
// first to have a word, and it alone, would otherwise stay.
func TestTextsDoNotStay(t *testing.T) {
	const texts, size = 200, 100_000
	before := heap()
	v := spelling.New("tg")
	for i := range texts {
		word := string([]rune{'а' + rune(i/16), 'а' + rune(i%16), 'а'})
		v.Put(newsroom.EditionID(fmt.Sprint("e", i)), strings.Repeat("ва ", size/5)+word)
	}
	if took := heap() - before; took > texts*size/20 {
		t.Errorf("%d words take %d bytes", texts+1, took)
	}
	runtime.KeepAlive(v)
}

// An edition takes little beside the words: it has some 200 different ones.
func TestEditionsTakeLittle(t *testing.T) {
	var text strings.Builder
	for i := range 200 {
		fmt.Fprintf(&text, "%s ", string([]rune{'а' + rune(i/16), 'а' + rune(i%16), 'а'}))
	}
	const editions = 5000
	v := taught("tg", text.String())
	before := heap()
	for i := range editions {
		v.Put(newsroom.EditionID(fmt.Sprint("e", i)), text.String())
	}
	if each := (heap() - before) / editions; each > 450 {
		t.Errorf("an edition takes %d bytes", each)
	}
	runtime.KeepAlive(v)
}

// A slip of a word is always found again.
func TestSlipsAreFound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		letters := rapid.SliceOfN(rapid.RuneFrom([]rune("абвгдежз")), 4, 12).Draw(t, "word")
		word := string(letters)
		v := taught("ru", word, word)
		i := rapid.IntRange(0, len(letters)-2).Draw(t, "place")
		slips := []string{
			string(slices.Delete(slices.Clone(letters), i, i+1)),
			string(slices.Insert(slices.Clone(letters), i, 'ю')),
			string(append(append(slices.Clone(letters[:i]), 'ю'), letters[i+1:]...)),
			string(append(append(slices.Clone(letters[:i]), letters[i+1], letters[i]), letters[i+2:]...)),
		}
		for _, slip := range slips {
			if slip != word && !slices.Contains(v.Suggest(slip), word) {
				t.Fatalf("%s is not found by %s", word, slip)
			}
		}
	})
}

// A language of a large newsroom: 5,000 editions of 400 words out of 60,000.
func BenchmarkVocabulary(b *testing.B) {
	random := rand.New(rand.NewPCG(1, 2))
	letters := []rune("абвгдежзиклмнопрстуфх")
	words := make([]string, 60_000)
	for i := range words {
		w := make([]rune, 3+random.IntN(8))
		for j := range w {
			w[j] = letters[random.IntN(len(letters))]
		}
		words[i] = string(w)
	}
	texts := make([]string, 5000)
	for i := range texts {
		var t strings.Builder
		for range 400 {
			x := random.Float64()
			t.WriteString(words[int(x*x*x*float64(len(words)))] + " ")
		}
		texts[i] = t.String()
	}
	b.Run("read", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			taught("tg", texts...)
		}
	})
	v := taught("tg", texts...)
	b.Run("doubt", func(b *testing.B) {
		for b.Loop() {
			v.Doubt(words[:100])
		}
	})
	b.Run("put", func(b *testing.B) {
		for b.Loop() {
			v.Put("e7", texts[8])
			v.Put("e7", texts[7])
		}
	})
}
