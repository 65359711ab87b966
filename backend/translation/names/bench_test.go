package names_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"khabar/backend/newsroom"
	"khabar/backend/translation/names"
)

// many returns names of invented words, in the script of l.
func many(l newsroom.Lang, n int) ([]newsroom.Name, *rand.Rand) {
	random := rand.New(rand.NewPCG(1, 2))
	all := make([]newsroom.Name, n)
	for i := range all {
		all[i] = name(fmt.Sprint("n", i), newsroom.NameKinds[i%4], labels{l: made(l, random) + " " + made(l, random), "es": made("es", random)}, made("en", random))
	}
	return all, random
}

func made(l newsroom.Lang, random *rand.Rand) string {
	alphabet := []rune(map[newsroom.Lang]string{"ru": "абвгдежзиклмнопрст", "fa": "ابتجدرزسشفقکلمنوهی", "ar": "ابتجدرزسشفقكلمنوهي"}[l])
	if len(alphabet) == 0 {
		alphabet = []rune("abcdefghiklmnoprst")
	}
	var b strings.Builder
	for range 3 + random.IntN(6) {
		b.WriteRune(alphabet[random.IntN(len(alphabet))])
	}
	return b.String()
}

// A text of 2,000 words, every tenth of them a name, among 5,000 names.
func BenchmarkFind(b *testing.B) {
	for _, l := range []newsroom.Lang{"en", "ru", "fa", "ar"} {
		all, random := many(l, 5000)
		var text strings.Builder
		for i := range 2000 {
			if i%10 == 0 {
				text.WriteString(all[random.IntN(len(all))].Labels[l] + " ")
			} else {
				text.WriteString(made(l, random) + " ")
			}
		}
		f := names.New(l, all)
		b.Run(string(l), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				f.Find(text.String())
			}
		})
	}
}

func BenchmarkNew(b *testing.B) {
	all, _ := many("ru", 5000)
	for b.Loop() {
		names.New("ru", all)
	}
}

func BenchmarkSuggest(b *testing.B) {
	all, _ := many("fa", 5000)
	f := names.New("fa", all)
	for b.Loop() {
		f.Suggest("این خبر درباره‌ی سال", 5)
	}
}
