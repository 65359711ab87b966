package locale

import (
	"bytes"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"khabar/backend/newsroom"
)

// ordered has words of each language in the order of its alphabet.
var ordered = map[newsroom.Lang]string{
	"ar": "أب باب تاج ثوب جبل حب خبر دار ذهب رجل زمن سلام شمس صبر ضوء طفل ظل عين غد فجر قلم كتاب ليل ماء نور هواء وقت يوم",
	"en": "apple Banana cherry resume résumé Zebra",
	"fr": "cote coté côte côté eau été œuf zéro",
	"de": "Apfel Äpfel Arzt Straße Übung Ufer Zug",
	"fa": "آب ابر باد پدر تاج ثواب جام چای حال خانه دور ذوق راه زرد ژاله سیب شب صدا ضرب طلا ظرف عقل غم فکر قلم کتاب گل لب ماه نان وقت هوا یاد",
	"ps": "اس باد پلار تور ټول ثواب جومات ځوان چای څوک حال خبر دلته ډول ذوق رنګ ړوند زړه ژوند ږیره ستوری شپه ښه صبر طلا عقل غم فکر قلم کتاب ګل لاس مور نوم ڼ هلته ورځ یو ییلاق",
	"ru": "аист баба вода год дом ежа ёлка ель жук зима игра йод кот лес мир нос окно пол рот сон три ухо флаг хлеб цирк час шар щит эхо юг яма",
	"es": "casa coche leche llave luna mano nube ñandú oso zorro",
	"tg": "абр бародар вақт гап ғам дар ер ёр жола зан илм ӣд йод китоб қалам лаб модар нон об падар рӯз сабз тоҷ уқоб ӯҳда фикр хабар ҳаво чашм ҷаҳон шаб эҳсос юз ях",
}

func TestCompareFollowsTheAlphabet(t *testing.T) {
	for l, text := range ordered {
		want := strings.Fields(text)
		got := slices.Clone(want)
		rand.Shuffle(len(got), func(i, j int) { got[i], got[j] = got[j], got[i] })
		slices.SortFunc(got, Compare(l))
		if !slices.Equal(got, want) {
			t.Errorf("%s:\n got %s\nwant %s", l, strings.Join(got, " "), text)
		}
	}
}

func TestSortKeyIsATotalOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := rapid.SampledFrom(newsroom.Languages).Draw(t, "lang")
		word := rapid.OneOf(letters, rapid.String())
		a, b := word.Draw(t, "a"), word.Draw(t, "b")
		if bytes.Equal(SortKey(l, a), SortKey(l, b)) != (a == b) {
			t.Fatalf("%s: %q and %q", l, a, b)
		}
	})
}

type orderCase struct {
	Lang  newsroom.Lang `json:"lang"`
	Words []string      `json:"words"`
}

func TestOrderForBothSides(t *testing.T) {
	var cases []orderCase
	for _, l := range newsroom.Languages {
		words := strings.Fields(ordered[l])
		slices.SortFunc(words, Compare(l))
		cases = append(cases, orderCase{l, words})
	}
	golden(t, "order.json", cases)
}

func BenchmarkSortKey(b *testing.B) {
	for _, l := range []newsroom.Lang{"fa", "ps", "en"} {
		b.Run(string(l), func(b *testing.B) {
			for b.Loop() {
				SortKey(l, "ورود معاون نخست\u200cوزیر قزاقستان به کابل")
			}
		})
	}
}
