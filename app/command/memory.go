package command

import (
	"khabar/app"
	"khabar/backend/newsroom"
)

type memoryVerb struct {
	Export memoryExportVerb `cmd:"" help:"Write the translation memory to a file (TMX 1.4b)."`
	Import memoryImportVerb `cmd:"" help:"Take in a translation memory (TMX)."`
}

type memoryExportVerb struct {
	File string `arg:"" help:"File to write." type:"path"`
}

// Run writes the memory.
func (v memoryExportVerb) Run(s *session) error {
	return s.with(func(r *app.Room) error {
		count, err := r.ExportMemory(s.ctx, v.File)
		if err != nil {
			return err
		}
		if s.json {
			s.print(map[string]any{"passages": count, "path": v.File})
		}
		s.line("cli.memoryExported", map[string]any{"count": count, "path": v.File})
		return nil
	})
}

type memoryImportVerb struct {
	File string `arg:"" help:"File to read." type:"existingfile"`
}

// Run takes in a memory.
func (v memoryImportVerb) Run(s *session) error {
	return s.with(func(r *app.Room) error {
		report, err := r.ImportMemory(s.ctx, v.File)
		if err != nil {
			return err
		}
		problems := s.fileProblems(v.File, report.Problems)
		if s.json {
			s.print(map[string]any{"passages": report.Passages, "problems": problems})
		}
		s.line("cli.memoryImported", map[string]any{"count": report.Passages, "problems": len(problems)})
		return partly(len(problems))
	})
}

type translateVerb struct {
	Export translateExportVerb `cmd:"" help:"Write an edition beside its source for another program (XLIFF). Begins the edition where there is none."`
	Import translateImportVerb `cmd:"" help:"Take in what was translated elsewhere (XLIFF)."`
}

type translateExportVerb struct {
	Edition string `arg:"" help:"The edition to translate: the id of its story, a dot and the language (ar en fr de ps fa ru es tg)."`
	File    string `arg:"" help:"File to write." type:"path"`
	From    string `help:"Language to translate from; otherwise the last one, or that of the story." enum:",ar,en,fr,de,ps,fa,ru,es,tg" default:""`
	Format  string `help:"Version of XLIFF: 1.2 or 2.1." enum:"1.2,2.1" default:"1.2"`
}

// Run writes an edition.
func (v translateExportVerb) Run(s *session) error {
	return s.with(func(r *app.Room) error {
		id := newsroom.EditionID(v.Edition)
		if _, err := r.Edition(s.ctx, id); newsroom.CodeOf(err) == newsroom.NotFound {
			if _, err := r.BeginTranslation(s.ctx, id.Story(), id.Lang(), newsroom.Lang(v.From)); err != nil {
				return err
			}
		}
		count, err := r.ExportTranslation(s.ctx, id, newsroom.Lang(v.From), v.Format, v.File)
		if err != nil {
			return err
		}
		if s.json {
			s.print(map[string]any{"edition": v.Edition, "units": count, "path": v.File})
		}
		s.line("cli.translationExported", map[string]any{"count": count, "path": v.File})
		return nil
	})
}

type translateImportVerb struct {
	File string `arg:"" help:"File to read." type:"existingfile"`
}

// Run takes in a translation.
func (v translateImportVerb) Run(s *session) error {
	return s.with(func(r *app.Room) error {
		reports, err := r.ImportTranslations(s.ctx, v.File, "")
		if err != nil {
			return err
		}
		count := 0
		for _, report := range reports {
			problems := s.fileProblems(v.File, report.Problems)
			count += len(problems)
			facts := map[string]any{
				"edition": report.Edition, "taken": report.Taken, "unchanged": report.Unchanged, "left": report.Left, "stale": report.Stale,
			}
			if s.json {
				facts["problems"] = problems
				s.print(facts)
				continue
			}
			facts["problems"] = len(problems)
			s.line("cli.translationImported", facts)
		}
		return partly(count)
	})
}
