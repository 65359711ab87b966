package archive

import (
	"cmp"
	"time"

	"khabar/backend/journal"
	"khabar/backend/newsroom"
	"khabar/backend/sqlite"
)

func revisionRow(e journal.Entry, id newsroom.EntryID, words int) sqlite.Revision {
	_, name := e.Subject.Split()
	return sqlite.Revision{
		ID: id, Edition: newsroom.EditionID(name), Parents: e.Parents, Member: e.Member, Stamp: e.Time,
		Headline: e.Text.Headline, Words: words,
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
	text, unclear, err = viewAt(nodes, heads, textsOf(tx, id))
	return text, heads, unclear, err
}

// ViewAt returns what View showed when the edition had these heads.
func ViewAt(tx *sqlite.Tx, id newsroom.EditionID, heads []newsroom.RevisionID) (text newsroom.Text, unclear []string, err error) {
	nodes, err := graph(tx, id)
	if err != nil {
		return text, nil, err
	}
	return viewAt(nodes, heads, textsOf(tx, id))
}

// texts gives the text of a revision of one edition, as TextOf does.
type texts func(newsroom.RevisionID) (newsroom.Text, error)

func textsOf(tx *sqlite.Tx, id newsroom.EditionID) texts {
	return func(rev newsroom.RevisionID) (newsroom.Text, error) { return TextOf(tx, id, rev) }
}

func viewAt(nodes []journal.Node, heads []newsroom.RevisionID, text texts) (newsroom.Text, []string, error) {
	var failed error
	shown, unclear := journal.View(nodes, heads, func(rev newsroom.RevisionID) newsroom.Text {
		t, err := text(rev)
		failed = cmp.Or(failed, err)
		return t
	})
	return shown, unclear, failed
}

func graph(tx *sqlite.Tx, id newsroom.EditionID) ([]journal.Node, error) {
	revisions, err := tx.Revisions(id)
	return nodesOf(revisions), err
}

func nodesOf(revisions []sqlite.Revision) []journal.Node {
	nodes := make([]journal.Node, len(revisions))
	for i, r := range revisions {
		nodes[i] = journal.Node{ID: r.ID, Parents: r.Parents, Time: r.Stamp}
	}
	return nodes
}

// edition makes an edition's row. An edition is there once it has a revision.
func (p *projection) edition(id newsroom.EditionID) error {
	acts, err := ActsOf(p.tx, id)
	if err != nil {
		return err
	}
	if err := projectClaim(p.tx, id, fieldsOf(acts.set)); err != nil {
		return err
	}
	revisions, err := p.tx.Revisions(id)
	if err != nil || len(revisions) == 0 {
		return err
	}
	e, text := sqlite.Edition{Edition: newsroom.Edition{ID: id}}, p.texts(id)
	e.Origin = fieldsOf(acts.set).From()
	nodes := nodesOf(revisions)
	e.Heads = journal.Heads(nodes)
	if e.Text, e.Unclear, err = viewAt(nodes, e.Heads, text); err != nil {
		return err
	}
	e.Created = revisions[0].Time()
	e.Updated = revisions[len(revisions)-1].Time()
	if e.Work, err = workOf(acts.work, e.Heads, text); err != nil {
		return err
	}
	life, err := liveOf(acts.live, text)
	if err != nil {
		return err
	}
	if err := projectPictures(p.tx, id, e.Text, life.text, life.next); err != nil {
		return err
	}
	e.Live, e.LiveText, e.NextText = life.Live, life.text, life.next
	e.LiveText.Body, e.NextText.Body = "", "" // they are in the entries
	e.Changed = e.Differs()
	r := p.readings.of(id.Lang(), e.Text)
	e.Words, e.Excerpt, e.SortKey = r.words, r.excerpt, r.sortKey
	return p.tx.PutEdition(e, r.found)
}

// texts gives the texts of an edition, each read and decoded once: the newest is mostly
// the one that was approved and the one that is live.
func (p *projection) texts(id newsroom.EditionID) texts {
	return func(rev newsroom.RevisionID) (newsroom.Text, error) {
		if k, ok := p.known[rev]; ok && k.edition == id {
			return k.text, nil
		}
		t, err := TextOf(p.tx, id, rev)
		if err == nil {
			p.know(rev, id, t)
		}
		return t, err
	}
}
