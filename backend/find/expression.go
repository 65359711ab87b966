package find

import "strings"

// Words returns an FTS5 expression for what a text must have, "" where there is nothing.
// (SQLite, "FTS5 Extension", section 3.)
func (q Query) Words() string {
	var all []string
	for _, either := range q.all {
		all = append(all, anyOf(either))
	}
	return strings.Join(all, " AND ")
}

// Without returns an FTS5 expression for what a text must not have, "" where there is
// nothing.
func (q Query) Without() string { return anyOf(q.none) }

func anyOf(phrases []phrase) string {
	var all []string
	for _, p := range phrases {
		all = append(all, p.ways()...)
	}
	if len(all) < 2 {
		return strings.Join(all, "")
	}
	return "(" + strings.Join(all, " OR ") + ")"
}

// ways returns the spellings of p: in its parts, and where ZWNJ joins some, closed up. A
// key holds letters, marks and digits, so nothing in it ends a string.
func (p phrase) ways() []string {
	end := `"`
	if p.open {
		end = `"*`
	}
	var apart, closed []string
	for i := 0; i < len(p.tokens); i++ {
		t := p.tokens[i]
		apart = append(apart, t.Key)
		if t.Parts == 0 {
			closed = append(closed, t.Key)
			continue
		}
		closed = append(closed, t.Joined)
		for _, part := range p.tokens[i+1 : i+t.Parts] {
			apart = append(apart, part.Key)
		}
		i += t.Parts - 1
	}
	all := []string{`"` + strings.Join(apart, " ") + end}
	if len(closed) < len(apart) {
		all = append(all, `"`+strings.Join(closed, " ")+end)
	}
	return all
}
