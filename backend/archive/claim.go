package archive

import (
	"khabar/backend/newsroom"
	"khabar/backend/sqlite"
)

// Registers of an edition about who makes it. They are written before it has a text, too.
const (
	ClaimField   = "claim"   // ClaimValue; null = nobody's
	RequestField = "request" // RequestValue; null = not asked for
)

// ClaimValue is a claim as entries hold it; times in milliseconds since 1970.
type ClaimValue struct {
	Member newsroom.MemberID `json:"member"`
	Since  int64             `json:"since"`
	Until  int64             `json:"until"`
}

// RequestValue is a request as entries hold it; the time in milliseconds since 1970.
type RequestValue struct {
	Member newsroom.MemberID `json:"member"`
	Time   int64             `json:"time"`
	Note   string            `json:"note"`
}

// projectClaim makes the rows about who makes edition id and who asked for it.
func projectClaim(tx *sqlite.Tx, id newsroom.EditionID, f Fields) error {
	if len(f[ClaimField]) > 0 {
		var c ClaimValue
		f.Get(ClaimField, &c)
		if err := tx.PutClaim(newsroom.Claim{Edition: id, Member: c.Member, Since: moment(c.Since), Until: moment(c.Until)}); err != nil {
			return err
		}
	}
	if len(f[RequestField]) == 0 {
		return nil
	}
	var r RequestValue
	f.Get(RequestField, &r)
	return tx.PutRequest(newsroom.Request{Edition: id, Member: r.Member, Time: moment(r.Time), Note: r.Note})
}
