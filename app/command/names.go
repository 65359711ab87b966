package command

import (
	"khabar/app"
)

type namesVerb struct {
	Export namesExportVerb `cmd:"" help:"Write the names to a file: TBX-Basic where it ends in .tbx, else a table (CSV)."`
	Import namesImportVerb `cmd:"" help:"Take in a file of names: CSV or TBX."`
}

type namesExportVerb struct {
	File string `arg:"" help:"File to write." type:"path"`
}

// Run writes the names.
func (v namesExportVerb) Run(s *session) error {
	return s.with(func(r *app.Room) error {
		count, err := r.ExportNames(s.ctx, v.File)
		if err != nil {
			return err
		}
		if s.json {
			s.print(map[string]any{"names": count, "path": v.File})
		}
		s.line("cli.namesExported", map[string]any{"count": count, "path": v.File})
		return nil
	})
}

type namesImportVerb struct {
	File string `arg:"" help:"File to read." type:"existingfile"`
}

// Run takes in names.
func (v namesImportVerb) Run(s *session) error {
	return s.with(func(r *app.Room) error {
		report, err := r.ImportNames(s.ctx, v.File)
		if err != nil {
			return err
		}
		problems := s.fileProblems(v.File, report.Problems)
		if s.json {
			s.print(map[string]any{
				"added": report.Added, "changed": report.Changed, "unchanged": report.Unchanged, "problems": problems,
			})
		}
		s.line("cli.namesImported", map[string]any{
			"added": report.Added, "changed": report.Changed, "unchanged": report.Unchanged, "problems": len(problems),
		})
		return partly(len(problems))
	})
}
