package sqlite

import (
	"database/sql"
	"encoding/base64"
	"encoding/json"
	"strings"
	"time"

	"khabar/backend/newsroom"
)

// Filter chooses and orders editions. Empty fields do not filter.
type Filter struct {
	Words      string // an FTS5 expression over folded words: have them
	Without    string // likewise: do not have them
	Lang       newsroom.Lang
	Section    newsroom.TermID // which the story carries
	Tag        newsroom.TermID // likewise
	Work       newsroom.WorkState
	Live       newsroom.LiveState
	Now        time.Time         // at which Live is asked for
	Member     newsroom.MemberID // has a revision by this member
	Removed    bool              // of removed stories instead of the others
	Since      time.Time         // the date that the order goes by is not before it
	Until      time.Time         // and is before this
	Sort       Sort
	Descending bool
}

// Sort is an order of the list.
type Sort string

// The orders.
const (
	ByUpdated   Sort = "updated"
	ByCreated   Sort = "created"
	ByPublished Sort = "published"
	ByHeadline  Sort = "headline"
	ByMatch     Sort = "match" // the best match first; ByUpdated where there are no words
)

func (f Filter) column() string {
	switch f.Sort {
	case ByCreated:
		return "created"
	case ByPublished:
		return "published"
	case ByHeadline:
		return "sort_key"
	}
	return "updated"
}

// date is the column of the date that the order goes by, or of the last change.
func (f Filter) date() string {
	if f.Sort == ByHeadline {
		return "updated"
	}
	return f.column()
}

// where returns the condition of f. Every order has an index that begins with removed,
// the column and n, so the condition on a key is a seek. A plus before a column keeps SQLite
// from going by that column and putting in order what it finds.
func (f Filter) where() (string, []any) {
	cond, args := []string{"e.removed = ?"}, []any{f.Removed}
	and := func(c string, a ...any) {
		cond = append(cond, c)
		args = append(args, a...)
	}
	if f.Lang != "" {
		and("e.lang = ?", f.Lang)
	}
	if f.Work != "" {
		and("e.work = ?", f.Work)
	}
	now := millis(f.Now)
	switch f.Live { // what is scheduled is live once its time has come
	case "":
	case newsroom.IsLive:
		and("(e.live = 'live' AND (e.next = 0 OR e.next > ?) OR e.live = 'scheduled' AND e.published <= ?)", now, now)
	case newsroom.Scheduled:
		and("(e.live = 'scheduled' AND e.published > ? OR e.next > ?)", now, now)
	case newsroom.Corrected:
		and("(e.live = 'corrected' OR e.next > 0 AND e.next <= ?)", now)
	default:
		and("e.live = ?", f.Live)
	}
	if f.Section != "" {
		and("+e.story IN (SELECT story FROM story_term WHERE kind = 'section' AND term = ?)", f.Section)
	}
	if f.Tag != "" {
		and(`+e.story IN (SELECT story FROM story_term WHERE kind = 'tag' AND term IN (SELECT ? UNION
			SELECT o.id FROM term o JOIN term m ON m.kind = o.kind AND m.target = o.target WHERE m.kind = 'tag' AND m.id = ?))`, f.Tag, f.Tag)
	}
	if f.Member != "" {
		and("EXISTS (SELECT 1 FROM revision r WHERE r.edition = e.id AND r.member = ?)", f.Member)
	}
	if !f.Since.IsZero() {
		and("e."+f.date()+" >= ?", millis(f.Since))
	}
	if !f.Until.IsZero() {
		and("e."+f.date()+" < ?", millis(f.Until))
	}
	if f.Without != "" {
		and("e.n NOT IN (SELECT rowid FROM search WHERE search MATCH ?)", f.Without)
	}
	return strings.Join(cond, " AND "), args
}

// Index is the shape of a filtered list.
type Index struct {
	Total int
	More  bool     // a search found more than it lists
	Keys  []string // key of the first row of every page
}

// key names a row by what the list is ordered by; rows inserted or removed elsewhere do
// not move it.
type key struct {
	Value any   `json:"v"`
	N     int64 `json:"n"`
}

func (k key) String() string {
	if b, ok := k.Value.([]byte); ok {
		k.Value = base64.StdEncoding.EncodeToString(b)
	}
	return encode(k)
}

func (f Filter) parseKey(s string) (key, error) {
	var k struct {
		V json.RawMessage `json:"v"`
		N int64           `json:"n"`
	}
	bad := newsroom.Errorf(newsroom.Invalid, "list.key")
	if json.Unmarshal([]byte(s), &k) != nil {
		return key{}, bad
	}
	if f.Sort != ByHeadline {
		var ms int64
		if json.Unmarshal(k.V, &ms) != nil {
			return key{}, bad
		}
		return key{ms, k.N}, nil
	}
	var b []byte
	if json.Unmarshal(k.V, &b) != nil {
		return key{}, bad
	}
	return key{b, k.N}, nil
}

