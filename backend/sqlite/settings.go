package sqlite

import "khabar/backend/newsroom"

// PutSettings writes the newsroom's settings.
func (tx *Tx) PutSettings(s newsroom.Settings) error {
	return tx.exec("INSERT OR REPLACE INTO settings (one, value) VALUES (1, ?)", encode(s))
}

// Settings returns the newsroom's settings; zero where none were made yet.
func (tx *Tx) Settings() (newsroom.Settings, error) {
	var s newsroom.Settings
	_, err := tx.one("SELECT value FROM settings", nil, decoded{&s})
	return s, err
}

// PutLocal keeps a value of this device under a name.
func (tx *Tx) PutLocal(name string, value []byte) error {
	return tx.exec("INSERT OR REPLACE INTO local (name, value) VALUES (?, ?)", name, value)
}

// Local returns a value of this device; nil where there is none.
func (tx *Tx) Local(name string) ([]byte, error) {
	var value []byte
	_, err := tx.one("SELECT value FROM local WHERE name = ?", []any{name}, &value)
	return value, err
}
