package sqlite

import (
	"database/sql"

	"khabar/backend/newsroom"
)

// PutMember writes a member; grant is the roster entry that says so.
func (tx *Tx) PutMember(m newsroom.Member, grant newsroom.EntryID) error {
	return tx.exec("INSERT OR REPLACE INTO member (id, name, roles, devices, langs, grant_) VALUES (?, ?, ?, ?, ?, ?)",
		m.ID, m.Name, encode(m.Roles), encode(m.Devices), encode(m.Langs), grant)
}

// Member returns a member and the roster entry that is in force; NotFound.
func (tx *Tx) Member(id newsroom.MemberID) (newsroom.Member, newsroom.EntryID, error) {
	m := newsroom.Member{ID: id}
	var grant newsroom.EntryID
	ok, err := tx.one("SELECT name, roles, devices, langs, grant_ FROM member WHERE id = ?", []any{id},
		&m.Name, decoded{&m.Roles}, decoded{&m.Devices}, decoded{&m.Langs}, &grant)
	if err == nil && !ok {
		err = newsroom.Errorf(newsroom.NotFound, "notFound.member", "id", string(id))
	}
	return m, grant, err
}

// Members returns all members by name.
func (tx *Tx) Members() ([]newsroom.Member, error) {
	var all []newsroom.Member
	err := tx.each("SELECT id, name, roles, devices, langs FROM member ORDER BY name, id", nil, func(rows *sql.Rows) error {
		var m newsroom.Member
		if err := rows.Scan(&m.ID, &m.Name, decoded{&m.Roles}, decoded{&m.Devices}, decoded{&m.Langs}); err != nil {
			return err
		}
		all = append(all, m)
		return nil
	})
	return all, err
}
