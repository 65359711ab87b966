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

// Text returns the text of revision id, the empty text for "". NotFound where it has
// not arrived.
func Text(tx *sqlite.Tx, id newsroom.RevisionID) (newsroom.Text, error) {
	if id == "" {
		return newsroom.Text{}, nil
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
		return time.UnixMilli(e.From).UTC(), err
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
		t, err := Text(tx, rev)
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

// Acts are the acts on an edition: those of its work and those of its life on the site.
type Acts struct{ work, live []applied }

// ActsOf returns the acts on an edition.
func ActsOf(tx *sqlite.Tx, id newsroom.EditionID) (Acts, error) {
	entries, err := decoded(tx, journal.EditionSubject(id), journal.Revise)
	var a Acts
	for _, e := range entries {
		switch e.Kind {
		case journal.Submit, journal.Return, journal.Approve:
			a.work = append(a.work, e)
		case journal.Publish, journal.Withdraw:
			a.live = append(a.live, e)
		}
	}
	return a, err
}

// Open returns the acts that a new act of the kind replaces.
func (a Acts) Open(kind journal.Kind) []newsroom.EntryID {
	acts := a.work
	if kind == journal.Publish || kind == journal.Withdraw {
		acts = a.live
	}
	var ids []newsroom.EntryID
	for _, w := range journal.Resolve(written(acts)) {
		ids = append(ids, w.Entry)
	}
	return ids
}

func written(acts []applied) []journal.Written {
	all := make([]journal.Written, len(acts))
	for i, e := range acts {
		all[i] = journal.Written{Entry: e.ID, Time: e.Time, Over: e.Parents}
	}
	return all
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
	if e.Work, err = workOf(tx, acts.work, e.Heads); err != nil {
		return err
	}
	if e.Live, e.LiveText, err = liveOf(tx, acts.live); err != nil {
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

// about returns the text that an act names; ok is false where the revision has not
// arrived or is not the text that the act was about.
func about(tx *sqlite.Tx, act applied) (t newsroom.Text, ok bool, err error) {
	known, err := tx.HasRevision(act.Revision)
	if err != nil || !known {
		return t, false, err
	}
	t, err = Text(tx, act.Revision)
	return t, err == nil && (act.Digest == "" || act.Digest == journal.Digest(t)), err
}

func workOf(tx *sqlite.Tx, acts []applied, heads []newsroom.RevisionID) (newsroom.Work, error) {
	open := journal.Resolve(written(acts))
	if len(open) == 0 {
		return newsroom.Work{State: newsroom.Drafting}, nil
	}
	act := acts[slices.IndexFunc(acts, func(e applied) bool { return e.ID == open[0].Entry })]
	w := newsroom.Work{Revision: act.Revision, Note: act.Note, Member: act.Member, Time: act.Time.Wall()}
	w.State = map[journal.Kind]newsroom.WorkState{
		journal.Submit: newsroom.Submitted, journal.Return: newsroom.Returned, journal.Approve: newsroom.Approved,
	}[act.Kind]
	head := newsroom.RevisionID("")
	if len(heads) == 1 {
		head = heads[0]
	}
	if act.Kind == journal.Approve {
		if _, ok, err := about(tx, act); err != nil || !ok {
			return newsroom.Work{State: newsroom.Drafting}, err
		}
	}
	w.State = w.After(head)
	return w, nil
}

// liveOf walks the acts that led to the one in force, the oldest first. The text that it
// returns, the one that readers see or saw last, is without its body.
func liveOf(tx *sqlite.Tx, acts []applied) (newsroom.Live, newsroom.Text, error) {
	live := newsroom.Live{State: newsroom.NotLive, OldSlugs: []string{}}
	var text newsroom.Text
	for _, act := range chain(acts) {
		t, ok, err := about(tx, act)
		if err != nil {
			return live, text, err
		}
		switch {
		case act.Kind == journal.Withdraw && live.State != newsroom.NotLive:
			live.State, live.Changed, live.Notice = newsroom.Withdrawn, act.Time.Wall(), act.Note
		case act.Kind == journal.Publish && ok:
			if text.Slug != "" && text.Slug != t.Slug && !slices.Contains(live.OldSlugs, text.Slug) {
				live.OldSlugs = append(live.OldSlugs, text.Slug)
			}
			live.OldSlugs = slices.DeleteFunc(live.OldSlugs, func(s string) bool { return s == t.Slug })
			t.Body = ""
			text = t
			goLive(&live, act)
		}
	}
	return live, text, nil
}

func goLive(live *newsroom.Live, act applied) {
	from, at := time.UnixMilli(act.From).UTC(), act.Time.Wall()
	live.Revision, live.Notice = act.Revision, act.Note
	switch before := live.At(at); {
	case before.Shown():
		live.State, live.Changed = newsroom.Corrected, at
	case from.After(at):
		live.State, live.Published = newsroom.Scheduled, from
	case before == newsroom.Withdrawn:
		live.State, live.Changed = newsroom.IsLive, at
	default:
		live.State, live.Published = newsroom.IsLive, from
	}
}

// chain returns the act in force and all that it replaced, directly or not, in order.
func chain(acts []applied) []applied {
	byID := map[newsroom.EntryID]applied{}
	for _, e := range acts {
		byID[e.ID] = e
	}
	open := journal.Resolve(written(acts))
	if len(open) == 0 {
		return nil
	}
	var all []applied
	seen := map[newsroom.EntryID]bool{}
	for next := []newsroom.EntryID{open[0].Entry}; len(next) > 0; {
		id := next[len(next)-1]
		next = next[:len(next)-1]
		if e, ok := byID[id]; ok && !seen[id] {
			seen[id] = true
			all = append(all, e)
			next = append(next, e.Parents...)
		}
	}
	slices.SortFunc(all, func(a, b applied) int { return cmp.Or(cmp.Compare(a.Time, b.Time), cmp.Compare(a.ID, b.ID)) })
	return all
}
