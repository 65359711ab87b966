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

// life is what readers see of an edition, or saw last, with the text, and what they saw
// before it was scheduled.
type life struct {
	newsroom.Live
	text newsroom.Text
	next newsroom.Text // of a scheduled correction
	last *life
}

// come is l once a correction that is due has replaced the text before.
func (l life) come(at time.Time) life {
	if l.Due(at) {
		l.Live, l.text, l.next = l.Live.Now(at), l.next, newsroom.Text{}
	}
	return l
}

// liveOf goes through the acts that led to the one in force, each after those that it
// replaced.
func liveOf(acts []applied, text texts) (life, error) {
	now := life{Live: newsroom.Live{State: newsroom.NotLive, OldSlugs: []string{}}}
	open := journal.Resolve(written(acts))
	if len(open) == 0 {
		return now, nil
	}
	for _, next := range journal.Ordered(written(acts), open[0].Entry) {
		act := acts[slices.IndexFunc(acts, func(e applied) bool { return e.ID == next })]
		if act.Kind == journal.Withdraw {
			now = now.withdraw(act)
			continue
		}
		t, ok, err := about(act, text)
		if err != nil {
			return now, err
		}
		if ok {
			now = now.publish(act, t)
		}
	}
	return now, nil
}

// withdraw leads to a notice; where nobody has seen the text yet, back to what there was. An
// act that names a scheduled correction takes back that alone.
func (l life) withdraw(act applied) life {
	at := act.Time.Wall()
	l = l.come(at)
	switch state := l.At(at); {
	case state == newsroom.NotLive:
		return l
	case state == newsroom.Scheduled:
		return *l.last
	case l.Next != nil && act.Revision == l.Next.Revision && act.Revision != l.Revision:
		l.Next, l.next = nil, newsroom.Text{}
		return l
	}
	l.State, l.Changed, l.Notice, l.last = newsroom.Withdrawn, at, act.Note, nil
	l.Next, l.next = nil, newsroom.Text{}
	return l
}

func (l life) publish(act applied, t newsroom.Text) life {
	from, at := moment(act.From), act.Time.Wall()
	l = l.come(at)
	state, slugs := l.At(at), l.slugsAfter(t)
	if state.Shown() && from.After(at) {
		l.Next, l.next = &newsroom.Next{Revision: act.Revision, From: from, Notice: act.Note, OldSlugs: slugs}, t
		return l
	}
	before := l
	l.Revision, l.Notice, l.OldSlugs, l.text, l.last = act.Revision, act.Note, slugs, t, nil
	l.Next, l.next = nil, newsroom.Text{} // made upon a text that this one replaces
	switch {
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

// slugsAfter are the slugs that redirect once t is what readers see.
func (l life) slugsAfter(t newsroom.Text) []string {
	all := slices.Clone(l.OldSlugs)
	if l.text.Slug != "" && l.text.Slug != t.Slug && !slices.Contains(all, l.text.Slug) {
		all = append(all, l.text.Slug)
	}
	return slices.DeleteFunc(all, func(s string) bool { return s == t.Slug })
}

// moment returns the time of milliseconds since 1970, brought into the years that a stamp
// can have: what arrives may say anything.
func moment(ms int64) time.Time {
	return time.UnixMilli(min(max(ms, 0), newsroom.LastStamp.Wall().UnixMilli())).UTC()
}
