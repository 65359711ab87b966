package command

import (
	"cmp"
	"fmt"
	"strings"

	"khabar/app"
)

type searchVerb struct {
	Lang    string   `help:"Only this language (ar en fr de ps fa ru es tg)." placeholder:"LANG" enum:",ar,en,fr,de,ps,fa,ru,es,tg" default:""`
	Section string   `help:"Only stories of this section: its id or a label." placeholder:"SECTION"`
	Tag     string   `help:"Only stories with this tag: its id or a label." placeholder:"TAG"`
	Newest  bool     `help:"The last changed first, not the best match."`
	Limit   int      `help:"At most so many." default:"20"`
	Words   []string `arg:"" help:"Words that a text has. A phrase in quotation marks; after --, -WORD for one that it has not." name:"words"`
}

// Run prints the editions that have the words.
func (v searchVerb) Run(s *session) error {
	return s.with(func(r *app.Room) error {
		f := app.EditionFilter{Query: strings.Join(v.Words, " "), Lang: v.Lang, Section: v.Section, Tag: v.Tag, Sort: "match", Descending: true}
		if v.Newest {
			f.Sort = "updated"
		}
		rows, index, err := r.Search(s.ctx, f, max(1, v.Limit))
		if err != nil {
			return err
		}
		if s.json {
			s.print(map[string]any{"total": index.Total, "more": index.More, "editions": rows})
			return nil
		}
		for _, row := range rows {
			fmt.Fprintf(s.out, "%s  %s\n", row.ID, cmp.Or(row.Headline, "—"))
			if text := passageOf(row); text != "" {
				fmt.Fprintf(s.out, "    %s\n", text)
			}
		}
		s.line("cli.found", map[string]any{"count": index.Total})
		return nil
	})
}

// passageOf returns the passage that shows the words on one line, else the excerpt.
func passageOf(row app.EditionRow) string {
	if row.Found == nil || len(row.Found.Passage) == 0 {
		return row.Excerpt
	}
	var b strings.Builder
	for _, piece := range row.Found.Passage {
		b.WriteString(piece.Text)
	}
	return strings.Join(strings.Fields(b.String()), " ")
}
