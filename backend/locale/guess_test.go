package locale

import (
	"testing"

	"khabar/backend/newsroom"
)

func TestGuess(t *testing.T) {
	for _, c := range []struct {
		environ []string
		want    newsroom.Lang
	}{
		{nil, "en"},
		{[]string{"LANG=fa_AF.UTF-8"}, "fa"},
		{[]string{"LANG=prs_AF"}, "fa"},
		{[]string{"LANG=dari"}, "fa"},
		{[]string{"LANG=ps_AF.UTF-8", "LC_ALL=tg_TJ.UTF-8@cyrillic"}, "tg"},
		{[]string{"LC_MESSAGES=de_DE", "LANG=fr_FR"}, "de"},
		{[]string{"LANGUAGE=uz:ru:en", "LANG=en_US.UTF-8"}, "ru"},
		{[]string{"LANGUAGE=", "LC_ALL=C.UTF-8", "LANG=es_ES"}, "en"},
		{[]string{"LANG=ar"}, "ar"},
		{[]string{"LANG", "=x", ""}, "en"},
	} {
		if got := Guess(c.environ); got != c.want {
			t.Errorf("%q: got %s, want %s", c.environ, got, c.want)
		}
	}
}
