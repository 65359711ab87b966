package archive

import (
	"cmp"
	"slices"
	"time"

	"khabar/backend/journal"
	"khabar/backend/newsroom"
	"khabar/backend/sqlite"
)

// Acts are the acts on an edition: those of its work and those of its life on the site. Its
// fields, such as who makes it, are read with them.
type Acts struct{ work, live, set []applied }

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
		case journal.Set:
			a.set = append(a.set, e)
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

// Last returns the revision that the latest act of a kind named, and when; acts that named
// one of except are passed over. "" where there is none.
func (a Acts) Last(kind journal.Kind, except []newsroom.RevisionID) (rev newsroom.RevisionID, at time.Time) {
	var last applied
	for _, e := range slices.Concat(a.work, a.live) {
		newer := cmp.Or(cmp.Compare(e.Time, last.Time), cmp.Compare(e.ID, last.ID)) > 0
		if e.Kind == kind && newer && !slices.Contains(except, e.Revision) {
			last = e
		}
	}
	if last.ID == "" {
		return "", at
	}
	return last.Revision, last.Time.Wall()
}

func written(acts []applied) []journal.Written {
	all := make([]journal.Written, len(acts))
	for i, e := range acts {
		all[i] = journal.Written{Entry: e.ID, Time: e.Time, Over: e.Parents}
	}
	return all
}

// about returns the text that an approval or publication names; ok is false where it names
// no text of the edition, the revision has not arrived, or its text is not the one that the
// act was about.
func about(act applied, text texts) (t newsroom.Text, ok bool, err error) {
	t, err = text(act.Revision)
	if newsroom.CodeOf(err) == newsroom.NotFound {
		return t, false, nil
	}
	return t, err == nil && act.Digest == journal.Digest(t), err
}

func workOf(acts []applied, heads []newsroom.RevisionID, text texts) (newsroom.Work, error) {
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
		if _, ok, err := about(act, text); err != nil || !ok {
			return newsroom.Work{State: newsroom.Drafting}, err
		}
	}
	w.State = w.After(head)
	return w, nil
}

// life is what readers see of an edition, with the text (without its body), and what they
// saw before it was scheduled.
type life struct {
	newsroom.Live
	text newsroom.Text
	last *life
}

// liveOf goes through the acts that led to the one in force, each after those that it
// replaced. The text that it returns, the one that readers see or saw last, is without its
// body.
func liveOf(acts []applied, text texts) (newsroom.Live, newsroom.Text, error) {
	now := life{Live: newsroom.Live{State: newsroom.NotLive, OldSlugs: []string{}}}
	open := journal.Resolve(written(acts))
	if len(open) == 0 {
		return now.Live, now.text, nil
	}
	for _, next := range journal.Ordered(written(acts), open[0].Entry) {
		act := acts[slices.IndexFunc(acts, func(e applied) bool { return e.ID == next })]
		if act.Kind == journal.Withdraw {
			now = now.withdraw(act)
			continue
		}
		t, ok, err := about(act, text)
		if err != nil {
			return now.Live, now.text, err
		}
		if ok {
			now = now.publish(act, t)
		}
	}
	return now.Live, now.text, nil
}

// withdraw leads to a notice; where nobody has seen the text yet, back to what there was.
func (l life) withdraw(act applied) life {
	at := act.Time.Wall()
	switch l.At(at) {
	case newsroom.NotLive:
		return l
	case newsroom.Scheduled:
		return *l.last
	}
	l.State, l.Changed, l.Notice, l.last = newsroom.Withdrawn, at, act.Note, nil
	return l
}

func (l life) publish(act applied, t newsroom.Text) life {
	from, at := moment(act.From), act.Time.Wall()
	before := l
	l.Revision, l.Notice, l.last = act.Revision, act.Note, nil
	l.OldSlugs = slices.Clone(l.OldSlugs)
	if l.text.Slug != "" && l.text.Slug != t.Slug && !slices.Contains(l.OldSlugs, l.text.Slug) {
		l.OldSlugs = append(l.OldSlugs, l.text.Slug)
	}
	l.OldSlugs = slices.DeleteFunc(l.OldSlugs, func(s string) bool { return s == t.Slug })
	l.text = t
	l.text.Body = ""
	switch state := before.At(at); {
	case state.Shown():
		l.State, l.Changed = newsroom.Corrected, at
	case from.After(at):
		l.State, l.Published = newsroom.Scheduled, from
		if l.last = &before; state == newsroom.Scheduled {
			l.last = before.last
		}
	case state == newsroom.Withdrawn:
		l.State, l.Changed = newsroom.IsLive, at
	default:
		l.State, l.Published = newsroom.IsLive, from
	}
	return l
}

// moment returns the time of milliseconds since 1970, brought into the years that a stamp
// can have: what arrives may say anything.
func moment(ms int64) time.Time {
	return time.UnixMilli(min(max(ms, 0), newsroom.LastStamp.Wall().UnixMilli())).UTC()
}
