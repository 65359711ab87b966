package command

import (
	"cmp"
	"fmt"
	"strings"

	"khabar/app"
	"khabar/backend/newsroom"
)

type coverageVerb struct {
	Section  string `help:"Only stories of this section."`
	Language string `help:"Look for --state in this language alone." placeholder:"LANG"`
	State    string `help:"Only stories that are in this state: missing requested claimed stale drafting submitted returned approved scheduled live withdrawn." placeholder:"STATE"`
	Limit    int    `help:"At most so many stories, the newest." default:"50"`
}

// Run prints the grid story × language.
func (v coverageVerb) Run(s *session) error {
	return s.with(func(r *app.Room) error {
		f := app.CoverageFilter{Section: v.Section, Lang: v.Language, Cell: v.State}
		rows, total, err := r.Grid(s.ctx, f, s.lang, max(1, v.Limit))
		if err != nil {
			return err
		}
		if s.json {
			s.print(map[string]any{"total": total, "stories": rows, "languages": newsroom.Languages})
			return nil
		}
		for _, row := range rows {
			fmt.Fprintf(s.out, "%s: %s\n", cmp.Or(row.Headline, row.Story), cells(row))
		}
		s.line("cli.coverage", map[string]any{"count": total})
		return nil
	})
}

// cells lists what a story is in each language that it has, with a star where its source has
// changed, and at the end the languages that it lacks.
func cells(row app.CoverageRow) string {
	var there, lacks []string
	for _, c := range row.Cells {
		switch {
		case c.Edition == "":
			lacks = append(lacks, c.Lang)
		case c.Stale > 0:
			there = append(there, c.Lang+" "+c.State+"*")
		default:
			there = append(there, c.Lang+" "+c.State)
		}
	}
	if len(lacks) > 0 {
		there = append(there, "– "+strings.Join(lacks, " "))
	}
	return strings.Join(there, " · ")
}
