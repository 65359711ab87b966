package journal

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"

	"khabar/backend/newsroom"
)

// Encode returns the line of e and the id that follows from it.
func Encode(e Entry) (line []byte, id newsroom.EntryID, err error) {
	line, err = json.Marshal(e)
	if err != nil {
		return nil, "", newsroom.Errorf(newsroom.Internal, "journal.encode", err)
	}
	return line, ID(e.Member, line), nil
}

// ID returns the id of the entry that member m wrote as line.
func ID(m newsroom.MemberID, line []byte) newsroom.EntryID {
	h := sha256.New()
	h.Write([]byte(m))
	h.Write([]byte{0})
	h.Write(line)
	return newsroom.EntryID(hex.EncodeToString(h.Sum(nil)[:12]))
}

// Decode reads a line. It returns a Damaged error where the line is no entry: not one
// JSON object on one line with a kind, a member and a subject.
//
// Of a kind that this version does not know only these and the time are read, so a later
// kind is free to give the other keys other types. Where the rest of a known kind cannot be
// read, the four are returned and Unreadable is true. Keys that this version does not know are
// ignored: the line itself is what is kept. A time beyond newsroom.LastStamp is read as
// that one.
func Decode(line []byte) (Entry, error) {
	if !wellFormed(line) {
		return Entry{}, newsroom.Errorf(newsroom.Damaged, "journal.line")
	}
	var e Entry
	err := json.Unmarshal(line, &e)
	if err != nil || !e.Kind.Known() {
		var envelope Entry
		if envelope, err = decodeEnvelope(line); err != nil {
			return Entry{}, err
		}
		envelope.Unreadable = envelope.Kind.Known()
		e = envelope
	}
	if e.Kind == "" || e.Member == "" || e.Subject == "" {
		return Entry{}, newsroom.Errorf(newsroom.Damaged, "journal.line")
	}
	e.Time = min(e.Time, newsroom.LastStamp)
	return e, nil
}

// decodeEnvelope reads what every entry has. It goes through a map because the JSON
// decoder takes "A" for "a", and a later kind may have both.
func decodeEnvelope(line []byte) (e Entry, err error) {
	var keys map[string]json.RawMessage
	err = json.Unmarshal(line, &keys)
	for key, into := range map[string]any{"k": &e.Kind, "m": &e.Member, "a": &e.Subject, "t": &e.Time} {
		if value, ok := keys[key]; err == nil && ok {
			err = json.Unmarshal(value, into)
		}
	}
	if err != nil {
		return Entry{}, newsroom.Errorf(newsroom.Damaged, "journal.line", err)
	}
	return e, nil
}

// wellFormed reports whether line can stand in a segment and be told from its neighbours.
func wellFormed(line []byte) bool {
	return len(line) > 0 && line[0] == '{' && bytes.IndexByte(line, '\n') < 0
}
