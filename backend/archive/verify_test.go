package archive_test

import (
	"database/sql"
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"khabar/backend/newsroom"
	"khabar/backend/newsroomtest"
)

const forged = `INSERT INTO entry (id, kind, member, subject, time, line, device, own, state, reason)
	VALUES ('forged', 'set', 'm', 'story:x', 0, CAST('LINE' AS BLOB), X'', 0, 'ok', '')`

// What was changed behind the archive's back is found, named and not repaired.
func TestVerifyFindsWhatWasChanged(t *testing.T) {
	for _, c := range []struct{ name, change, message string }{
		{"a row of a table", `UPDATE settings SET value = '{"name":"Forged"}'`, "verify.table"},
		{"an entry from nowhere", strings.Replace(forged, "LINE", `{"k":"set","m":"m","a":"story:x"}`, 1), "verify.entry"},
		{"a line that is no entry", strings.Replace(forged, "LINE", "{", 1), "verify.entry"},
		{"the line of an entry", `UPDATE entry SET line = CAST(replace(CAST(line AS TEXT), 'Kopf', 'Topf') AS BLOB) WHERE kind = 'revise'`, "verify.entry"},
		{"the subject of an entry", `UPDATE entry SET subject = 'story:zzz' WHERE kind = 'submit'`, "verify.entry"},
		{"the kind of an entry", `UPDATE entry SET kind = 'return' WHERE kind = 'submit'`, "verify.entry"},
		{"the member of an entry", `UPDATE entry SET member = 'm' WHERE kind = 'submit'`, "verify.entry"},
		{"the time of an entry", `UPDATE entry SET time = time + 1 WHERE kind = 'submit'`, "verify.entry"},
		{"what became of an entry", `UPDATE entry SET state = 'refused', reason = 'role' WHERE kind = 'submit'`, "verify.table"},
		{"the device of an entry", `UPDATE entry SET device = zeroblob(32) WHERE kind = 'submit'`, "verify.table"},
		{"a signature", `UPDATE entry SET sig = zeroblob(64) WHERE kind = 'approve'`, "verify.signature"},
		{"a device's key", `UPDATE entry SET key = zeroblob(32) WHERE kind = 'approve'`, "verify.signature"},
		{"the hash of a segment", `PRAGMA foreign_keys = 0; UPDATE segment SET hash = zeroblob(32)`, "segment.signature"},
		{"the signature of a segment", `UPDATE segment SET sig = zeroblob(64)`, "segment.signature"},
		{"the number of a segment", `UPDATE segment SET seq = 7`, "segment.signature"},
		{"the header of a segment", `UPDATE segment SET header = zeroblob(90)`, "journal.line"},
		{"the order of a segment", `UPDATE segment_entry SET pos = 1000 - pos`, "segment.signature"},
		{"a lost segment", `PRAGMA foreign_keys = 0; DELETE FROM segment`, "verify.entry"},
		{"a lost entry", `PRAGMA foreign_keys = 0; DELETE FROM entry WHERE kind = 'submit'`, "verify.entry"},
	} {
		t.Run(c.name, func(t *testing.T) {
			room := newsroomtest.New(t)
			id := room.Edition(t, newsroom.German, newsroom.Text{Headline: "Kopf", Body: "Text."})
			room.ApproveNewest(t, id)
			if err := room.Archive.Seal(t.Context()); err != nil {
				t.Fatal(err)
			}
			if report, err := room.Archive.Verify(t.Context()); err != nil || len(report.Faults) > 0 || report.Segments != 1 {
				t.Fatalf("before: %+v %v", report, err)
			}
			behind(t, room, c.change)
			for range 2 { // looking repairs nothing
				report, err := room.Archive.Verify(t.Context())
				if err != nil || !names(report.Faults, c.message) {
					t.Fatalf("%v %v", report.Faults, err)
				}
			}
		})
	}
}

// behind changes the file as another program would.
func behind(t *testing.T, room *newsroomtest.Room, change string) {
	t.Helper()
	db, err := sql.Open("sqlite", filepath.Join(room.Dir, "khabar.db"))
	if err != nil {
		t.Fatal(err)
	}
	_, err = db.Exec(change)
	if err = errors.Join(err, db.Close()); err != nil {
		t.Fatal(err)
	}
}

func names(faults []error, message string) bool {
	for _, err := range faults {
		if e, ok := err.(*newsroom.Error); ok && e.Message == message {
			return true
		}
	}
	return false
}

// Rebuild puts right what the rows say of the lines.
func TestRebuildJudgesAgain(t *testing.T) {
	room := newsroomtest.New(t)
	id := room.Edition(t, newsroom.German, newsroom.Text{Headline: "Kopf", Body: "Text."})
	room.ApproveNewest(t, id)
	behind(t, room, `UPDATE entry SET state = 'parked', reason = 'kind' WHERE kind = 'approve'`)
	if err := room.Archive.Rebuild(t.Context()); err != nil {
		t.Fatal(err)
	}
	report, err := room.Archive.Verify(t.Context())
	if err != nil || len(report.Faults) > 0 || room.Open(t, id).Work.State != newsroom.Approved {
		t.Fatalf("%+v %v", report, err)
	}
}
