package site

import "testing"

// A word lies in one file, with the words that begin with the same two letters.
func TestWordsThatBeginAlikeLieTogether(t *testing.T) {
	for _, pair := range [][2]string{{"کابل", "کا"}, {"тоҷикистон", "то"}, {"kabul", "ka"}} {
		if wordShard(pair[0]) != wordShard(pair[1]) {
			t.Errorf("%s and %s lie apart", pair[0], pair[1])
		}
	}
}
