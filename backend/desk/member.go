package desk

import (
	"context"
	"slices"
	"strings"

	"khabar/backend/archive"
	"khabar/backend/journal"
	"khabar/backend/newsroom"
)

// ChangeMember gives this device's member a name, roles and the languages that she writes.
// A Conflict error is returned where nobody would be left who may enrol others.
func (d *Desk) ChangeMember(ctx context.Context, name string, roles []newsroom.Role, langs []newsroom.Lang) error {
	name = strings.TrimSpace(name)
	if name == "" || len(name) > newsroom.MaxLine {
		return newsroom.Errorf(newsroom.Invalid, "member.name")
	}
	for _, role := range roles {
		if !slices.Contains(newsroom.Roles, role) {
			return newsroom.Errorf(newsroom.Invalid, "member.role", "role", string(role))
		}
	}
	for _, l := range langs {
		if !l.Valid() {
			return newsroom.Errorf(newsroom.Invalid, "language.unknown", "language", string(l))
		}
	}
	return d.archive.Record(ctx, func(r *archive.Recorder) error {
		me, grant, err := r.Tx.Member(r.Me().ID)
		if err != nil {
			return err
		}
		if me.Name == name && slices.Equal(me.Roles, roles) && slices.Equal(me.Langs, langs) {
			return nil
		}
		me.Name, me.Roles, me.Langs = name, roles, langs
		all, err := r.Tx.Members()
		if err != nil {
			return err
		}
		administers := func(m newsroom.Member) bool {
			return m.ID != me.ID && newsroom.May(m.Roles, newsroom.Enrol)
		}
		if !newsroom.May(roles, newsroom.Enrol) && !slices.ContainsFunc(all, administers) {
			return newsroom.Errorf(newsroom.Conflict, "member.lastAdministrator")
		}
		_, err = r.Add(journal.Entry{
			Kind: journal.Roster, Subject: journal.MemberSubject(me.ID), Person: &me, Parents: []newsroom.EntryID{grant},
		})
		return err
	})
}