// IndexEditions returns how long the list of f is and where its pages of size rows begin.
func (tx *Tx) IndexEditions(f Filter, size int) (Index, error) {
	if f.Words != "" {
		found, more, err := tx.find(f)
		return Index{Total: len(found), More: more, Keys: foundKeys(found, size)}, err
	}
	numbers, err := tx.numbers(f)
	if err != nil {
		return Index{}, err
	}
	index := Index{Total: len(numbers)}
	var first []int64
	for i := 0; i < len(numbers); i += size {
		first = append(first, numbers[i])
	}
	err = tx.each("SELECT e."+f.column()+", e.n FROM json_each(?) j JOIN edition e ON e.n = j.value ORDER BY j.key", []any{encode(first)}, func(rows *sql.Rows) error {
		var k key
		err := rows.Scan(&k.Value, &k.N)
		index.Keys = append(index.Keys, k.String())
		return err
	})
	return index, err
}

// numbers returns the row numbers of f in its order. They come as one text: fifty thousand
// rows cost more to hand over one by one than to find.
func (tx *Tx) numbers(f Filter) ([]int64, error) {
	cond, args := f.where()
	var text string
	if _, err := tx.one("SELECT json_group_array(n) FROM (SELECT e.n FROM edition e WHERE "+cond+f.order()+")", args, &text); err != nil {
		return nil, err
	}
	numbers := make([]int64, 0, len(text)/4)
	n, digits := int64(0), false
	for i := range len(text) {
		if c := text[i]; c >= '0' && c <= '9' {
			n, digits = n*10+int64(c-'0'), true
		} else if digits {
			numbers = append(numbers, n)
			n, digits = 0, false
		}
	}
	return numbers, nil
}

func (f Filter) order() string {
	d := ""
	if f.Descending {
		d = " DESC"
	}
	return " ORDER BY e." + f.column() + d + ", e.n" + d
}

// NewestOf returns the first limit editions of f, those last changed first.
func (tx *Tx) NewestOf(f Filter, limit int) (all []newsroom.EditionID, err error) {
	f.Sort, f.Descending = ByUpdated, true
	cond, args := f.where()
	err = tx.each("SELECT e.id FROM edition e WHERE "+cond+f.order()+" LIMIT ?", append(args, limit), func(rows *sql.Rows) error {
		var id newsroom.EditionID
		err := rows.Scan(&id)
		all = append(all, id)
		return err
	})
	return all, err
}

// Row is a row of the list.
type Row struct {
	Edition
	Sections  []newsroom.TermID
	Place     string
	Embargo   time.Time // of the story; zero = none
	Working   time.Time // of its working copy; zero where it has none
	Languages []newsroom.Lang
}

// ListEditions returns at most size rows of f, beginning with the row that key names,
// or with what follows its place where it is gone. The key of a search names all rows of
// its page.
func (tx *Tx) ListEditions(f Filter, from string, size int) ([]Row, error) {
	if f.Words != "" {
		if json.Unmarshal([]byte(from), &[]int64{}) != nil {
			return nil, newsroom.Errorf(newsroom.Invalid, "list.key")
		}
		return tx.rows("FROM json_each(?) j JOIN edition e ON e.n = j.value", "ORDER BY j.key", from)
	}
	k, err := f.parseKey(from)
	if err != nil {
		return nil, err
	}
	cond, args := f.where()
	compare := ">="
	if f.Descending {
		compare = "<="
	}
	cond += " AND (e." + f.column() + ", e.n) " + compare + " (?, ?)"
	return tx.rows("FROM edition e", "WHERE "+cond+f.order()+" LIMIT ?", append(args, k.Value, k.N, size)...)
}

func (tx *Tx) rows(from, where string, args ...any) (all []Row, err error) {
	err = tx.each(`SELECT e.id, e.heads, e.unclear, e.headline, e.slug, e.excerpt, e.words, e.created, e.updated, e.work_act,
		e.live_act, e.live_text, e.next_text, e.changed, COALESCE(s.place, ''), COALESCE(s.embargo, 0), COALESCE(w.updated, 0),
		(SELECT json_group_array(term) FROM (SELECT term FROM story_term t WHERE t.story = e.story AND t.kind = 'section' ORDER BY t.pos)),
		(SELECT json_group_array(lang) FROM (SELECT o.lang FROM edition o WHERE o.story = e.story ORDER BY o.lang))
		`+from+` LEFT JOIN story s ON s.id = e.story LEFT JOIN working_copy w ON w.edition = e.id `+where, args, func(rows *sql.Rows) error {
		var r Row
		if err := rows.Scan(&r.ID, decoded{&r.Heads}, decoded{&r.Unclear}, &r.Text.Headline, &r.Text.Slug, &r.Excerpt, &r.Words,
			moment{&r.Created}, moment{&r.Updated}, decoded{&r.Work}, decoded{&r.Live}, decoded{&r.LiveText}, decoded{&r.NextText}, &r.Changed,
			&r.Place, moment{&r.Embargo}, moment{&r.Working}, decoded{&r.Sections}, decoded{&r.Languages}); err != nil {
			return err
		}
		r.at(tx.now)
		all = append(all, r)
		return nil
	})
	return all, err
}
