package desk

import (
	"slices"
	"time"
	"unicode/utf8"

	"khabar/backend/markdown"
	"khabar/backend/newsroom"
	"khabar/backend/sqlite"
)

// AcrossAct is something that can be done to all editions of stories at once.
type AcrossAct string

// The acts across editions.
const (
	WithdrawAcross AcrossAct = "withdraw" // what readers see becomes a notice, what is scheduled is no longer
	CorrectAcross  AcrossAct = "correct"  // approved texts replace those that readers see
	PublishAcross  AcrossAct = "publish"  // approved texts that nobody has seen go live
	EmbargoAcross  AcrossAct = "embargo"  // nothing is live before a time
	PictureAcross  AcrossAct = "picture"  // a picture is replaced or removed
	NameAcross     AcrossAct = "name"     // something else stands where a name stood
)

// Across says what is to be done to the editions of stories.
type Across struct {
	Act     AcrossAct
	Stories []newsroom.StoryID
	Langs   []newsroom.Lang          // only these; none = all. An embargo and a lead picture are of the whole story
	Notices map[newsroom.Lang]string // what readers are told
	Until   time.Time                // of an embargo; zero lifts it
	Picture Exchanged
	Name    Removed
}

// Exchanged says which picture goes and which one comes.
type Exchanged struct {
	Old string // content hash
	New string // reference of a picture of the archive, media/HASH.EXT; "" = none comes
}

// Removed is a name that goes.
type Removed struct {
	ID    newsroom.NameID          // the entry in the list of names; "" = it is in none
	Tag   newsroom.TermID          // that speaks of it
	Words map[newsroom.Lang]string // what comes in its place
	// Find returns where it stands in a text, and what is to stand there: the words of the
	// language, bent as the name was. It is also asked about languages that have no words.
	Find func(l newsroom.Lang, text string) []markdown.Swap
}

// mostStories is how many stories one plan may be about.
const mostStories = 1000

// check returns an Invalid error that says what of a cannot be done at all.
func (a Across) check(now time.Time) error {
	if len(a.Stories) == 0 || len(a.Stories) > mostStories {
		return newsroom.Errorf(newsroom.Invalid, "across.stories", "max", mostStories)
	}
	for l, notice := range a.Notices {
		if !utf8.ValidString(notice) || utf8.RuneCountInString(notice) > newsroom.MaxLine {
			return newsroom.Errorf(newsroom.Invalid, "across.notice", "language", l.NativeName(), "max", newsroom.MaxLine)
		}
	}
	switch a.Act {
	case WithdrawAcross, CorrectAcross, PublishAcross:
		return nil
	case EmbargoAcross:
		if !a.Until.IsZero() && !a.Until.After(now) {
			return newsroom.Errorf(newsroom.Invalid, "live.past")
		}
		return nil
	case PictureAcross:
		if a.Picture.Old == "" || a.Picture.Old == newsroom.PictureIn(a.Picture.New) {
			return newsroom.Errorf(newsroom.Invalid, "across.picture")
		}
		return nil
	case NameAcross:
		return a.Name.check()
	}
	return newsroom.Errorf(newsroom.Invalid, "across.act", "act", string(a.Act))
}

func (n Removed) check() error {
	if n.Find == nil {
		return newsroom.Errorf(newsroom.Invalid, "across.name")
	}
	for l, words := range n.Words {
		if !utf8.ValidString(words) || utf8.RuneCountInString(words) > newsroom.MaxSpelling {
			return newsroom.Errorf(newsroom.Invalid, "name.spelling", "language", l.NativeName())
		}
	}
	return nil
}

// mayAcross returns a Forbidden error where a member may not act across editions: it takes
// judging texts as well as bringing them to readers.
func mayAcross(tx *sqlite.Tx, id newsroom.MemberID) error {
	me, _, err := tx.Member(id)
	if err != nil {
		return err
	}
	for _, act := range []newsroom.Act{newsroom.GoLive, newsroom.Judge} {
		if !newsroom.May(me.Roles, act) {
			return newsroom.Errorf(newsroom.Forbidden, "forbidden."+string(act))
		}
	}
	return nil
}

// byLanguage puts editions in the order of the languages and leaves out those in other
// languages than langs; none = all.
func byLanguage(editions []sqlite.Edition, langs []newsroom.Lang) []sqlite.Edition {
	all := slices.DeleteFunc(slices.Clone(editions), func(e sqlite.Edition) bool {
		return len(langs) > 0 && !slices.Contains(langs, e.ID.Lang())
	})
	place := func(e sqlite.Edition) int { return slices.Index(newsroom.Languages, e.ID.Lang()) }
	slices.SortFunc(all, func(a, b sqlite.Edition) int { return place(a) - place(b) })
	return all
}
