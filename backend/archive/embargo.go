package archive

import (
	"slices"
	"time"

	"khabar/backend/journal"
)

// EmbargoField is the register of a story that says until when nothing of it may go live:
// milliseconds since 1970, 0 = no embargo.
const EmbargoField = "embargo"

// embargoes reports whether e changes an embargo, which is a matter of going live and not of
// writing.
func embargoes(e journal.Entry) bool {
	return slices.ContainsFunc(e.Changes, func(c journal.Change) bool { return c.Field == EmbargoField })
}

// embargoOf returns when the embargo of a story ends. Of several that were set without
// knowing of each other the longest holds: waiting can be made good, publishing cannot.
func embargoOf(f Fields) (until time.Time) {
	for _, w := range journal.Resolve(f[EmbargoField]) {
		var ms int64
		Fields{EmbargoField: {w}}.Get(EmbargoField, &ms)
		if at := moment(ms); ms > 0 && at.After(until) {
			until = at
		}
	}
	return until
}
