package command

import (
	"os"
	"path/filepath"
	"sync"
	"time"

	"khabar/app"
	"khabar/backend/archive"
	"khabar/backend/newsroom"
	"khabar/backend/publish"
)

type openVerb struct{}

func (openVerb) Run(s *session) error { return app.OpenWindow(s.dir, s.assets) }

type sampleVerb struct {
	Name string `help:"Name of the member who works on this device." default:"Guest"`
}

// Run makes the sample newsroom.
func (v sampleVerb) Run(s *session) error {
	r, err := app.FoundSample(s.ctx, s.dir, v.Name, s.assets, s.text, newsroom.SystemClock{})
	if err != nil {
		return err
	}
	if err := r.Close(s.ctx); err != nil {
		return err
	}
	if s.json {
		s.print(map[string]string{"data": s.dir})
	}
	s.line("cli.sample", map[string]any{"path": s.dir})
	return nil
}

type importVerb struct {
	Live     bool     `help:"They are approved and live already, since their dates."`
	Language string   `help:"Language of files that do not say (ar en fr de ps fa ru es tg)." default:"en" enum:"ar,en,fr,de,ps,fa,ru,es,tg"`
	Newsroom string   `help:"Name of the newsroom that is made where the data folder has none." default:"Khabar"`
	Name     string   `help:"Name of its first member." default:"Guest"`
	Paths    []string `arg:"" help:"Files or folders." name:"path"`
}

// Run takes in Markdown files.
func (v importVerb) Run(s *session) error {
	open := func(f func(*app.Room) error) error { return s.withNew(v.Newsroom, v.Name, f) }
	for _, path := range v.Paths {
		if _, err := os.Stat(path); err != nil {
			open = s.with // a slip of the keyboard must not make a newsroom
		}
	}
	return open(func(r *app.Room) error {
		report, err := r.Import(s.ctx, v.Paths, app.ImportOptions{
			Live: v.Live, Language: newsroom.Lang(v.Language), Progress: s.counting("cli.importing"),
		})
		problems := []problem{}
		for _, p := range report.Problems {
			problems = append(problems, s.problemAt(p.File, p.Line, p.Err))
		}
		if err != nil {
			return err
		}
		if s.json {
			s.print(map[string]any{"files": report.Files, "changed": report.Changed, "unchanged": report.Unchanged, "problems": problems})
		}
		s.line("cli.imported", map[string]any{"changed": report.Changed, "unchanged": report.Unchanged, "problems": len(problems)})
		return partly(len(problems))
	})
}

func partly(problems int) error {
	if problems > 0 {
		return errPartly
	}
	return nil
}

type exportVerb struct {
	Dir string `arg:"" help:"Folder to write to." type:"path"`
}

// Run writes every edition as Markdown.
func (v exportVerb) Run(s *session) error {
	return s.with(func(r *app.Room) error {
		report, err := r.Export(s.ctx, v.Dir, s.counting("cli.exporting"))
		if err != nil {
			return err
		}
		if s.json {
			s.print(map[string]any{"stories": report.Stories, "editions": report.Editions, "pictures": report.Pictures, "path": v.Dir})
		}
		s.line("cli.exported", map[string]any{"editions": report.Editions, "pictures": report.Pictures, "path": v.Dir})
		return nil
	})
}

type publishVerb struct {
	To string `help:"Folder to publish to: a web root, a USB stick." required:"" placeholder:"DIR" type:"path"`
}

// Run brings a folder up to date.
func (v publishVerb) Run(s *session) error {
	return s.with(func(r *app.Room) error {
		dir, err := filepath.Abs(v.To)
		if err != nil {
			return newsroom.Errorf(newsroom.Storage, "storage.notReadable", "path", v.To, err)
		}
		// The window never makes a folder, since a missing one is a stick that is not plugged in; who types --to
		// means that folder.
		if err := os.MkdirAll(dir, 0o755); err != nil {
			return newsroom.Errorf(newsroom.Storage, "storage.notWritable", "path", dir, err)
		}
		count := s.counting("cli.publishing")
		report, err := r.PublishFolder(s.ctx, dir, func(done, _ int) { count(done) })
		if err != nil {
			return err
		}
		return s.published(dir, report)
	})
}

func (s *session) published(dir string, report publish.Report) error {
	pages := []map[string]any{}
	for _, p := range report.Results {
		if p.Outcome == publish.Unchanged {
			continue
		}
		page := map[string]any{"path": p.Path, "outcome": p.Outcome}
		if p.Err != nil {
			page["error"] = problemOf(p.Path, p.Err)
			if !s.json {
				s.say("%s: %s", p.Path, s.sentence(p.Err))
			}
		}
		pages = append(pages, page)
	}
	if s.json {
		s.print(map[string]any{
			"path": dir, "total": report.Total, "written": report.Written, "unchanged": report.Unchanged, "removed": report.Removed,
			"failed": report.Failed, "left": report.Left, "cancelled": report.Cancelled, "milliseconds": report.Duration.Milliseconds(), "pages": pages,
		})
	}
	s.line("cli.published", map[string]any{
		"written": report.Written, "unchanged": report.Unchanged, "removed": report.Removed, "failed": report.Failed, "path": dir,
	})
	if report.Cancelled {
		return errStopped
	}
	return partly(report.Failed)
}

type verifyVerb struct {
	Rebuild bool `help:"Make the tables again from the journal first."`
}

// Run checks the newsroom.
func (v verifyVerb) Run(s *session) error {
	return s.with(func(r *app.Room) error {
		if v.Rebuild {
			if err := r.Archive.Rebuild(s.ctx); err != nil {
				return err
			}
		}
		report, err := r.Archive.Verify(s.ctx)
		if err != nil {
			return err
		}
		return s.verified(report, r.Media.Verify(s.ctx))
	})
}

func (s *session) verified(report archive.Report, pictures []error) error {
	faults := []problem{}
	for _, err := range append(report.Faults, pictures...) {
		faults = append(faults, problemOf("", err))
		if !s.json {
			s.say("%s", s.sentence(err))
		}
	}
	if s.json {
		s.print(map[string]any{
			"entries": report.Entries, "segments": report.Segments, "unsealed": report.Unsealed, "parked": report.Parked,
			"refused": report.Refused, "faults": faults,
		})
	}
	s.line("cli.verified", map[string]any{"entries": report.Entries, "segments": report.Segments, "faults": len(faults)})
	return partly(len(faults))
}

// counting returns a progress function that says how far a long run is, once a second.
func (s *session) counting(key string) func(done int) {
	if s.json {
		return func(int) {}
	}
	var mu sync.Mutex
	last := time.Now()
	return func(done int) {
		mu.Lock()
		defer mu.Unlock()
		if time.Since(last) >= time.Second {
			last = time.Now()
			s.say("%s", s.text.T(s.lang, key, map[string]any{"count": done}))
		}
	}
}
