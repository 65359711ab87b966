package archive

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"khabar/backend/journal"
	"khabar/backend/locale"
	"khabar/backend/markdown"
	"khabar/backend/newsroom"
	"khabar/backend/sqlite"
)

const excerptLength = 160 // characters of the list's second line

func revisionRow(e journal.Entry, id newsroom.EntryID) sqlite.Revision {
	_, name := e.Subject.Split()
	return sqlite.Revision{
		ID: id, Edition: newsroom.EditionID(name), Parents: e.Parents, Member: e.Member, Stamp: e.Time,
		Headline: e.Text.Headline, Words: markdown.Words(markdown.Plain(e.Text.Body)),
	}
}

// TextOf returns the text of a revision of an edition. NotFound where the edition has no
// such revision: it has not arrived, was refused, or is of another edition.
func TextOf(tx *sqlite.Tx, edition newsroom.EditionID, id newsroom.RevisionID) (newsroom.Text, error) {
	switch rev, ok, err := tx.Revision(id); {
	case err != nil:
		return newsroom.Text{}, err
	case !ok || rev.Edition != edition:
		return newsroom.Text{}, newsroom.Errorf(newsroom.NotFound, "notFound.revision", "id", string(id))
	}
	row, err := tx.Entry(id)
	if err != nil {
		return newsroom.Text{}, err
	}
	e, err := journal.Decode(row.Line)
	if err != nil {
		return newsroom.Text{}, err
	}
	if e.Text == nil {
		return newsroom.Text{}, newsroom.Errorf(newsroom.NotFound, "notFound.revision", "id", string(id))
	}
	return *e.Text, nil
}

// Written returns when the text of revision id was written; of a text that came from
// elsewhere, when it was written there.
func Written(tx *sqlite.Tx, id newsroom.RevisionID) (time.Time, error) {
	row, err := tx.Entry(id)
	if err != nil {
		return time.Time{}, err
	}
	e, err := journal.Decode(row.Line)
	if e.From != 0 {
		return moment(e.From), err
	}
	return e.Time.Wall(), err
}

// View returns the text of an edition as every device shows it, and the fields in which
// its heads conflict.
func View(tx *sqlite.Tx, id newsroom.EditionID) (text newsroom.Text, heads []newsroom.RevisionID, unclear []string, err error) {
	nodes, err := graph(tx, id)
	if err != nil {
		return text, nil, nil, err
	}
	heads = journal.Heads(nodes)
	text, unclear, err = viewAt(tx, id, nodes, heads)
	return text, heads, unclear, err
}

// ViewAt returns what View showed when the edition had these heads.
func ViewAt(tx *sqlite.Tx, id newsroom.EditionID, heads []newsroom.RevisionID) (text newsroom.Text, unclear []string, err error) {
	nodes, err := graph(tx, id)
	if err != nil {
		return text, nil, err
	}
	return viewAt(tx, id, nodes, heads)
}

func viewAt(tx *sqlite.Tx, id newsroom.EditionID, nodes []journal.Node, heads []newsroom.RevisionID) (newsroom.Text, []string, error) {
	var failed error
	text, unclear := journal.View(nodes, heads, func(rev newsroom.RevisionID) newsroom.Text {
		t, err := TextOf(tx, id, rev)
		failed = cmp.Or(failed, err)
		return t
	})
	return text, unclear, failed
}

func graph(tx *sqlite.Tx, id newsroom.EditionID) ([]journal.Node, error) {
	revisions, err := tx.Revisions(id)
	nodes := make([]journal.Node, len(revisions))
	for i, r := range revisions {
		nodes[i] = journal.Node{ID: r.ID, Parents: r.Parents, Time: r.Stamp}
	}
	return nodes, err
}

// projectEdition makes an edition's row. An edition is there once it has a revision.
func projectEdition(tx *sqlite.Tx, id newsroom.EditionID) error {
	revisions, err := tx.Revisions(id)
	if err != nil || len(revisions) == 0 {
		return err
	}
	acts, err := ActsOf(tx, id)
	if err != nil {
		return err
	}
	e := sqlite.Edition{Edition: newsroom.Edition{ID: id}}
	e.Text, e.Heads, e.Unclear, err = View(tx, id)
	if err != nil {
		return err
	}
	e.Created = revisions[0].Time()
	e.Updated = revisions[len(revisions)-1].Time()
	if e.Work, err = workOf(tx, id, acts.work, e.Heads); err != nil {
		return err
	}
	if e.Live, e.LiveText, err = liveOf(tx, id, acts.live); err != nil {
		return err
	}
	e.Changed = e.Live.State != newsroom.NotLive && !slices.Equal(e.Heads, []newsroom.RevisionID{e.Live.Revision})
	plain := markdown.Plain(e.Text.Body)
	e.Words = markdown.Words(plain)
	e.Excerpt = cmp.Or(e.Text.Summary, markdown.Excerpt(e.Text.Body, excerptLength))
	e.SortKey = locale.SortKey(id.Lang(), e.Text.Headline)
	words := strings.Join([]string{e.Text.Headline, e.Text.Summary, plain, e.Text.Byline, e.Text.Translator}, "\n")
	return tx.PutEdition(e, strings.Join(locale.Tokens(words), " "))
}
