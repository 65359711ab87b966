package site_test

import (
	"encoding/json"
	"os"
	"testing"

	"khabar/backend/locale"
)

// folds are texts in which the rules of folding have something to do. Their keys are kept in a
// file that the test of the script reads as well: e2e/site/fold.test.mjs.
var folds = []string{
	"كتاب", "علي", "۱۲۳", "١٢٣", "مـــرد", "النَّصُّ", "می\u200cروم", "ёлка", "ТОҶИКӢ", "ی\u0654", "ي\u0654", "خانۀ", "خانهٔ", "e\u0301", "и\u0304",
	"\u200fسلام\u200e", "ا\u0653", "آ", "أ", "ټ", "ډ", "ړ", "ښ", "ځ", "څ", "ې", "ۍ", "ئ", "ى", "ګ", "گ", "ڼ", "ږ", "ؤ", "ة", "ғ", "ӣ", "й", "қ", "ӯ", "ҳ", "ҷ",
	"É", "Ü", "ß", "Ñ", "İstanbul", "ΣΑΣ", "ё\u0308", "سُورَةٌ\u06db", "کرۀ\u200cزمین", "ﻻ", "𐐀", "Ǆ",
}

func TestFoldsAreAsTheScriptTestKnowsThem(t *testing.T) {
	const file = "testdata/fold.json"
	made := map[string]string{}
	for _, text := range folds {
		made[text] = locale.Fold(text)
	}
	want, err := json.MarshalIndent(made, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile(file, append(want, '\n'), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if got, err := os.ReadFile(file); err != nil || string(got) != string(want)+"\n" {
		t.Errorf("%s is not what Fold makes (%v): run with -update", file, err)
	}
}
